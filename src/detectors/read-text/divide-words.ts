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
 * A space is a gap of this much of an ordinary advance from letter to letter and this many times the line's median gap, more for each side
 * on which a character has air around it. Of 4,937 places in rendered text (six fonts, 10 to 40 pixels, PNG to JPEG 40), spaces left out fell
 * from 224 of 644 to 2, and 1 was put in where none is.
 */
const LEAST_ADVANCES = 0.25;
const TIMES_MEDIAN = 1.1;
const AIR_ADVANCES = 0.18;
const AIRY_BEFORE = /[1.,;!il|jI-]/;
const AIRY_AFTER = /[1.,:;!il|jI-]/;
const LETTER = /\p{L}/u;
const DIGIT = /\d/;
/** The part of the advances that is no wider than within words. */
const WITHIN_WORDS = 0.7;
/** Its ink lies so low that it is often outside of what is looked at, and no space stands beside it. */
const UNDERSCORE = '_';
/** The bar lies so high that it is often above what is looked at otherwise: without it "Thomas" has a gap behind the T. */
const UNDER_A_BAR = /^T\p{Ll}/u;
/** Scripts that are written without spaces. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** In the machine-readable zone of a travel document, which has no spaces (ICAO 9303). */
const FILLER = '<<';

interface Gap {
  readonly start: number;
  readonly end: number;
  readonly before: string;
  readonly after: string;
  /** Whether the recogniser read a space there. */
  readonly isGiven: boolean;
}

/** From left to right; each space that was read, and each gap that is one. */
export function divideWords(characters: readonly ReadCharacter[], crop: LineCrop): ReadWord[] {
  const letters = characters.filter(({ text }) => text !== ' ');
  const [first, last] = [letters[0], letters.at(-1)];
  if (!first || !last) return [];
  const ink = inkColumns(crop);
  const gaps = gapsBetween(characters, { ink, whole: inkColumns(crop, 0) }, crop.width);
  const isSpace = spaceRule(letters, gaps, crop.width);
  const words: ReadWord[] = [];
  let word = { text: first.text, from: firstInk(ink, first.at * crop.width), to: crop.width };
  for (const gap of gaps) {
    if (isSpace(gap)) {
      words.push({ ...word, to: gap.start });
      word = { text: gap.after, from: gap.end, to: crop.width };
    } else word.text += gap.after;
  }
  return [...words, { ...word, to: lastInk(ink, last.at * crop.width) }];
}

/** Given the gap, whether there is a space in it. */
function spaceRule(letters: readonly ReadCharacter[], gaps: readonly Gap[], width: number): (gap: Gap) => boolean {
  const text = letters.map((letter) => letter.text).join('');
  if (text.includes(FILLER)) return () => false;
  const advances = letters.slice(1).map(({ at }, n) => (at - (letters[n]?.at ?? 0)) * width);
  const advance = meanOf(inOrder(advances).slice(0, Math.ceil(advances.length * WITHIN_WORDS)));
  const least = LEAST_ADVANCES * advance + TIMES_MEDIAN * medianOf(gaps.map(({ start, end }) => end - start));
  return ({ start, end, before, after, isGiven }) => {
    if (before === UNDERSCORE || after === UNDERSCORE) return false;
    if (isGiven || (UNSPACED.test(before) && UNSPACED.test(after))) return isGiven;
    return end - start - AIR_ADVANCES * advance * airySides(before, after) >= least;
  };
}

function airySides(before: string, after: string): number {
  // A number after a word is mostly a word of its own: "Call 0212".
  if (LETTER.test(before) && DIGIT.test(after)) return 0;
  return Number(AIRY_BEFORE.test(before)) + Number(AIRY_AFTER.test(after));
}

/** One between each two letters; where there is ink all the way it has no width. */
function gapsBetween(
  characters: readonly ReadCharacter[],
  { ink, whole }: { readonly ink: readonly boolean[]; readonly whole: readonly boolean[] },
  width: number,
): Gap[] {
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
      const middle = Math.round((from + to) / 2);
      const columns = UNDER_A_BAR.test(before.text + character.text) ? whole : ink;
      const { start, end } = widestGap(columns, from, to) ?? { start: middle, end: middle };
      gaps.push({ start, end, before: before.text, after: character.text, isGiven });
    }
    before = character;
    isGiven = false;
  }
  return gaps;
}

function inOrder(values: readonly number[]): number[] {
  return [...values].sort((a, b) => a - b);
}

function medianOf(values: readonly number[]): number {
  return inOrder(values)[Math.floor(values.length / 2)] ?? 0;
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

function firstInk(ink: readonly boolean[], before: number): number {
  const first = ink.indexOf(true);
  return first < 0 || first > before ? 0 : first;
}

function lastInk(ink: readonly boolean[], after: number): number {
  const last = ink.lastIndexOf(true) + 1;
  return last < after ? ink.length : last;
}
