/**
 * Brazil: CPF. Source: Receita Federal, two check digits by 11: https://pt.wikipedia.org/wiki/Cadastro_de_Pessoas_Físicas
 */
import { isOneDigit, weightedSum } from './check-digits.ts';
import { CHECK, type IdForm, WRITTEN } from './id-form.ts';

const FIRST_WEIGHTS = [10, 9, 8, 7, 6, 5, 4, 3, 2];
const SECOND_WEIGHTS = [11, ...FIRST_WEIGHTS];

export const brazil: readonly IdForm[] = [
  {
    country: 'BR',
    written: {
      '999.999.999-99': WRITTEN.own,
      '999999999-99': WRITTEN.grouped,
      '999 999 999 99': WRITTEN.bare,
      '99999999999': WRITTEN.bare,
    },
    check: CHECK.hundredth,
    words: 'cpf contribuinte',
    isValid: (digits) =>
      !isOneDigit(digits) &&
      checkDigit(digits, FIRST_WEIGHTS) === Number(digits.charAt(9)) &&
      checkDigit(digits, SECOND_WEIGHTS) === Number(digits.charAt(10)),
  },
];

function checkDigit(digits: string, weights: readonly number[]): number {
  return ((weightedSum(digits, weights) * 10) % 11) % 10;
}
