/**
 * Successors of Yugoslavia: JMBG (МБГ, EMŠO), one number in Serbia, Bosnia and Herzegovina, Montenegro, North Macedonia and Slovenia, until
 * 2009 in Croatia. Source: https://en.wikipedia.org/wiki/Unique_Master_Citizen_Number (date of birth, region, check digit by 11)
 */
import { weightedSum } from './check-digits.ts';
import { isDayMonthYear } from './dates.ts';
import { CHECK, type IdForm, WRITTEN } from './id-form.ts';

const WEIGHTS = [7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2];
/** Day, month and the last three digits of the year, from 1899 on. */
const DATE = /^\d{4}(?:9\d\d|0[0-3]\d)/;

export const yugoslavia: readonly IdForm[] = [
  formOf('RS', 'jmbg јмбг јединствени jedinstveni'),
  formOf('BA', 'jmb јмб'),
  formOf('ME', 'jmbg'),
  formOf('MK', 'embg ембг матичен'),
  formOf('SI', 'emšo emso'),
];

function formOf(country: string, words: string): IdForm {
  return {
    country,
    written: { '9999999999999': WRITTEN.bare },
    check: CHECK.hundredth,
    words,
    stems: 'матичн matičn',
    isValid,
  };
}

function isValid(digits: string): boolean {
  const check = (11 - (weightedSum(digits, WEIGHTS) % 11)) % 11;
  return DATE.test(digits) && isDayMonthYear(digits) && check === Number(digits.charAt(12));
}
