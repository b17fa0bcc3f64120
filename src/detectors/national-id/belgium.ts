/**
 * Belgium: rijksregisternummer, numéro national. Source: https://www.ibz.rrn.fgov.be (97 minus the rest by 97; 2 before it from 2000 on)
 */
import { isYearMonthDay } from './dates.ts';
import { CHECK, type IdForm, WRITTEN } from './id-form.ts';

/** Numbers of the second register (BIS) add 20 or 40 to the month. */
const MONTH_OFFSETS = [0, 20, 40];

export const belgium: readonly IdForm[] = [
  {
    country: 'BE',
    written: {
      '99.99.99-999.99': WRITTEN.own,
      '999999-999-99': WRITTEN.own,
      '999999 999 99': WRITTEN.grouped,
      '99999999999': WRITTEN.bare,
    },
    check: CHECK.thousandth,
    words: 'rijksregister insz niss rrn',
    stems: 'rijksregister nationalregister',
    isValid: (digits) => isYearMonthDay(digits, MONTH_OFFSETS) && (isChecked(digits, '') || isChecked(digits, '2')),
  },
];

function isChecked(digits: string, century: string): boolean {
  return 97 - (Number(century + digits.slice(0, 9)) % 97) === Number(digits.slice(9));
}
