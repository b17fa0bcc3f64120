/** Many findings in one item: one question for all of them, and one for those of a type, with the single ones folded below it. */
import { type OfferedChoices, offeredChoices } from './answer-wording.ts';
import { type Catalog, DOCUMENT_KINDS, type DocumentKind, fill } from './catalog/catalog.ts';
import { html, type Markup } from './html.ts';
import { type FindingQuestion, type GivenAnswers, idsOf, type Question, sharedAnswer, typesOf } from './question.ts';
import { renderGaps } from './render-gaps.ts';
import { renderThumbnail } from './render-picture.ts';
import {
  type Asking,
  answerName,
  type Evidence,
  renderAnswers,
  renderQuestion,
  typesTitle,
} from './render-question.ts';

/** From this many on, answering each one by itself is a chore. */
const TOGETHER_FROM = 4;
/** What stands on one document mostly has one answer. */
const DOCUMENT_FROM = 2;
/** What could not be looked for is no more to answer for several detectors than for one. */
const GAPS_TOGETHER_FROM = 2;
const MAX_THUMBNAILS = 12;
/** In a larger group single answers are not offered: nobody reads that many, and the page stays small. */
const MAX_ONE_BY_ONE = 100;
/** Ids under one answer; a field's name stays under 40 KB. */
const MAX_GROUP = 500;

/**
 * Renders an item's questions, those of one type together where there are many; the others keep their order. Many of several types
 * also have one question above them, with the others folded below. It can only mask or leave out, since a reason to keep something is true of
 * one type at most, unless all of it stands on one document.
 */
export function renderQuestions(questions: readonly Question[], evidence: Evidence, asking: Asking): Markup[] {
  const all = questionAboutAll(questions);
  if (all === undefined) return renderGroups(questions, evidence, asking);
  const ids = all.group.flatMap(idsOf);
  const chosen = offeredAnswer(ids, all.choices, asking.given);
  // What was answered for all of them is not answered again below: there it would count for more.
  const below: Asking = chosen === undefined ? asking : { ...asking, given: without(ids, asking.given) };
  // Folded unless answered one by one; while folded, a missing answer is asked for once, up here.
  const isOpen = chosen === undefined && ids.some((id) => asking.given.has(id));
  const singles = renderGroups(all.group, evidence, below);
  return [
    renderAll(all, { ids, chosen, problem: isOpen ? undefined : firstProblem(ids, asking) }, asking),
    renderOneByOne(singles, isOpen, asking.catalog),
    ...renderGroups(
      questions.filter(({ kind }) => kind === 'gap'),
      evidence,
      below,
    ),
  ];
}

function without(ids: readonly string[], given: Asking['given']): Asking['given'] {
  const left = new Map(given);
  for (const id of ids) left.delete(id);
  return left;
}

function renderOneByOne(questions: readonly Markup[], isOpen: boolean, { together }: Catalog): Markup {
  return html`<details${isOpen && html` open`}><summary>${together.oneByOne}</summary>
<div class="questions">${questions}</div>
</details>`;
}

function firstProblem(ids: readonly string[], { problems }: Asking): string | undefined {
  return ids.map((id) => problems.get(id)).find((text) => text !== undefined);
}

interface QuestionAboutAll {
  readonly group: readonly FindingQuestion[];
  readonly first: FindingQuestion;
  readonly document: DocumentKind | undefined;
  readonly choices: OfferedChoices;
}

/** Many findings of more than one type, or a document; none where a question of one type asks the same. */
function questionAboutAll(questions: readonly Question[]): QuestionAboutAll | undefined {
  const group = questions.filter((question): question is FindingQuestion => question.kind === 'finding');
  const [first] = group;
  const document = documentOf(group);
  if (first === undefined || group.flatMap(idsOf).length > MAX_GROUP) return undefined;
  if (group.length < (document === undefined ? TOGETHER_FROM : DOCUMENT_FROM)) return undefined;
  if (group.every((question) => typesOf(question).join() === typesOf(first).join())) return undefined;
  const offered = group.map((question) => offeredChoices(question));
  const acting = offeredChoices(first).acting.filter((choice) => offered.every((one) => one.acting.includes(choice)));
  const keeping = offeredChoices(first).keeping.filter((choice) =>
    offered.every((one) => one.keeping.includes(choice)),
  );
  const holders = document === undefined ? [] : keeping.filter((choice) => isTrueOfAll(choice, group));
  return { group, first, document, choices: { acting, keeping: holders } };
}

