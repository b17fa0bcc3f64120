/**
 * Denmark: CPR number. Source: https://cpr.dk (numbers without a valid check digit are given out since 2007: only the date is checked)
 */
import { isDayMonthYear } from './dates.ts';
import { CHECK, type IdForm, WRITTEN } from './id-form.ts';

export const denmark: readonly IdForm[] = [
  {
    country: 'DK',
    written: { '999999-9999': WRITTEN.bare, '999999 9999': WRITTEN.bare, '9999999999': WRITTEN.bare },
    check: CHECK.tenth,
    words: 'cpr cprnr cprnummer personnummer personnr',
    isValid: (digits) => isDayMonthYear(digits),
  },
];
