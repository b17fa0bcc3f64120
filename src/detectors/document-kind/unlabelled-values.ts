/**
 * What stands on an identity document whose small labels were not read: dates by themselves, of which the earliest is its holder's birth, and
 * above that, in one column with it, the holder's names. Pure; quadratic in the dates of one frame.
 */
import type { NamesIn } from './name-lines.ts';
import { nameLine } from './name-lines.ts';
import type { Placed } from './placed.ts';
import { type PrintedDate, printedDates } from './printed-dates.ts';

export interface UnlabelledValues {
  readonly birth?: PrintedDate;
  readonly names: readonly Placed[];
}

const FIRST_YEAR = 1900;
const LAST_YEAR = 2100;
/** Documents are given out for ten years, in some countries for fifteen: what lies farther before another date is no date of issue. */
const MAX_VALIDITY_YEARS = 15;
/** Birth, issue and expiry. */
const ALL_DATES = 3;
/** In heights of the letters. */
const MAX_INDENT = 1.2;
const MAX_ROWS_ABOVE = 14;
const MAX_NAMES = 3;
const CAPITALS = /^\p{Lu}[\p{Lu}\p{M}'’ -]{1,40}$/u;

/** Dates that stand by themselves, different ones only. */
export function isolatedDates(all: readonly Placed[]): PrintedDate[] {
  const alone = printedDates(all).filter(
    ({ placed, start, end, year = 0 }) =>
      end - start >= placed.text.trim().length - 2 && year >= FIRST_YEAR && year <= LAST_YEAR,
  );
  return alone.filter(({ digits }, at) => alone.findIndex((other) => other.digits === digits) === at);
}

export function unlabelledValues(
  all: readonly Placed[],
  dates: readonly PrintedDate[],
  namesIn: NamesIn,
): UnlabelledValues {
  const [birth, ...others] = dates.toSorted((a, b) => (a.year ?? 0) - (b.year ?? 0));
  const last = others.at(-1);
  if (birth?.year === undefined || last?.year === undefined || last.year === birth.year) return { names: [] };
  const isBirth = others.length + 1 >= ALL_DATES || last.year - birth.year > MAX_VALIDITY_YEARS;
  return isBirth ? { birth, names: namesAbove(birth.placed, all, namesIn) } : { names: [] };
}

/** In capitals, from the nearest upwards. */
function namesAbove({ segment }: Placed, all: readonly Placed[], namesIn: NamesIn): Placed[] {
  const height = segment.bottom - segment.top;
  return all
    .filter(({ text, segment: other }) => {
      const isInColumn =
        other.line.turns === segment.line.turns &&
        Math.abs(other.left - segment.left) <= MAX_INDENT * height &&
        other.bottom <= segment.top + height / 2 &&
        segment.top - other.bottom <= MAX_ROWS_ABOVE * height;
      return isInColumn && CAPITALS.test(text.trim()) && nameLine(text, namesIn) !== undefined;
    })
    .toSorted((a, b) => b.segment.top - a.segment.top)
    .slice(0, MAX_NAMES);
}