/** A document has one holder, and at most one of the faces beside it is theirs. */
function isTrueOfAll(choice: OfferedChoices['keeping'][number], group: readonly FindingQuestion[]): boolean {
  if (choice === 'consent') return true;
  return choice === 'self' && group.filter(({ finding }) => finding.type === 'face').length <= 1;
}

/** What the layout of the writing says that the picture shows. */
function documentOf(group: readonly FindingQuestion[]): DocumentKind | undefined {
  const reasons = group.flatMap(({ findings }) => findings.flatMap((finding) => finding.reasons ?? []));
  return DOCUMENT_KINDS.find((kind) => reasons.includes(`document:${kind}`));
}

interface AnswerForAll {
  readonly ids: readonly string[];
  readonly chosen: GivenAnswers[number] | undefined;
  readonly problem: string | undefined;
}

function renderAll(
  { group, first, document, choices }: QuestionAboutAll,
  { ids, chosen, problem }: AnswerForAll,
  { catalog }: Asking,
): Markup {
  const id = `all-${first.id}`;
  // Worded for all that it asks about.
  const question = { ...first, findings: group.flatMap(({ findings }) => findings) };
  const answers = { name: answerName(ids), id, question, choices, chosen };
  const title = fill(catalog.together.all, { total: group.length });
  return html`<fieldset class="question all" aria-describedby="${id}">
<legend><span class="what">${document === undefined ? title : html`${catalog.documents[document]} <small>${title}</small>`}</span></legend>
${problem !== undefined && html`<p class="problem">${problem}</p>`}<p class="evidence" id="${id}">${catalog.together.hint}</p>
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
  const { catalog, given } = asking;
  const { together } = catalog;
  const ids = group.flatMap(idsOf);
  const id = `together-${first.id}`;
  const choices = sharedChoices(first);
  const chosen = offeredAnswer(ids, choices, given);
  const isOpen = chosen === undefined && ids.some((member) => given.has(member));
  const problem = isOpen ? undefined : firstProblem(ids, asking);
  const single: Asking = chosen === undefined ? asking : { ...asking, given: new Map() };
  const answers = { name: answerName(ids), id, question: first, choices, chosen };
  return html`<fieldset class="question" aria-describedby="${id}">
<legend><span class="what">${fill(together.title, { total: group.length, type: typesTitle(first, catalog) })}</span></legend>
${problem !== undefined && html`<p class="problem">${problem}</p>`}${renderThumbnails(group, evidence)}
<p class="evidence" id="${id}">${together.hint}</p>
${renderAnswers(answers, catalog)}
</fieldset>
${
  group.length <= MAX_ONE_BY_ONE &&
  renderOneByOne(
    group.map((question) => renderQuestion(question, evidence, single)),
    isOpen,
    catalog,
  )
}`;
}

/** "This is me" cannot be true of several, and a legal reason is given for each by itself. */
function sharedChoices(question: FindingQuestion): OfferedChoices {
  const { acting, keeping } = offeredChoices(question);
  return { acting, keeping: keeping.filter((choice) => choice !== 'self' && choice !== 'other-basis') };
}

/** The answer that all of them have, if it can be given for all at once. */
function offeredAnswer(
  ids: readonly string[],
  { acting, keeping }: OfferedChoices,
  given: Asking['given'],
): GivenAnswers[number] | undefined {
  const answer = sharedAnswer(ids, given);
  return [...acting, ...keeping].some((choice) => choice === answer?.choice) ? answer : undefined;
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
        : [...typesOf(question), ...question.choices].join(' ');
    const current = open.get(key);
    const isFull = current !== undefined && [...current, question].flatMap(idsOf).length > MAX_GROUP;
    const group = current === undefined || isFull ? [] : current;
    group.push(question);
    open.set(key, group);
    groups.set(question, group);
  }
  return groups;
}
