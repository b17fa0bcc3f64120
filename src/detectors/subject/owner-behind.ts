/** Who a value belongs to by the words behind it: "… is her number", "… (my dad)", "… – мой номер". Bounded, pure. */
import type { FindingType } from '../../core/types.ts';
import { isDetail, isKin, isMy, isNaming, isNegation, isOur, isTheirs, isThird, type Owner } from './owner-words.ts';
import { isKnown, isNamedOwner, NAMED_POSSESSIVE, withoutPossessive } from './possessives.ts';
import { type Word, wordsOf } from './words.ts';

const MAX_WORDS_BEHIND = 7;
const COPULA = /^[\s,"”»)]{0,3}(?:is|was|isn['’]t|are|ist|war|est|c['’]est|es|è|to|это|არის|იყო)(?=\s)/iu;
const IN_BRACKETS = /^\s?\(([^()\d@\n]{1,40})\)/u;
const BEHIND_DASH = /^\s?[–—-]\s(?:это\s)?([^.!?;,\n\d@]{1,60})/u;
/** "… is" at the end of a noun. */
const GEORGIAN_COPULA = 'ია';
const CLAUSE_BEHIND = /^[^.!?;,\n\d@]{0,80}/u;

export function ownerBehind(behind: string, type: FindingType): Owner | undefined {
  const words = wordsBehind(behind);
  if (words.length === 0 || words.some(({ lower }) => isNegation(lower))) return undefined;
  if (words.some(({ lower }) => isKin(withoutPossessive(lower)))) return 'kin';
  const isOthers = words.some(
    ({ lower, raw }, at) => isThird(lower) || NAMED_POSSESSIVE.test(raw) || isNamed(words, at),
  );
  if (isOthers) return 'third-person-possessive';
  if (words.some(({ lower }) => isTheirs(lower))) return 'plural-possessive';
  // "is in my phone" and "is my plumber" are another's: the possessive comes first, and a detail is what it possesses.
  const whose = words.findIndex(({ lower }) => isMy(lower) || isOur(lower));
  if (whose < 0 || whose > 1 || !words.every(({ lower }) => isMy(lower) || isOur(lower) || isKnown(lower)))
    return undefined;
  if (type === 'person') return words.some(({ lower }) => isNaming(lower)) ? 'first-person' : undefined;
  return isMy(words[whose]?.lower ?? '') ? 'first-person' : 'own-business';
}

/** The words of "… is my number", "… (my dad)", "… – мой номер", "… ჩემი ნომერია"; none without such a form. */
function wordsBehind(behind: string): Word[] {
  const aside = (IN_BRACKETS.exec(behind) ?? BEHIND_DASH.exec(behind))?.[1];
  if (aside !== undefined) return wordsOf(aside).slice(0, MAX_WORDS_BEHIND);
  const copula = COPULA.exec(behind)?.[0] ?? '';
  const clause = CLAUSE_BEHIND.exec(behind.slice(copula.length))?.[0] ?? '';
  if (copula === '' && !clause.includes(GEORGIAN_COPULA)) return [];
  const words = wordsOf(clause).slice(0, MAX_WORDS_BEHIND);
  if (copula !== '') return words;
  const copular = words.findIndex(({ lower }) => lower.endsWith(GEORGIAN_COPULA) && isDetail(lower));
  return copular === -1 ? [] : words.slice(0, copular + 1);
}

/** As `isNamedOwner`, with the words in their own order. */
function isNamed(words: readonly Word[], at: number): boolean {
  return isNamedOwner([...words].reverse(), words.length - 1 - at, 'phone') || isGenitive(words, at);
}

/** "le portable de Karine", "ist Karins Handy". */
function isGenitive(words: readonly Word[], at: number): boolean {
  const word = words[at];
  return word !== undefined && /^\p{Lu}/u.test(word.raw) && /^(?:de|von|of|di)$/.test(words[at - 1]?.lower ?? '');
}
