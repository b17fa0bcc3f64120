/** Names that other names of the same text vouch for: members of one list, and parts of a full name said again. Pure. */
import { isCapital, type NameSpan, type NameWord, nameEnd } from './person-names.ts';
import { isThing } from './person-score.ts';

export interface ScoredName {
  readonly span: Pick<NameSpan, 'start' | 'end' | 'names'>;
  readonly score: number;
}

const LIKELY = 0.6;
const POSSIBLE = 0.4;
/** From here on a name vouches for the same words elsewhere. */
const SURE = 0.7;
const MIN_REPEATED_UNITS = 3;
const IN_LIST = /^(?:, ?| (?:and|or|und|y|et|e|и|და|&) |, (?:and|or|&) )$/;

/** The names with those added or raised to likely that a likelier one vouches for, in the order of the text. */
export function withNeighbours(text: string, words: readonly NameWord[], names: readonly ScoredName[]): ScoredName[] {
  const found = [...names, ...singles(text, words, names)].sort((a, b) => a.span.start - b.span.start);
  const repeated = new Set(found.filter(({ score }) => score >= SURE).flatMap(partsOf));
  const known = found.map((name) => (partsOf(name).some((part) => repeated.has(part)) ? likely(name) : name));
  const forth = alongLists(known, (name, next) => text.slice(name.span.end, next.span.start));
  const back = alongLists(forth.reverse(), (name, next) => text.slice(next.span.end, name.span.start));
  return back.reverse().filter(({ score }) => score > 0);
}

/** Other words with a capital letter, each as a name of score 0. */
function singles(text: string, words: readonly NameWord[], names: readonly ScoredName[]): ScoredName[] {
  const taken = new Set(names.flatMap(({ span }) => span.names.map(({ start }) => start)));
  return words
    .filter((word) => !taken.has(word.start) && !word.isOther && /^\p{Lu}\p{Ll}/u.test(word.text))
    .map((word) => ({ span: { start: word.start, end: nameEnd(word), names: [word] }, score: 0 }))
    .filter(({ span }) => !isThing(text, span));
}

function partsOf({ span }: ScoredName): string[] {
  const parts = span.names.filter(isCapital).map(({ text, start }) => text.slice(0, nameEnd({ text, start }) - start));
  return parts.filter((part) => part.length >= MIN_REPEATED_UNITS);
}

function alongLists(
  names: readonly ScoredName[],
  between: (name: ScoredName, next: ScoredName) => string,
): ScoredName[] {
  const result: ScoredName[] = [];
  for (const name of names) {
    const before = result.at(-1);
    const isListed = before !== undefined && before.score >= LIKELY && IN_LIST.test(between(before, name));
    result.push(isListed ? likely(name) : name);
  }
  return result;
}

/** Raised to likely, unless something spoke against it. */
function likely(name: ScoredName): ScoredName {
  const isLow = name.score > 0 && name.score < POSSIBLE;
  return isLow ? name : { ...name, score: Math.max(name.score, LIKELY) };
}
