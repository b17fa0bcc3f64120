/**
 * How the numbers of passports are written, by country. Sources: PRADO, https://www.consilium.europa.eu/prado; the issuing states.
 * None has a check digit outside of its machine-readable zone.
 */

/** ISO 3166-1 alpha-2 and pictures. */
export const PASSPORT_FORMS: Readonly<Record<string, readonly string[]>> = {
  AM: ['AA9999999'],
  AT: ['A9999999', 'A 9999999', 'AA9999999'],
  AU: ['A9999999', 'AA9999999'],
  AZ: ['A99999999'],
  BE: ['AA999999', 'AA 999999'],
  BG: ['999999999'],
  BR: ['AA999999', 'AA 999999'],
  BY: ['AA9999999', 'AA 9999999'],
  CA: ['AA999999', 'AA 999999', 'A999999AA'],
  CH: ['A9999999', 'A99A9999'],
  CN: ['A99999999', 'AA9999999'],
  CZ: ['99999999'],
  DE: ['A********', 'A********9'],
  DK: ['999999999'],
  EE: ['AA9999999', 'A9999999'],
  EG: ['A99999999'],
  ES: ['AAA999999', 'AA999999', 'AAA 999999'],
  FI: ['AA9999999'],
  FR: ['99AA99999', '99 AA 99999'],
  GB: ['999999999', '999 999 999'],
  GE: ['99AA99999', '99 AA 99999', 'A9999999', 'AA9999999'],
  GR: ['AA9999999', 'AA 9999999'],
  HU: ['AA999999', 'AA9999999'],
  IE: ['AA9999999', 'A9999999'],
  IL: ['99999999'],
  IN: ['A9999999', 'A-9999999', 'A 9999999'],
  IT: ['AA9999999', 'AA99999A9'],
  JP: ['AA9999999', 'AA 9999999'],
  KR: ['A99999999', 'A999A9999'],
  KZ: ['A99999999'],
  LT: ['99999999'],
  LV: ['AA9999999'],
  MX: ['A99999999'],
  NL: ['AA*******'],
  NO: ['99999999', 'AAA999999'],
  PH: ['A9999999A', 'AA9999999'],
  PL: ['AA9999999', 'AA 9999999'],
  PT: ['A999999', 'AA999999'],
  RO: ['999999999', '99999999'],
  RU: [
    '99 9999999',
    '999999999',
    '9999 999999',
    '99 99 999999',
    '9999999999',
    '9999-999999',
    '99-99 999999',
    '99 99-999999',
  ],
  SE: ['99999999', 'AA999999'],
  SG: ['A9999999A'],
  SK: ['AA9999999'],
  TR: ['A99999999', 'A 99999999'],
  UA: ['AA999999', 'AA 999999', '999999999'],
  US: ['999999999', 'A99999999', 'A 99999999'],
  UZ: ['AA9999999'],
  ZA: ['A99999999', '999999999'],
};

/** Germany's booklets and their numbers without vowels: the wide picture would take any code for one. */
const GERMAN = /^[CFGHJK][\dCFGHJKLMNPRTVWXYZ]{8}\d?$/;

/** Whether a number that fits the picture is one of these countries' passports; of any country's, when none are given. */
export function isPassportForm(compact: string, picture: string, countries?: readonly string[]): boolean {
  return Object.entries(PASSPORT_FORMS).some(([country, pictures]) => {
    if (!pictures.includes(picture) || countries?.includes(country) === false) return false;
    return country !== 'DE' || GERMAN.test(compact);
  });
}
