/** A mask that reminds its author of the value and tells nobody else: an initial, an ending, two to four characters. */
import { normaliseValue } from '../core/normalise-value.ts';
import type { FindingType } from '../core/types.ts';

const HIDDEN = '•••';
/** Endings so common that they narrow nothing down; any other is hidden too. */
const COMMON_ENDING = /\.(?:com|net|org|edu|gov|[a-z]{2})$/i;
/** What this file makes. */
const MASK = /^(?:.?•••(?:@•••(?:\.[a-z]{2,3})?|\d\d|\d{4})?|[A-Z]{2}•••[A-Z\d]{2})$/iu;
const MIN_PHONE_DIGITS = 6;
const MIN_NAME_LETTERS = 3;
/** PCI DSS 4.0, requirement 3.4.1, lets the last four digits of a card be displayed (and its first ones, which stay hidden here). */
const SHOWN_CARD_DIGITS = 4;
const MIN_CARD_DIGITS = 12;
/** ISO 13616: a country, two check digits, up to 30 characters of the account. */
const IBAN_ENDS = /^([a-z]{2})\d\d[a-z\d]{9,28}([a-z\d]{2})$/;

/**
 * `a•••@•••.com`, `•••34`, `A•••`, a card as `•••1111`, an account as `DE•••00`. Undefined for values too short for a hint, and for other
 * types: a part of a document's number, an address, a date of birth or a statement says too much.
 */
export function partialMask(type: FindingType, value: string): string | undefined {
  if (MASK.test(value)) return value;
  switch (type) {
    case 'email':
      return emailMask(value);
    case 'phone': {
      const digits = value.replace(/\D/g, '');
      return digits.length < MIN_PHONE_DIGITS ? undefined : HIDDEN + digits.slice(-2);
    }
    case 'person':
      return value.length < MIN_NAME_LETTERS ? undefined : (/\p{L}/u.exec(value)?.[0] ?? '') + HIDDEN;
    case 'payment-card': {
      const digits = normaliseValue(type, value).replace(/\D/g, '');
      return digits.length < MIN_CARD_DIGITS ? undefined : HIDDEN + digits.slice(-SHOWN_CARD_DIGITS);
    }
    case 'iban': {
      const [, country, ending] = IBAN_ENDS.exec(normaliseValue(type, value)) ?? [];
      return country === undefined || ending === undefined ? undefined : `${country}${HIDDEN}${ending}`.toUpperCase();
    }
    default:
      return undefined;
  }
}

function emailMask(value: string): string | undefined {
  const at = value.lastIndexOf('@');
  if (at < 1) return undefined;
  const initial = at > 1 ? String.fromCodePoint(value.codePointAt(0) ?? 0) : '';
  return `${initial}${HIDDEN}@${HIDDEN}${COMMON_ENDING.exec(value)?.[0] ?? ''}`;
}
