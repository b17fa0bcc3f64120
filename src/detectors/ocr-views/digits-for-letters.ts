/**
 * Letters and signs that a reader of pictures took for digits, within what is mostly digits: `+44 20 7946 O958`, `4lll 1111 …`, `O1.05.1990`;
 * blanks within the brackets of a number, and a cross for a plus.
 */
import { matchesOf } from '../matches-of.ts';
import type { Edit, Rewriting } from '../text-views/rewritten.ts';
import { digitFor } from './look-alikes.ts';

/** Digits, all of `look-alikes.ts`, and what stands between two groups of one number. */
const RUN = /[\dOoОоlI|SBZЗзQDUi!\][szGbqgAT? \-./()+]{4,}/g;
const TOKEN = /[\dOoОоlI|SBZЗзQDUi!\][szGbqgAT?]+/g;
const MAX_RUN_UNITS = 120;
/** Signs between groups that belong to one number. */
const MAX_JOINT_UNITS = 3;
const MIN_DIGITS = 4;
/** Of all that stands in the number's groups. */
const MAX_SHARE = 0.34;
/** Of a group without any digit, within a number: `+1 555 OI OO`. */
const MAX_BARE_UNITS = 2;
const BARE = /^[OoОоlI|]+$/;
/** Of a group by itself, as in `l0115 Berlin`: half at most. */
const LONE = /^(?=.{2,6}$)[\dOoОоlI|SBZ]+$/;
const WORD_PART = /[\p{L}\p{N}_@]/u;
const CROSS = /(?<![\p{L}\p{N}])[t†‡÷](?=\d{1,3}[ -]?\(?\d)/gu;
const BLANK_IN_BRACKETS = /(?<=\(\d{0,5}) | (?=\d{0,5}\))/g;

interface Token {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export const digitsForLetters: Rewriting = (text) => {
  const edits = [
    ...matchesOf(text, CROSS).map(({ index }) => ({ start: index, end: index + 1, text: '+' })),
    ...matchesOf(text, BLANK_IN_BRACKETS).map(({ index }) => ({ start: index, end: index + 1, text: '' })),
  ];
  for (const { 0: run, index } of matchesOf(text, RUN)) {
    for (const number of numbersOf(text, run.slice(0, MAX_RUN_UNITS), index)) edits.push(...repaired(number));
  }
  return edits.sort((a, b) => a.start - b.start);
};

/** Groups that stand together, without what is a part of a word. */
function numbersOf(text: string, run: string, offset: number): Token[][] {
  const numbers: Token[][] = [];
  let number: Token[] = [];
  for (const { 0: signs, index } of matchesOf(run, TOKEN)) {
    const token = { start: offset + index, end: offset + index + signs.length, text: signs };
    const isApart = !WORD_PART.test(text.charAt(token.start - 1)) && !WORD_PART.test(text.charAt(token.end));
    const before = number.at(-1);
    if (before !== undefined && (!isApart || token.start - before.end > MAX_JOINT_UNITS)) {
      numbers.push(number);
      number = [];
    }
    if (isApart && (/\d/.test(signs) || (signs.length <= MAX_BARE_UNITS && BARE.test(signs) && number.length > 0)))
      number.push(token);
    else if (number.length > 0) {
      numbers.push(number);
      number = [];
    }
  }
  return [...numbers, number];
}

function repaired(number: readonly Token[]): Edit[] {
  // A group without digits belongs to a number only between two others.
  const last = number.findLastIndex(({ text }) => /\d/.test(text));
  const tokens = number.slice(0, last + 1);
  const signs = tokens.map(({ text }) => text).join('');
  const digits = signs.replace(/\D/g, '').length;
  const isNumber = digits >= MIN_DIGITS && signs.length - digits <= MAX_SHARE * signs.length;
  return tokens.filter((token) => isNumber || isLone(token)).flatMap(editsOf);
}

function isLone({ text }: Token): boolean {
  return LONE.test(text) && text.replace(/\d/g, '').length <= text.length / 2;
}

function editsOf({ start, text }: Token): Edit[] {
  return [...text].flatMap((sign, at) => {
    const digit = digitFor(sign);
    return digit === undefined ? [] : [{ start: start + at, end: start + at + 1, text: digit }];
  });
}
