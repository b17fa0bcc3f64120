/**
 * Georgia: personal number of 11 digits, without a check digit: the words must say it. Source: https://sda.gov.ge
 */
import { isOneDigit } from './check-digits.ts';
import { CHECK, type IdForm, WRITTEN } from './id-form.ts';

export const georgia: readonly IdForm[] = [
  {
    country: 'GE',
    written: { '99999999999': WRITTEN.bare },
    check: CHECK.none,
    words: 'პ პირადი პნ piradi личный личного personal',
    stems: 'პირად საიდენტიფიკაცი',
    isValid: (digits) => !isOneDigit(digits),
  },
];
