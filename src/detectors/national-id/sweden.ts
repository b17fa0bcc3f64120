/**
 * Sweden: personnummer and samordningsnummer. Source: SKV 704, https://skatteverket.se (Luhn over the last ten digits)
 */
import { hasLuhn } from './check-digits.ts';
import { isYearMonthDay } from './dates.ts';
import { CHECK, type IdForm, WRITTEN } from './id-form.ts';

/** Coordination numbers add 60 to the day. */
const DAY_OFFSETS = [0, 60];

export const sweden: readonly IdForm[] = [
  {
    country: 'SE',
    written: {
      '99999999-9999': WRITTEN.grouped,
      '999999-9999': WRITTEN.grouped,
      '999999+9999': WRITTEN.own,
      '99999999 9999': WRITTEN.bare,
      '999999999999': WRITTEN.bare,
      '9999999999': WRITTEN.bare,
    },
    check: CHECK.hundredth,
    words: 'personnummer personnr pnr samordningsnummer persnr',
    stems: 'personnum samordningsn',
    isValid: (digits) => {
      const short = digits.slice(-10);
      const hasCentury = /^(?:18|19|20|$)/.test(digits.slice(0, -10));
      return hasCentury && isYearMonthDay(short, [0], DAY_OFFSETS) && hasLuhn(short);
    },
  },
];
