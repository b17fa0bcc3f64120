/** The stretches of read lines that stand together, in the position in which they are read. Pure, linear. */
import type { TextLine, TextWord } from '../read-text.ts';
import { type Sides, sidesOf } from './sides.ts';

/** Part of one line without a wide blank inside. */
export interface Segment extends Sides {
  readonly line: TextLine;
  /** UTF-16 offsets into the line's text, end exclusive. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Blanks wider than this many heights of the letters part columns: between the groups of an embossed card number is one height at most. */
const COLUMN_GAP = 2.2;

/** From left to right; `slope` as of the line's page. */
export function segmentsOf(line: TextLine, slope: number): Segment[] {
  const segments: Segment[] = [];
  let words: TextWord[] = [];
  let sides: Sides | undefined;
  for (const word of line.words) {
    const of = sidesOf(word.box, line.turns, slope);
    if (sides !== undefined && of.left - sides.right > COLUMN_GAP * (sides.bottom - sides.top)) {
      segments.push(segmentOf(line, words, sides));
      words = [];
      sides = undefined;
    }
    words.push(word);
    sides = sides === undefined ? of : around(sides, of);
  }
  if (sides !== undefined) segments.push(segmentOf(line, words, sides));
  return segments;
}

export function heightOf({ top, bottom }: Sides): number {
  return Math.max(1, bottom - top);
}

function segmentOf(line: TextLine, words: readonly TextWord[], sides: Sides): Segment {
  const start = words[0]?.start ?? 0;
  const end = words.at(-1)?.end ?? start;
  return { line, start, end, text: line.text.slice(start, end), ...sides };
}

function around(a: Sides, b: Sides): Sides {
  return {
    left: Math.min(a.left, b.left),
    right: Math.max(a.right, b.right),
    top: Math.min(a.top, b.top),
    bottom: Math.max(a.bottom, b.bottom),
  };
}
