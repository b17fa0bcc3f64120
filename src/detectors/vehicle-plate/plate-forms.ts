/**
 * Forms of vehicle registration plates by country. Source: the countries' own rules as collected at
 * https://en.wikipedia.org/wiki/Vehicle_registration_plate and its pages by country.
 */
import { matchesOf } from '../matches-of.ts';

/** `telling`: few other things are written so. `plain`: many a product number is. `any`: letters and digits. */
export type PlateForm = 'telling' | 'plain' | 'any';

export interface PlateCandidate {
  readonly start: number;
  readonly end: number;
  readonly form: PlateForm;
}

/** Letters that Cyrillic and Latin share: the only ones on plates of Russia and Ukraine. */
const SHARED = '[АВЕІКМНОРСТУХABEIKMHOPCTYX]';
const TELLING: readonly RegExp[] = [
  // Germany: B-MW 1234, M AB 123H
  /[A-ZÄÖÜ]{1,3}-[A-Z]{1,2}[ -]?[1-9]\d{0,3}[EH]?/,
  // United Kingdom since 2001: AB12 CDE
  /[A-HJ-PR-Y][A-HJ-PR-Y]\d{2} ?[A-HJ-PR-Z]{3}/,
  // France, Italy, Georgia: AB-123-CD, AB 123 CD
  /[A-Z]{2}(?<s>[ -]?)\d{3}\k<s>[A-Z]{2}/,
  // Spain: 1234 BCD, but not the year of a BMW
  /(?!19|20)\d{4}[ -]?[BCDFGHJKLMNPRSTVWXYZ]{3}/,
  // Russia: А123ВС77, А 123 ВС 177 RUS
  new RegExp(`${SHARED} ?\\d{3} ?${SHARED}{2} ?[|/]?\\d{2,3}(?: ?RUS)?`),
  // Ukraine: АА 1234 ВВ
  new RegExp(`${SHARED}{2} ?\\d{4} ?${SHARED}{2}`),
  // Netherlands, Portugal: three groups
  /(?:[A-Z]{2}-\d{2}-\d{2}|\d{2}-\d{2}-[A-Z]{2}|\d{2}-[A-Z]{2}-\d{2}|[A-Z]{2}-\d{2}-[A-Z]{2}|[A-Z]{2}-[A-Z]{2}-\d{2}|\d{2}-[A-Z]{2}-[A-Z]{2}|\d{2}-[A-Z]{3}-\d|\d-[A-Z]{3}-\d{2}|[A-Z]{2}-\d{3}-[A-Z]|[A-Z]-\d{3}-[A-Z]{2}|[A-Z]{3}-\d{2}-[A-Z]|\d-[A-Z]{2}-\d{3})/,
  // Belgium: 1-ABC-234
  /[1-9]-[A-Z]{3}-\d{3}/,
  // India: MH 12 AB 1234
  /[A-Z]{2}[ -]?\d{2}[ -]?[A-Z]{1,2}[ -]?\d{4}/,
];
const CANTONS = 'AG|AI|AR|BE|BL|BS|FR|GE|GL|GR|JU|LU|NE|NW|OW|SG|SH|SO|SZ|TG|TI|UR|VD|VS|ZG|ZH';
const PLAIN: readonly RegExp[] = [
  // Germany without the dash, Austria: M AB 123, W-12345 A
  /[A-ZÄÖÜ]{1,3} [A-Z]{1,2} ?[1-9]\d{0,3}[EH]?/,
  /[A-Z]{1,2}[ -]\d{1,5} ?[A-Z]{1,3}/,
  // United Kingdom before 2001: A123 BCD, ABC 123D
  /[A-Y]\d{1,3} ?[A-Z]{3}/,
  /[A-Z]{3} ?\d{1,3}[A-Z]/,
  // Switzerland: ZH 123456
  new RegExp(`(?:${CANTONS})[ -]?(?:\\d{1,3} \\d{3}|\\d{1,6})`),
  // Poland: WA 12345, KR 1AB23; Norway and Denmark: AB 12 345
  /[A-Z]{2,3} ?(?=[A-Z]{0,3}\d)[A-Z\d]{4,5}/,
  /[A-Z]{2} ?\d{2} ?\d{3}/,
  // France before 2009, Turkey, Kazakhstan: 123 ABC 75, 34 ABC 123
  /\d{1,4} ?[A-Z]{1,3} ?\d{2,5}/,
  // Belarus, Czechia: 1234 AB-7, 1A2 3456
  /\d{4} ?[A-Z]{2}-?\d/,
  /\d[A-Z]\d ?\d{4}/,
  // Spain: 2012 BCD, and before 2000: M-1234-AB
  /\d{4}[ -]?[BCDFGHJKLMNPRSTVWXYZ]{3}/,
  /[A-Z]{1,2}-\d{4}-[A-Z]{1,2}/,
  // United States, Brazil, Sweden, Georgia before 2014: 7ABC123, ABC-1234, ABC1D23, ABC 12D
  /\d[A-Z]{3}\d{3}/,
  /[A-Z]{3}[ -]?\d{3,4}/,
  /\d{3}[ -]?[A-Z]{3}/,
  /[A-Z]{3}\d[A-Z]\d{2}/,
  /[A-Z]{3} ?\d{2}[A-Z]/,
];
const ANY: readonly RegExp[] = [/(?=\D{0,8}\d)(?=[\d -]{0,8}[A-ZА-ЯІ])[A-ZА-ЯІ\d]{1,4}(?:[ -]?[A-ZА-ЯІ\d]{1,4}){1,2}/];

