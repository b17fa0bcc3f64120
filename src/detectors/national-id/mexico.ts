/**
 * Mexico: CURP and social security number. Sources: DOF 18 October 2021, instructivo normativo (sex, state, check digit by 10); IMSS
 * (subdelegation, year of joining, year of birth, serial number, Luhn)
 */
import { hasLuhn, isOneDigit } from './check-digits.ts';
import { isYearMonthDay } from './dates.ts';
import { CHECK, type IdForm, WRITTEN } from './id-form.ts';

const SIGNS = '0123456789ABCDEFGHIJKLMNÑOPQRSTUVWXYZ';
const NUMBER =
  /^[A-Z][AEIOUX][A-Z]{2}\d{6}[HMX](?:AS|BC|BS|CC|CL|CM|CS|CH|DF|DG|GT|GR|HG|JC|MC|MN|MS|NT|NL|OC|PL|QT|QR|SP|SL|SR|TC|TS|TL|VZ|YN|ZS|NE)[B-DF-HJ-NP-TV-Z]{3}[A-Z\d]\d$/;

export const mexico: readonly IdForm[] = [
  {
    country: 'MX',
    written: { 'AAAA999999AAAAAA*9': WRITTEN.own },
    check: CHECK.hundredth,
    words: 'curp',
    isValid: (signs) =>
      NUMBER.test(signs) && isYearMonthDay(signs.slice(4)) && checkDigit(signs) === Number(signs.charAt(17)),
  },
  {
    country: 'MX',
    written: { '99999999999': WRITTEN.bare, '99-99-99-9999-9': WRITTEN.grouped },
    check: CHECK.tenth,
    words: 'nss imss',
    stems: 'afiliaci',
    isValid: (digits) => !isOneDigit(digits) && hasLuhn(digits),
  },
];

function checkDigit(signs: string): number {
  const sum = [...signs.slice(0, 17)].reduce((total, sign, at) => total + SIGNS.indexOf(sign) * (18 - at), 0);
  return (10 - (sum % 10)) % 10;
}
