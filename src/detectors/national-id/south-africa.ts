/**
 * South Africa: identity number. Source: Identification Act 68 of 1997 (date of birth, citizenship 0 to 2, Luhn)
 */
import { hasLuhn } from './check-digits.ts';
import { isYearMonthDay } from './dates.ts';
import { CHECK, type IdForm, WRITTEN } from './id-form.ts';

const NUMBER = /^\d{10}[0-2]\d{2}$/;

export const southAfrica: readonly IdForm[] = [
  {
    country: 'ZA',
    written: { '9999999999999': WRITTEN.bare, '999999 9999 999': WRITTEN.grouped, '999999 9999 99 9': WRITTEN.grouped },
    check: CHECK.hundredth,
    words: 'rsa id',
    isValid: (digits) => NUMBER.test(digits) && isYearMonthDay(digits) && hasLuhn(digits),
  },
];
