/** Many findings in one item: one question for all of them, and one for those of a type, with the single ones folded below it. */
import { type OfferedChoices, offeredChoices } from './answer-wording.ts';
import { fill, typeLabel } from './catalog/catalog.ts';
import { html, type Markup } from './html.ts';
import type { FindingQuestion, GivenAnswers, Question } from './question.ts';
import { renderGaps } from './render-gaps.ts';
import { renderThumbnail } from './render-picture.ts';
import { type Asking, type Evidence, renderAnswers, renderQuestion } from './render-question.ts';

/** From this many on, answering each one by itself is a chore. */
const TOGETHER_FROM = 4;
/** What could not be looked for is no more to answer for several detectors than for one. */
const GAPS_TOGETHER_FROM = 2;
const MAX_THUMBNAILS = 12;
/** In a larger group single answers are not offered: nobody reads that many, and the page stays small. */
const MAX_ONE_BY_ONE = 100;
/** Ids under one answer; a field's name stays under 40 KB. */
const MAX_GROUP = 500;

/**
 * Renders an item's questions, those of one type together where there are many; the others keep their order. Many of several types
 * also have one question above them, which can only mask or leave out: a reason to keep something is true of one type at most.
 */
export function renderQuestions(questions: readonly Question[], evidence: Evidence, asking: Asking): Markup[] {
  const all = actingOnAll(questions);
  const ids = all?.group.map(({ id }) => id) ?? [];
  const answer = sharedAnswer(ids, asking.given);
  const chosen = all?.choices.some((choice) => choice === answer?.choice) ? answer : undefined;
  // What was answered for all of them is not answered again below: there it would count for more.
  const below: Asking = chosen === undefined ? asking : { ...asking, given: without(ids, asking.given) };
  return [
    ...(all === undefined ? [] : [renderAll(all, ids, chosen, asking)]),
    ...renderGroups(questions, evidence, below),
  ];
}

function without(ids: readonly string[], given: Asking['given']): Asking['given'] {
  const left = new Map(given);
  for (const id of ids) left.delete(id);
  return left;
}

interface ActingOnAll {
  readonly group: readonly FindingQuestion[];
  readonly first: FindingQuestion;
  readonly choices: OfferedChoices['acting'];
}

/** Many findings of more than one type, and what each of them offers; none where a question of one type asks the same. */
function actingOnAll(questions: readonly Question[]): ActingOnAll | undefined {
  const group = questions.filter((question): question is FindingQuestion => question.kind === 'finding');
  const [first] = group;
  if (first === undefined || group.length < TOGETHER_FROM || group.length > MAX_GROUP) return undefined;
  if (group.every(({ finding }) => finding.type === first.finding.type)) return undefined;
  const offered = group.map((question) => offeredChoices(question).acting);
  const choices = offeredChoices(first).acting.filter((choice) => offered.every((acting) => acting.includes(choice)));
  return { group, first, choices };
}

function renderAll(
  { group, first, choices }: ActingOnAll,
  ids: readonly string[],
  chosen: GivenAnswers[number] | undefined,
  { catalog }: Asking,
): Markup {
  const id = `all-${first.id}`;
  const answers = {
    name: `together.${ids.join('.')}`,
    id,
    question: first,
    choices: { acting: choices, keeping: [] },
    chosen,
  };
  return html`<fieldset class="question all" aria-describedby="${id}">
<legend><span class="what">${fill(catalog.together.all, { total: group.length })}</span></legend>
<p class="evidence" id="${id}">${catalog.together.hint}</p>
${renderAnswers(answers, catalog)}
</fieldset>`;
}

function renderGroups(questions: readonly Question[], evidence: Evidence, asking: Asking): Markup[] {
  const groups = groupsOf(questions);
  return questions.flatMap((question) => {
    const group = groups.get(question) ?? [];
    if (group.length < (question.kind === 'gap' ? GAPS_TOGETHER_FROM : TOGETHER_FROM))
      return [renderQuestion(question, evidence, asking)];
    if (group[0] !== question) return [];
    if (question.kind === 'finding') return [renderGroup(group, question, evidence, asking)];
    const gaps = group.filter((one) => one.kind === 'gap');
    const ids = gaps.map(({ id }) => id);
    return [renderGaps(gaps, question, sharedAnswer(ids, asking.given), asking)];
  });
}

function renderGroup(group: readonly Question[], first: FindingQuestion, evidence: Evidence, asking: Asking): Markup {
  const { catalog, given, problems } = asking;
  const { together } = catalog;
  const ids = group.map(({ id }) => id);
  const id = `together-${first.id}`;
  const chosen = sharedAnswer(ids, given);
  // Folded unless answered one by one; while folded, a missing answer is asked for once, up here.
  const isOpen = chosen === undefined && ids.some((member) => given.has(member));
  const problem = isOpen ? undefined : ids.map((member) => problems.get(member)).find((text) => text !== undefined);
  const single: Asking = chosen === undefined ? asking : { ...asking, given: new Map() };
  const answers = { name: `together.${ids.join('.')}`, id, question: first, choices: sharedChoices(first), chosen };
  return html`<fieldset class="question" aria-describedby="${id}">
<legend><span class="what">${fill(together.title, { total: group.length, type: typeLabel(catalog, first.finding.type) })}</span></legend>
${problem !== undefined && html`<p class="problem">${problem}</p>`}${renderThumbnails(group, evidence)}
<p class="evidence" id="${id}">${together.hint}</p>
${renderAnswers(answers, catalog)}
</fieldset>
${
  group.length <= MAX_ONE_BY_ONE &&
  html`<details${isOpen && html` open`}><summary>${together.oneByOne}</summary>
<div class="questions">${group.map((question) => renderQuestion(question, evidence, single))}</div>
</details>`
}`;
}

/** "This is me" cannot be true of several, and a legal reason is given for each by itself. */
function sharedChoices(question: FindingQuestion): OfferedChoices {
  const { acting, keeping } = offeredChoices(question);
  return { acting, keeping: keeping.filter((choice) => choice !== 'self' && choice !== 'other-basis') };
}

/** The answer that all of them have, if it can be given for all at once. */
function sharedAnswer(ids: readonly string[], given: Asking['given']): GivenAnswers[number] | undefined {
  const [first, ...others] = ids.map((id) => given.get(id));
  if (first === undefined || first.choice === 'self' || first.choice === 'other-basis') return undefined;
  return others.every((other) => other?.choice === first.choice) ? first : undefined;
}

function renderThumbnails(group: readonly Question[], { picture }: Evidence): Markup | undefined {
  if (picture === undefined) return undefined;
  const boxes = group.flatMap((question) =>
    question.kind === 'finding' && 'box' in question.finding ? [question.finding.box] : [],
  );
  return html`<div class="thumbs">${boxes.slice(0, MAX_THUMBNAILS).map((box) => renderThumbnail(picture, box))}</div>`;
}

/** Each question's group: findings of one type, or gaps for one reason, with the same choices. */
function groupsOf(questions: readonly Question[]): ReadonlyMap<Question, readonly Question[]> {
  const open = new Map<string, Question[]>();
  const groups = new Map<Question, readonly Question[]>();
  for (const question of questions) {
    const key =
      question.kind === 'gap'
        ? ['gap', question.gap.reason, ...question.gap.choices].join(' ')
        : [question.finding.type, ...question.finding.choices].join(' ');
    const current = open.get(key);
    const group = current === undefined || current.length === MAX_GROUP ? [] : current;
    group.push(question);
    open.set(key, group);
    groups.set(question, group);
  }
  return groups;
}
