/**
 * The machine-readable zone of a document (see `mrz.ts`) among lines that were read from a picture, where signs are taken for others, lost
 * or doubled: the check digits of Doc 9303 decide, with letters where letters stand and digits where digits do; a line of names with its
 * fillers is one by its look. Time: each line of a zone's length is tried in some sixty alignments.
 *
 * Misses: zones of which less than half of a line was read, and those with several faults in each checked field.
 */
import { isChecked } from './mrz.ts';

/** One line of a page, as it stands in its text. */
export interface ZoneLine {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface MisreadZone {
  readonly start: number;
  readonly end: number;
  readonly kind: 'passport' | 'card';
  /** How many fields have their check digit, of number, birth and expiry; 0 where only the look tells. */
  readonly checks: number;
}

const MIN_UNITS = 24;
const MAX_UNITS = 50;
/** Lines of that length that are tried; no document has more than three, and a picture few documents. */
const MAX_TRIED = 48;
/** Of letters in lower case, fillers aside: zones have none, and a reader makes few. */
const MAX_LOWER_CASE = 0.2;
const FILLER = /[<‹«([{≤⟨〈＜]/;
/** What readers take rows of fillers for. */
const LIKE_FILLERS = /[ckrs]/;
const DIGIT: Readonly<Record<string, string>> = {
  O: '0',
  Q: '0',
  D: '0',
  U: '0',
  I: '1',
  L: '1',
  J: '1',
  '|': '1',
  '!': '1',
  Z: '2',
  A: '4',
  S: '5',
  G: '6',
  T: '7',
  B: '8',
  P: '9',
};
const LETTER: Readonly<Record<string, string>> = { 0: 'O', 1: 'I', 2: 'Z', 5: 'S', 6: 'G', 8: 'B' };
const DATE = /^\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/;
/** A card's dates stand at the head of its second line, a passport's behind the number and the nationality. */
export const DATES_AT = { passport: 13, card: 0 };
const FIELD_UNITS = 7;
/** The first line: document code, state, names or number. */
const FIRST_LINE = /^[PVIACT1][A-Z<0-9][A-Z<01568]{3}[A-Z\d<]+$/;
const NAMES = /[A-Z]<<?[A-Z]/;
const MANY_FILLERS = /<{5,}/;
const SOME_FILLERS = /<{2,}/;
const MAX_LENGTH_DIFFERENCE = 6;
const MIN_FIRST_LINE_UNITS = 26;

/** From top to bottom, not overlapping. `lines` in the order of the page. */
export function misreadZones(lines: readonly ZoneLine[]): MisreadZone[] {
  const zones: MisreadZone[] = [];
  let tried = 0;
  let from = 0;
  for (const [at, line] of lines.entries()) {
    const signs = signsOf(line.text);
    if (at < from || signs === undefined || tried >= MAX_TRIED) continue;
    tried++;
    const zone = zoneAt(lines, at, signs, from);
    if (zone === undefined) continue;
    zones.push(zone.found);
    from = zone.next;
  }
  return zones;
}

/** In upper case, without blanks, fillers as `<`; undefined where no line of a zone can have been read so. */
export function signsOf(text: string): string | undefined {
  if (text.length < MIN_UNITS || text.length > 2 * MAX_UNITS) return undefined;
  const bare = text.replace(/\s/g, '').replaceAll('«', '<<');
  const isFiller = (at: number): boolean => FILLER.test(bare.charAt(at));
  let lower = 0;
  let signs = '';
  for (const [at, sign] of [...bare].entries()) {
    if (isFiller(at)) signs += '<';
    else if (LIKE_FILLERS.test(sign) && (isFiller(at - 1) || isFiller(at + 1) || signs.endsWith('<'))) signs += '<';
    else if (/[A-Za-z\d|!]/.test(sign)) {
      if (/[a-z]/.test(sign)) lower++;
      signs += sign === '|' || sign === '!' ? 'I' : sign.toUpperCase();
    } else if (!/[.,'’`~_\-–—:;]/.test(sign)) return undefined;
  }
  const isZone = signs.length >= MIN_UNITS && signs.length <= MAX_UNITS && lower <= MAX_LOWER_CASE * signs.length;
  return isZone ? signs : undefined;
}

/** `from`: the first line that is of no other zone. */
function zoneAt(
  lines: readonly ZoneLine[],
  at: number,
  signs: string,
  from: number,
): { readonly found: MisreadZone; readonly next: number } | undefined {
  const line = lines[at];
  if (line === undefined) return undefined;
  if (isFirstLine(signs)) {
    const below = [1, 2].map((by) => signsOf(lines[at + by]?.text ?? ''));
    const [second, third] = below;
    const checks = Math.max(...[second, third].map((other) => (other === undefined ? 0 : checksOf(other).right)));
    const isKnown = checks >= 1 || (MANY_FILLERS.test(signs) && (NAMES.test(signs) || second !== undefined));
    if (!isKnown) return undefined;
    const rows = second === undefined ? 1 : third !== undefined && isAlike(signs, third) ? 3 : 2;
    const last = lines[at + rows - 1] ?? line;
    const kind = /^[ACIT1]/.test(signs) ? 'card' : 'passport';
    return { found: { start: line.start, end: last.end, kind, checks }, next: at + rows };
  }
  const { right, layout } = checksOf(signs);
  if (right < 2) return undefined;
  // A card's names stand below.
  const below = layout === 'card' ? signsOf(lines[at + 1]?.text ?? '') : undefined;
  const last = below !== undefined && SOME_FILLERS.test(below) ? (lines[at + 1] ?? line) : line;
  const above = at > from ? signsOf(lines[at - 1]?.text ?? '') : undefined;
  const first =
    above !== undefined && SOME_FILLERS.test(above) && isAlike(above, signs) ? (lines[at - 1] ?? line) : line;
  const kind = layout === 'card' || signs.length < 40 ? 'card' : 'passport';
  return { found: { start: first.start, end: last.end, kind, checks: right }, next: last === line ? at + 1 : at + 2 };
}

function isFirstLine(signs: string): boolean {
  return signs.length >= MIN_FIRST_LINE_UNITS && FIRST_LINE.test(signs) && SOME_FILLERS.test(signs);
}

function isAlike(a: string, b: string): boolean {
  return Math.abs(a.length - b.length) <= MAX_LENGTH_DIFFERENCE;
}

export interface Checks {
  readonly right: number;
  readonly layout: 'passport' | 'card';
  /** As they stand in the layout. */
  readonly aligned: string;
}

/** Of the best alignment: as it was read, with one sign left out, or one filled in. */
export function checksOf(signs: string): Checks {
  let best: Checks = { right: 0, layout: 'passport', aligned: signs };
  const end = DATES_AT.passport + 2 * FIELD_UNITS + 1;
  for (const aligned of alignments(signs, end)) {
    for (const layout of ['passport', 'card'] as const) {
      const right = rightChecks(aligned, layout);
      if (right > best.right) best = { right, layout, aligned };
    }
    if (best.right === 3) break;
  }
  return best;
}

function* alignments(signs: string, end: number): Generator<string> {
  yield signs;
  for (let at = 0; at < end; at++) {
    yield signs.slice(0, at) + signs.slice(at + 1);
    yield `${signs.slice(0, at)}<${signs.slice(at)}`;
  }
}

/** 0 unless one of the dates may be a date: a row of any digits has a check digit in one case of ten. */
function rightChecks(signs: string, layout: Checks['layout']): number {
  const at = DATES_AT[layout];
  const birth = digits(signs.slice(at, at + FIELD_UNITS));
  const sex = signs.charAt(at + FIELD_UNITS);
  const expiry = digits(signs.slice(at + FIELD_UNITS + 1, at + 2 * FIELD_UNITS + 1));
  const dates = [birth, expiry].filter((date) => DATE.test(date.slice(0, 6)));
  const nationality = layout === 'passport' ? signs.slice(10, 13) : signs.slice(15, 18);
  if (!/^[MFX<]$/.test(sex) || !/^[A-Z<0-9]{3}$/.test(nationality) || /\d{2}/.test(nationality)) return 0;
  if (dates.length === 0) return 0;
  const right = dates.filter((date) => isDateChecked(date)).length;
  return right + (layout === 'passport' && isNumberChecked(signs.slice(0, 9), signs.charAt(9)) ? 1 : 0);
}

export function isDateChecked(date: string): boolean {
  return /^\d{7}$/.test(date) && isChecked(date.slice(0, 6), date.charAt(6));
}

/** A document's number has letters and digits: those that look alike are tried either way, all of them together. */
export function isNumberChecked(number: string, check: string): boolean {
  const digit = digits(check);
  if (!/^\d$/.test(digit)) return false;
  const head = number.slice(0, 2).replace(/[A-Z\d]/g, (sign) => LETTER[sign] ?? sign);
  return [number, digits(number), head + digits(number.slice(2)), number.slice(0, 1) + digits(number.slice(1))].some(
    (reading) => isChecked(reading, digit),
  );
}

/** With digits for the letters that look like them. */
export function digits(signs: string): string {
  return signs.replace(/[^\d<]/g, (sign) => DIGIT[sign] ?? sign);
}
