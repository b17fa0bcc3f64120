/** Ranges of a file's bytes, and what of a file they leave over. */
import type { ByteView } from './byte-view.ts';

export interface ByteRange {
  readonly offset: number;
  readonly length: number;
}

const ZEROS = Buffer.alloc(64 * 1024);

/** The parts of `regions` that no range of `covered` touches, in order. Regions do not overlap each other; ranges may. */
export function uncovered(regions: readonly ByteRange[], covered: readonly ByteRange[]): ByteRange[] {
  const ranges = sorted(covered);
  const gaps: ByteRange[] = [];
  let next = 0;
  let reached = 0;
  for (const { offset, length } of sorted(regions)) {
    const end = offset + length;
    let at = Math.max(offset, Math.min(reached, end));
    for (let range = ranges[next]; range !== undefined && range.offset < end; range = ranges[++next]) {
      if (range.offset > at) gaps.push({ offset: at, length: range.offset - at });
      reached = Math.max(reached, range.offset + range.length);
      at = Math.max(at, Math.min(reached, end));
    }
    if (at < end) gaps.push({ offset: at, length: end - at });
  }
  return gaps;
}

/** Whether any range of one list shares a byte with one of the other. */
export function overlap(some: readonly ByteRange[], others: readonly ByteRange[]): boolean {
  const marked = [
    ...some.map((range) => ({ ...range, isOther: false })),
    ...others.map((range) => ({ ...range, isOther: true })),
  ];
  let [endOfSome, endOfOthers] = [0, 0];
  for (const { offset, length, isOther } of sorted(marked)) {
    if (length > 0 && offset < (isOther ? endOfSome : endOfOthers)) return true;
    if (isOther) endOfOthers = Math.max(endOfOthers, offset + length);
    else endOfSome = Math.max(endOfSome, offset + length);
  }
  return false;
}

/** Whether each range lies within one of the regions; these do not overlap each other. */
export function areInside(ranges: readonly ByteRange[], regions: readonly ByteRange[]): boolean {
  const places = sorted(regions);
  let at = 0;
  return sorted(ranges).every(({ offset, length }) => {
    for (let place = places[at]; place !== undefined && place.offset + place.length < offset + length; )
      place = places[++at];
    const place = places[at];
    return place !== undefined && place.offset <= offset;
  });
}

/** Whether a range is all zeros; reads part by part. Throws `MalformedImageError` when it leaves the file. */
export function isZero(view: ByteView, { offset, length }: ByteRange): boolean {
  const end = offset + length;
  for (let at = offset; at < end; ) {
    const part = view.window(at).subarray(0, Math.min(end - at, ZEROS.length));
    if (part.length === 0 || !part.equals(ZEROS.subarray(0, part.length))) return false;
    at += part.length;
  }
  return true;
}

function sorted<Range extends ByteRange>(ranges: readonly Range[]): Range[] {
  return ranges.toSorted((a, b) => a.offset - b.offset);
}
