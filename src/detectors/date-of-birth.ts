/**
 * Dates of birth: a date beside a word for a birth ("born", "DOB", "geboren am", "дата рождения", a field named `birthDate`),
 * numeric or with the name of a month, with or without a year. Dates without such a word are not looked at.
 *
 * Misses: a year alone, a day and month in numbers, ages, dates in words, a birth word more than eight words away or in the
 * head of a column, a second date behind one birth word.
 */
import type { ScoreStep } from '../core/types.ts';
import { contextOf } from './context-words.ts';
import { BIRTH_BEHIND, BIRTH_WORDS, isNoPerson } from './date-of-birth/birth-words.ts';
import { type DateForm, dates } from './date-of-birth/dates.ts';
import type { TextDetection, TextDetector } from './text-detector.ts';
import { weigh } from './weigh.ts';

const WEIGHT = {
  base: 0.2,
  birthWord: 0.7,
  form: { full: 0, digits: -0.15, 'short-year': -0.1, 'no-year': -0.3 } satisfies Record<DateForm, number>,
  notAPerson: -0.45,
};

const MAX_BEFORE_UNITS = 70;
const MAX_BEHIND_UNITS = 30;
const MAX_SIGN_UNITS = 16;
const WORD = /[\p{L}\p{M}-]+/gu;
/** `Anna Berger, * 12.03.1990` and `(* 12. März 1990)`. */
const BORN_SIGN = /(?:^|[\s(,;])\*[ \u00a0]{0,2}$/;
/** A list mark, not the sign. */
const LIST_MARK = /(?:^|\n)[^\S\n]*\*\s{0,2}$/;
/** `D.O.B.`, `F. Nac.`, `д.р.`: too short to be words. */
const DOTTED_WORD = /(?<!\p{L})(?:d\.?\s?o\.?\s?b|f\.?\s?nac|д\.\s?р)\.?[\s:=–-]{0,4}$/iu;
/** A label as the whole line above, as forms have it. */
const LABEL_ABOVE = /(?:^|\n)([^\n.:\d]{1,40})\n[ \t]*$/;
/** All that a field for dates of birth may hold beside full dates. */
const PART_OF_DATE = /^(?:(?:19|20)\d{2}|(?:--)?\d{1,2}[./-]\d{1,2}\.?)$/;
const MAX_FIELD_UNITS = 16;

export const dateOfBirth: TextDetector = {
  id: 'date-of-birth',
  types: ['date-of-birth'],
  example: 'She was born on 12 March 1990.',
  needsDigit: true,
  detect(text, { fieldName = '' } = {}) {
    const found: TextDetection[] = [];
    let previousEnd = 0;
    for (const { start, end, form } of dates(text)) {
      const before = text.slice(Math.max(previousEnd, start - MAX_BEFORE_UNITS), start);
      const label = LABEL_ABOVE.exec(text.slice(Math.max(0, start - MAX_BEFORE_UNITS), start))?.[1] ?? '';
      previousEnd = end;
      if (!isBirth(before, text.slice(end, end + MAX_BEHIND_UNITS), `${label} ${fieldName}`)) continue;
      found.push({ type: 'date-of-birth', detector: 'date-of-birth', start, end, ...weigh(stepsOf(before, form)) });
    }
    return found.length === 0 ? partInField(text, fieldName) : found;
  },
};

/** `fieldName` with the label on the line above. */
function isBirth(before: string, behind: string, fieldName: string): boolean {
  const near = before.slice(-MAX_SIGN_UNITS);
  if (BORN_SIGN.test(near) && !LIST_MARK.test(near)) return true;
  if (DOTTED_WORD.test(near) || BIRTH_BEHIND.test(behind)) return true;
  // Without the text behind: other words there are of another sentence.
  return contextOf(before, { start: before.length, end: before.length }, BIRTH_WORDS, fieldName) === 'for';
}

function stepsOf(before: string, form: DateForm): readonly ScoreStep[] {
  const hasNoPerson = (before.match(WORD) ?? []).some((word) => isNoPerson(word.toLowerCase()));
  return [
    { signal: 'base', weight: WEIGHT.base },
    { signal: 'word-for', weight: WEIGHT.birthWord },
    { signal: 'form', weight: WEIGHT.form[form] },
    { signal: 'word-against', weight: hasNoPerson ? WEIGHT.notAPerson : 0 },
  ];
}

/** A year, or a day and a month, as the whole value of a field that says it is a birth. */
function partInField(text: string, fieldName: string): TextDetection[] {
  const value = text.length <= MAX_FIELD_UNITS ? text.trim() : '';
  const isField = PART_OF_DATE.test(value) && contextOf('', { start: 0, end: 0 }, BIRTH_WORDS, fieldName) === 'for';
  if (!isField) return [];
  const start = text.indexOf(value);
  const weighed = weigh([
    { signal: 'field', weight: WEIGHT.birthWord },
    { signal: 'form', weight: WEIGHT.form['short-year'] },
  ]);
  return [{ type: 'date-of-birth', detector: 'date-of-birth', start, end: start + value.length, ...weighed }];
}
