/**
 * Singapore: NRIC and FIN. Source: https://en.wikipedia.org/wiki/National_Registration_Identity_Card (letter by 11, as commonly published)
 */
import { weightedSum } from './check-digits.ts';
import { CHECK, type IdForm, WRITTEN } from './id-form.ts';

const WEIGHTS = [2, 7, 6, 5, 4, 3, 2];
const OFFSETS: Readonly<Record<string, number>> = { S: 0, T: 4, F: 0, G: 4, M: 3 };
const CITIZENS = 'JZIHGFEDCBA';
const FOREIGNERS = 'XWUTRQPNMLK';
const NEW_FOREIGNERS = 'XWUTRQPNJLK';

export const singapore: readonly IdForm[] = [
  {
    country: 'SG',
    written: { A9999999A: WRITTEN.grouped },
    check: CHECK.hundredth,
    words: 'nric fin ic',
    isValid: (signs) => {
      const first = signs.charAt(0);
      const offset = OFFSETS[first];
      if (offset === undefined) return false;
      const letters = first === 'M' ? NEW_FOREIGNERS : 'ST'.includes(first) ? CITIZENS : FOREIGNERS;
      return letters.charAt((weightedSum(signs.slice(1), WEIGHTS) + offset) % 11) === signs.charAt(8);
    },
  },
];
