/** Iceland: kennitala of a person. Source: https://www.skra.is (weights 3 2 7 6 5 4 3 2 by 11, the last digit tells the century) */
import { weightedSum } from './check-digits.ts';
import { isDayMonthYear } from './dates.ts';
import { CHECK, type IdForm, WRITTEN } from './id-form.ts';

const WEIGHTS = [3, 2, 7, 6, 5, 4, 3, 2, 1];

export const iceland: readonly IdForm[] = [
  {
    country: 'IS',
    written: { '999999-9999': WRITTEN.grouped, '9999999999': WRITTEN.bare },
    check: CHECK.hundredth,
    words: 'kt kennitala kennitölu',
    isValid: (digits) => isDayMonthYear(digits) && /[089]$/.test(digits) && weightedSum(digits, WEIGHTS) % 11 === 0,
  },
];
