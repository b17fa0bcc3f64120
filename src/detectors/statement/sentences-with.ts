/**
 * The sentences of a text in which one of a detector's trigger words stands, cut into tokens. One pass over the units of the text; a
 * sentence is opened only where the first three letters of a word are those of a trigger, and read once.
 */
import { type Token, tokensOf } from './tokens.ts';
import type { WordTable } from './word-table.ts';

/** A sentence goes no further than this before a trigger … */
const MAX_BEFORE_UNITS = 160;
/** … nor behind it; what stands there is enough for a statement, and a text without full stops stays linear. */
const MAX_AFTER_UNITS = 160;
const MAX_WORD_UNITS = 32;

/** Code units up to here (Latin, Greek, Cyrillic, Armenian, Hebrew, Georgian) can begin a trigger. */
const LAST_UNIT = 0x10ff;
/** The lower-case unit of each letter; 0 for anything else. */
const LETTERS = Uint16Array.from({ length: LAST_UNIT + 1 }, (_, unit) => {
  const letter = String.fromCharCode(unit);
  return /[\p{L}\p{M}]/u.test(letter) ? letter.toLowerCase().charCodeAt(0) : 0;
});
const HEADS = 0x4000;

/** Tells the sentences of a text that have a trigger. */
export type SentenceFinder = (text: string) => Generator<readonly Token[]>;

/** `words`: the triggers in the notation of the table that `isTrigger` looks them up in. */
export function createSentenceFinder(words: readonly string[], isTrigger: WordTable<unknown>): SentenceFinder {
  const heads = new Uint8Array(HEADS);
  for (const word of words) heads[headAt(word.replace('*', ''), 0)] = 1;
  return function* sentencesWith(text) {
    for (let at = nextTrigger(text, 0, heads, isTrigger); at < text.length; ) {
      const end = sentenceEnd(text, at);
      yield tokensOf(text, sentenceStart(text, at), end);
      at = nextTrigger(text, end, heads, isTrigger);
    }
  };
}

/** Where the next trigger begins; the length of the text when there is none. */
function nextTrigger(text: string, from: number, heads: Uint8Array, isTrigger: WordTable<unknown>): number {
  for (let at = from; at < text.length; ) {
    if (letterAt(text, at) === 0) {
      at += 1;
      continue;
    }
    const end = wordEnd(text, at);
    const mayBe = heads[headAt(text, at)] === 1 && end - at <= MAX_WORD_UNITS;
    if (mayBe && isTrigger(text.slice(at, end).toLowerCase()).size > 0) return at;
    at = end;
  }
  return text.length;
}

function wordEnd(text: string, start: number): number {
  let end = start + 1;
  while (end < text.length && letterAt(text, end) !== 0) end += 1;
  return end;
}

function letterAt(text: string, at: number): number {
  return LETTERS[text.charCodeAt(at)] ?? 0;
}

/** A number that words with the same first three letters share. */
function headAt(text: string, at: number): number {
  const first = letterAt(text, at);
  const second = letterAt(text, at + 1);
  const third = second === 0 ? 0 : letterAt(text, at + 2);
  return ((first * 31 + second) * 31 + third) % HEADS;
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

/** `!`, `?`, `;` and a line break; a full stop behind a letter or bracket (`3. Klasse`, `1.5`) and before white space. */
function isBoundary(text: string, at: number): boolean {
  switch (text[at]) {
    case '!':
    case '?':
    case ';':
    case '\n':
    case '…':
      return true;
    case '.':
      return !/\d/.test(text[at - 1] ?? '') && /^(?:\s|$)/.test(text[at + 1] ?? '');
    default:
      return false;
  }
}
