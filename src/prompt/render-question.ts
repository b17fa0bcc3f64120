/** One question: what was found, and the possible answers. None is chosen beforehand. */

import { type Choice, type GapChoice, VISIBLE_FIELDS } from '../core/types.ts';
import { answerFor, type OfferedChoices, offeredChoices } from './answer-wording.ts';
import { type Catalog, fill, typeLabel } from './catalog/catalog.ts';
import { html, type Markup } from './html.ts';
import {
  type FindingQuestion,
  type GapQuestion,
  type GivenAnswers,
  idsOf,
  type Question,
  sharedAnswer,
  typesOf,
} from './question.ts';
import { isWide, renderThumbnail, type ShownPicture } from './render-picture.ts';
import { renderWords } from './render-text.ts';

const BASES = ['contract', 'legal-obligation', 'legitimate-interests'] as const;

/** What all questions of one page share. */
export interface Asking {
  readonly catalog: Catalog;
  readonly total: number;
  readonly given: ReadonlyMap<string, GivenAnswers[number]>;
  /** Ids of questions with a mistake, and what it says beside them. */
  readonly problems: ReadonlyMap<string, string>;
}

/** What the question's item shows of itself. */
export interface Evidence {
  readonly picture: ShownPicture | undefined;
  readonly text: string | undefined;
}

export function renderQuestion(question: Question, evidence: Evidence, asking: Asking): Markup {
  const { catalog, total } = asking;
  const { id } = question;
  const choices = offeredChoices(question);
  const ids = idsOf(question);
  const chosen = sharedAnswer(ids, asking.given);
  const answers: AnswerGroup = { name: answerName(ids), id, question, choices, chosen };
  const place = fill(catalog.page.question, { number: question.number, total });
  return html`<fieldset class="question" id="q-${question.id}"${describedBy(question, asking)}>
<legend><span class="number" aria-hidden="true">${question.number}</span>${thumbnailOf(question, evidence, false)}<span class="what">${titleOf(question, catalog)} <small>${place}</small></span></legend>
${renderProblem(question.id, asking)}${renderEvidence(question, evidence, catalog)}
${renderAnswers(answers, catalog)}
</fieldset>`;
}

/** Of the form's field, as `parsePromptForm` reads it. */
export function answerName(ids: readonly string[]): string {
  return ids.length === 1 ? `choice.${ids[0]}` : `together.${ids.join('.')}`;
}

/** The radio buttons of one name. */
export interface AnswerGroup {
  readonly name: string;
  /** Unique on the page. */
  readonly id: string;
  /** Whose wording is used. */
  readonly question: Question;
  readonly choices: OfferedChoices;
  readonly chosen: GivenAnswers[number] | undefined;
}

/** What changes the upload comes first, then the reasons to keep the place as it is. */
export function renderAnswers({ name, id, question, choices, chosen }: AnswerGroup, catalog: Catalog): Markup {
  const { acting, keeping } = choices;
  const answer = (choice: Choice | GapChoice): Markup => {
    const { label, hint } = answerFor(choice, question, catalog);
    return html`<label class="answer"><input type="radio" name="${name}" value="${choice}"${chosen?.choice === choice && html` checked`}><span>${label}${hint !== undefined && html`<small>${hint}</small>`}</span></label>`;
  };
  return html`<div class="answers">${acting.map(answer)}</div>
${
  keeping.length > 0 &&
  html`<div class="keeping" role="group" aria-labelledby="keep-${id}"><p id="keep-${id}">${catalog.page.keep}</p><div class="reasons">${keeping.map(answer)}</div>${keeping.includes('other-basis') && renderBases(id, catalog, chosen?.basis)}</div>`
}`;
}

/** The name of what was found, as `Very private detail: Health` or `Phone number (in a code)`, or of what could not be looked for. */
export function titleOf(question: Question, catalog: Catalog): string {
  if (question.kind === 'gap') return fill(catalog.gap.title, { what: gapName(question, catalog) });
  const { reasons = [] } = question.finding;
  const category = Object.entries(catalog.categories).find(([name]) => reasons.includes(name))?.[1];
  const title = typesTitle(question, catalog);
  if (title === catalog.types['special-category'] && category !== undefined) return `${title}: ${category}`;
  const isInCode = 'source' in question.finding && question.finding.source === 'code';
  return isInCode ? `${title} (${catalog.page.inCode})` : title;
}

/** As `Name of a person · Phone number`. */
export function typesTitle(question: FindingQuestion, catalog: Catalog): string {
  return typesOf(question)
    .map((type) => typeLabel(catalog, type))
    .join(' · ');
}

/** What could not be looked for. */
export function gapName({ gap, item }: GapQuestion, { gap: words, types }: Catalog): string {
  const named = [...Object.entries(words.what), ...Object.entries(types)].find(([name]) => name === gap.detector)?.[1];
  return named ?? (item.kind === 'text' ? words.what.text : words.what.other);
}

/** The cut-out beside the title, or a wide one below it. */
function thumbnailOf(question: Question, { picture }: Evidence, wide: boolean): Markup | undefined {
  if (question.kind === 'gap' || picture === undefined || !('box' in question.finding)) return undefined;
  const { source, whole, box: first } = question.finding;
  const box = whole ?? first;
  // Of what shows nothing there is no cut-out.
  if (source === 'hidden-colour') return undefined;
  return isWide(box) === wide ? renderThumbnail(picture, box) : undefined;
}

function renderEvidence(question: Question, evidence: Evidence, catalog: Catalog): Markup | undefined {
  if (question.kind === 'gap') return html`<p class="evidence">${catalog.gap.reasons[question.gap.reason]}</p>`;
  if ('field' in question.finding && VISIBLE_FIELDS.includes(question.finding.field)) return undefined;
  if ('field' in question.finding) return html`<p class="evidence">${catalog.page.hiddenDetails}</p>`;
  if ('box' in question.finding && question.finding.source === 'hidden-colour')
    return html`<p class="evidence">${catalog.page.hiddenColour}</p>`;
  const thumbnail = thumbnailOf(question, evidence, true);
  if (thumbnail !== undefined) return html`<div class="evidence">${thumbnail}</div>`;
  const isDisguised = question.finding.reasons?.includes('disguised') === true;
  return html`${evidence.text !== undefined && renderWords(evidence.text, question)}${isDisguised && html`<p class="evidence"><small>${catalog.page.disguised}</small></p>`}`;
}

function renderBases(id: string, { bases }: Catalog, chosen: string | undefined): Markup {
  return html`<div class="basis"><label for="basis-${id}">${bases.question}</label><select id="basis-${id}" name="basis.${id}">
<option value="">${bases.none}</option>${BASES.map(
    (basis) => html`<option value="${basis}"${basis === chosen && html` selected`}>${bases[basis]}</option>`,
  )}
</select></div>`;
}

function renderProblem(id: string, { problems }: Asking): Markup | undefined {
  const problem = problems.get(id);
  return problem === undefined ? undefined : html`<p class="problem" id="problem-${id}">${problem}</p>`;
}

function describedBy({ id }: Question, { problems }: Asking): Markup | undefined {
  return problems.has(id) ? html` aria-describedby="problem-${id}"` : undefined;
}
