/**
 * The machine-readable zone of passports, visas and identity cards: ICAO Doc 9303 parts 4 (TD3, two lines of 44), 5 (TD1, three
 * of 30), 6 (TD2, two of 36) and 7 (visas), https://www.icao.int/publications/doc-series/doc-9303. It is looked for from its
 * dates outwards: date of birth, sex and date of expiry stand side by side, each date with its check digit.
 */
import { matchesOf } from '../matches-of.ts';

export interface MachineReadableZone {
  readonly start: number;
  readonly end: number;
  /** By its first letter: P and V are passports and visas, A, C and I cards; without it by the size. */
  readonly kind: 'passport' | 'card';
  /** How many of its check digits do not fit. */
  readonly wrongChecks: number;
}

interface DataLine {
  readonly start: number;
  readonly end: number;
  readonly lineUnits: number;
  /** Of a card with three lines: what stands on the line before. */
  readonly hasThreeLines: boolean;
  readonly wrongChecks: number;
}

const DATES = /\d{7}[MFX<]\d{7}/g;
const DATES_UNITS = 15;
/** Document number with its check digit, and nationality. */
const BEFORE_DATES = /[A-Z\d<]{9}[\d<][A-Z<]{3}$/;
const BEFORE_DATES_UNITS = 13;
/** Behind the dates of a passport's or visa's line: optional data, and the check digit over all where there is one. */
const AFTER_DATES = /^[A-Z\d<]{8}(?:[A-Z\d<]{8})?(?![A-Z\d<])/;
const AFTER_DATES_UNITS = 17;
/** Behind the dates of a card's second line: nationality, optional data, the check digit over all. */
const AFTER_CARD_DATES = /^[A-Z<]{3}[A-Z\d<]{11}\d(?![A-Z\d<])/;
const CARD_LINE_UNITS = 30;
const TD3_LINE_UNITS = 44;
/** What a reader of pictures drops or adds among the fillers of a line of names. */
const MAX_MISREAD_UNITS = 4;
/** Blanks at the end of a line, and the break. */
const MAX_BREAK_UNITS = 8;
const WEIGHTS = [7, 3, 1];
/** Of those of number, birth and expiry; a misread sign there would also break the one over all, which is not asked. */
const MAX_WRONG_CHECKS = 1;

/** From left to right, not overlapping. A zone with more than one wrong check digit is none. */
export function* machineReadableZones(text: string): Generator<MachineReadableZone> {
  let from = 0;
  for (const { index } of matchesOf(text, DATES)) {
    if (index < from) continue;
    const line = passportLine(text, index) ?? cardLine(text, index);
    if (line === undefined || line.start < from || line.wrongChecks > MAX_WRONG_CHECKS) continue;
    const zone = zoneOf(text, line);
    yield zone;
    from = zone.end;
  }
}

/** The second of two lines, of 44 or 36 signs. */
function passportLine(text: string, dates: number): DataLine | undefined {
  const before = BEFORE_DATES.exec(text.slice(Math.max(0, dates - BEFORE_DATES_UNITS), dates))?.[0];
  const after = AFTER_DATES.exec(text.slice(dates + DATES_UNITS, dates + DATES_UNITS + AFTER_DATES_UNITS))?.[0];
  const start = dates - BEFORE_DATES_UNITS;
  if (before === undefined || after === undefined || isPartOfMore(text, start)) return undefined;
  const end = dates + DATES_UNITS + after.length;
  const line = text.slice(start, end);
  const checks = [isChecked(line.slice(0, 9), line.charAt(9)), ...dateChecks(text, dates)];
  return { start, end, lineUnits: line.length, hasThreeLines: false, wrongChecks: wrong(checks) };
}

/** The second of three lines of 30 signs; the document's number is on the first. */
function cardLine(text: string, dates: number): DataLine | undefined {
  const after = AFTER_CARD_DATES.exec(text.slice(dates + DATES_UNITS, dates + CARD_LINE_UNITS + 1))?.[0];
  if (after === undefined || isPartOfMore(text, dates)) return undefined;
  const checks = dateChecks(text, dates);
  const end = dates + DATES_UNITS + after.length;
  return { start: dates, end, lineUnits: CARD_LINE_UNITS, hasThreeLines: true, wrongChecks: wrong(checks) };
}

/** The line with the lines around it that belong to it. */
function zoneOf(text: string, line: DataLine): MachineReadableZone {
  const { hasThreeLines, lineUnits, wrongChecks } = line;
  const first = lineBefore(text, line.start, lineUnits);
  const end = hasThreeLines ? (namesBehind(text, line.end) ?? line.end) : line.end;
  const isCard = first === undefined ? lineUnits !== TD3_LINE_UNITS : /[ACI]/.test(text.charAt(first));
  return { start: first ?? line.start, end, kind: isCard ? 'card' : 'passport', wrongChecks };
}

/** Where the line of names or of a card's number begins: document code and state first. */
function lineBefore(text: string, start: number, lineUnits: number): number | undefined {
  const before = text.slice(Math.max(0, start - lineUnits - MAX_MISREAD_UNITS - MAX_BREAK_UNITS), start);
  const line = before.trimEnd();
  if (line.length === before.length || before.length - line.length > MAX_BREAK_UNITS) return undefined;
  const signs = line.split(/[^A-Z\d<]/).at(-1) ?? '';
  const isWhole = Math.abs(signs.length - lineUnits) <= MAX_MISREAD_UNITS && /^[ACIPV][A-Z<]{4}/.test(signs);
  return isWhole ? start - (before.length - line.length) - signs.length : undefined;
}

/** Where a card's third line, its names, ends. */
function namesBehind(text: string, end: number): number | undefined {
  const behind = text.slice(end, end + MAX_BREAK_UNITS + CARD_LINE_UNITS + MAX_MISREAD_UNITS);
  const [all, names = ''] = /^\s{1,8}([A-Z<]{26,34})(?![A-Z<])/.exec(behind) ?? [];
  return all !== undefined && names.includes('<') ? end + all.length : undefined;
}

function dateChecks(text: string, dates: number): boolean[] {
  const birth = text.slice(dates, dates + 7);
  const expiry = text.slice(dates + 8, dates + DATES_UNITS);
  return [birth, expiry].map((date) => isChecked(date.slice(0, 6), date.charAt(6)));
}

function isPartOfMore(text: string, start: number): boolean {
  return start < 0 || /[A-Za-z\d<]/.test(text.charAt(start - 1));
}

/** Part 3, 4.9: weights 7, 3, 1, letters from 10 on, a filler is 0, also as the check digit of an empty field. */
export function isChecked(signs: string, check: string): boolean {
  const sum = [...signs].reduce((total, sign, at) => total + signValue(sign) * (WEIGHTS[at % 3] ?? 0), 0);
  return sum % 10 === signValue(check);
}

function signValue(sign: string): number {
  return sign === '<' ? 0 : Number.parseInt(sign, 36);
}

function wrong(checks: readonly boolean[]): number {
  return checks.filter((isRight) => !isRight).length;
}
