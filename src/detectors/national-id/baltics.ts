/** Estonia and Lithuania: isikukood, asmens kodas; one standard, EVS 585:2007. https://en.wikipedia.org/wiki/National_identification_number#Estonia */
import { weightedSum } from './check-digits.ts';
import { isYearMonthDay } from './dates.ts';
import { CHECK, type IdForm, WRITTEN } from './id-form.ts';

const FIRST_WEIGHTS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 1];
/** Asked where the first sum leaves a rest of 10. */
const SECOND_WEIGHTS = [3, 4, 5, 6, 7, 8, 9, 1, 2, 3];

export const estonia: readonly IdForm[] = [formOf('EE', 'isikukood isikukoodi')];
export const lithuania: readonly IdForm[] = [formOf('LT', 'asmens')];

function formOf(country: string, words: string): IdForm {
  return { country, written: { '99999999999': WRITTEN.bare }, check: CHECK.hundredth, words, isValid };
}

function isValid(digits: string): boolean {
  const first = weightedSum(digits, FIRST_WEIGHTS) % 11;
  const check = first === 10 ? weightedSum(digits, SECOND_WEIGHTS) % 11 : first;
  return /^[1-8]/.test(digits) && isYearMonthDay(digits.slice(1)) && check % 10 === Number(digits.charAt(10));
}
