/** Names and kin that own what stands beside them: "Karen's", "Nadjas Adresse", "l'adresse de Nadia". Pure, for the walks of `owner.ts`. */
import type { FindingType } from '../../core/types.ts';
import { isBetween, isBusiness, isDetail, isLegalForm, isReaching, isService } from './owner-words.ts';
import { isName, type Word } from './words.ts';

/** "Karen's"; not "It's". */
export const NAMED_POSSESSIVE: RegExp =
  /^(?!(?:it|that|this|what|who|where|when|how|here|there|let|he|she|today|name|everyone|one)['’]s$)\p{L}.*['’]s$/iu;

/** "Nadjas Adresse", "ნადიას მისამართი", "l'adresse de Nadia", "адрес Нади". */
export function isNamedOwner(words: readonly Word[], at: number, type: FindingType): boolean {
  const word = words[at];
  if (type === 'person' || word === undefined || !isName(word.raw) || isKnown(word.lower)) return false;
  const nearer = words[at - 1]?.lower ?? '';
  const further = words[at + 1]?.lower ?? '';
  if (isDetail(nearer) && /(?:s|ს)$/.test(word.lower) && !/^\p{Lu}+$/u.test(word.raw)) return true;
  if (isDetail(further) && /^\p{sc=Cyrillic}/u.test(word.raw)) return true;
  return /^(?:de|d|von|of|di)$/.test(further) && isDetail(words[at + 2]?.lower ?? '');
}

/** A word that is no name, for all its capital. */
export function isKnown(lower: string): boolean {
  return (
    isBetween(lower) ||
    isBusiness(lower) ||
    isService(lower) ||
    isLegalForm(lower) ||
    isDetail(lower) ||
    isReaching(lower)
  );
}

export function withoutPossessive(lower: string): string {
  return lower.endsWith('s') ? lower.replace(/['’]s$/, '') : lower;
}
