/** Israel: mispar zehut of nine digits. Source: https://he.wikipedia.org/wiki/מספר_זהות_(ישראל) (Luhn) */
import { hasLuhn, isOneDigit } from './check-digits.ts';
import { CHECK, type IdForm, WRITTEN } from './id-form.ts';

export const israel: readonly IdForm[] = [
  {
    country: 'IL',
    written: { '999999999': WRITTEN.bare, '99999999-9': WRITTEN.bare },
    check: CHECK.tenth,
    words: 'teudat zehut tz ז תז זהות תעודת israeli',
    isValid: (digits) => !isOneDigit(digits) && hasLuhn(digits),
  },
];
