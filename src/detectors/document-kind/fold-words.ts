/** Words in one spelling whatever a reader of pictures took for what: look-alikes are one letter, on both sides of a comparison. Pure. */
import { matchesOf } from '../matches-of.ts';

/** A word with its UTF-16 place in the text. */
export interface FoldedWord {
  readonly folded: string;
  readonly start: number;
  readonly end: number;
}

const WORD = /[\p{L}\p{M}\p{N}|]+/gu;
const LOOK_ALIKE: ReadonlyMap<string, string> = new Map([
  ...[...'l1|ı'].map((sign): [string, string] => [sign, 'i']),
  ...[...'0q'].map((sign): [string, string] => [sign, 'o']),
  ['5', 's'],
  ['8', 'b'],
]);

/** Without accents, in lower case, look-alikes as one. */
function folded(word: string): string {
  const plain = word
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase();
  return [...plain]
    .map((sign) => LOOK_ALIKE.get(sign) ?? sign)
    .join('')
    .replaceAll('rn', 'm');
}

export function foldedWords(text: string): FoldedWord[] {
  return matchesOf(text, WORD).map(({ 0: word, index }) => ({
    folded: folded(word),
    start: index,
    end: index + word.length,
  }));
}

/** Words run together, as readers lose the blanks between them. */
export function foldedText(text: string): string {
  return foldedWords(text)
    .map(({ folded: word }) => word)
    .join('');
}

/** Divided by commas or line breaks; each as `foldedText` gives it. */
export function foldedPhrases(list: string): readonly string[] {
  return list
    .split(/[,\n]/)
    .map(foldedText)
    .filter((phrase) => phrase !== '');
}
