/** Croatia: OIB. Source: Zakon o osobnom identifikacijskom broju, ISO 7064 MOD 11,10 */
import { hasMod11And10, isOneDigit } from './check-digits.ts';
import { CHECK, type IdForm, WRITTEN } from './id-form.ts';

export const croatia: readonly IdForm[] = [
  {
    country: 'HR',
    written: { '99999999999': WRITTEN.bare },
    check: CHECK.tenth,
    words: 'oib',
    stems: 'osobni identifikacijsk',
    isValid: (digits) => !isOneDigit(digits) && hasMod11And10(digits),
  },
];
