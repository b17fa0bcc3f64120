/** The stretches of read lines that stand together, in the position in which they are read. Pure, linear. */
import type { Box } from '../../core/types.ts';
import type { TextLine, TextWord } from '../read-text.ts';

/** Part of one line without a wide blank inside. Its sides are measured in the direction of reading: `left` to `right`, `top` to `bottom`. */
export interface Segment {
  readonly line: TextLine;
  /** UTF-16 offsets into the line's text, end exclusive. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Blanks wider than this many heights of the letters part columns: between the groups of an embossed card number is one height at most. */
const COLUMN_GAP = 2.2;

type Sides = Pick<Segment, 'left' | 'right' | 'top' | 'bottom'>;

/** From left to right. */
export function segmentsOf(line: TextLine): Segment[] {
  const segments: Segment[] = [];
  let words: TextWord[] = [];
  let sides: Sides | undefined;
  for (const word of line.words) {
    const of = sidesOf(word.box, line.turns);
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

/** Only differences matter: the origin is the picture's own corner in any direction. */
function sidesOf({ x, y, width, height }: Box, turns: TextLine['turns']): Sides {
  switch (turns) {
    case 0:
      return { left: x, right: x + width, top: y, bottom: y + height };
    case 1:
      return { left: -y - height, right: -y, top: x, bottom: x + width };
    case 2:
      return { left: -x - width, right: -x, top: -y - height, bottom: -y };
    case 3:
      return { left: y, right: y + height, top: -x - width, bottom: -x };
  }
}

function around(a: Sides, b: Sides): Sides {
  return {
    left: Math.min(a.left, b.left),
    right: Math.max(a.right, b.right),
    top: Math.min(a.top, b.top),
    bottom: Math.max(a.bottom, b.bottom),
  };
}
