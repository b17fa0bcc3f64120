/**
 * Japan: My Number. Source: Ordinance 85 of 2014 of the Ministry of Internal Affairs, article 5 (check digit by 11)
 */
import { isOneDigit, weightedSum } from './check-digits.ts';
import { CHECK, type IdForm, WRITTEN } from './id-form.ts';

const WEIGHTS = [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2];

export const japan: readonly IdForm[] = [
  {
    country: 'JP',
    written: { '999999999999': WRITTEN.bare, '9999 9999 9999': WRITTEN.bare, '9999-9999-9999': WRITTEN.bare },
    check: CHECK.tenth,
    words: 'mynumber',
    within: ['マイナンバー', '個人番号'],
    isValid: (digits) => {
      const rest = weightedSum(digits, WEIGHTS) % 11;
      return !isOneDigit(digits) && (rest <= 1 ? 0 : 11 - rest) === Number(digits.charAt(11));
    },
  },
];
