/** Where a stretch of a read line stands in the picture. */
import type { Box } from '../core/types.ts';
import type { TextLine, TextWord } from './read-text.ts';

/** Hebrew and Arabic scripts: letters do not run from left to right, so a word of theirs is taken whole. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/;

/**
 * The box around the characters from `start` to `end` (UTF-16 offsets into the line's text, end exclusive). Words in part are cut by
 * character count, and widened by half a character at the cut: letters differ in width. Throws `RangeError` when no word is touched.
 */
export function boxOfSpan(line: TextLine, start: number, end: number): Box {
  const touched = line.words.filter((word) => word.start < end && start < word.end);
  const boxes = touched.map((word) => partOf(word, start, end));
  const [first, ...others] = boxes;
  if (!first) throw new RangeError('no word in this span of the line');
  return others.reduce(union, first);
}

function partOf(word: TextWord, start: number, end: number): Box {
  const { box } = word;
  if (RIGHT_TO_LEFT.test(word.text)) return box;
  const character = box.width / (word.end - word.start);
  const left = start <= word.start ? box.x : box.x + Math.floor((start - word.start - 0.5) * character);
  const right = end >= word.end ? box.x + box.width : box.x + Math.ceil((end - word.start + 0.5) * character);
  return { x: left, y: box.y, width: right - left, height: box.height };
}

function union(a: Box, b: Box): Box {
  const [x, y] = [Math.min(a.x, b.x), Math.min(a.y, b.y)];
  const right = Math.max(a.x + a.width, b.x + b.width);
  const bottom = Math.max(a.y + a.height, b.y + b.height);
  return { x, y, width: right - x, height: bottom - y };
}
