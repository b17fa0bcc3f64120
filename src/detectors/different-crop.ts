/**
 * Tells a thumbnail that shows the same as its picture from one that was left behind when the picture was cropped: who was cut away is
 * still in it. Both become a small grid of grey, turned in every way (writers differ in whether a thumbnail is turned), bars around
 * them cut off, and are correlated. The threshold lies between 280 thumbnails of the same picture (0.938 at least) and those of crops:
 * of pictures that lost a tenth at one side 53 of 56 are told apart, that lost a tenth in height and width all 56. Misses: smaller crops,
 * crops of even surfaces, pictures without contrast. A thumbnail that is itself a crop, off the middle, is taken for a different one.
 */
import type { GreyPicture } from '../media/luma.ts';

/** Cells across and down, whatever the picture's shape. */
const CELLS = 24;
const SAME_FROM = 0.92;
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

/** Grey of each cell less their mean, and the sum of its squares. */
interface Grid {
  readonly cells: Float64Array;
  readonly mean: number;
  readonly energy: number;
}

/** What two pictures that show the same may differ in. */
export interface Sameness {
  /** The least correlation. */
  readonly likeness: number;
  /** The largest difference of one cell, of 255, that brighter or duller colours all over do not explain. */
  readonly rest: number;
}

/**
 * Of 47 thumbnails of the same picture in cameras' files 45 have a rest of 50 at most, the others 66 and 81. A black bar over a face that
 * is a tenth of the picture's width makes one of over 100; a face that was blurred or made a mosaic is missed.
 */
export const SAME_PICTURE: Sameness = { likeness: SAME_FROM, rest: 64 };
/** Of each cell, where one of the two has no contrast. */
const MAX_PLAIN_DIFFERENCE = 12;

/** False where one of the two has nothing to be compared. */
export function isDifferentCrop(thumbnail: GreyPicture, picture: GreyPicture): boolean {
  return likeness(thumbnail, picture, SAME_FROM) < SAME_FROM;
}

/** Whether a hidden picture shows nothing else than the picture, also at no single place. */
export function showsTheSame(hidden: GreyPicture, picture: GreyPicture, sameness: Sameness = SAME_PICTURE): boolean {
  for (const [mine, its] of pairs(hidden, picture))
    for (const places of PLACES) if (areAlike(mine, its, places, sameness)) return true;
  return false;
}

/**
 * The best correlation of all ways to lay one over the other, -1 to 1; 1 where one of them has no contrast. `enough`: the first that is
 * as good is given.
 */
export function likeness(thumbnail: GreyPicture, picture: GreyPicture, enough = 1): number {
  let best = -1;
  for (const correlation of correlations(thumbnail, picture)) {
    best = Math.max(best, correlation);
    if (best >= enough) break;
  }
  return best;
}

function* correlations(thumbnail: GreyPicture, picture: GreyPicture): Generator<number> {
  for (const [mine, its] of pairs(thumbnail, picture))
    if (!haveContrast(mine, its)) yield 1;
    else for (const places of PLACES) yield product(mine, its, places) / Math.sqrt(mine.energy * its.energy);
}

/** As it is, without its bars, and with the picture cut to its shape. */
function* pairs(thumbnail: GreyPicture, picture: GreyPicture): Generator<readonly [mine: Grid, its: Grid]> {
  const [mine, its] = [gridOf(thumbnail, whole(thumbnail)), gridOf(picture, whole(picture))];
  yield [mine, its];
  for (const aspect of [picture.width / picture.height, picture.height / picture.width]) {
    const area = centred(thumbnail, aspect);
    if (hasFlatBars(thumbnail, area)) yield [gridOf(thumbnail, area), its];
  }
  for (const aspect of [thumbnail.width / thumbnail.height, thumbnail.height / thumbnail.width])
    yield [mine, gridOf(picture, centred(picture, aspect))];
}

function whole({ width, height }: GreyPicture): Area {
  return { left: 0, top: 0, width, height };
}

/** The largest area of a shape in the middle. */
function centred({ width, height }: GreyPicture, aspect: number): Area {
  const size = {
    width: Math.max(1, Math.min(width, Math.round(height * aspect))),
    height: Math.max(1, Math.min(height, Math.round(width / aspect))),
  };
  return { ...size, left: Math.floor((width - size.width) / 2), top: Math.floor((height - size.height) / 2) };
}

