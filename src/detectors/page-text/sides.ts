/**
 * Where words stand in the position in which they are read: sides in the direction of reading, and level, though the page was photographed
 * askew. Without the second, the end of a long line stands as high as the next line's beginning. Pure, linear.
 */
import type { Box } from '../../core/types.ts';
import type { TextLine } from '../read-text.ts';

/** Pixels in the direction of reading: `left` to `right`, `top` to `bottom`. Only differences matter. */
export interface Sides {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Lines shorter than this many times their height say little of the page's slope. */
const MIN_LENGTH = 4;
/** 0.3 degrees, which move the ends of a line of 20 words by less than half a letter's height. */
const MIN_SLOPE = 0.005;
/** 20 degrees: what stands steeper is a line of its own, and the sizes of words cannot be told from their boxes any more. */
const MAX_SLOPE = 0.36;

/** How far the lines of one page sink for each pixel of their length: the median, longer ones counting for more; 0 where none is long. */
export function slopeOf(lines: readonly TextLine[]): number {
  const long = lines.flatMap(slopeOfLine).sort((a, b) => a.slope - b.slope);
  let half = long.reduce((sum, { length }) => sum + length, 0) / 2;
  const { slope = 0 } =
    long.find(({ length }) => {
      half -= length;
      return half <= 0;
    }) ?? {};
  return Math.abs(slope) < MIN_SLOPE || Math.abs(slope) > MAX_SLOPE ? 0 : slope;
}

export function sidesOf(box: Box, turns: TextLine['turns'], slope: number): Sides {
  const sides = inReadingDirection(box, turns);
  return slope === 0 ? sides : levelled(sides, slope);
}

function slopeOfLine({ words, turns }: TextLine): { readonly slope: number; readonly length: number }[] {
  const [first, last] = [words[0], words.at(-1)];
  if (first === undefined || last === undefined || first === last) return [];
  const [from, to] = [first, last].map(({ box }) => inReadingDirection(box, turns));
  if (from === undefined || to === undefined) return [];
  const length = middleOf(to.left, to.right) - middleOf(from.left, from.right);
  const height = Math.min(from.bottom - from.top, to.bottom - to.top);
  const sunk = middleOf(to.top, to.bottom) - middleOf(from.top, from.bottom);
  return length < MIN_LENGTH * height ? [] : [{ slope: sunk / length, length }];
}

/** The origin is the picture's own corner in any direction. */
function inReadingDirection({ x, y, width, height }: Box, turns: TextLine['turns']): Sides {
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

/** Turned back around the origin; a box around a word that stands askew is higher and wider than the word. */
function levelled({ left, right, top, bottom }: Sides, slope: number): Sides {
  const cos = 1 / Math.hypot(1, slope);
  const sin = slope * cos;
  const [x, y] = [middleOf(left, right), middleOf(top, bottom)];
  const [wide, high] = [right - left, bottom - top];
  const squeeze = cos * cos - sin * sin;
  const width = Math.max(wide / 2, (wide * cos - high * Math.abs(sin)) / squeeze);
  const height = Math.max(high / 3, (high * cos - wide * Math.abs(sin)) / squeeze);
  const [levelX, levelY] = [cos * x + sin * y, cos * y - sin * x];
  return { left: levelX - width / 2, right: levelX + width / 2, top: levelY - height / 2, bottom: levelY + height / 2 };
}

function middleOf(from: number, to: number): number {
  return (from + to) / 2;
}
