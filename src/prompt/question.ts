/**
 * The questions of a hold in the order they are asked: findings that need an answer, then gaps, item by item, numbered from 1. What can
 * only be answered alike is one question: all that one code says, and the lines of one address.
 */
import type { Box, FindingType } from '../core/types.ts';
import type { DecisionInput, HoldView, OfferedFinding, OfferedGap } from '../holds/types.ts';

export type ShownItem = HoldView['items'][number];
export type GivenAnswers = DecisionInput['choices'];

/** A code has one finding of each type, an address a few lines. */
const MAX_ALIKE = 100;

interface Numbered {
  /** Of the gap, or of the first of its findings. */
  readonly id: string;
  readonly number: number;
  readonly item: ShownItem;
}

export interface FindingQuestion extends Numbered {
  readonly kind: 'finding';
  /** The first of `findings`. */
  readonly finding: OfferedFinding;
  /** All that the answer counts for. */
  readonly findings: readonly OfferedFinding[];
  /** What each of them offers. */
  readonly choices: OfferedFinding['choices'];
}

export interface GapQuestion extends Numbered {
  readonly kind: 'gap';
  readonly gap: OfferedGap;
}

export type Question = FindingQuestion | GapQuestion;

/** Of what the question asks about, each once. */
export function typesOf({ findings }: FindingQuestion): readonly FindingType[] {
  return [...new Set(findings.map(({ type }) => type))];
}

/** Items that were taken out and findings without choices are not asked about. */
export function questionsOf(view: HoldView): readonly Question[] {
  const asked = view.items.filter(({ removed }) => removed !== true).flatMap(questionsOfItem);
  return asked.map((question, index) => ({ ...question, number: index + 1 }));
}

/** Ids of the questions without an answer. An item that is left out answers for all its questions. */
export function unansweredIds(questions: readonly Question[], answers: GivenAnswers): readonly string[] {
  const given = new Map(answers.map((answer) => [answer.finding, answer]));
  const leftOut = new Set(questions.filter(({ id }) => given.get(id)?.choice === 'remove').map(({ item }) => item.n));
  return questions
    .filter((question) => !leftOut.has(question.item.n))
    .filter((question) => !idsOf(question).every((id) => isAnswered(given.get(id))))
    .map(({ id }) => id);
}

/** The answer that all of them have. */
export function sharedAnswer(
  ids: readonly string[],
  given: ReadonlyMap<string, GivenAnswers[number]>,
): GivenAnswers[number] | undefined {
  const [first, ...others] = ids.map((id) => given.get(id));
  return others.every((other) => other?.choice === first?.choice) ? first : undefined;
}

/** Of all that the question asks about. */
export function idsOf(question: Question): readonly string[] {
  return question.kind === 'gap' ? [question.id] : question.findings.map(({ id }) => id);
}

function isAnswered(answer: GivenAnswers[number] | undefined): boolean {
  return answer !== undefined && (answer.choice !== 'other-basis' || answer.basis !== undefined);
}

function questionsOfItem(item: ShownItem): Question[] {
  const asked = item.findings.filter(({ choices }) => choices.length > 0).sort(inReadingOrder);
  const findings = answeredAlike(asked).map((alike): Question => questionAbout(alike, item));
  const gaps = item.gaps.map((gap): Question => ({ kind: 'gap', id: gap.id, number: 0, item, gap }));
  return [...findings, ...gaps];
}

function questionAbout([finding, ...others]: AnsweredAlike, item: ShownItem): FindingQuestion {
  const choices = finding.choices.filter((choice) => others.every((other) => other.choices.includes(choice)));
  return { kind: 'finding', id: finding.id, number: 0, item, finding, findings: [finding, ...others], choices };
}

type AnsweredAlike = [OfferedFinding, ...OfferedFinding[]];

function answeredAlike(findings: readonly OfferedFinding[]): readonly AnsweredAlike[] {
  const alike = new Map<string, AnsweredAlike>();
  for (const finding of findings) {
    const key = placeKey(finding);
    const known = alike.get(key);
    if (known === undefined || known.length === MAX_ALIKE) alike.set(key, [finding]);
    else known.push(finding);
  }
  return [...alike.values()];
}

/** A code can only be covered as a whole; the lines of one finding are one thing. */
function placeKey(finding: OfferedFinding): string {
  if ('box' in finding && finding.source === 'code') return `code ${corners(finding.box)}`;
  if ('box' in finding && finding.whole !== undefined) return `${finding.type} ${corners(finding.whole)}`;
  return finding.id;
}

function corners({ x, y, width, height }: Box): string {
  return [x, y, width, height].join(' ');
}

/** Faces and things from left to right, then writing in the picture from top to bottom; places in a text as they stand there. */
function inReadingOrder(a: OfferedFinding, b: OfferedFinding): number {
  const [first, second] = [readingPlace(a), readingPlace(b)];
  return first.group - second.group || first.at - second.at;
}

function readingPlace(finding: OfferedFinding): { readonly group: number; readonly at: number } {
  if ('start' in finding) return { group: 0, at: finding.start };
  if (!('box' in finding)) return { group: 2, at: 0 };
  return finding.source === undefined ? { group: 0, at: finding.box.x } : { group: 1, at: finding.box.y };
}
