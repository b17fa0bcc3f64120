/**
 * Joins what was taken apart: single characters with a blank or a mark between all of them (`j o h n @ …`, `4.1.1.1.…`), and
 * groups of digits with a mark between that numbers do not have (`4111_1111_…`).
 */
import { matchesOf } from '../matches-of.ts';
import type { Edit, Rewriting } from './rewritten.ts';

/** Fewer single characters are initials, sizes and lists. */
const SPELLED = /(?<!\S)\S(?:(?: {1,3}|\r?\n)\S){4,400}(?!\S)/gu;
/** What each of these has within, from a character on that is rare: most texts need no closer look. */
const SOME_SPELLED = /[ \n]\S(?: {1,3}|\r?\n)\S(?: {1,3}|\r?\n)\S[ \r\n]/;
const SOME_MARKED = /([._*/~•·-])\S\1\S\1\S\1/;
const SOME_GROUPS = /\d[_*~•·./]\d/;
const GAP = / +|\r?\n/g;
/** Commas, colons and bars divide lists, times and tables. */
const MARKED =
  /(?<![\p{L}\p{N}])[\p{L}\p{N}+(]([._*/~•·-])[\p{L}\p{N}@.](?:\1[\p{L}\p{N}@+.()-]){4,400}(?![\p{L}\p{N}])/gu;
const MIN_DIGITS = 7;
const GROUPS = /(?<![\p{L}\p{N}_*~•·./])\d{1,6}([_*~•·./])\d{1,6}(?:\1\d{1,6}){0,5}(?![\p{L}\p{N}_*~•·/])/gu;
/** Full stops and slashes are in dates, versions and addresses too; only cards have fours. */
const FOURS = /^\d{4}(?:\D\d{4}){2}(?:\D\d{1,4})+$/;
/** ISO 13616, printed in fours. */
const IBAN_GROUPS =
  /(?<![\p{L}\p{N}])[A-Z]{2}\d{2}([._*/~•·|:;,-]|[ \t]{2,3}|\t|\r?\n| [–-] )[A-Z0-9]{4}(?:\1[A-Z0-9]{1,4}){2,8}(?![\p{L}\p{N}])/gu;
/** With a blank behind the country. */
const IBAN_APART = /(?<![\p{L}\p{N}])[A-Z]{2} \d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?(?![\p{L}\p{N}])/gu;
/** Cards in fours with wider gaps, a line for each group, or marks of lists; four groups and no more. */
const CARD_GROUPS =
  /(?<![\p{L}\p{N}]|\d[\s|:;,–-]{1,3})\d{4}([ \t]{2,3}|\t|\r?\n| ?[|:;] ?|,| [–-] )\d{4}(?:\1\d{4}){2}(?:\1\d{1,3})?(?![\p{L}\p{N}]|\1\d)/gu;
/** International numbers with marks between the groups that numbers do not have. */
const PLUS_GROUPS = /(?<![\p{L}\p{N}])\+\d{1,3}( ?[|,;:=\\"'] ?|\t|\r?\n)\d{2,10}(?:\1\d{2,6}){0,4}(?![\p{L}\p{N}])/gu;
const THOUSANDS = /^\+\d{1,3}(?:,\d{3})+$/;

export const spelled: Rewriting = (text) =>
  SOME_SPELLED.test(text) ? matchesOf(text, SPELLED).flatMap(({ index, 0: run }) => withoutGaps(run, index)) : [];

export const markedSingles: Rewriting = (text) =>
  SOME_MARKED.test(text) ? matchesOf(text, MARKED).flatMap(({ index, 0: run }) => withoutMarks(run, index)) : [];

export const markedGroups: Rewriting = (text) => {
  if (!/\d{2}/.test(text)) return [];
  const groups = SOME_GROUPS.test(text) ? matchesOf(text, GROUPS) : [];
  const numbers = groups.filter(([run, mark = '']) =>
    './'.includes(mark) ? FOURS.test(run) : run.replace(/\D/g, '').length >= MIN_DIGITS,
  );
  const apart = [
    ...numbers,
    ...[IBAN_GROUPS, CARD_GROUPS].flatMap((groups) => matchesOf(text, groups)),
    ...matchesOf(text, PLUS_GROUPS).filter(([run]) => !THOUSANDS.test(run)),
  ].flatMap(({ index, 0: run }) => withGaps(run, index, /^\d/.test(run) ? '-' : ' '));
  const joined = matchesOf(text, IBAN_APART).flatMap(({ index, 0: run }) => withGaps(run, index, ''));
  return [...apart, ...joined].sort((a, b) => a.start - b.start);
};

function withGaps(run: string, at: number, text: string): Edit[] {
  return matchesOf(run, /[^A-Z0-9+]+/g).map(({ index, 0: gap }) => {
    return { start: at + index, end: at + index + gap.length, text };
  });
}

/** Where words are further apart than letters, the wider gaps are their blanks. */
function withoutGaps(run: string, at: number): Edit[] {
  const gaps = matchesOf(run, GAP);
  const isAllWide = gaps.every(({ 0: gap }) => gap.length > 1);
  return gaps.map(({ index, 0: gap }) => {
    const start = at + index;
    return { start, end: start + gap.length, text: gap.length > 1 && !isAllWide ? ' ' : '' };
  });
}

/** Every second character is a mark. */
function withoutMarks(run: string, at: number): Edit[] {
  if (!run.includes('@') && run.replace(/\D/g, '').length < MIN_DIGITS) return [];
  return Array.from({ length: (run.length - 1) >> 1 }, (_, index) => {
    const start = at + 2 * index + 1;
    return { start, end: start + 1, text: '' };
  });
}
