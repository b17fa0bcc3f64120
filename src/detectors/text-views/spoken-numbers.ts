/**
 * Reads numbers that are said: `plus one two one two, double five five …`, in one language at a time, digit by digit or in tens and
 * hundreds as Russian, French and Spanish callers say them. Five words and more; fewer are ordinary speech.
 */
import { matchesOf } from '../matches-of.ts';
import type { Edit, Place, Rewriting } from './rewritten.ts';
import { DIVIDERS, DOT_NAMES, FRENCH, LINKS, PLUS_WORDS, REPEATS, SPELLINGS, type Spelling } from './spoken-words.ts';

const MIN_WORDS = 5;
const MIN_DIGITS = 6;
const NUMBER_WORDS = [...new Set([...SPELLINGS.flatMap((spelling) => Object.keys(spelling)), ...Object.keys(REPEATS)])];
const NUMBER = alternatives(NUMBER_WORDS);
const OTHER = alternatives([...DIVIDERS, ...DOT_NAMES, ...LINKS]);
const GAP = String.raw`[\s,.()–-]{1,4}`;
const RUN = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:(?:${alternatives(PLUS_WORDS)})${GAP})?(?:\d{1,4}${GAP})?(?:${NUMBER})(?![\p{L}\p{N}])(?:${GAP}(?:${NUMBER}|${OTHER}|\d{1,6})(?![\p{L}\p{N}])){4,60}`,
  'giu',
);
const WORD = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:${NUMBER}|${OTHER}|${alternatives(PLUS_WORDS)}|\d{1,6})(?![\p{L}\p{N}])`,
  'giu',
);
/** Three number words after each other, in a text in lower case: no case, no look behind, so that most texts cost little. */
const SOME_RUN = new RegExp(`(?:^|[\\s,.:("–-])(?:${NUMBER})(?:[\\s,.–-]{1,4}(?:${NUMBER})){2}`);

/** A number as said, by one word or several: `двести двенадцать`, `double five`. */
interface Said extends Place {
  readonly text: string;
}

export const spokenNumbers: Rewriting = (text) =>
  SOME_RUN.test(text.toLowerCase()) ? matchesOf(text, RUN).flatMap(({ index, 0: run }) => readRun(run, index)) : [];

function readRun(run: string, at: number): Edit[] {
  const words = matchesOf(run, WORD).map(({ index, 0: word }) => ({
    start: at + index,
    end: at + index + word.length,
    text: word.toLowerCase(),
  }));
  const spelling = SPELLINGS.find((one) => words.every(({ text }) => isKnown(text, one)));
  if (spelling === undefined || words.filter(({ text }) => text in spelling).length < MIN_WORDS) return [];
  const said = readWords(words, spelling);
  const digits = said.flatMap(({ text }) => text.match(/\d/g) ?? []).length;
  if (digits < MIN_DIGITS) return [];
  return said.flatMap((one, index) => {
    const next = said[index + 1];
    return next === undefined
      ? [one]
      : [one, { start: one.end, end: next.start, text: joint(run.slice(one.end - at, next.start - at)) }];
  });
}

function isKnown(word: string, spelling: Spelling): boolean {
  return (
    word in spelling ||
    word in REPEATS ||
    /^\d/.test(word) ||
    [DIVIDERS, DOT_NAMES, LINKS, PLUS_WORDS].some((list) => list.includes(word))
  );
}

/** Divides as it is written: groups stay groups, single digits become one group. */
function joint(gap: string): string {
  if (/ [–-] /.test(gap)) return '-';
  const mark = /[().]/.exec(gap)?.[0];
  return mark ?? (/[,\n]/.test(gap) ? ' ' : '');
}

function readWords(words: readonly Said[], spelling: Spelling): Said[] {
  const said: Said[] = [];
  let sum: (Place & { readonly value: number }) | undefined;
  let repeat: (Place & { readonly times: number }) | undefined;
  const flush = (): void => {
    if (sum) said.push({ start: sum.start, end: sum.end, text: String(sum.value) });
    sum = undefined;
  };
  for (const { start, end, text } of words) {
    const value = spelling[text];
    const times = REPEATS[text];
    if (value !== undefined && repeat) {
      said.push({ start: repeat.start, end, text: String(value).repeat(repeat.times) });
      repeat = undefined;
    } else if (value !== undefined) {
      if (sum && goesOn(sum.value, value, spelling)) sum = { start: sum.start, end, value: sum.value + value };
      else {
        flush();
        sum = { start, end, value };
      }
    } else if (!LINKS.includes(text)) {
      flush();
      if (times !== undefined) repeat = { start, end, times };
      else said.push({ start, end, text: markOf(text, said.length === 0) });
    }
  }
  flush();
  return said;
}

/** What stands between the numbers or before them; figures are as they are. */
function markOf(word: string, isFirst: boolean): string {
  if (/^\d/.test(word)) return word;
  if (DOT_NAMES.includes(word)) return '.';
  return isFirst && PLUS_WORDS.includes(word) ? '+' : '-';
}

/** Whether `value` is the smaller part of the number that `sum` has begun: 20 and 5, 200 and 12, in French 60 and 12 also. */
function goesOn(sum: number, value: number, spelling: Spelling): boolean {
  if (value === 0) return false;
  if (sum >= 100 && sum % 100 === 0) return value < 100;
  const isFrench = spelling === FRENCH && (sum === 60 || sum === 80);
  return sum % 100 >= 20 && sum % 10 === 0 && value < (isFrench ? 20 : 10);
}

function alternatives(words: readonly string[]): string {
  return [...words].sort((a, b) => b.length - a.length).join('|');
}
