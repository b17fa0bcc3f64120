/** The one person of whom a clause speaks, looked for from its verb or cue backwards. Pure, bounded. */
import type { Language } from '../statement/people-words.ts';
import { isApostrophe, isName, ownerBefore, type Reading } from '../statement/reading.ts';
import type { StatementRole } from './words.ts';

export interface Person {
  readonly signal: 'pronoun' | 'relation' | 'name';
  /** Index of the first token of the mention. */
  readonly first: number;
}

/** Tokens from the verb back to the person. */
const REACH = 9;
/** Languages without articles: "сосед", "ექიმი" is somebody known. */
const BARE_RELATION: readonly Language[] = ['ru', 'ka'];
const ARTICLE_REACH = 3;

/** `strangers`: how many words may stand between that are neither adverbs nor auxiliaries. */
export function personBefore(reading: Reading<StatementRole>, from: number, strangers: number): Person | undefined {
  let left = strangers;
  for (let at = from - 1; at >= Math.max(0, from - REACH); at -= 1) {
    const person = personAt(reading, at);
    if (person === 'somebody') return undefined;
    if (person !== undefined) {
      // A word with a capital letter is less surely a person: nothing strange may stand behind it.
      const isFar = person.signal === 'name' && left < strangers && !isFullName(reading, at);
      return isFar || isPossessor(reading, at, from) ? undefined : person;
    }
    if (reading.is(at, 'between')) continue;
    if (reading.tokens[at]?.kind === 'mark' || left === 0) return undefined;
    left -= 1;
  }
  return undefined;
}

/** `somebody`: a person, but nobody in particular ("a man"). */
function personAt(reading: Reading<StatementRole>, at: number): Person | 'somebody' | undefined {
  if (reading.is(at, 'pronoun')) return { signal: 'pronoun', first: at };
  if (reading.is(at, 'relation')) return relationAt(reading, at);
  if (!isName(reading, at)) return undefined;
  let first = at;
  while (isName(reading, first - 1)) first -= 1;
  return { signal: 'name', first };
}

function relationAt(reading: Reading<StatementRole>, at: number): Person | 'somebody' | undefined {
  const owner = ownerBefore(reading, at);
  if (owner !== undefined) return { signal: 'relation', first: owner };
  for (let before = at - 1; before >= at - ARTICLE_REACH; before -= 1) {
    if (reading.is(before, 'indefinite')) return 'somebody';
    if (reading.is(before, 'definite')) return { signal: 'relation', first: before };
  }
  return BARE_RELATION.includes(reading.language) ? { signal: 'relation', first: at } : undefined;
}

function isFullName(reading: Reading<StatementRole>, at: number): boolean {
  return reading.is(at, 'name') || isName(reading, at - 1);
}

/** "my boss's car has …": the person owns what is spoken of. */
function isPossessor({ tokens }: Reading<StatementRole>, at: number, from: number): boolean {
  return isApostrophe(tokens[at + 1]) && tokens[at + 2]?.text === 's' && from >= at + 3;
}
