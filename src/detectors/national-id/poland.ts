/**
 * Poland: PESEL. Source: Act of 24 September 2010 on population registration, https://www.gov.pl/web/gov/czym-jest-numer-pesel
 */
import { weightedSum } from './check-digits.ts';
import { isYearMonthDay } from './dates.ts';
import { CHECK, type IdForm, WRITTEN } from './id-form.ts';

const WEIGHTS = [1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1];
/** The month tells the century. */
const MONTH_OFFSETS = [0, 20, 40, 60, 80];

export const poland: readonly IdForm[] = [
  {
    country: 'PL',
    written: { '99999999999': WRITTEN.bare },
    check: CHECK.hundredth,
    words: 'pesel pesela peselu pesel-u',
    isValid: (digits) => isYearMonthDay(digits, MONTH_OFFSETS) && weightedSum(digits, WEIGHTS) % 10 === 0,
  },
];
