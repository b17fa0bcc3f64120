/** Digits and signs that a reader of pictures took for letters within words: `Mi1ler`, `M1LLER`, `HauptstraBe`. A `B` among small letters was `ß`. */
import { matchesOf } from '../matches-of.ts';
import type { Edit, Rewriting } from '../text-views/rewritten.ts';

const IN_SMALL = /(?<![\p{L}\p{N}])\p{Lu}?\p{Ll}{1,24}([015|B])\p{Ll}{1,24}(?![\p{L}\p{N}])/gu;
const IN_CAPITALS = /(?<![\p{L}\p{N}])\p{Lu}{1,24}([015|])\p{Lu}{2,24}(?![\p{L}\p{N}])/gu;
const SMALL: Readonly<Record<string, string>> = { 0: 'o', 1: 'l', 5: 's', '|': 'l', B: 'ß' };
const CAPITAL: Readonly<Record<string, string>> = { 0: 'O', 1: 'I', 5: 'S', '|': 'I' };

export const lettersForDigits: Rewriting = (text) =>
  [...editsOf(text, IN_SMALL, SMALL), ...editsOf(text, IN_CAPITALS, CAPITAL)].sort((a, b) => a.start - b.start);

function editsOf(text: string, pattern: RegExp, letters: Readonly<Record<string, string>>): Edit[] {
  return matchesOf(text, pattern).flatMap(({ 0: word, 1: sign = '', index }) => {
    // Of the second letter on: a word's first is its capital.
    const start = index + word.indexOf(sign, 1);
    const letter = letters[sign];
    return letter === undefined ? [] : [{ start, end: start + 1, text: letter }];
  });
}
