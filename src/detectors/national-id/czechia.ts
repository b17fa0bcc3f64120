/**
 * Czechia and Slovakia: rodné číslo. Source: Czech Act 133/2000 and Slovak Act 301/1995 (women add 50 to the month; divisible by 11 from 1954 on)
 */
import { isYearMonthDay } from './dates.ts';
import { CHECK, type IdForm, WRITTEN } from './id-form.ts';

const MONTH_OFFSETS = [0, 20, 50, 70];
const WORDS = { words: 'rč rc rodné rodne rodného rodným birth', stems: 'rodn' };

/** The country is the same number's other home, for hosts that keep to one of them. */
function formsOf(country: string): readonly IdForm[] {
  return [
    {
      ...WORDS,
      country,
      written: { '999999/9999': WRITTEN.grouped, '9999999999': WRITTEN.bare },
      check: CHECK.hundredth,
      isValid: (digits) => isYearMonthDay(digits, MONTH_OFFSETS) && isChecked(digits),
    },
    {
      ...WORDS,
      country,
      // Before 1954: no check digit.
      written: { '999999/999': WRITTEN.bare },
      check: CHECK.tenth,
      isValid: (digits) => isYearMonthDay(digits, [0, 50]) && Number(digits.slice(0, 2)) < 54,
    },
  ];
}

export const czechia: readonly IdForm[] = formsOf('CZ');
export const slovakia: readonly IdForm[] = formsOf('SK');

/** Until 1985 a rest of 10 was written as 0. */
function isChecked(digits: string): boolean {
  return Number(digits) % 11 === 0 || (Number(digits.slice(0, 9)) % 11 === 10 && digits.endsWith('0'));
}
