/** Hungary: személyi azonosító, TAJ number, tax number of persons. Source: Act XX of 1996, annexes 1 to 3 */
import { isOneDigit, weightedSum } from './check-digits.ts';
import { isYearMonthDay } from './dates.ts';
import { CHECK, type IdForm, WRITTEN } from './id-form.ts';

/** Of those born before 1997; the other way round of those born since. */
const WEIGHTS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

export const hungary: readonly IdForm[] = [
  {
    country: 'HU',
    written: { '9-999999-9999': WRITTEN.grouped, '9 999999 9999': WRITTEN.bare, '99999999999': WRITTEN.bare },
    check: CHECK.hundredth,
    words: 'személyi személyiszám',
    stems: 'személyazonosító',
    isValid: (digits) =>
      /^[1-8]/.test(digits) &&
      isYearMonthDay(digits.slice(1)) &&
      [WEIGHTS, WEIGHTS.toReversed()].some((weights) => hasCheck(digits, weights)),
  },
  {
    country: 'HU',
    written: { '999 999 999': WRITTEN.bare, '999-999-999': WRITTEN.bare, '999999999': WRITTEN.bare },
    check: CHECK.tenth,
    words: 'taj tb',
    stems: 'tajszám társadalombiztosítás',
    isValid: (digits) =>
      !isOneDigit(digits) && weightedSum(digits, [3, 7, 3, 7, 3, 7, 3, 7]) % 10 === Number(digits.charAt(8)),
  },
  {
    country: 'HU',
    written: { '9999999999': WRITTEN.bare },
    check: CHECK.tenth,
    words: 'adóazonosító',
    stems: 'adóazonosító',
    isValid: (digits) =>
      digits.startsWith('8') && weightedSum(digits, WEIGHTS.slice(0, 9)) % 11 === Number(digits.charAt(9)),
  },
];

function hasCheck(digits: string, weights: readonly number[]): boolean {
  return weightedSum(digits, weights) % 11 === Number(digits.charAt(10));
}
