/**
 * South Korea: resident registration number. Source: Resident Registration Act; numbers given since October 2020 have no check digit
 */
import { isOneDigit } from './check-digits.ts';
import { isYearMonthDay } from './dates.ts';
import { CHECK, type IdForm, WRITTEN } from './id-form.ts';

export const southKorea: readonly IdForm[] = [
  {
    country: 'KR',
    written: { '999999-9999999': WRITTEN.own, '9999999999999': WRITTEN.bare },
    check: CHECK.none,
    words: 'rrn resident',
    within: ['주민등록', '주민번호', '외국인등록'],
    isValid: (digits) => isYearMonthDay(digits) && !isOneDigit(digits.slice(6)),
  },
];
