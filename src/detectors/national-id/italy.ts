/**
 * Italy: codice fiscale of a person. Source: DM 23 December 1976, https://it.wikipedia.org/wiki/Codice_fiscale (with the letters that stand for digits in doubles)
 */
import { CHECK, type IdForm, WRITTEN } from './id-form.ts';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
/** Letters that take a digit's place where two persons' codes would be the same. */
const FOR_DIGITS = 'LMNPQRSTUV';
const NUMBER = /^[A-Z]{6}[\dL-NP-V]{2}[A-EHLMPRST][\dL-NP-V]{2}[A-Z][\dL-NP-V]{3}[A-Z]$/;
/** What a sign on an odd place counts, 0 to 9 and A to Z. */
const ODD_DIGITS = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21];
const ODD_LETTERS = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];
/** Women add 40 to the day. */
const MAX_DAY = 71;

export const italy: readonly IdForm[] = [
  {
    country: 'IT',
    written: { 'AAAAAA**A**A***A': WRITTEN.own, 'AAAAAA **A** A***A': WRITTEN.own, 'AAA AAA **A** A***A': WRITTEN.own },
    check: CHECK.hundredth,
    words: 'cf fiscale codfisc',
    isValid: (signs) => NUMBER.test(signs) && hasDay(signs.slice(9, 11)) && checkLetter(signs) === signs.charAt(15),
  },
];

function hasDay(signs: string): boolean {
  const day = Number([...signs].map((sign) => (FOR_DIGITS.includes(sign) ? FOR_DIGITS.indexOf(sign) : sign)).join(''));
  return day >= 1 && day <= MAX_DAY && (day <= 31 || day > 40);
}

function checkLetter(signs: string): string {
  const values = [...signs.slice(0, 15)].map((sign, at) => (at % 2 === 0 ? oddValue(sign) : evenValue(sign)));
  return LETTERS.charAt(values.reduce((sum, value) => sum + value, 0) % 26);
}

function oddValue(sign: string): number {
  return (/\d/.test(sign) ? ODD_DIGITS[Number(sign)] : ODD_LETTERS[LETTERS.indexOf(sign)]) ?? 0;
}

function evenValue(sign: string): number {
  return /\d/.test(sign) ? Number(sign) : LETTERS.indexOf(sign);
}
