/** Brings a found or configured value into one spelling, so that the same thing compares equal. */
import type { FindingType } from './types.ts';

/** Their digits and letters are the value, however they are grouped. */
const GROUPED: readonly FindingType[] = [
  'payment-card',
  'iban',
  'national-id',
  'passport',
  'drivers-licence',
  'vehicle-plate',
];

/**
 * Phones become their digits (`+` and `00` in front both become `+`, an extension is cut off), numbers of cards, accounts, documents and plates
 * lose what groups them; everything else is NFKC, lower case, with white space collapsed. Pure; the result is personal data like the value itself.
 */
export function normaliseValue(type: FindingType, value: string): string {
  const plain = value.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
  if (type === 'phone') return normalisePhone(plain);
  if (isGrouped(type)) return plain.replace(/[^\p{L}\p{N}]/gu, '') || plain;
  return type === 'email' ? plain.replace(/^mailto:/, '') : plain;
}

/** Whether values of the type are written in groups of any size. */
export function isGrouped(type: FindingType): boolean {
  return type === 'phone' || GROUPED.includes(type);
}

/** From the first `+`, `(` or digit to an extension or a comment. */
const DIALLED = /(?<![+(])[+(]*\d[^\p{L}#;]*/u;

function normalisePhone(plain: string): string {
  const dialled = DIALLED.exec(plain)?.[0] ?? plain;
  const digits = dialled.replace('(0)', '').replace(/\D/g, '');
  if (/^\(?\+/.test(dialled)) return `+${digits}`;
  return digits.startsWith('00') ? `+${digits.slice(2)}` : digits;
}
