/** A mask that reminds its author of the value and tells nobody else: an initial, an ending, two digits. */
import type { FindingType } from '../core/types.ts';

const HIDDEN = '•••';
/** Endings so common that they narrow nothing down; any other is hidden too. */
const COMMON_ENDING = /\.(?:com|net|org|edu|gov|[a-z]{2})$/i;
/** What this file makes. */
const MASK = /^.?•••(?:@•••(?:\.[a-z]{2,3})?|\d\d)?$/iu;
const MIN_PHONE_DIGITS = 6;
const MIN_NAME_LETTERS = 3;

/** `a•••@•••.com`, `•••34`, `A•••`; undefined for other types and for values too short for a hint. */
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
