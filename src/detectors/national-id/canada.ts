/**
 * Canada: social insurance number (SIN, NAS). Source: https://www.canada.ca/en/employment-social-development/services/sin.html (Luhn; 0 and 8 begin no person's number)
 */
import { hasLuhn, isOneDigit } from './check-digits.ts';
import { CHECK, type IdForm, WRITTEN } from './id-form.ts';

export const canada: readonly IdForm[] = [
  {
    country: 'CA',
    written: { '999 999 999': WRITTEN.bare, '999-999-999': WRITTEN.bare, '999999999': WRITTEN.bare },
    check: CHECK.tenth,
    words: 'sin nas',
    stems: 'insurance assurance',
    isValid: (digits) => /^[1-79]/.test(digits) && !isOneDigit(digits) && hasLuhn(digits),
  },
];
