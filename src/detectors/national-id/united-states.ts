/**
 * United States: social security number and individual taxpayer identification number.
 * Sources: SSA, https://www.ssa.gov/employer/randomization.html and https://www.ssa.gov/history/ssn/misused.html; IRS, Publication 1915.
 */
import { isOneDigit } from './check-digits.ts';
import { CHECK, type IdForm, WRITTEN } from './id-form.ts';

/** No area 000, 666 or 900 and over, no group 00, no serial number 0000. */
const SOCIAL_SECURITY = /^(?!000|666|9)\d{3}(?!00)\d{2}(?!0000)\d{4}$/;
/** Printed on sample cards and in advertisements. */
const PUBLISHED = new Set(['078051120', '219099999']);
const TAXPAYER = /^9\d{2}(?:5\d|6[0-5]|7\d|8[0-8]|9[0-24-9])\d{4}$/;
const WRITINGS = {
  '999-99-9999': WRITTEN.own,
  '999 99 9999': WRITTEN.grouped,
  '999.99.9999': WRITTEN.grouped,
  '999999999': WRITTEN.bare,
};

export const unitedStates: readonly IdForm[] = [
  {
    country: 'US',
    written: WRITINGS,
    check: CHECK.none,
    words: 'ssn ssns social socials',
    stems: 'socialsec ssnnumber',
    isValid: (digits) => SOCIAL_SECURITY.test(digits) && !PUBLISHED.has(digits) && !isOneDigit(digits),
  },
  {
    country: 'US',
    written: WRITINGS,
    check: CHECK.none,
    words: 'itin taxpayer ssn',
    isValid: (digits) => TAXPAYER.test(digits),
  },
];
