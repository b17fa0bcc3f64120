/**
 * From characters to words: the recogniser was trained on Chinese and leaves out a third of all spaces. Where it gives none, the stretch
 * without ink between two characters tells.
 */
import type { LineCrop } from './crop-line.ts';
import { inkColumns, widestGap } from './ink.ts';
import type { ReadCharacter } from './recogniser.ts';

export interface ReadWord {
  readonly text: string;
  /** Columns of the crop, `to` exclusive. */
  readonly from: number;
  readonly to: number;
}

/**
 * A space is a gap of this many pixels (of a line 48 high) and this many times the line's median gap, more beside characters that have
 * air around them. Of 4,937 places in rendered text (six fonts, 10 to 40 pixels, PNG to JPEG 40), spaces left out fell from 224 of 644 to 6,
 * and 4 were put in where none is.
 */
const LEAST_GAP = 5;
const TIMES_MEDIAN = 1.2;
const AIR = 3;
const AIRY = /[1.,:;il|jI!\-_'"()]/;
/** Scripts that are written without spaces. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

interface Gap {
  readonly start: number;
  readonly end: number;
  readonly isGiven: boolean;
}

/** `squeeze`: how much narrower the crop is than the line at its height. */
export function divideWords(characters: readonly ReadCharacter[], crop: LineCrop, squeeze: number): ReadWord[] {
  const ink = inkColumns(crop);
  const letters = characters.filter(({ text }) => text !== ' ');
  const [first] = letters;
  if (!first) return [];
  const gaps = gapsBetween(characters, ink, crop.width);
  const widths = gaps.map(({ start, end }) => (end - start) / squeeze);
  const least = LEAST_GAP + TIMES_MEDIAN * median(widths);
  const words: { text: string; from: number; to: number }[] = [];
  let word = { text: first.text, from: firstInk(ink, first.at * crop.width), to: crop.width };
  gaps.forEach((gap, n) => {
    const [before, after] = [letters[n]?.text ?? '', letters[n + 1]?.text ?? ''];
    const air = AIR * (Number(AIRY.test(before)) + Number(AIRY.test(after)));
    const isUnspaced = UNSPACED.test(before) && UNSPACED.test(after);
    const isSpace = gap.isGiven || (!isUnspaced && (widths[n] ?? 0) - air >= least);
    if (isSpace) {
      words.push({ ...word, to: gap.start });
      word = { text: after, from: gap.end, to: crop.width };
    } else word.text += after;
  });
  words.push({ ...word, to: lastInk(ink, (letters.at(-1)?.at ?? 1) * crop.width) });
  return words;
}

/** One between each two letters. */
function gapsBetween(characters: readonly ReadCharacter[], ink: readonly boolean[], width: number): Gap[] {
  const gaps: Gap[] = [];
  let before: ReadCharacter | undefined;
  let isGiven = false;
  for (const character of characters) {
    if (character.text === ' ') {
      isGiven = true;
      continue;
    }
    if (before) {
      const [from, to] = [Math.floor(before.at * width), Math.floor(character.at * width)];
      const gap = widestGap(ink, from, to);
      const middle = Math.round((from + to) / 2);
      gaps.push(gap.end > gap.start ? { ...gap, isGiven } : { start: middle, end: middle, isGiven });
    }
    before = character;
    isGiven = false;
  }
  return gaps;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function firstInk(ink: readonly boolean[], before: number): number {
  const first = ink.indexOf(true);
  return first < 0 || first > before ? 0 : first;
}

function lastInk(ink: readonly boolean[], after: number): number {
  const last = ink.lastIndexOf(true) + 1;
  return last < after ? ink.length : last;
}