function hasFlatBars({ data, width, height }: GreyPicture, area: Area): boolean {
  let [count, sum] = [0, 0];
  const levels = new Uint32Array(256);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      if (isIn(area, x, y)) continue;
      const sample = data[y * width + x] ?? 0;
      levels[sample] = (levels[sample] ?? 0) + 1;
      sum += sample;
      count++;
    }
  const mean = sum / Math.max(1, count);
  const strays = levels.reduce((all, of, level) => all + (Math.abs(level - mean) > BAR_TOLERANCE ? of : 0), 0);
  return strays <= count * BAR_STRAYS;
}

function isIn({ left, top, width, height }: Area, x: number, y: number): boolean {
  const isAcross = x >= left - BAR_MARGIN && x < left + width + BAR_MARGIN;
  return isAcross && y >= top - BAR_MARGIN && y < top + height + BAR_MARGIN;
}

function gridOf({ data, width }: GreyPicture, area: Area): Grid {
  const cells = new Float64Array(CELLS * CELLS);
  for (let cell = 0; cell < cells.length; cell++) {
    const [fromX, toX] = range(cell % CELLS, area.left, area.width);
    const [fromY, toY] = range(Math.floor(cell / CELLS), area.top, area.height);
    let sum = 0;
    for (let y = fromY; y < toY; y++) for (let x = fromX; x < toX; x++) sum += data[y * width + x] ?? 0;
    cells[cell] = sum / ((toX - fromX) * (toY - fromY));
  }
  const mean = cells.reduce((sum, cell) => sum + cell, 0) / cells.length;
  for (let cell = 0; cell < cells.length; cell++) cells[cell] = (cells[cell] ?? 0) - mean;
  return { cells, mean, energy: cells.reduce((sum, cell) => sum + cell ** 2, 0) };
}

/** At least one sample wide. */
function range(cell: number, start: number, length: number): [from: number, to: number] {
  const from = start + Math.min(length - 1, Math.floor((cell * length) / CELLS));
  return [from, Math.max(from + 1, start + Math.floor(((cell + 1) * length) / CELLS))];
}

function haveContrast(a: Grid, b: Grid): boolean {
  return Math.min(a.energy, b.energy) >= CELLS * CELLS * MIN_CONTRAST ** 2;
}

function product(a: Grid, b: Grid, places: Uint16Array): number {
  let sum = 0;
  for (let cell = 0; cell < places.length; cell++) sum += (a.cells[places[cell] ?? 0] ?? 0) * (b.cells[cell] ?? 0);
  return sum;
}

function areAlike(a: Grid, b: Grid, places: Uint16Array, sameness: Sameness): boolean {
  if (!haveContrast(a, b))
    return largestRest(a, b, places, { gain: 1, offset: a.mean - b.mean }) <= MAX_PLAIN_DIFFERENCE;
  const together = product(a, b, places);
  if (together / Math.sqrt(a.energy * b.energy) < sameness.likeness) return false;
  return largestRest(a, b, places, { gain: together / a.energy, offset: 0 }) <= sameness.rest;
}

function largestRest(
  a: Grid,
  b: Grid,
  places: Uint16Array,
  { gain, offset }: { readonly gain: number; readonly offset: number },
): number {
  let largest = 0;
  for (let cell = 0; cell < places.length; cell++) {
    const rest = gain * (a.cells[places[cell] ?? 0] ?? 0) + offset - (b.cells[cell] ?? 0);
    largest = Math.max(largest, Math.abs(rest));
  }
  return largest;
}

/** For each of the eight ways the cell that comes to stand at each place. */
const PLACES: readonly Uint16Array[] = [false, true].flatMap((isMirrored) =>
  [0, 1, 2, 3].map((turns) =>
    Uint16Array.from({ length: CELLS * CELLS }, (_, cell) => {
      let [x, y] = [cell % CELLS, Math.floor(cell / CELLS)];
      for (let turn = 0; turn < turns; turn++) [x, y] = [y, CELLS - 1 - x];
      return y * CELLS + (isMirrored ? CELLS - 1 - x : x);
    }),
  ),
);
