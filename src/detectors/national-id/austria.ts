/**
 * Austria: Sozialversicherungsnummer (SVNR). Source: ASVG § 31, checksum as published by the Hauptverband: https://de.wikipedia.org/wiki/Sozialversicherungsnummer_(Österreich)
 */
import { weightedSum } from './check-digits.ts';
import { isDayMonthYear } from './dates.ts';
import { CHECK, type IdForm, WRITTEN } from './id-form.ts';

const WEIGHTS = [3, 7, 9, 0, 5, 8, 4, 2, 1, 6];
/** When a day's serial numbers are used up, the months go on to 15. */
const MONTH_OFFSETS = [0, 3];

export const austria: readonly IdForm[] = [
  {
    country: 'AT',
    written: { '9999 999999': WRITTEN.bare, '9999999999': WRITTEN.bare, '9999-999999': WRITTEN.bare },
    check: CHECK.hundredth,
    words: 'svnr svnummer sv vsnr',
    stems: 'sozialversicherung versicherungsnummer',
    isValid: (digits) =>
      digits.charAt(0) !== '0' &&
      isDayMonthYear(digits.slice(4), MONTH_OFFSETS) &&
      weightedSum(digits, WEIGHTS) % 11 === Number(digits.charAt(3)),
  },
];
