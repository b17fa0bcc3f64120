/**
 * Latvia: personas kods, with a date of birth until June 2017, since then 32 and nine digits without one. Source: Population
 * Register Act; https://en.wikipedia.org/wiki/National_identification_number#Latvia
 */
import { weightedSum } from './check-digits.ts';
import { isDayMonthYear } from './dates.ts';
import { CHECK, type IdForm, WRITTEN } from './id-form.ts';

const WEIGHTS = [10, 5, 8, 4, 2, 1, 6, 3, 7, 9];
const written = { '999999-99999': WRITTEN.grouped, '99999999999': WRITTEN.bare };
const naming = { words: 'personas', stems: 'personaskod' };

export const latvia: readonly IdForm[] = [
  { country: 'LV', written, check: CHECK.hundredth, ...naming, isValid: hasBirthday },
  { country: 'LV', written, check: CHECK.none, ...naming, isValid: (digits) => digits.startsWith('32') },
];

function hasBirthday(digits: string): boolean {
  const check = ((1 + weightedSum(digits, WEIGHTS)) % 11) % 10;
  return isDayMonthYear(digits) && /^\d{6}[0-2]/.test(digits) && check === Number(digits.charAt(10));
}
