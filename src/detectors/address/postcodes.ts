/**
 * The forms of postcodes by how telling they are. Source: Unicode CLDR postal code patterns
 * (https://github.com/unicode-org/cldr/blob/release-26-0-1/common/supplemental/postalCodeData.xml) and the Universal Postal Union's
 * addressing systems. A form shows a postcode beside a place; only `telling` ones do so alone.
 */

interface Postcode {
  readonly end: number;
  /** Letters and digits that hardly anything else has. */
  readonly isTelling: boolean;
}

/** Sticky, bounded, from the most telling form to plain digits. */
const TELLING = [
  /[A-Z]{1,2}\d[A-Z\d]? ?\d[ABD-HJLNP-UW-Z]{2}(?![\p{L}\d])/iuy, // GB, and its islands
  /[ABCEGHJ-NPRSTVXY]\d[A-Z][ -]?\d[A-Z]\d(?![\p{L}\d])/iuy, // CA
  /[ACDEFHKNPRTVWXY]\d[\dW] ?[\dACDEFHKNPRTVWXY]{4}(?![\p{L}\d])/iuy, // IE
  /(?:A|B|CH|D|DK|F|FIN|H|HR|I|L|LT|LV|MD|N|S|SI|SK|AZ|MC)-\d{4,6}(?![\p{L}\d-])/iuy, // with the country's sign
];
const PLAIN = [
  /[1-9]\d{3} ?[A-Z]{2}(?![\p{L}\d])/uy, // NL
  /\d{5}-\d{4}(?![\p{L}\d-])/uy, // US
  /\d{5}-\d{3}(?![\p{L}\d-])/uy, // BR
  /\d{4}-\d{3}(?![\p{L}\d-])/uy, // PT
  /\d{3}-\d{4}(?![\p{L}\d-])/uy, // JP
  /\d{2}-\d{3}(?![\p{L}\d-])/uy, // PL
  /\d{3} \d{2}(?![\p{L}\d-])/uy, // CZ, SK, SE, GR
  /\d{3} \d{3}(?![\p{L}\d-])/uy, // IN
  /\d{6}(?![\p{L}\d-])/uy, // CN, IN, RU, KZ, RO, SG, VN
  /\d{7,8}(?![\p{L}\d-])/uy, // IL, BR without its dash
  /\d{5}(?![\p{L}\d-])/uy, // DE, ES, FR, IT, MX, TR, UA, US and many more
];
/** AT, AU, BE, BG, CH, DK, GE, HU, LU, LV, NO, NZ, PH, ZA: as many numbers are of four digits, only right before a place or after one. */
const SHORT = /\d{4}(?![\p{L}\d.,:/-]\d|[\p{L}\d-])/uy;

/** The postcode that begins at `start`; undefined where none does. `short` ones have four digits. */
export function postcodeAt(text: string, start: number, allowsShort = false): Postcode | undefined {
  const letterCode = TELLING.map((form) => endOf(form, text, start)).find((end) => end !== undefined);
  if (letterCode !== undefined) return { end: letterCode, isTelling: true };
  for (const form of PLAIN) {
    const end = endOf(form, text, start);
    if (end !== undefined) return { end, isTelling: false };
  }
  const end = allowsShort ? endOf(SHORT, text, start) : undefined;
  return end === undefined ? undefined : { end, isTelling: false };
}

function endOf(form: RegExp, text: string, start: number): number | undefined {
  form.lastIndex = start;
  return form.test(text) ? form.lastIndex : undefined;
}
