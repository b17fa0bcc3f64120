/**
 * Where in a picture codes may be: where brightness goes up and down again and again, along rows or along columns, as it does across
 * modules and bars; also in print, leaves and fabric, but not in skin, sky, walls or along one edge. Pure; two passes over the pixels.
 */
import { boxArea, boxAround, sharedArea } from '../../core/boxes.ts';
import type { Box } from '../../core/types.ts';
import type { GreyPicture } from '../../media/luma.ts';

/** Pixels of the side of a cell; four cells, a window, are judged together. */
const CELL = 16;
const WINDOW = 2 * CELL;
/** Pixels that are looked at: of every other row, for what is told from few every other one of these. */
const STEP = 2;

/**
 * Measured on 150 drawn codes and 29 photos of people: of the windows in the middle of a code with modules of 2 to 6 pixels all pass, of
 * those of the photos one in twenty. Larger modules are found in a smaller picture.
 */
const MIN_CONTRAST = 56;
/** Square of the mean distance from the mean, against the variance: 1 for black and white alone, 0.75 for even shares of all greys, 0.64 for noise. */
const MIN_TWO_TONED = 0.72;
/** How often a line of a window goes up and down, by half of its contrast or more. */
const MIN_TURNS = 1.75;

/** Around what is busy: the paper that belongs to a code, and bars at its edge that are too wide to look busy. */
const MIN_MARGIN = 24;
const MARGIN = 0.12;

/** With more than this the parts cost as much as the whole. */
const MAX_AREAS = 200;
const MAX_SHARE = 0.6;

/** A box in whole pixels of the picture. */
export interface BusyArea extends Box {
  /** How many of its cells, 16 pixels a side, are busy: four at least. */
  readonly cells: number;
}

/** They share nothing; one for the whole picture where most of it is busy. */
export function busyAreas(picture: GreyPicture): BusyArea[] {
  const whole: Box = { x: 0, y: 0, width: picture.width, height: picture.height };
  const areas = groups(busyCells(picture), Math.ceil(picture.width / CELL)).map((area) => withMargin(area, whole));
  const apart = merged(areas);
  const share = apart.reduce((sum, area) => sum + boxArea(area), 0) / boxArea(whole);
  if (apart.length <= MAX_AREAS && share <= MAX_SHARE) return apart;
  return [{ ...whole, cells: apart.reduce((sum, { cells }) => sum + cells, 0) }];
}

/** One byte a cell, row by row: 1 where it is in a busy window. */
function busyCells(picture: GreyPicture): Uint8Array {
  const [columns, rows] = [Math.ceil(picture.width / CELL), Math.ceil(picture.height / CELL)];
  const busy = new Uint8Array(columns * rows);
  const { darkest, brightest, sums, squares } = statisticsOfCells(picture, columns, rows);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const right = column + 1 < columns ? 1 : 0;
      const below = row + 1 < rows ? columns : 0;
      const at = row * columns + column;
      const [a, b, c] = [at + right, at + below, at + below + right];
      const bright = Math.max(brightest[at] ?? 0, brightest[a] ?? 0, brightest[b] ?? 0, brightest[c] ?? 0);
      const dark = Math.min(darkest[at] ?? 0, darkest[a] ?? 0, darkest[b] ?? 0, darkest[c] ?? 0);
      if (bright - dark < MIN_CONTRAST) continue;
      // It would say nothing new.
      if (busy[at] === 1 && busy[a] === 1 && busy[b] === 1 && busy[c] === 1) continue;
      const window = windowAt(picture, column * CELL, row * CELL);
      const sum = sumOfWindow(sums, at, right, below);
      const sumOfSquares = sumOfWindow(squares, at, right, below);
      if (twoTonedness(picture, window, sum, sumOfSquares) < MIN_TWO_TONED) continue;
      if (!hasManyTurns(picture, window, (bright - dark) / 2)) continue;
      busy[at] = 1;
      busy[a] = 1;
      busy[b] = 1;
      busy[c] = 1;
    }
  }
  return busy;
}

/** The last cell of a row or column has none beside or below it. */
function sumOfWindow(ofCells: Int32Array, at: number, right: number, below: number): number {
  let sum = ofCells[at] ?? 0;
  if (right > 0) sum += ofCells[at + right] ?? 0;
  if (below > 0) sum += ofCells[at + below] ?? 0;
  if (right > 0 && below > 0) sum += ofCells[at + below + right] ?? 0;
  return sum;
}

interface CellStatistics {
  readonly darkest: Uint8Array;
  readonly brightest: Uint8Array;
  /** Of every other pixel of the rows that are looked at, and of their squares. */
  readonly sums: Int32Array;
  readonly squares: Int32Array;
}

