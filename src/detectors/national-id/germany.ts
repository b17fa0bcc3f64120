/**
 * Germany: Steuer-Identifikationsnummer and the number of the Personalausweis with its check digit.
 * Sources: § 139b AO and BZSt, ISO 7064 MOD 11,10: https://www.bzst.de; identity cards: ICAO Doc 9303 part 3 (weights 7, 3, 1).
 */
import { hasMod11And10 } from './check-digits.ts';
import { CHECK, type IdForm, WRITTEN } from './id-form.ts';

const CARD_WEIGHTS = [7, 3, 1];
/** No vowels and none that look like digits; the first letter stands for the authority. */
const CARD = /^[CFGHJKLMNPRTVWXYZ][\dCFGHJKLMNPRTVWXYZ]{8}\d?$/;
const MIN_CARD_DIGITS = 3;

export const germany: readonly IdForm[] = [
  {
    country: 'DE',
    written: { '99 999 999 999': WRITTEN.bare, '99999999999': WRITTEN.bare },
    check: CHECK.tenth,
    words: 'steuer idnr steuerid stid tin',
    stems: 'steueridentifikation identifikationsnummer steuerident',
    isValid: (digits) => digits.charAt(0) !== '0' && repeatsOneDigit(digits.slice(0, 10)) && hasMod11And10(digits),
  },
  {
    country: 'DE',
    written: { 'A********': WRITTEN.bare, 'A********9': WRITTEN.bare },
    check: CHECK.none,
    words: 'ausweis ausweisnr ausweisnummer personalausweis perso',
    stems: 'personalausweis ausweisnummer',
    isValid: (signs) => CARD.test(signs) && signs.replace(/\D/g, '').length >= MIN_CARD_DIGITS && hasCardCheck(signs),
  },
];

/** Of its first ten digits exactly one stands there twice or three times (§ 139b AO, since 2016). */
function repeatsOneDigit(digits: string): boolean {
  const counts = [...'0123456789'].map((digit) => digits.split(digit).length - 1);
  const repeated = counts.filter((count) => count > 1);
  return repeated.length === 1 && (repeated[0] ?? 0) <= 3;
}

function hasCardCheck(signs: string): boolean {
  if (signs.length === 9) return true;
  const values = [...signs.slice(0, 9)].map((sign) => Number.parseInt(sign, 36));
  const sum = values.reduce((total, value, at) => total + value * (CARD_WEIGHTS[at % 3] ?? 0), 0);
  return sum % 10 === Number(signs.charAt(9));
}
