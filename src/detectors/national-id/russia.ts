/**
 * Russia: СНИЛС and the ИНН of a person. Sources: Pension Fund order 192p of 2006 (by 101), Federal Tax Service order ED-7-14/559 (two digits by 11)
 */
import { isOneDigit, weightedSum } from './check-digits.ts';
import { CHECK, type IdForm, WRITTEN } from './id-form.ts';

const SNILS_WEIGHTS = [9, 8, 7, 6, 5, 4, 3, 2, 1];
/** Lower numbers have no check digits. */
const FIRST_CHECKED_SNILS = 1001998;
const ELEVENTH_WEIGHTS = [7, 2, 4, 10, 3, 5, 9, 4, 6, 8];
const TWELFTH_WEIGHTS = [3, ...ELEVENTH_WEIGHTS];

export const russia: readonly IdForm[] = [
  {
    country: 'RU',
    written: {
      '999-999-999 99': WRITTEN.own,
      '999-999-999-99': WRITTEN.own,
      '999 999 999 99': WRITTEN.bare,
      '99999999999': WRITTEN.bare,
    },
    check: CHECK.hundredth,
    words: 'снилс snils',
    stems: 'страхов',
    isValid: (digits) =>
      Number(digits.slice(0, 9)) > FIRST_CHECKED_SNILS &&
      (weightedSum(digits, SNILS_WEIGHTS) % 101) % 100 === Number(digits.slice(9)),
  },
  {
    country: 'RU',
    written: { '999999999999': WRITTEN.bare, '9999 9999 9999': WRITTEN.bare },
    check: CHECK.hundredth,
    words: 'инн inn',
    stems: 'налогоплательщик',
    isValid: (digits) =>
      !isOneDigit(digits) &&
      (weightedSum(digits, ELEVENTH_WEIGHTS) % 11) % 10 === Number(digits.charAt(10)) &&
      (weightedSum(digits, TWELFTH_WEIGHTS) % 11) % 10 === Number(digits.charAt(11)),
  },
];
