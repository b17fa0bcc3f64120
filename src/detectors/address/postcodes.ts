/**
 * The forms of postcodes by how telling they are. Source: Unicode CLDR postal code patterns
 * (https://github.com/unicode-org/cldr/blob/release-26-0-1/common/supplemental/postalCodeData.xml) and the Universal Postal Union's
 * addressing systems. A form shows a postcode beside a place; only `telling` ones do so alone.
 */

const ZERO = 0x30;
const NINE = 0x39;

interface Postcode {
  readonly end: number;
  /** Letters and digits that hardly anything else has. */
  readonly isTelling: boolean;
}

const TELLING = anyOf(
  'iuy',
  '[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[ABD-HJLNP-UW-Z]{2}', // GB, and its islands
  '[ABCEGHJ-NPRSTVXY]\\d[A-Z][ -]?\\d[A-Z]\\d', // CA
  '[ACDEFHKNPRTVWXY]\\d[\\dW] ?[\\dACDEFHKNPRTVWXY]{4}', // IE
  '(?:A|B|CH|D|DK|F|FIN|H|HR|I|L|LT|LV|MD|N|S|SI|SK|AZ|MC)-\\d{4,6}', // with the country's sign
);
const PLAIN = anyOf(
  'uy',
  '[1-9]\\d{3} ?[A-Z]{2}', // NL
  '\\d{5}-\\d{4}', // US
  '\\d{5}-\\d{3}', // BR
  '\\d{4}-\\d{3}', // PT
  '\\d{3}-\\d{4}', // JP
  '\\d{2}-\\d{3}', // PL
  '\\d{3} \\d{2}', // CZ, SK, SE, GR
  '\\d{3} \\d{3}', // IN
  '\\d{7,8}', // IL, BR without its dash
  '\\d{6}', // CN, IN, RU, KZ, RO, SG, VN
  '\\d{5}', // DE, ES, FR, IT, MX, TR, UA, US and many more
);
/** AT, AU, BE, BG, CH, DK, GE, HU, LU, LV, NO, NZ, PH, ZA: as many numbers are of four digits, only right before a place or after one. */
const SHORT = /\d{4}(?![\p{L}\d.,:/-]\d|[\p{L}\d-])/uy;

/** The postcode that begins at `start`; undefined where none does. `allowsShort`: also one of four digits. */
export function postcodeAt(text: string, start: number, allowsShort = false): Postcode | undefined {
  const first = text.charCodeAt(start);
  if (first < ZERO || first > NINE) {
    const end = endOf(TELLING, text, start);
    return end === undefined ? undefined : { end, isTelling: true };
  }
  const end = endOf(PLAIN, text, start) ?? (allowsShort ? endOf(SHORT, text, start) : undefined);
  return end === undefined ? undefined : { end, isTelling: false };
}

function endOf(form: RegExp, text: string, start: number): number | undefined {
  form.lastIndex = start;
  return form.test(text) ? form.lastIndex : undefined;
}

/** Sticky and bounded, the longer forms first; nothing may follow that belongs to a longer number or word. */
function anyOf(flags: string, ...forms: readonly string[]): RegExp {
  return new RegExp(`(?:${forms.join('|')})(?![\\p{L}\\d]|-\\d)`, flags);
}
