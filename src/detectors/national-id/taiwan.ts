/** Taiwan: national identification number, and the one of residents since 2021. Source: https://zh.wikipedia.org/wiki/中華民國國民身分證 */
import { weightedSum } from './check-digits.ts';
import { CHECK, type IdForm, WRITTEN } from './id-form.ts';

/** Where a person was first registered: 10 for A to 35 for O. */
const PLACES = 'ABCDEFGHJKLMNPQRSTUVXYWZIO';
const WEIGHTS = [1, 9, 8, 7, 6, 5, 4, 3, 2, 1, 1];

export const taiwan: readonly IdForm[] = [
  {
    country: 'TW',
    written: { A999999999: WRITTEN.grouped },
    check: CHECK.tenth,
    words: '',
    within: ['身分證', '身份證', '居留證'],
    isValid: (signs) => /^[A-Z][1289]/.test(signs) && weightedSum(withPlace(signs), WEIGHTS) % 10 === 0,
  },
];

function withPlace(signs: string): string {
  return `${PLACES.indexOf(signs.charAt(0)) + 10}${signs.slice(1)}`;
}
