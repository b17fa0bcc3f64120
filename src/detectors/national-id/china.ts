/** China: resident identity number of 18 signs. Source: GB 11643-1999 (region, date of birth, ISO 7064 MOD 11-2) */
import { weightedSum } from './check-digits.ts';
import { isYearMonthDay } from './dates.ts';
import { CHECK, type IdForm, WRITTEN } from './id-form.ts';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_SIGNS = '10X98765432';
/** Provinces by GB/T 2260, Hong Kong, Macau and Taiwan among them. */
const NUMBER = /^(?:[1-6]\d|71|8[1-3])\d{4}(?:19|20)\d{9}[\dX]$/;

export const china: readonly IdForm[] = [
  {
    country: 'CN',
    written: { '999999999999999999': WRITTEN.bare, '99999999999999999A': WRITTEN.grouped },
    check: CHECK.thousandth,
    words: 'chinese resident',
    within: ['身份证', '身份證', '公民身份'],
    isValid: (signs) =>
      NUMBER.test(signs) &&
      isYearMonthDay(signs.slice(8)) &&
      CHECK_SIGNS.charAt(weightedSum(signs, WEIGHTS) % 11) === signs.charAt(17),
  },
];
