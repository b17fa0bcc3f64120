/** Norway: fødselsnummer and D-nummer. Source: https://www.skatteetaten.no (two check digits by 11) */
import { weightedSum } from './check-digits.ts';
import { isDayMonthYear } from './dates.ts';
import { CHECK, type IdForm, WRITTEN } from './id-form.ts';

const FIRST_WEIGHTS = [3, 7, 6, 1, 8, 9, 4, 5, 2, 1];
const SECOND_WEIGHTS = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1];
/** D-numbers add 40 to the day, help numbers 40 to the month. */
const OFFSETS = [0, 40];

export const norway: readonly IdForm[] = [
  {
    country: 'NO',
    written: { '999999 99999': WRITTEN.grouped, '99999999999': WRITTEN.bare },
    check: CHECK.thousandth,
    words: 'fnr personnummer personnr fødselsnr',
    stems: 'fødselsnummer fodselsnummer',
    isValid: (digits) =>
      isDayMonthYear(digits, OFFSETS, OFFSETS) &&
      weightedSum(digits, FIRST_WEIGHTS) % 11 === 0 &&
      weightedSum(digits, SECOND_WEIGHTS) % 11 === 0,
  },
];
