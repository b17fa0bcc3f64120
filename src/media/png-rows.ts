/**
 * Reads the rows of a PNG's frame as they are coded, one after the other, however large the picture: there is still what a decoder's
 * result no longer shows. Source: PNG specification, third edition (W3C), sections 7 to 10.
 */
import { Readable } from 'node:stream';
import { createInflate } from 'node:zlib';
import { type ByteView, MalformedImageError } from './walkers/byte-view.ts';
import { GREY_ALPHA, type PngHeader, RGB, RGB_ALPHA } from './walkers/png-chunks.ts';
import { codedBytes, codedParts, type PngFrame } from './walkers/png-frames.ts';

/** Takes one row's samples without their filter, packed as in the file, and how many pixels they are. */
export type RowReader = (row: Uint8Array, pixels: number) => void;

/** Where the passes of an interlaced picture begin, and their steps: x, y, x step, y step. */
const ADAM7 = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;
const PROGRESSIVE = [[0, 0, 1, 1]] as const;
const INFLATED_PART_BYTES = 64 * 1024;

/**
 * Gives each row to `onRow`, or only counts where there is none. False when there are bytes behind the last row, inflated or not.
 * Rejects with `MalformedImageError` when the rows do not come to their end.
 */
export async function readPngRows(
  view: ByteView,
  header: PngHeader,
  frame: PngFrame,
  onRow?: RowReader,
): Promise<boolean> {
  const passes = passesOf(header, frame);
  let left = passes.reduce((sum, { rows, rowBytes }) => sum + rows * (1 + rowBytes), 0);
  const take = onRow === undefined ? () => undefined : unfilter(passes, bytesPerPixel(header), onRow);
  const source = Readable.from(codedParts(view, frame));
  const inflate = createInflate({ chunkSize: INFLATED_PART_BYTES });
  source.on('error', (error) => inflate.destroy(error));
  source.pipe(inflate);
  try {
    for await (const part of inflate as AsyncIterable<Buffer>) {
      left -= part.length;
      if (left < 0) return false;
      take(part);
    }
  } catch (error) {
    throw error instanceof MalformedImageError ? error : new MalformedImageError('PNG: deflated rows', error);
  } finally {
    source.destroy();
  }
  if (left > 0) throw new MalformedImageError('PNG: rows');
  return inflate.bytesWritten === codedBytes(frame);
}

interface Pass {
  readonly pixels: number;
  readonly rows: number;
  readonly rowBytes: number;
}

function passesOf(header: PngHeader, { width, height }: PngFrame): Pass[] {
  return (header.isInterlaced ? ADAM7 : PROGRESSIVE)
    .map(([x, y, stepX, stepY]) => ({
      pixels: Math.ceil((width - x) / stepX),
      rows: Math.ceil((height - y) / stepY),
    }))
    .filter(({ pixels, rows }) => pixels > 0 && rows > 0)
    .map((pass) => ({ ...pass, rowBytes: Math.ceil((pass.pixels * bitsPerPixel(header)) / 8) }));
}

function bitsPerPixel({ depth, colourType }: PngHeader): number {
  switch (colourType) {
    case RGB:
      return 3 * depth;
    case RGB_ALPHA:
      return 4 * depth;
    case GREY_ALPHA:
      return 2 * depth;
    default:
      return depth;
  }
}

/** As filters count: at least one. */
function bytesPerPixel(header: PngHeader): number {
  return Math.max(1, bitsPerPixel(header) / 8);
}

/** Puts rows together from inflated parts. Before each row stands a pixel of zeros, so that its first pixel has a left neighbour. */
function unfilter(passes: readonly Pass[], step: number, onRow: RowReader): (part: Buffer) => void {
  const rows = rowsOf(passes);
  let pass: Pass | undefined = rows.next().value ?? undefined;
  let [row, above] = emptyRows(pass, step);
  let filter: number | undefined;
  let filled = step;
  return (part) => {
    for (let at = 0; at < part.length && pass !== undefined; ) {
      if (filter === undefined) {
        filter = part[at++] ?? 0;
        continue;
      }
      const piece = part.subarray(at, at + row.length - filled);
      row.set(piece, filled);
      at += piece.length;
      filled += piece.length;
      if (filled < row.length) continue;
      undo(filter, row, above, step);
      onRow(row.subarray(step), pass.pixels);
      [row, above] = [above, row];
      const next: Pass | undefined = rows.next().value ?? undefined;
      if (next !== pass) [row, above] = emptyRows(next, step);
      [pass, filter, filled] = [next, undefined, step];
    }
  };
}

/** Each pass as often as it has rows. */
function* rowsOf(passes: readonly Pass[]): Generator<Pass, undefined> {
  for (const pass of passes) for (let row = 0; row < pass.rows; row++) yield pass;
}

function emptyRows(pass: Pass | undefined, step: number): [Uint8Array, Uint8Array] {
  const length = step + (pass?.rowBytes ?? 0);
  return [new Uint8Array(length), new Uint8Array(length)];
}

/** Typed arrays wrap around as the filters want it. */
function undo(filter: number, row: Uint8Array, above: Uint8Array, step: number): void {
  switch (filter) {
    case 0:
      return;
    case 1:
      for (let at = step; at < row.length; at++) row[at] = (row[at] ?? 0) + (row[at - step] ?? 0);
      return;
    case 2:
      for (let at = step; at < row.length; at++) row[at] = (row[at] ?? 0) + (above[at] ?? 0);
      return;
    case 3:
      for (let at = step; at < row.length; at++)
        row[at] = (row[at] ?? 0) + (((row[at - step] ?? 0) + (above[at] ?? 0)) >> 1);
      return;
    case 4:
      for (let at = step; at < row.length; at++)
        row[at] = (row[at] ?? 0) + paeth(row[at - step] ?? 0, above[at] ?? 0, above[at - step] ?? 0);
      return;
    default:
      throw new MalformedImageError('PNG: filter');
  }
}

function paeth(left: number, up: number, corner: number): number {
  const toLeft = Math.abs(up - corner);
  const toUp = Math.abs(left - corner);
  const toCorner = Math.abs(left + up - 2 * corner);
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}
