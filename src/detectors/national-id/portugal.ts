/**
 * Portugal: NIF of persons and the Cartão de Cidadão. Sources: Decreto-Lei 14/2013 (by 11), https://www.autenticacao.gov.pt (Luhn over digits and letters)
 */
import { isOneDigit, weightedSum } from './check-digits.ts';
import { CHECK, type IdForm, WRITTEN } from './id-form.ts';

const WEIGHTS = [9, 8, 7, 6, 5, 4, 3, 2];

export const portugal: readonly IdForm[] = [
  {
    country: 'PT',
    written: { '999999999': WRITTEN.bare, '999 999 999': WRITTEN.bare },
    check: CHECK.tenth,
    words: 'nif contribuinte fiscal',
    isValid: (digits) => /^(?:[123]|45)/.test(digits) && !isOneDigit(digits) && isNif(digits),
  },
  {
    country: 'PT',
    written: {
      '99999999 9 AA9': WRITTEN.own,
      '99999999 9AA9': WRITTEN.own,
      '999999999AA9': WRITTEN.own,
      '99999999-9-AA9': WRITTEN.own,
    },
    check: CHECK.hundredth,
    words: 'cc cartão cidadão bi',
    isValid: hasLuhnWithLetters,
  },
];

function isNif(digits: string): boolean {
  const rest = weightedSum(digits, WEIGHTS) % 11;
  return (rest <= 1 ? 0 : 11 - rest) === Number(digits.charAt(8));
}

/** Letters count 10 to 35; every second sign from the first on counts twice, less 9 from 10 on. */
function hasLuhnWithLetters(signs: string): boolean {
  const values = [...signs].map((sign, at) => {
    const value = Number.parseInt(sign, 36) * (at % 2 === 0 ? 2 : 1);
    return at % 2 === 0 && value > 9 ? value - 9 : value;
  });
  return values.reduce((sum, value) => sum + value, 0) % 10 === 0;
}
