/** Bulgaria: ЕГН (EGN). Source: https://www.grao.bg/esgraon.html */
import { weightedSum } from './check-digits.ts';
import { isYearMonthDay } from './dates.ts';
import { CHECK, type IdForm, WRITTEN } from './id-form.ts';

const WEIGHTS = [2, 4, 8, 5, 10, 9, 7, 3, 6];
/** 20 for births before 1900, 40 from 2000 on. */
const MONTH_OFFSETS = [0, 20, 40];

export const bulgaria: readonly IdForm[] = [
  {
    country: 'BG',
    written: { '9999999999': WRITTEN.bare },
    check: CHECK.hundredth,
    words: 'егн egn гражданин',
    isValid: (digits) =>
      isYearMonthDay(digits, MONTH_OFFSETS) && (weightedSum(digits, WEIGHTS) % 11) % 10 === Number(digits.charAt(9)),
  },
];
