/** Dates in text: numeric ones, ones with the name of a month, with or without a year. Driven by runs of digits; linear. */
import { matchesOf } from '../matches-of.ts';
import { isMonthName } from './months.ts';

/** `short-year`: two digits; `no-year`: day and month; `digits`: eight digits in a row. */
export type DateForm = 'full' | 'short-year' | 'no-year' | 'digits';

export interface DatePlace {
  readonly start: number;
  readonly end: number;
  readonly form: DateForm;
}

interface Read {
  readonly units: number;
  readonly form: DateForm;
}

const FIRST_YEAR = 1900;
const MAX_UNITS = 48;
const MAX_MONTH_UNITS = 14;
const RUN = /\d+/g;
/** A word, a version, a longer number. */
const GLUED = /[\p{L}\p{N}_]$|\d[./-]$/u;

const NUMERIC = /^(\d{1,2})([./-]|\. ?| [./-] | )(\d{1,2})\2((?:19|20)\d{2}|\d{2})(?![\d\p{L}]|[./-]\d)/u;
const YEAR_FIRST = /^((?:19|20)\d{2})([./-]|\. ?)(\d{1,2})\2(\d{1,2})(?!\d|[./-]\d)/;
const DIGITS = /^((?:19|20)\d{2})(\d{2})(\d{2})(?!\d)/;
const CJK = /^((?:19|20)\d{2}) ?[年년] ?(\d{1,2}) ?[月월] ?(\d{1,2}) ?[日일]/;
const GEORGIAN = /^((?:19|20)\d{2}) ?(?:წლის|წ\.) ?(\d{1,2})[ \u00a0]{1,2}([\u10d0-\u10ff]{4,12})/;
const DAY_FIRST =
  /^(\d{1,2})(?:st|nd|rd|th|er|[ºª°]|\.|-?(?:го|е))?[ \u00a0/-]{0,2}(?:of |de |di |d['’])?(\p{L}{3,12})\.?(?:,?[ \u00a0/-]{0,2}(?:de |del |of )?['’]?((?:19|20)\d{2}|\d{2}(?![:.]?\d))(?![\d\p{L}]))?/u;
const MONTH_BEFORE = /(?<![\p{L}\p{N}])(\p{L}{3,12})\.?[ \u00a0-]{1,2}$/u;
const AFTER_MONTH =
  /^(\d{1,2})(?:st|nd|rd|th)?(?:(?:,[ \u00a0]?|[ \u00a0-]{1,2})['’]?((?:19|20)\d{2}|['’]\d{2}))?(?![\d\p{L}:%])/u;

/** Dates in the order of their places; none overlap. */
export function* dates(text: string): Generator<DatePlace> {
  let from = 0;
  for (const { 0: digits, index } of matchesOf(text, RUN)) {
    const isGlued = index > 0 && GLUED.test(text.slice(Math.max(0, index - 2), index));
    if (index < from || isGlued) continue;
    const month = digits.length <= 2 ? monthBefore(text, from, index) : 0;
    const window = text.slice(index, index + MAX_UNITS);
    const read = month > 0 ? readAfterMonth(window) : readDate(window, digits.length);
    if (read === undefined) continue;
    from = index + read.units;
    yield { start: index - month, end: from, form: read.form };
  }
}

/** Units of a month's name and a blank before `to`; 0 without one. */
function monthBefore(text: string, from: number, to: number): number {
  if (!/[ \u00a0-]/.test(text.charAt(to - 1))) return 0;
  const match = MONTH_BEFORE.exec(text.slice(Math.max(from, to - MAX_MONTH_UNITS), to));
  return match && isMonthName(match[1] ?? '') ? match[0].length : 0;
}

function readAfterMonth(window: string): Read | undefined {
  const match = AFTER_MONTH.exec(window);
  if (match === null || !isDay(match[1])) return undefined;
  const year = match[2]?.replace(/\D/g, '');
  return isYear(year) ? { units: match[0].length, form: formOf(year) } : undefined;
}

function readDate(window: string, digits: number): Read | undefined {
  if (digits <= 2) return readNumeric(window) ?? readDayFirst(window);
  return digits === 4 || digits === 8 ? readYearFirst(window) : undefined;
}

function readNumeric(window: string): Read | undefined {
  const match = NUMERIC.exec(window);
  if (match === null) return undefined;
  const [all, first, , second, year] = match;
  const isDate = (isDay(first) && isMonth(second)) || (isMonth(first) && isDay(second));
  return isDate && isYear(year) ? { units: all.length, form: formOf(year) } : undefined;
}

function readDayFirst(window: string): Read | undefined {
  const match = DAY_FIRST.exec(window);
  if (match === null || !isDay(match[1]) || !isMonthName(match[2] ?? '')) return undefined;
  return isYear(match[3]) ? { units: match[0].length, form: formOf(match[3]) } : undefined;
}

function readYearFirst(window: string): Read | undefined {
  const named = GEORGIAN.exec(window);
  if (named !== null) {
    const isDate = isYear(named[1]) && isDay(named[2]) && isMonthName(named[3] ?? '');
    return isDate ? { units: named[0].length, form: 'full' } : undefined;
  }
  const digits = DIGITS.exec(window);
  const match = digits ?? YEAR_FIRST.exec(window) ?? CJK.exec(window);
  if (match === null) return undefined;
  const [month, day] = match.slice(-2);
  const isDate = isYear(match[1]) && isMonth(month) && isDay(day);
  return isDate ? { units: match[0].length, form: digits === null ? 'full' : 'digits' } : undefined;
}

function formOf(year: string | undefined): DateForm {
  if (year === undefined) return 'no-year';
  return year.length === 4 ? 'full' : 'short-year';
}

function isDay(digits = ''): boolean {
  return Number(digits) >= 1 && Number(digits) <= 31;
}

function isMonth(digits = ''): boolean {
  return Number(digits) >= 1 && Number(digits) <= 12;
}

/** Of somebody who may live; none and two digits are left open. */
function isYear(digits: string | undefined): boolean {
  if (digits === undefined || digits.length < 4) return true;
  return Number(digits) >= FIRST_YEAR && Number(digits) <= new Date().getUTCFullYear();
}
