/** Dates of birth within identity numbers. Pure. */

const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Of six digits `yymmdd`; `monthOffsets` and `dayOffsets` are what a number may add to them (to tell sex, century or status). */
export function isYearMonthDay(
  digits: string,
  monthOffsets: readonly number[] = [0],
  dayOffsets: readonly number[] = [0],
): boolean {
  return isDateWith(Number(digits.slice(2, 4)), Number(digits.slice(4, 6)), monthOffsets, dayOffsets);
}

/** Of six digits `ddmmyy`. */
export function isDayMonthYear(
  digits: string,
  monthOffsets: readonly number[] = [0],
  dayOffsets: readonly number[] = [0],
): boolean {
  return isDateWith(Number(digits.slice(2, 4)), Number(digits.slice(0, 2)), monthOffsets, dayOffsets);
}

function isDateWith(
  month: number,
  day: number,
  monthOffsets: readonly number[],
  dayOffsets: readonly number[],
): boolean {
  return monthOffsets.some((inMonth) => dayOffsets.some((inDay) => isDayOfYear(month - inMonth, day - inDay)));
}

/** Whether a day and month can be; 29 February always can, the century is often unknown. */
function isDayOfYear(month: number, day: number): boolean {
  return day >= 1 && day <= (DAYS[month - 1] ?? 0);
}
