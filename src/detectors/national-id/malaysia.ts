/** Malaysia: MyKad, without a check digit. Source: https://www.jpn.gov.my (date of birth, place of birth) */
import { isYearMonthDay } from './dates.ts';
import { CHECK, type IdForm, WRITTEN } from './id-form.ts';

/** States 01 to 16 and their older codes to 59, other countries from 60 on. */
const PLACE = /^\d{6}(?!00|1[7-9]|20|69|70|73|8[01]|9[4-7])\d{6}$/;

export const malaysia: readonly IdForm[] = [
  {
    country: 'MY',
    written: { '999999-99-9999': WRITTEN.own, '999999999999': WRITTEN.bare },
    check: CHECK.none,
    words: 'nric mykad ic pengenalan',
    isValid: (digits) => isYearMonthDay(digits) && PLACE.test(digits),
  },
];
