/**
 * Netherlands: burgerservicenummer (BSN). Source: Wet algemene bepalingen burgerservicenummer, the test by 11: https://nl.wikipedia.org/wiki/Elfproef
 */
import { isOneDigit, weightedSum } from './check-digits.ts';
import { CHECK, type IdForm, WRITTEN } from './id-form.ts';

const WEIGHTS = [9, 8, 7, 6, 5, 4, 3, 2, -1];

export const netherlands: readonly IdForm[] = [
  {
    country: 'NL',
    written: {
      '999999999': WRITTEN.bare,
      '9999.99.999': WRITTEN.grouped,
      '9999 99 999': WRITTEN.bare,
      '999 999 999': WRITTEN.bare,
    },
    check: CHECK.tenth,
    words: 'bsn sofi',
    stems: 'burgerservice sofinummer persoonsnummer',
    isValid: (digits) => !isOneDigit(digits) && weightedSum(digits, WEIGHTS) % 11 === 0,
  },
];
