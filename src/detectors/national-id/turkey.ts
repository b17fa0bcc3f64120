/**
 * Türkiye: T.C. kimlik numarası. Source: https://www.nvi.gov.tr, https://en.wikipedia.org/wiki/Turkish_Identification_Number
 */
import { weightedSum } from './check-digits.ts';
import { CHECK, type IdForm, WRITTEN } from './id-form.ts';

const TENTH_WEIGHTS = [7, -1, 7, -1, 7, -1, 7, -1, 7];
const ELEVENTH_WEIGHTS = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1];

export const turkey: readonly IdForm[] = [
  {
    country: 'TR',
    written: { '99999999999': WRITTEN.bare, '999 999 999 99': WRITTEN.bare },
    check: CHECK.hundredth,
    words: 'tckn tckno tc kimlik kimliği vatandaşlık',
    isValid: (digits) =>
      digits.charAt(0) !== '0' &&
      ((weightedSum(digits, TENTH_WEIGHTS) % 10) + 10) % 10 === Number(digits.charAt(9)) &&
      weightedSum(digits, ELEVENTH_WEIGHTS) % 10 === Number(digits.charAt(10)),
  },
];
