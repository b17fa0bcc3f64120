/** Segments put together as a reader takes them: side by side into rows, one below the other into blocks. Pure; bounded by the count of segments. */
import { isFieldLabel } from './field-labels.ts';
import { heightOf, type Segment } from './segments.ts';

/** Segments on one base line, from left to right. */
export interface Row {
  readonly segments: readonly Segment[];
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Rows from top to bottom. */
export type Block = readonly Row[];

/** In heights of the letters, as all lengths here. */
const MAX_GAP = 2.2;
/** Boxes of neighbours may touch; lines that lie over each other are no row. */
const MAX_OVERLAP = 0.5;
/** Between a label and its value on the same row. */
const MAX_GAP_BEHIND_LABEL = 30;
/** Of two segments on one row, in shares of the lower one's height. */
const MIN_SHARED_HEIGHT = 0.5;
/** Between two rows of one block. */
const MAX_SPACING = 1.3;
/** Labels are printed smaller than their values, and readers measure lines with a slash or a bracket too high. */
const MAX_SIZE_RATIO = 3;
const MAX_INDENT = 2.5;
const MIN_SHARED_WIDTH = 0.5;
/** Rows above one that may be a block's last: a row has no more columns than this. */
const MAX_OPEN_BLOCKS = 32;

export function blocksOf(segments: readonly Segment[]): Block[] {
  const blocks: Row[][] = [];
  /** Of the blocks that a row may still be added to, the latest last. */
  let open: Row[][] = [];
  for (const row of rowsOf(segments)) {
    const block = open.findLast((candidate) => continues(candidate, row));
    if (block !== undefined) block.push(row);
    else blocks.push([row]);
    const grown = block ?? blocks.at(-1) ?? [];
    open = [...open.filter((candidate) => candidate !== grown), grown].slice(-MAX_OPEN_BLOCKS);
  }
  return blocks;
}

/** From top to bottom. */
function rowsOf(segments: readonly Segment[]): Row[] {
  const rows: Row[] = [];
  for (const line of lines(segments)) {
    let row: Segment[] = [];
    for (const segment of line.toSorted((a, b) => a.left - b.left)) {
      const before = row.at(-1);
      if (before !== undefined && !standsBeside(before, segment)) {
        rows.push(rowOf(row));
        row = [];
      }
      row.push(segment);
    }
    if (row.length > 0) rows.push(rowOf(row));
  }
  return rows.sort((a, b) => a.top - b.top || a.left - b.left);
}

/** Segments of one height, however far apart: each is compared with the one before it in the order of their middles. */
function lines(segments: readonly Segment[]): Segment[][] {
  const found: Segment[][] = [];
  for (const segment of segments.toSorted((a, b) => middle(a) - middle(b))) {
    const line = found.at(-1);
    const last = line?.at(-1);
    if (line !== undefined && last !== undefined && isSameHeight(last, segment)) line.push(segment);
    else found.push([segment]);
  }
  return found;
}

function middle({ top, bottom }: Segment): number {
  return (top + bottom) / 2;
}

function isSameHeight(a: Segment, b: Segment): boolean {
  const shared = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return shared >= MIN_SHARED_HEIGHT * Math.min(heightOf(a), heightOf(b));
}

function standsBeside(left: Segment, right: Segment): boolean {
  const gap = (right.left - left.right) / Math.max(heightOf(left), heightOf(right));
  if (gap < -MAX_OVERLAP) return false;
  if (gap <= MAX_GAP) return true;
  return gap <= MAX_GAP_BEHIND_LABEL && isFieldLabel(left.text) && !isFieldLabel(right.text);
}

function rowOf(segments: readonly Segment[]): Row {
  return {
    segments,
    left: Math.min(...segments.map(({ left }) => left)),
    right: Math.max(...segments.map(({ right }) => right)),
    top: Math.min(...segments.map(({ top }) => top)),
    bottom: Math.max(...segments.map(({ bottom }) => bottom)),
  };
}

function continues(block: readonly Row[], row: Row): boolean {
  const last = block.at(-1);
  if (last === undefined) return false;
  const [height, lastHeight] = [letterHeight(row), letterHeight(last)];
  const [small, large] = [Math.min(height, lastHeight), Math.max(height, lastHeight)];
  const spacing = row.top - last.bottom;
  if (spacing > MAX_SPACING * large || spacing < -MAX_OVERLAP * small || large > MAX_SIZE_RATIO * small) return false;
  if (Math.abs(row.left - last.left) <= MAX_INDENT * large) return true;
  const shared = Math.min(row.right, last.right) - Math.max(row.left, last.left);
  return shared >= MIN_SHARED_WIDTH * Math.min(row.right - row.left, last.right - last.left);
}

function letterHeight({ segments }: Row): number {
  return Math.max(...segments.map(heightOf));
}
