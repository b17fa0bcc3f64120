/** Pakistan: CNIC, without a check digit. Source: https://www.nadra.gov.pk (province first, the last digit tells the sex) */
import { isOneDigit } from './check-digits.ts';
import { CHECK, type IdForm, WRITTEN } from './id-form.ts';

export const pakistan: readonly IdForm[] = [
  {
    country: 'PK',
    written: { '99999-9999999-9': WRITTEN.own, '9999999999999': WRITTEN.bare },
    check: CHECK.none,
    words: 'cnic nicop nadra',
    isValid: (digits) => /^[1-7]\d{11}[1-9]$/.test(digits) && !isOneDigit(digits),
  },
];
