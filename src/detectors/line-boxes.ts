/** Where a stretch of a read line stands in the picture. */
import { boxAround } from '../core/boxes.ts';
import type { Box } from '../core/types.ts';
import type { TextLine, TextWord } from './read-text.ts';

/** Hebrew and Arabic scripts: letters do not run from left to right, so a word of theirs is taken whole. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/;

/**
 * The box around the characters from `start` to `end` (UTF-16 offsets into the line's text, end exclusive). Words in part are cut by
 * character count along the way the line runs, and widened by half a character at the cut: letters differ in width. Throws `RangeError` when no word is touched.
 */
export function boxOfSpan(line: TextLine, start: number, end: number): Box {
  const touched = line.words.filter((word) => word.start < end && start < word.end);
  const boxes = touched.map((word) => partOf(word, line.turns, start, end));
  const [first, ...others] = boxes;
  if (!first) throw new RangeError('no word in this span of the line');
  return others.reduce(boxAround, first);
}

function partOf(word: TextWord, turns: TextLine['turns'], start: number, end: number): Box {
  const { box } = word;
  if (RIGHT_TO_LEFT.test(word.text)) return box;
  const isSideways = turns % 2 === 1;
  const length = isSideways ? box.height : box.width;
  const character = length / (word.end - word.start);
  const from = start <= word.start ? 0 : Math.floor((start - word.start - 0.5) * character);
  const to = end >= word.end ? length : Math.ceil((end - word.start + 0.5) * character);
  // Upside down, and where it runs upwards, a line begins at the far end of its box.
  const first = turns === 1 || turns === 2 ? length - to : from;
  return isSideways ? { ...box, y: box.y + first, height: to - from } : { ...box, x: box.x + first, width: to - from };
}
