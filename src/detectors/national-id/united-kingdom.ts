/**
 * United Kingdom: National Insurance number and NHS number. Sources: HMRC NIM39110 (prefixes and suffixes), NHS Data Dictionary (weights 10 to 2 by 11)
 */
import { isOneDigit, weightedSum } from './check-digits.ts';
import { CHECK, type IdForm, WRITTEN } from './id-form.ts';

const INSURANCE = /^(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]\d{6}[A-D]$/;
const HEALTH_WEIGHTS = [10, 9, 8, 7, 6, 5, 4, 3, 2, 1];

export const unitedKingdom: readonly IdForm[] = [
  {
    country: 'GB',
    written: {
      AA999999A: WRITTEN.own,
      'AA 99 99 99 A': WRITTEN.own,
      'AA 999999 A': WRITTEN.own,
      'AA999999 A': WRITTEN.own,
      'AA-99-99-99-A': WRITTEN.own,
    },
    check: CHECK.none,
    words: 'nino ni',
    stems: 'insurance nationalinsurance',
    isValid: (signs) => INSURANCE.test(signs),
  },
  {
    country: 'GB',
    written: { '999 999 9999': WRITTEN.bare, '999-999-9999': WRITTEN.bare, '9999999999': WRITTEN.bare },
    check: CHECK.tenth,
    words: 'nhs',
    isValid: (digits) => !isOneDigit(digits) && weightedSum(digits, HEALTH_WEIGHTS) % 11 === 0,
  },
];
