/**
 * Spain: DNI, NIE, NIF of persons, and the number of the Seguridad Social. Sources: Real Decreto 1553/2005 (letter by 23),
 * Orden INT/2058/2008 (NIE), https://es.wikipedia.org/wiki/Número_de_la_Seguridad_Social (two digits by 97)
 */
import { isOneDigit } from './check-digits.ts';
import { CHECK, type IdForm, WRITTEN } from './id-form.ts';

const LETTERS = 'TRWAGMYFPDXBNJZSQVHLCKE';
const FIRST_DIGITS: Readonly<Record<string, string>> = { X: '0', Y: '1', Z: '2', K: '', L: '', M: '' };

export const spain: readonly IdForm[] = [
  {
    country: 'ES',
    written: {
      '99999999A': WRITTEN.grouped,
      '99999999-A': WRITTEN.own,
      '99999999 A': WRITTEN.grouped,
      '99.999.999-A': WRITTEN.own,
      '99.999.999 A': WRITTEN.own,
    },
    check: CHECK.tenth,
    words: 'dni nif',
    stems: 'identidad',
    isValid: (signs) => !isOneDigit(signs.slice(0, 8)) && hasLetter(signs.slice(0, 8), signs.charAt(8)),
  },
  {
    country: 'ES',
    written: {
      A9999999A: WRITTEN.grouped,
      'A-9999999-A': WRITTEN.own,
      'A9999999-A': WRITTEN.own,
      'A 9999999 A': WRITTEN.own,
    },
    check: CHECK.hundredth,
    words: 'nie nif dni',
    stems: 'extranjer identidad',
    isValid: (signs) => {
      const first = FIRST_DIGITS[signs.charAt(0)];
      return first !== undefined && hasLetter(first + signs.slice(1, 8), signs.charAt(8));
    },
  },
  {
    country: 'ES',
    written: {
      '99/9999999999': WRITTEN.grouped,
      '99 9999999999': WRITTEN.bare,
      '99 99999999 99': WRITTEN.bare,
      '999999999999': WRITTEN.bare,
    },
    check: CHECK.hundredth,
    words: 'nss naf nuss',
    stems: 'seguridad afiliaci',
    isValid: hasSocialSecurityCheck,
  },
];

function hasLetter(digits: string, letter: string): boolean {
  return LETTERS.charAt(Number(digits) % 23) === letter;
}

/** Leading zeros of the serial number are left out of the sum while it has seven digits. */
function hasSocialSecurityCheck(digits: string): boolean {
  const serial = digits.slice(2, 10).replace(/^0(?=\d{7}$)/, '');
  return Number(digits.slice(0, 2) + serial) % 97 === Number(digits.slice(10));
}
