/**
 * Finland: henkilötunnus (HETU). Source: https://dvv.fi/en/personal-identity-code (signs for the centuries as widened in 2023)
 */
import { isDayMonthYear } from './dates.ts';
import { CHECK, type IdForm, WRITTEN } from './id-form.ts';

const CHECK_SIGNS = '0123456789ABCDEFHJKLMNPRSTUVWXY';
const WITH_LETTER = /^\d{6}[A-FU-Y]\d{3}[\dA-Y]$/;

export const finland: readonly IdForm[] = [
  {
    country: 'FI',
    written: {
      '999999-999A': WRITTEN.own,
      '999999-9999': WRITTEN.grouped,
      '999999+999A': WRITTEN.own,
      '999999+9999': WRITTEN.own,
      '999999A999A': WRITTEN.own,
      '999999A9999': WRITTEN.own,
    },
    check: CHECK.hundredth,
    words: 'hetu henkilötunnus personbeteckning',
    stems: 'henkilötun sosiaalitur personbeteckning',
    isValid: (signs) => {
      if (signs.length === 11 && !WITH_LETTER.test(signs)) return false;
      const serial = signs.slice(-4, -1);
      return isDayMonthYear(signs) && CHECK_SIGNS.charAt(Number(signs.slice(0, 6) + serial) % 31) === signs.at(-1);
    },
  },
];
