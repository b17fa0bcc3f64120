/** Thailand: identity number of 13 digits. Source: https://en.wikipedia.org/wiki/Thai_identity_card (check digit by 11) */
import { weightedSum } from './check-digits.ts';
import { CHECK, type IdForm, WRITTEN } from './id-form.ts';

const WEIGHTS = [13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2];

export const thailand: readonly IdForm[] = [
  {
    country: 'TH',
    written: { '9-9999-99999-99-9': WRITTEN.own, '9 9999 99999 99 9': WRITTEN.grouped, '9999999999999': WRITTEN.bare },
    check: CHECK.tenth,
    words: 'thai',
    within: ['บัตรประชาชน', 'ประจำตัวประชาชน'],
    isValid: (digits) =>
      /^[1-8]/.test(digits) && (11 - (weightedSum(digits, WEIGHTS) % 11)) % 10 === Number(digits.charAt(12)),
  },
];
