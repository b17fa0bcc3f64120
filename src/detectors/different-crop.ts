/**
 * Tells a thumbnail that shows the same as its picture from one that was left behind when the picture was cropped: who was cut away is
 * still in it. Both become a small grid of grey, turned in every way (writers differ in whether a thumbnail is turned), bars around
 * them cut off, and are correlated. The threshold lies between 280 thumbnails of the same picture (0.938 at least) and those of crops:
 * of pictures that lost a tenth at one side 53 of 56 are told apart, that lost a tenth in height and width all 56. Misses: smaller crops,
 * crops of even surfaces, pictures without contrast. A thumbnail that is itself a crop, off the middle, is taken for a different one.
 */
import type { GreyPixels } from '../media/shrink-picture.ts';

/** Cells across and down, whatever the picture's shape. */
const CELLS = 24;
/** Thumbnails of the same picture have this likeness at least. */
export const SAME_FROM = 0.92;
/** Standard deviation of a grid with something in it. */
const MIN_CONTRAST = 4;
/** Largest difference of a bar's samples to their mean, but for a few: bars are coded with loss as well. */
const BAR_TOLERANCE = 24;
const BAR_STRAYS = 0.02;
/** Samples beside a bar in which it runs into the picture. */
const BAR_MARGIN = 2;

interface Area {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

type Grid = readonly number[];

/** False where one of the two has nothing to be compared. */
export function isDifferentCrop(thumbnail: GreyPixels, picture: GreyPixels): boolean {
  return likeness(thumbnail, picture) < SAME_FROM;
}

/** The best correlation of all ways to lay one over the other, -1 to 1; 1 where one of them has no contrast. */
export function likeness(thumbnail: GreyPixels, picture: GreyPixels): number {
  const pairs = [
    [whole(thumbnail), whole(picture)],
    ...[picture.width / picture.height, picture.height / picture.width]
      .map((aspect): [Area, Area] => [centred(thumbnail, aspect), whole(picture)])
      .filter(([area]) => hasFlatBars(thumbnail, area)),
    ...[thumbnail.width / thumbnail.height, thumbnail.height / thumbnail.width].map((aspect) => [
      whole(thumbnail),
      centred(picture, aspect),
    ]),
  ] as const;
  return Math.max(...pairs.map(([mine, its]) => compare(gridOf(thumbnail, mine), gridOf(picture, its))));
}

function whole({ width, height }: GreyPixels): Area {
  return { left: 0, top: 0, width, height };
}

/** The largest area of a shape in the middle. */
function centred({ width, height }: GreyPixels, aspect: number): Area {
  const size = {
    width: Math.max(1, Math.min(width, Math.round(height * aspect))),
    height: Math.max(1, Math.min(height, Math.round(width / aspect))),
  };
  return { ...size, left: Math.floor((width - size.width) / 2), top: Math.floor((height - size.height) / 2) };
}

function hasFlatBars({ data, width, height }: GreyPixels, area: Area): boolean {
  const outside: number[] = [];
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) if (!isIn(area, x, y)) outside.push(data[y * width + x] ?? 0);
  const mean = average(outside);
  const strays = outside.filter((sample) => Math.abs(sample - mean) > BAR_TOLERANCE);
  return strays.length <= outside.length * BAR_STRAYS;
}

function isIn({ left, top, width, height }: Area, x: number, y: number): boolean {
  const isAcross = x >= left - BAR_MARGIN && x < left + width + BAR_MARGIN;
  return isAcross && y >= top - BAR_MARGIN && y < top + height + BAR_MARGIN;
}

function gridOf({ data, width }: GreyPixels, area: Area): Grid {
  return Array.from({ length: CELLS * CELLS }, (_, cell) => {
    const [fromX, toX] = range(cell % CELLS, area.left, area.width);
    const [fromY, toY] = range(Math.floor(cell / CELLS), area.top, area.height);
    const samples: number[] = [];
    for (let y = fromY; y < toY; y++) for (let x = fromX; x < toX; x++) samples.push(data[y * width + x] ?? 0);
    return average(samples);
  });
}

/** At least one sample wide. */
function range(cell: number, start: number, length: number): [from: number, to: number] {
  const from = start + Math.min(length - 1, Math.floor((cell * length) / CELLS));
  return [from, Math.max(from + 1, start + Math.floor(((cell + 1) * length) / CELLS))];
}

function compare(a: Grid, b: Grid): number {
  return Math.max(...turned(a).map((grid) => correlation(grid, b)));
}

/** The eight ways to lay down a square. */
function turned(grid: Grid): Grid[] {
  const mirrored = grid.map((_, cell) => grid[cell - 2 * (cell % CELLS) + CELLS - 1] ?? 0);
  return [grid, mirrored].flatMap((start) => {
    const all = [start];
    for (let turn = 0; turn < 3; turn++) all.push(quarterTurn(all.at(-1) ?? start));
    return all;
  });
}

function quarterTurn(grid: Grid): Grid {
  return grid.map((_, cell) => grid[(CELLS - 1 - (cell % CELLS)) * CELLS + Math.floor(cell / CELLS)] ?? 0);
}

function correlation(a: Grid, b: Grid): number {
  const [meanA, meanB] = [average(a), average(b)];
  const sum = (of: (cell: number) => number): number => a.reduce((total, _, cell) => total + of(cell), 0);
  const varianceA = sum((cell) => ((a[cell] ?? 0) - meanA) ** 2);
  const varianceB = sum((cell) => ((b[cell] ?? 0) - meanB) ** 2);
  if (Math.min(varianceA, varianceB) < a.length * MIN_CONTRAST ** 2) return 1;
  return sum((cell) => ((a[cell] ?? 0) - meanA) * ((b[cell] ?? 0) - meanB)) / Math.sqrt(varianceA * varianceB);
}

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