function statisticsOfCells({ data, width, height }: GreyPicture, columns: number, rows: number): CellStatistics {
  const darkest = new Uint8Array(columns * rows).fill(255);
  const brightest = new Uint8Array(columns * rows);
  const sums = new Int32Array(columns * rows);
  const squares = new Int32Array(columns * rows);
  for (let y = 0; y < height; y += STEP) {
    for (let left = 0, cell = Math.floor(y / CELL) * columns; left < width; left += CELL, cell++) {
      let dark = darkest[cell] ?? 255;
      let bright = brightest[cell] ?? 0;
      let sum = 0;
      let sumOfSquares = 0;
      const start = y * width + left;
      const end = y * width + Math.min(width, left + CELL);
      for (let at = start; at < end; at++) {
        const value = data[at] ?? 0;
        if (value < dark) dark = value;
        if (value > bright) bright = value;
      }
      for (let at = start; at < end; at += STEP) {
        const value = data[at] ?? 0;
        sum += value;
        sumOfSquares += value * value;
      }
      darkest[cell] = dark;
      brightest[cell] = bright;
      sums[cell] = (sums[cell] ?? 0) + sum;
      squares[cell] = (squares[cell] ?? 0) + sumOfSquares;
    }
  }
  return { darkest, brightest, sums, squares };
}

/** Index of the first pixel, and size: less at the right and lower edge. */
interface Window {
  readonly start: number;
  readonly width: number;
  readonly height: number;
}

function windowAt({ width, height }: GreyPicture, x: number, y: number): Window {
  return { start: y * width + x, width: Math.min(WINDOW, width - x), height: Math.min(WINDOW, height - y) };
}

function twoTonedness({ data, width }: GreyPicture, window: Window, sum: number, sumOfSquares: number): number {
  const count = Math.ceil(window.width / STEP) * Math.ceil(window.height / STEP);
  const mean = sum / count;
  const variance = sumOfSquares / count - mean * mean;
  let distance = 0;
  for (let y = 0; y < window.height; y += STEP)
    for (let at = window.start + y * width, end = at + window.width; at < end; at += STEP)
      distance += Math.abs((data[at] ?? 0) - mean);
  return variance > 0 ? (distance / count) ** 2 / variance : 0;
}

/** Along rows or along columns; bars have them in one direction only. */
function hasManyTurns({ data, width }: GreyPicture, window: Window, swing: number): boolean {
  const rows = turnsOfLines(data, window, { lines: window.height, along: window.width, line: width, pixel: 1, swing });
  if (rows) return true;
  return turnsOfLines(data, window, { lines: window.width, along: window.height, line: 1, pixel: width, swing });
}

interface Lines {
  /** How many, and pixels of each. */
  readonly lines: number;
  readonly along: number;
  /** From one to the next, in `data`. */
  readonly line: number;
  readonly pixel: number;
  readonly swing: number;
}

function turnsOfLines(data: Uint8Array, { start }: Window, { lines, along, line, pixel, swing }: Lines): boolean {
  const enough = (MIN_TURNS * lines) / STEP;
  let turns = 0;
  for (let index = 0; index < lines && turns < enough; index += STEP) {
    const first = start + index * line;
    let extreme = data[first] ?? 0;
    let isRising = true;
    for (let at = first + pixel, end = first + along * pixel; at < end; at += pixel) {
      const value = data[at] ?? 0;
      if (isRising ? value >= extreme : value <= extreme) extreme = value;
      else if (Math.abs(value - extreme) >= swing) {
        isRising = !isRising;
        extreme = value;
        turns++;
      }
    }
  }
  return turns >= enough;
}

/** Around each group of cells that touch, also at their corners. */
function groups(busy: Uint8Array, columns: number): BusyArea[] {
  const seen = new Uint8Array(busy.length);
  const areas: BusyArea[] = [];
  for (const [start, isBusy] of busy.entries()) {
    if (isBusy === 0 || seen[start] === 1) continue;
    seen[start] = 1;
    const open = [start];
    let box = cellBox(start, columns);
    let cells = 0;
    for (let cell = open.pop(); cell !== undefined; cell = open.pop()) {
      cells++;
      box = boxAround(box, cellBox(cell, columns));
      for (const next of neighbours(cell, columns)) {
        if (busy[next] !== 1 || seen[next] === 1) continue;
        seen[next] = 1;
        open.push(next);
      }
    }
    areas.push({ ...box, cells });
  }
  return areas;
}

function cellBox(cell: number, columns: number): Box {
  return { x: (cell % columns) * CELL, y: Math.floor(cell / columns) * CELL, width: CELL, height: CELL };
}

function neighbours(cell: number, columns: number): number[] {
  const column = cell % columns;
  const besides = [column > 0 ? cell - 1 : cell, cell, column < columns - 1 ? cell + 1 : cell];
  return besides.flatMap((beside) => [beside - columns, beside, beside + columns]);
}

function withMargin({ x, y, width, height, cells }: BusyArea, whole: Box): BusyArea {
  const margin = Math.max(MIN_MARGIN, Math.ceil(Math.max(width, height) * MARGIN));
  const [left, top] = [Math.max(0, x - margin), Math.max(0, y - margin)];
  return {
    ...{ x: left, y: top },
    width: Math.min(whole.width, x + width + margin) - left,
    height: Math.min(whole.height, y + height + margin) - top,
    cells,
  };
}

/** Areas that share something become one, until none do. */
function merged(areas: readonly BusyArea[]): BusyArea[] {
  const apart: BusyArea[] = [];
  for (const area of areas) {
    let grown = area;
    for (let index = 0; index < apart.length; index++) {
      const other = apart[index];
      if (other === undefined || sharedArea(other, grown) === 0) continue;
      grown = { ...boxAround(grown, other), cells: grown.cells + other.cells };
      apart.splice(index, 1);
      index = -1;
    }
    apart.push(grown);
  }
  return apart;
}
