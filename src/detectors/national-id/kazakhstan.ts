/** Kazakhstan: ИИН (ЖСН). Source: Law 223-III of 2007 on national registers of identification numbers */
import { weightedSum } from './check-digits.ts';
import { isYearMonthDay } from './dates.ts';
import { CHECK, type IdForm, WRITTEN } from './id-form.ts';

const FIRST_WEIGHTS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
/** Asked where the first sum leaves a rest of 10; a second such number is not given out. */
const SECOND_WEIGHTS = [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2];

export const kazakhstan: readonly IdForm[] = [
  {
    country: 'KZ',
    written: { '999999999999': WRITTEN.bare },
    check: CHECK.hundredth,
    words: 'иин жсн iin',
    isValid: (digits) => {
      const first = weightedSum(digits, FIRST_WEIGHTS) % 11;
      const check = first === 10 ? weightedSum(digits, SECOND_WEIGHTS) % 11 : first;
      return isYearMonthDay(digits) && /^[0-6]$/.test(digits.charAt(6)) && check === Number(digits.charAt(11));
    },
  },
];
