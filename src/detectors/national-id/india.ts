/**
 * India: Aadhaar (Verhoeff) and the PAN of a person. Sources: https://uidai.gov.in, Income-tax Rules, rule 114 (fourth letter P)
 */
import { hasVerhoeff, isOneDigit } from './check-digits.ts';
import { CHECK, type IdForm, WRITTEN } from './id-form.ts';

export const india: readonly IdForm[] = [
  {
    country: 'IN',
    written: { '9999 9999 9999': WRITTEN.bare, '9999-9999-9999': WRITTEN.bare, '999999999999': WRITTEN.bare },
    check: CHECK.tenth,
    words: 'aadhaar aadhar adhaar uid uidai',
    stems: 'आधार',
    isValid: (digits) => /^[2-9]/.test(digits) && !isOneDigit(digits) && hasVerhoeff(digits),
  },
  {
    country: 'IN',
    written: { AAAAA9999A: WRITTEN.own },
    check: CHECK.none,
    words: 'pan income tax',
    isValid: (signs) => signs.charAt(3) === 'P' && !signs.slice(5, 9).includes('0000'),
  },
];
