/** Lines in the order in which they are read: neighbours are searched together later. */
import type { TurnedRectangle } from './turned-rectangle.ts';

interface Placed<Line> {
  readonly line: Line;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Text is set in columns where on both sides of a gutter so many lines stand, this much longer than high: not a form's names and values. */
const COLUMN_LINES = 3;
const COLUMN_ASPECT = 8;
/** Of the page's width. */
const WIDE = 0.6;
/** Of the height of a line; also the narrowest gutter. */
const SAME_ROW = 0.5;

/** All lines read in one direction, give or take a skew. */
export function inReadingOrder<Line extends { readonly rectangle: TurnedRectangle }>(lines: readonly Line[]): Line[] {
  return ordered(lines.map(place)).map(({ line }) => line);
}

/** As seen by who reads it, without its skew: a line's ends stand at their own height on a skewed page, its middle does for both. */
function place<Line extends { readonly rectangle: TurnedRectangle }>(line: Line): Placed<Line> {
  const { centre, width, height, angle } = line.rectangle;
  const [x, y] = [
    centre.x * Math.cos(angle) + centre.y * Math.sin(angle),
    centre.y * Math.cos(angle) - centre.x * Math.sin(angle),
  ];
  return { line, left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 };
}

/** Lines that run over all columns part the page; between them it goes column after column, or row after row where there are none. */
function ordered<Line>(lines: readonly Placed<Line>[]): Placed<Line>[] {
  const width = Math.max(...lines.map(({ right }) => right)) - Math.min(...lines.map(({ left }) => left));
  const parts: Placed<Line>[] = [];
  let band: Placed<Line>[] = [];
  for (const line of byRows(lines)) {
    if (line.right - line.left <= WIDE * width) {
      band.push(line);
      continue;
    }
    parts.push(...byColumns(band), line);
    band = [];
  }
  return [...parts, ...byColumns(band)];
}

function byColumns<Line>(lines: readonly Placed<Line>[]): readonly Placed<Line>[] {
  const gutter = findGutter(lines);
  if (gutter === undefined) return lines;
  const [before, after] = [lines.filter(({ left }) => left < gutter), lines.filter(({ left }) => left >= gutter)];
  return [...before, ...byColumns(after)];
}

/** Where no line crosses, and columns of text stand on both sides. */
function findGutter<Line>(lines: readonly Placed<Line>[]): number | undefined {
  const byLeft = [...lines].sort((a, b) => a.left - b.left);
  let reach = byLeft[0]?.right ?? 0;
  for (const [n, line] of byLeft.entries()) {
    const isFree = line.left - reach > SAME_ROW * (line.bottom - line.top);
    if (isFree && isColumn(byLeft.slice(0, n)) && isColumn(byLeft.slice(n))) return line.left;
    reach = Math.max(reach, line.right);
  }
  return undefined;
}

function isColumn<Line>(lines: readonly Placed<Line>[]): boolean {
  const long = lines.filter(({ left, right, top, bottom }) => right - left > COLUMN_ASPECT * (bottom - top));
  return long.length >= COLUMN_LINES && long.length * 2 >= lines.length;
}

function byRows<Line>(lines: readonly Placed<Line>[]): Placed<Line>[] {
  const rows: Placed<Line>[][] = [];
  for (const line of [...lines].sort((a, b) => a.top + a.bottom - b.top - b.bottom)) {
    const row = rows.at(-1);
    const last = row?.at(-1);
    if (row && last && isBeside(last, line)) row.push(line);
    else rows.push([line]);
  }
  return rows.flatMap((row) => row.sort((a, b) => a.left - b.left));
}

function isBeside<Line>(a: Placed<Line>, b: Placed<Line>): boolean {
  const shared = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return shared > SAME_ROW * Math.min(a.bottom - a.top, b.bottom - b.top);
}
