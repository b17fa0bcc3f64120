/**
 * Who issues a card number, by its first digits and its length. Sources: ISO/IEC 7812; the networks' published ranges, as
 * collected at https://en.wikipedia.org/wiki/Payment_card_number (Mastercard since 2017: 2221-2720; Mir: 2200-2204).
 */

/**
 * `strong`: few other numbers begin so and are so long. `weak`: card numbers, but barcodes, parcel numbers and serial numbers
 * look the same; they need a word beside them.
 */
export type IssuerRange = 'strong' | 'weak' | 'none';

interface Range {
  /** First and last prefix, both with the same number of digits. */
  readonly from: number;
  readonly to: number;
  readonly strong: readonly number[];
  readonly weak?: readonly number[];
}

const MAESTRO = [12, 13, 14, 15, 16, 17, 18, 19];

const RANGES: readonly Range[] = [
  // Visa. With 13 digits it looks like an EAN of Germany or Japan, with 19 like an id.
  { from: 4, to: 4, strong: [16], weak: [13, 19] },
  // Mastercard
  { from: 51, to: 55, strong: [16] },
  { from: 2221, to: 2720, strong: [16] },
  // American Express
  { from: 34, to: 34, strong: [15] },
  { from: 37, to: 37, strong: [15] },
  // Discover
  { from: 6011, to: 6011, strong: [16], weak: [17, 18, 19] },
  { from: 644, to: 649, strong: [16], weak: [17, 18, 19] },
  { from: 65, to: 65, strong: [16], weak: [17, 18, 19] },
  // Diners Club
  { from: 300, to: 305, strong: [14], weak: [16, 19] },
  { from: 309, to: 309, strong: [14], weak: [16, 19] },
  { from: 36, to: 36, strong: [14], weak: [16, 19] },
  { from: 38, to: 39, strong: [14], weak: [16, 19] },
  // JCB; test data takes all of 35; the older ones have 15 digits
  { from: 3528, to: 3589, strong: [16], weak: [17, 18, 19] },
  { from: 35, to: 35, strong: [16] },
  { from: 1800, to: 1800, strong: [15] },
  { from: 2131, to: 2131, strong: [15] },
  // UnionPay
  { from: 62, to: 62, strong: [16, 19], weak: [17, 18] },
  { from: 81, to: 81, strong: [16], weak: [17, 18, 19] },
  // Mir
  { from: 2200, to: 2204, strong: [16], weak: [17, 18, 19] },
  // RuPay; 65 is shared with Discover
  { from: 60, to: 60, strong: [16] },
  { from: 508, to: 508, strong: [16] },
  { from: 353, to: 353, strong: [16] },
  { from: 356, to: 356, strong: [16] },
  // Troy
  { from: 9792, to: 9792, strong: [16] },
  // Elo, beside 65 and Visa's range
  { from: 506699, to: 506778, strong: [16] },
  { from: 509000, to: 509999, strong: [16] },
  { from: 627780, to: 627780, strong: [16] },
  { from: 636297, to: 636297, strong: [16] },
  { from: 636368, to: 636368, strong: [16] },
  // Verve
  { from: 506099, to: 506198, strong: [16], weak: [18, 19] },
  { from: 650002, to: 650027, strong: [16], weak: [18, 19] },
  // Maestro and what it took over (Switch, Solo, Laser); 0604 as test data has it
  { from: 50, to: 50, strong: [], weak: MAESTRO },
  { from: 56, to: 58, strong: [], weak: MAESTRO },
  { from: 6, to: 6, strong: [], weak: MAESTRO },
  // Sixteen digits of what ISO/IEC 7812-1 leaves to banks and travel, and of national issuers
  { from: 2, to: 6, strong: [], weak: [16] },
  { from: 9, to: 9, strong: [], weak: [16] },
  // UATP, InstaPayment
  { from: 1, to: 1, strong: [], weak: [15] },
  { from: 637, to: 639, strong: [16] },
];

/** `digits` are 12 to 19 ASCII digits. */
export function issuerRange(digits: string): IssuerRange {
  let best: IssuerRange = /^0604/.test(digits) ? 'weak' : 'none';
  for (const { from, to, strong, weak = [] } of RANGES) {
    const prefix = Number(digits.slice(0, String(from).length));
    if (prefix < from || prefix > to) continue;
    if (strong.includes(digits.length)) return 'strong';
    if (weak.includes(digits.length)) best = 'weak';
  }
  return best;
}

/** ISO/IEC 7812-1, annex B: the last digit is the Luhn check digit of the ones before it. */
export function hasLuhn(digits: string): boolean {
  let sum = 0;
  for (let at = 0; at < digits.length; at++) {
    const digit = digits.charCodeAt(digits.length - 1 - at) - 48;
    const doubled = at % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}
