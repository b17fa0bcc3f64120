/**
 * Reads letters of another script that look like the word's own (https://www.unicode.org/Public/security/latest/confusables.txt,
 * the pairs that are one drawing in common fonts): only in words of mixed scripts, and in words beside Latin ones in an address.
 * Full stops of other scripts between Latin letters, and dashes between digits, are read here too: both need their neighbours.
 */
import { matchesOf } from '../matches-of.ts';
import type { Edit, Rewriting } from './rewritten.ts';

/** Letters, and what each looks like. */
const LOOK_ALIKES: readonly (readonly [string, string])[] = [
  ['АВЕЅІЈКМНОРСТХУԚԜ', 'ABESIJKMHOPCTXYQW'],
  ['аеѕіјкорсухһԁԛԝӏґ', 'aesijkopcyxhdqwlr'],
  ['ΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹ', 'ABEZHIKMNOPTYXC'],
  ['αγικνορτυχϲϳ', 'ayikvoptuxcj'],
  ['ՍՏՕԼօսոհցքզյ', 'USOLounhgqqj'],
  ['ᎪᏴᏟᎠᎬᏀᎻᎫᏦᏞᎷᏢᏚᎢᏙᎳᏃ', 'ABCDEGHJKLMPSTVWZ'],
  ['ıɩɑɡ', 'iiag'],
];
const LATIN_OF = new Map(
  LOOK_ALIKES.flatMap(([others, latin]) => [...others].map((one, at) => [one, latin.charAt(at)])),
);
/** A Latin letter in a Cyrillic word; the first of each pair that has it. */
const CYRILLIC_OF = new Map(
  LOOK_ALIKES.slice(0, 2).flatMap(([others, latin]) => [...others].map((one, at) => [latin.charAt(at), one] as const)),
);

const OTHERS = [...LATIN_OF.keys()].join('');
const DOTS = '\u3002\uff61';
const DASHES = '\u2013-\u2015';
/** From the rare character outwards: in a text of one script nothing is tried. */
const TRIGGER = new RegExp(
  `[${OTHERS}](?:(?<=[A-Za-z@][._+-]?.)|(?=[._+-]?[A-Za-z@]))|[${DOTS}](?<=[A-Za-z0-9].)(?=[A-Za-z0-9])|[${DASHES}](?<=[0-9].)(?=[0-9])`,
  'g',
);
const TOKEN = String.raw`[\p{L}\p{N}@._+\-${DASHES}${DOTS}]`;
const TOKEN_BEFORE = new RegExp(`(?<!${TOKEN})${TOKEN}*$`, 'u');
const TOKEN_BEHIND = new RegExp(`^${TOKEN}*`, 'u');
const MAX_HALF_TOKEN_UNITS = 100;
const PARTS = new RegExp(`\\p{L}+|(?<=[A-Za-z0-9])[${DOTS}](?=[A-Za-z0-9])|(?<=[0-9])[${DASHES}](?=[0-9])`, 'gu');
const LATIN = /[A-Za-z]/;

export const oneScript: Rewriting = (text) => {
  const edits: Edit[] = [];
  let from = 0;
  for (const { index } of matchesOf(text, TRIGGER)) {
    if (index < from) continue;
    const before = text.slice(Math.max(from, index - MAX_HALF_TOKEN_UNITS), index);
    const start = index - (TOKEN_BEFORE.exec(before)?.[0] ?? '').length;
    from = index + (TOKEN_BEHIND.exec(text.slice(index, index + MAX_HALF_TOKEN_UNITS))?.[0] ?? '').length;
    for (const edit of tokenEdits(text.slice(start, from), start)) edits.push(edit);
  }
  return edits;
};

function tokenEdits(token: string, at: number): Edit[] {
  const isAddress = token.includes('@') && LATIN.test(token);
  return matchesOf(token, PARTS).flatMap(({ index, 0: part }) => {
    const text = /\p{L}/u.test(part) ? readWord(part, isAddress) : DOTS.includes(part) ? '.' : '-';
    return text === part ? [] : [{ start: at + index, end: at + index + part.length, text }];
  });
}

/** The word in one script; as it is where it has letters of both that look like none of the other. */
function readWord(word: string, isAddress: boolean): string {
  const letters = Array.from(word);
  const latin = letters.filter((letter) => LATIN.test(letter)).length;
  if (latin === 0 && !isAddress) return word;
  const isLatin = letters.every((letter) => LATIN_OF.has(letter) || /\p{sc=Latin}/u.test(letter));
  const isCyrillic = letters.every((letter) => CYRILLIC_OF.has(letter) || /\p{sc=Cyrillic}/u.test(letter));
  const isMostlyLatin = isAddress || latin * 2 >= letters.length;
  if (isLatin && (isMostlyLatin || !isCyrillic))
    return letters.map((letter) => LATIN_OF.get(letter) ?? letter).join('');
  return isCyrillic && latin < letters.length
    ? letters.map((letter) => CYRILLIC_OF.get(letter) ?? letter).join('')
    : word;
}
