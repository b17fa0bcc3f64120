/** Romania: CNP. Source: Legea 105/1996, https://ro.wikipedia.org/wiki/Cod_numeric_personal_(România) */
import { weightedSum } from './check-digits.ts';
import { isYearMonthDay } from './dates.ts';
import { CHECK, type IdForm, WRITTEN } from './id-form.ts';

const WEIGHTS = [2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9];
/** Sex and century; counties 01 to 52, 70 where none is known. */
const NUMBER = /^[1-9]\d{6}(?:0[1-9]|[1-4]\d|5[0-2]|70)\d{4}$/;

export const romania: readonly IdForm[] = [
  {
    country: 'RO',
    written: { '9999999999999': WRITTEN.bare },
    check: CHECK.hundredth,
    words: 'cnp numeric',
    isValid: (digits) =>
      NUMBER.test(digits) &&
      isYearMonthDay(digits.slice(1)) &&
      (weightedSum(digits, WEIGHTS) % 11 === 10 ? 1 : weightedSum(digits, WEIGHTS) % 11) === Number(digits.charAt(12)),
  },
];
