/**
 * The lines read from a picture as texts that can be searched: lines of one frame and direction are put together into blocks by their
 * places and sizes, a label before the value that stands below or beside it, columns apart. Every place in a block's text has its
 * places in the lines. Pure; no more than quadratic in the lines of one frame, which are bounded by the caller.
 *
 * Misses: text around a curve, columns that are nearer to each other than words are, a label to the right of its value.
 */

import { type Block, blocksOf, type Row } from './page-text/blocks.ts';
import { isFieldLabel } from './page-text/field-labels.ts';
import { type Segment, segmentsOf } from './page-text/segments.ts';
import { slopeOf } from './page-text/sides.ts';
import type { TextLine } from './read-text.ts';

/** UTF-16 offsets into a line's text, end exclusive. */
export interface LinePart {
  readonly line: TextLine;
  readonly start: number;
  readonly end: number;
}

export interface PageText {
  readonly text: string;
  readonly frame: number;
  /** With their places in the text, in its order. */
  readonly pieces: readonly Piece[];
  /** What stands in the text from `start` to `end`, line by line; without what was put between the lines. */
  partsOf(start: number, end: number): LinePart[];
}

export interface Piece {
  readonly segment: Segment;
  readonly start: number;
  readonly end: number;
  /** Of the row that it stands on, within its block. */
  readonly row: number;
}

/** UTF-16 units; a longer block is cut between two of its rows. */
const MAX_TEXT_LENGTH = 3072;
/** Groups of a card's or an account's number, as they are printed over several rows. */
const DIGIT_GROUPS = /^(?:[A-Z]{2}\d{2} )?\d{4}(?: \d{4}){0,5}$/;
/** A telephone number that a sentence broke in two: `… phone 030`, `23125467 or …`; a word stands before its first part. */
const WRAPPED = {
  above: /\p{L}[^\d\n]{1,16}(?:\+\d{1,3}(?:[ -]?\(?\d{1,4}\)?){0,3}|\(?0\d{1,3}\)?|\(\d{2,3}\))(?: ?[-/])?$/u,
  below: /^(?:\(0\) ?)?\(?\d{2,8}(?![\d:.,%€$])/,
};
const MAX_WRAPPED_UNITS = 44;

/** In reading order, frame by frame. No line is lost, and none is in two texts. */
export function pageTexts(lines: readonly TextLine[]): PageText[] {
  const pages = new Map<string, TextLine[]>();
  for (const line of lines) {
    const key = `${line.frame} ${line.turns}`;
    const page = pages.get(key);
    if (page === undefined) pages.set(key, [line]);
    else page.push(line);
  }
  return [...pages.values()].flatMap((page) => {
    const slope = slopeOf(page);
    return blocksOf(page.flatMap((line) => segmentsOf(line, slope)))
      .flatMap(shortBlocks)
      .map((block) => textOf(block, page[0]?.frame ?? 0));
  });
}

function shortBlocks(block: Block): Block[] {
  const blocks: Row[][] = [[]];
  let length = 0;
  for (const row of block) {
    const units = row.segments.reduce((sum, { text }) => sum + text.length + 1, 1);
    if (length > 0 && length + units > MAX_TEXT_LENGTH) {
      blocks.push([]);
      length = 0;
    }
    blocks.at(-1)?.push(row);
    length += units;
  }
  return blocks;
}

function textOf(block: Block, frame: number): PageText {
  const pieces: Piece[] = [];
  let text = '';
  for (const [index, { segments }] of block.entries()) {
    if (index > 0) text += separator(block[index - 1], block[index]);
    for (const [at, segment] of segments.entries()) {
      if (at > 0) text += ' ';
      pieces.push({ segment, start: text.length, end: text.length + segment.text.length, row: index });
      text += segment.text;
    }
  }
  return { text, frame, pieces, partsOf: (start, end) => partsOf(pieces, start, end) };
}

/** A label ends with a colon, so that it speaks for the value on the next row. */
function separator(above: Row | undefined, below: Row | undefined): string {
  const [first, second] = [rowText(above), rowText(below)];
  if (DIGIT_GROUPS.test(first) && DIGIT_GROUPS.test(second)) return ' ';
  if (WRAPPED.above.test(first.slice(-MAX_WRAPPED_UNITS)) && WRAPPED.below.test(second)) return ' ';
  return isFieldLabel(first) && /\d/.test(second) && !/[:,;]$/.test(first) ? ':\n' : '\n';
}

function rowText(row: Row | undefined): string {
  return row?.segments.map(({ text }) => text).join(' ') ?? '';
}

function partsOf(pieces: readonly Piece[], start: number, end: number): LinePart[] {
  return pieces
    .filter((piece) => piece.start < end && start < piece.end)
    .map(({ segment, start: from, end: to }) => ({
      line: segment.line,
      start: segment.start + Math.max(start, from) - from,
      end: segment.start + Math.min(end, to) - from,
    }));
}