const FORMS: readonly { readonly form: PlateForm; readonly pattern: RegExp }[] = [
  { form: 'telling', pattern: whole(TELLING) },
  { form: 'plain', pattern: whole(PLAIN) },
  { form: 'any', pattern: whole(ANY) },
];

/**
 * Before letters that stand beside digits, in either order; empty, so that a word before takes nothing away. In lower case only
 * without a blank: words stand beside numbers everywhere. Spelled out for both cases: the flags `i` and `u` make it ten times slower.
 */
const SCAN =
  /(?<![\wА-Яа-я./@#])(?=[A-ZÄÖÜА-ЯІ]{1,4}[- ]?(?:[A-ZА-ЯІ]{1,3}[- ]?)?\d|\d{1,4}[- ]?[A-ZА-ЯІ](?![a-zа-я])|\d{2}-\d{2}-[A-Z]|[a-zа-я]{1,3}-?\d{2,4} ?-?[a-zа-я]|\d{4}-?[a-zа-я]{3})/g;
const IN_WORD_BEFORE = /[\p{L}\p{N}]-?$/u;
/** `150 HP`, `77 EUR`: so many of something. */
const MEASURE =
  /^\d+ ?(?:EUR|USD|GBP|CHF|RUB|GEL|PLN|UAH|TRY|CAD|AUD|JPY|KM|KMH|MPH|HP|BHP|PS|KW|NM|CC|KG|LBS|MM|CM|AM|PM|TDI|GB|MB|TH)$/;
const MAX_UNITS = 18;
const CYRILLIC = /[а-яі]/;
const MIN_PLACES = 4;
const MAX_PLACES = 9;

export function* plateCandidates(text: string): Generator<PlateCandidate> {
  let from = 0;
  for (const { index: start } of matchesOf(text, SCAN)) {
    if (start < from || IN_WORD_BEFORE.test(text.slice(Math.max(0, start - 2), start))) continue;
    const window = text.slice(start, start + MAX_UNITS);
    const upper = window.toUpperCase();
    // Case may change the number of units; then the places would be wrong.
    if (upper.length !== window.length) continue;
    const read = formOf(window, upper);
    if (read === undefined) continue;
    from = start + read.units;
    yield { start, end: from, form: read.form };
  }
}

function formOf(window: string, upper: string): { readonly units: number; readonly form: PlateForm } | undefined {
  for (const { form, pattern } of FORMS) {
    // As written first: in upper case the words behind look like letters of the plate.
    const units = (pattern.exec(window) ?? pattern.exec(upper))?.[0].length ?? 0;
    if (units === 0) continue;
    const value = window.slice(0, units);
    if (MEASURE.test(value)) return undefined;
    const isUpper = value === upper.slice(0, units);
    // Words in lower case stand beside numbers everywhere: "in 200 km".
    const isTyped = form === 'telling' && (!value.includes(' ') || /^\p{L}+\d/u.test(value));
    if ((isUpper || isTyped) && (form !== 'any' || isPlateLength(value))) {
      return { units, form: isUpper || CYRILLIC.test(value) ? form : 'plain' };
    }
  }
  return undefined;
}

function isPlateLength(value: string): boolean {
  const { length } = value.replace(/[ -]/g, '');
  return length >= MIN_PLACES && length <= MAX_PLACES;
}

function whole(patterns: readonly RegExp[]): RegExp {
  const sources = patterns.map(({ source }) => source).join('|');
  return new RegExp(`^(?:${sources})(?![\\p{L}\\p{N}_]|-[\\p{L}\\p{N}])`, 'u');
}
