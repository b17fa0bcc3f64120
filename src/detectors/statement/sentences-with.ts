/**
 * The sentences of a text in which one of a detector's trigger words stands, cut into tokens. One pass over the units of the text; a
 * sentence is opened only where the first four letters of a word are those of a trigger, and read once.
 */
import { type Token, tokensOf } from './tokens.ts';
import type { WordTable } from './word-table.ts';

/** A sentence goes no further than this before a trigger … */
const MAX_BEFORE_UNITS = 160;
/** … nor behind it; what stands there is enough for a statement, and a text without full stops stays linear. */
const MAX_AFTER_UNITS = 160;
const MAX_WORD_UNITS = 32;
/** Before a full stop that ends no sentence. */
const UNFINISHED = /(?:\d|(?:^|\s)(?:Mrs?|Ms|Dra?|Prof|Sra?|Mme))$/;

/** Units up to here (Latin, Greek, Cyrillic, Armenian, Hebrew, Georgian among them) can begin a trigger. */
const LAST_UNIT = 0x10ff;
/** The lower-case unit of each letter; 0 for anything else. One for each unit there is: reading past the end of an array is slow. */
const LETTERS = new Uint16Array(0x10000);
for (let unit = 0; unit <= LAST_UNIT; unit += 1) {
  const letter = String.fromCharCode(unit);
  if (/[\p{L}\p{M}]/u.test(letter)) LETTERS[unit] = letter.toLowerCase().charCodeAt(0);
}
const HEADS = 0x10000;
const HEAD_LETTERS = 4;

/** Tells the sentences of a text that have a trigger. */
export type SentenceFinder = (text: string) => Generator<readonly Token[]>;

/** `words`: the triggers in the notation of the table that `isTrigger` looks them up in. */
export function createSentenceFinder(words: readonly string[], isTrigger: WordTable<unknown>): SentenceFinder {
  const heads = new Uint8Array(HEADS);
  for (const word of words) {
    if (word.endsWith('*') && word.length <= HEAD_LETTERS) throw new RangeError('a trigger of too few letters');
    heads[headAt(word.replace('*', ''), 0)] = 1;
  }
  return function* sentencesWith(text) {
    for (let at = nextTrigger(text, 0, heads, isTrigger); at < text.length; ) {
      const end = sentenceEnd(text, at);
      yield tokensOf(text, sentenceStart(text, at), end);
      at = nextTrigger(text, end, heads, isTrigger);
    }
  };
}

/** Where the next trigger begins; the length of the text when there is none. The only loop over all of a text: it calls as little as it can. */
function nextTrigger(text: string, from: number, heads: Uint8Array, isTrigger: WordTable<unknown>): number {
  for (let at = from; at < text.length; ) {
    if (LETTERS[text.charCodeAt(at)] === 0) {
      at += 1;
      continue;
    }
    let end = at + 1;
    while (end < text.length && LETTERS[text.charCodeAt(end)] !== 0) end += 1;
    const mayBe = end - at <= MAX_WORD_UNITS && heads[headAt(text, at)] === 1;
    if (mayBe && isTrigger(text.slice(at, end).toLowerCase()).size > 0) return at;
    at = end;
  }
  return text.length;
}

function letterAt(text: string, at: number): number {
  return LETTERS[text.charCodeAt(at)] ?? 0;
}

/** A number that words with the same first four letters share; a word of three letters with no longer one. */
function headAt(text: string, at: number): number {
  const first = letterAt(text, at);
  const second = letterAt(text, at + 1);
  const third = second === 0 ? 0 : letterAt(text, at + 2);
  const fourth = third === 0 ? 0 : letterAt(text, at + 3);
  return (((first * 31 + second) * 31 + third) * 31 + fourth) % HEADS;
}

function sentenceStart(text: string, at: number): number {
  const first = Math.max(0, at - MAX_BEFORE_UNITS);
  for (let start = at; start > first; start -= 1) if (isBoundary(text, start - 1)) return start;
  return first;
}

function sentenceEnd(text: string, at: number): number {
  const last = Math.min(text.length, at + MAX_AFTER_UNITS);
  for (let end = at; end < last; end += 1) if (isBoundary(text, end)) return end;
  // A word is never cut: its beginning could be another word.
  return last < text.length && letterAt(text, last - 1) !== 0 ? lastWholeWord(text, last) : last;
}

function lastWholeWord(text: string, last: number): number {
  const cut = last - MAX_WORD_UNITS;
  for (let end = last; end > cut; end -= 1) if (letterAt(text, end - 1) === 0) return end;
  return last;
}

/** `!`, `?`, `;` and a line break; a full stop before white space, but not behind a digit (`3. Klasse`) or a title (`Dr. Kern`). */
function isBoundary(text: string, at: number): boolean {
  switch (text[at]) {
    case '!':
    case '?':
    case ';':
    case '\n':
    case '…':
      return true;
    case '.':
      return /^\s?$/.test(text[at + 1] ?? '') && !UNFINISHED.test(text.slice(Math.max(0, at - 5), at));
    default:
      return false;
  }
}
