/**
 * France: NIR, the social security number. Source: INSEE, https://www.insee.fr/fr/metadonnees/definition/c1409 (key: 97 minus the rest by 97; Corsica 2A, 2B)
 */
import { CHECK, type IdForm, WRITTEN } from './id-form.ts';

/** Sex, year, month (20 and 30 to 42 where it is not known), département. */
const NUMBER = /^[12378]\d{2}(?:0[1-9]|1[0-2]|20|3\d|4[0-2])(?:\d{2}|2[AB])\d{6}/;

export const france: readonly IdForm[] = [
  {
    country: 'FR',
    written: {
      '9 99 99 99 999 999 99': WRITTEN.own,
      '9 99 99 9A 999 999 99': WRITTEN.own,
      '9 99 99 99 999 999-99': WRITTEN.own,
      '9999999999999 99': WRITTEN.grouped,
      '999999A999999 99': WRITTEN.own,
      '999999999999999': WRITTEN.bare,
      '999999A99999999': WRITTEN.own,
    },
    check: CHECK.thousandth,
    words: 'nir insee nss sécu secu vitale',
    stems: 'sécurité securite',
    isValid: (signs) => NUMBER.test(signs) && isChecked(signs),
  },
];

function isChecked(signs: string): boolean {
  const number = signs.slice(0, 13).replace('2A', '19').replace('2B', '18');
  return /^\d{13}$/.test(number) && 97 - (Number(number) % 97) === Number(signs.slice(13));
}
