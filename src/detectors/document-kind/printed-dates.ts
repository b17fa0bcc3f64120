/**
 * Dates as documents print them, in whatever signs a reader took for their digits and stops: `27 05 2004`, `0310 1979`, `10:04 1993`,
 * `05 JUN 1969`, `1969-06-05`. Pure, linear.
 */
import { matchesOf } from '../matches-of.ts';
import { digitFor } from '../ocr-views/look-alikes.ts';
import type { Placed } from './placed.ts';

export interface PrintedDate {
  readonly placed: Placed;
  /** UTF-16 offsets into the page's text, end exclusive. */
  readonly start: number;
  readonly end: number;
  /** Digits without what stands between; of a date with the name of its month day and year only. */
  readonly digits: string;
  readonly hasMonthName: boolean;
  /** Where the order of its parts is known. */
  readonly year?: number;
}

const IN_DIGITS = /(?<![\p{L}\p{N}])[\dOolI|SBZ](?:[ ./,:-]{0,3}[\dOolI|SBZ]){5,7}(?![\p{L}\p{N}]|[ ./,:-]{0,3}\d)/gu;
/** The month as letters, in one or two languages: `05 JUN/JUIN 1969`. */
const WITH_MONTH =
  /(?<![\p{L}\p{N}])(\d{1,2})[ ./-]{0,3}\p{L}{3,10}\.?(?:[ ]?\/[ ]?\p{L}{3,10}\.?)?[ ./-]{0,3}((?:19|20)?\d{2})(?![\p{L}\p{N}])/gu;
const DAY_FIRST = /^(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])((?:19|20)\d\d)$/;
const MONTH_FIRST = /^(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])((?:19|20)\d\d)$/;
const YEAR_FIRST = /^((?:19|20)\d\d)(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/;
/** Stretches longer than this are sentences. */
const MAX_UNITS = 60;

export function printedDates(all: readonly Placed[]): PrintedDate[] {
  return all.flatMap((placed) => (placed.text.length > MAX_UNITS ? [] : datesIn(placed)));
}

function datesIn(placed: Placed): PrintedDate[] {
  const at = (index: number, units: number): Pick<PrintedDate, 'placed' | 'start' | 'end'> => {
    const start = placed.start + index;
    return { placed, start, end: start + units };
  };
  const named = matchesOf(placed.text, WITH_MONTH).map(({ 0: date, 1: day = '', 2: year = '', index }) => ({
    ...at(index, date.length),
    digits: day.padStart(2, '0') + year,
    hasMonthName: true,
    ...(year.length === 4 && { year: Number(year) }),
  }));
  const numeric = matchesOf(placed.text, IN_DIGITS).flatMap(({ 0: date, index }) => {
    const digits = [...date]
      .map((sign) => digitFor(sign) ?? sign)
      .join('')
      .replace(/\D/g, '');
    const year = (DAY_FIRST.exec(digits) ?? MONTH_FIRST.exec(digits) ?? YEAR_FIRST.exec(digits))?.[1];
    return [
      { ...at(index, date.length), digits, hasMonthName: false, ...(year !== undefined && { year: Number(year) }) },
    ];
  });
  return [...named, ...numeric.filter((one) => !named.some((other) => one.start < other.end && other.start < one.end))];
}
