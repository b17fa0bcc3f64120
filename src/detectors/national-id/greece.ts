/** Greece: AMKA. Source: https://www.amka.gr (date of birth, Luhn) */
import { hasLuhn } from './check-digits.ts';
import { isDayMonthYear } from './dates.ts';
import { CHECK, type IdForm, WRITTEN } from './id-form.ts';

export const greece: readonly IdForm[] = [
  {
    country: 'GR',
    written: { '99999999999': WRITTEN.bare },
    check: CHECK.hundredth,
    words: 'amka αμκα',
    isValid: (digits) => isDayMonthYear(digits) && hasLuhn(digits),
  },
];
