/**
 * Takes out what no reader sees and what is stacked on letters. Invisible is what Unicode calls default ignorable
 * (https://www.unicode.org/reports/tr44/#Default_Ignorable_Code_Point): zero-width characters, soft hyphens, joiners, variation
 * selectors, bidi controls, tags. Six and more tag characters in a row are read instead: ASCII that only machines see.
 *
 * Marks are the blocks of combining diacritics. What composes with its letter to one character (NFC: é, й, ế) becomes that, the
 * rest goes. Vowel signs and points of scripts that need them are in other blocks, and stay.
 */
import { matchesOf } from '../matches-of.ts';
import type { Edit, Rewriting } from './rewritten.ts';

const INVISIBLE = String.raw`\p{Default_Ignorable_Code_Point}\ufff9-\ufffb`;
const MARKS = String.raw`\u0300-\u034e\u0350-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f`;
const HIDDEN = new RegExp(`[${INVISIBLE}${MARKS}]`, 'u');
/** A run without limit would exhaust the stack of the regular expression. */
const HIDDEN_RUN = new RegExp(`[${INVISIBLE}${MARKS}]{1,8192}`, 'gu');
const INVISIBLE_RUN = new RegExp(`[${INVISIBLE}]+`, 'gu');
/** Marks beyond these compose to nothing. */
const MAX_COMPOSED_MARKS = 4;

/** ASCII, moved up by `TAG_OFFSET`; a pair of units each. */
const TAG = /[\u{e0020}-\u{e007e}]/gu;
const TAG_OFFSET = 0xe0000;
/** The flag of a region is an emoji and up to five tags. */
const MIN_TAGS = 6;

export const visible: Rewriting = (text) => {
  if (!HIDDEN.test(text)) return [];
  let last = 0;
  return matchesOf(text, HIDDEN_RUN).map(({ index, 0: run }) => {
    const edit = readTags(index, run) ?? cleared(text, index, run, index > last);
    last = edit.end;
    return edit;
  });
};

function cleared(text: string, start: number, run: string, isBehindLetter: boolean): Edit {
  const end = start + run.length;
  const marks = run.replace(INVISIBLE_RUN, '');
  if (marks === '' || !isBehindLetter) return { start, end, text: '' };
  const letter = letterBefore(text, start);
  const composed = marks.length <= MAX_COMPOSED_MARKS ? (letter + marks).normalize('NFC') : letter;
  return { start: start - letter.length, end, text: composed.length <= letter.length ? composed : letter };
}

function readTags(start: number, run: string): Edit | undefined {
  const tags = matchesOf(run, TAG);
  if (tags.length < MIN_TAGS) return undefined;
  const ascii = tags.map(({ 0: tag }) => String.fromCharCode((tag.codePointAt(0) ?? 0) - TAG_OFFSET)).join('');
  // A blank on both sides: what is written there is no part of the word before or behind it.
  const tagAt = (unit: number): number => tags[Math.min(Math.max(unit - 1, 0), tags.length - 1)]?.index ?? 0;
  return {
    start,
    end: start + run.length,
    text: ` ${ascii} `,
    placeOf: (from, to) => ({ start: tagAt(from), end: tagAt(to - 1) + 2 }),
  };
}

/** The code point that ends before `index`. */
function letterBefore(text: string, index: number): string {
  const isPair = index > 1 && (text.codePointAt(index - 2) ?? 0) > 0xffff;
  return isPair ? text.slice(index - 2, index) : text.charAt(index - 1);
}
