/** The questions of a hold in the order they are asked: findings that need an answer, then gaps, item by item, numbered from 1. */
import type { DecisionInput, HoldView, OfferedFinding, OfferedGap } from '../holds/types.ts';

export type ShownItem = HoldView['items'][number];
export type GivenAnswers = DecisionInput['choices'];

interface Numbered {
  /** The finding's or gap's id. */
  readonly id: string;
  readonly number: number;
  readonly item: ShownItem;
}

export interface FindingQuestion extends Numbered {
  readonly kind: 'finding';
  readonly finding: OfferedFinding;
}

export interface GapQuestion extends Numbered {
  readonly kind: 'gap';
  readonly gap: OfferedGap;
}

export type Question = FindingQuestion | GapQuestion;

/** Items that were taken out and findings without choices are not asked about. */
export function questionsOf(view: HoldView): readonly Question[] {
  const asked = view.items.filter(({ removed }) => removed !== true).flatMap(questionsOfItem);
  return asked.map((question, index) => ({ ...question, number: index + 1 }));
}

/** Ids of the questions without an answer. An item that is left out answers for all its questions. */
export function unansweredIds(questions: readonly Question[], answers: GivenAnswers): readonly string[] {
  const given = new Map(answers.map((answer) => [answer.finding, answer]));
  const leftOut = new Set(questions.filter(({ id }) => given.get(id)?.choice === 'remove').map(({ item }) => item.n));
  return questions.filter(({ id, item }) => !leftOut.has(item.n) && !isAnswered(given.get(id))).map(({ id }) => id);
}

function isAnswered(answer: GivenAnswers[number] | undefined): boolean {
  return answer !== undefined && (answer.choice !== 'other-basis' || answer.basis !== undefined);
}

function questionsOfItem(item: ShownItem): Question[] {
  const findings = item.findings
    .filter(({ choices }) => choices.length > 0)
    .sort(inReadingOrder)
    .map((finding): Question => ({ kind: 'finding', id: finding.id, number: 0, item, finding }));
  const gaps = item.gaps.map((gap): Question => ({ kind: 'gap', id: gap.id, number: 0, item, gap }));
  return [...findings, ...gaps];
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
