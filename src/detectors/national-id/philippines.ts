/** Philippines: SSS number and the common reference number of the UMID card; no check digit is published. Source: https://www.sss.gov.ph */
import { isOneDigit } from './check-digits.ts';
import { CHECK, type IdForm, WRITTEN } from './id-form.ts';

export const philippines: readonly IdForm[] = [
  {
    country: 'PH',
    written: { '9999-9999999-9': WRITTEN.grouped, '99-9999999-9': WRITTEN.grouped },
    check: CHECK.none,
    words: 'sss umid gsis crn social ssn',
    isValid: (digits) => !isOneDigit(digits),
  },
];
