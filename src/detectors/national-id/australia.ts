/**
 * Australia: tax file number of nine digits. Source: https://en.wikipedia.org/wiki/Tax_file_number (weights as published by the ATO)
 */
import { isOneDigit, weightedSum } from './check-digits.ts';
import { CHECK, type IdForm, WRITTEN } from './id-form.ts';

const WEIGHTS = [1, 4, 3, 7, 5, 8, 6, 9, 10];

export const australia: readonly IdForm[] = [
  {
    country: 'AU',
    written: { '999 999 999': WRITTEN.bare, '999-999-999': WRITTEN.bare, '999999999': WRITTEN.bare },
    check: CHECK.tenth,
    words: 'tfn tax',
    isValid: (digits) => !isOneDigit(digits) && weightedSum(digits, WEIGHTS) % 11 === 0,
  },
];
