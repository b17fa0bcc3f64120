/**
 * Ireland: PPS number. Source: Social Welfare Consolidation Act 2005, https://en.wikipedia.org/wiki/Personal_Public_Service_Number
 */
import { weightedSum } from './check-digits.ts';
import { CHECK, type IdForm, WRITTEN } from './id-form.ts';

const WEIGHTS = [8, 7, 6, 5, 4, 3, 2];
const LETTERS = 'WABCDEFGHIJKLMNOPQRSTUV';
const SECOND_LETTER_WEIGHT = 9;

export const ireland: readonly IdForm[] = [
  {
    country: 'IE',
    written: { '9999999A': WRITTEN.bare, '9999999AA': WRITTEN.bare },
    check: CHECK.tenth,
    words: 'pps ppsn ppsno rsi',
    isValid: (signs) => {
      const second = LETTERS.indexOf(signs.charAt(8) || 'W');
      if (!/^[A-IW]?$/.test(signs.charAt(8))) return false;
      return LETTERS.charAt((weightedSum(signs, WEIGHTS) + second * SECOND_LETTER_WEIGHT) % 23) === signs.charAt(7);
    },
  },
];
