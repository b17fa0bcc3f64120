/**
 * Switzerland: AHV number (AVS, AI, NAVS13). Source: https://www.zas.admin.ch (country code 756, check digit of EAN-13)
 */
import { hasEan13 } from './check-digits.ts';
import { CHECK, type IdForm, WRITTEN } from './id-form.ts';

export const switzerland: readonly IdForm[] = [
  {
    country: 'CH',
    written: { '999.9999.9999.99': WRITTEN.own, '999 9999 9999 99': WRITTEN.grouped, '9999999999999': WRITTEN.bare },
    check: CHECK.thousandth,
    words: 'ahv avs ahvn navs oasi',
    stems: 'sozialversicherung ahvnummer',
    isValid: (digits) => digits.startsWith('756') && hasEan13(digits),
  },
];
