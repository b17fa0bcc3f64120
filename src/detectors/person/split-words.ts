/** A text cut into words, numbers, signs and line ends, with their places. One pass, linear; any string. */

/** What a piece is by its form: only a `word`, letters alone, can belong to a name. */
export const KIND = { word: 0, number: 1, other: 2, sign: 3, lineEnd: 4 } as const;

/** The pieces of a text in its order; `starts[i]` to `ends[i]` are UTF-16 offsets, end exclusive. */
export interface Pieces {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  readonly kinds: readonly number[];
  /** Whether a hyphen ties the piece to the one before it; such a hyphen is no piece of its own. */
  readonly isTied: readonly boolean[];
}

/** A line end, a URL, a handle or hashtag, a run of letters and digits with `'` and `_` inside, or any other sign. */
const PIECE =
  /\n|(?:https?:\/\/|www\.)[^\s<>"]+|[@#][\p{L}\p{N}_]+(?:[.-][\p{Ll}\p{N}_]+)*|[\p{L}\p{M}\p{N}]+(?:['’_][\p{L}\p{M}\p{N}]+)*|[^\s\p{L}\p{M}\p{N}]/gu;
const LETTERS = /^[\p{L}\p{M}'’]+$/u;
const DIGITS = /^\p{N}+$/u;
/** What is written to a word behind an apostrophe: "Anna's", "he'll", "Ayşe'nin"; "don't" is one word. */
const ENDING = /^['’](?!t$)(?:s|d|m|ll|re|ve|\p{Ll}{1,5})$/iu;
/** An article or preposition that lost its vowel: "l'ami d'Alice". */
const ELISION = /^(?:[cdjlmnst]|qu)['’](?=\p{L}{3})/u;
const HYPHENS = '-\u2010\u2011';
const MAX_LOCAL_PIECES = 8;
/** Letters of a word that are looked at for an apostrophe: longer ones are no words. */
const MAX_WORD_UNITS = 64;

/** The pieces of a text. White space is in no piece, except line ends. */
export function splitWords(text: string): Pieces {
  const starts: number[] = [];
  const ends: number[] = [];
  const kinds: number[] = [];
  const isTied: boolean[] = [];
  const add = (start: number, end: number, kind: number): void => {
    const tied = kind === KIND.word && tiesTo(text, start, starts, ends, kinds);
    if (tied) for (const list of [starts, ends, kinds, isTied]) list.pop();
    starts.push(start);
    ends.push(end);
    kinds.push(kind);
    isTied.push(tied);
  };
  PIECE.lastIndex = 0;
  for (let found = PIECE.exec(text); found !== null; found = PIECE.exec(text)) {
    const [piece] = found;
    const start = found.index;
    const end = start + piece.length;
    const kind = kindOf(piece);
    if (piece.charCodeAt(0) === AT_SIGN && ends.at(-1) === start) markLocalPart(starts, ends, kinds);
    const cut = kind === KIND.word ? apostropheIn(piece) : 0;
    if (cut > 0) {
      add(start, start + cut, KIND.word);
      add(start + cut, end, KIND.word);
    } else add(start, end, kind);
  }
  return { starts, ends, kinds, isTied };
}

const AT_SIGN = 0x40;
const LINE_END = 0x0a;
const FIRST_BEYOND_ASCII = 0x80;
const DIGIT_0 = 0x30;
const DIGIT_9 = 0x39;

function kindOf(piece: string): number {
  if (isAsciiWord(piece)) return KIND.word;
  const first = piece.charCodeAt(0);
  if (piece.length === 1 && first < FIRST_BEYOND_ASCII) return asciiKind(first);
  if (LETTERS.test(piece)) return /[\p{L}\p{M}]/u.test(piece) ? KIND.word : KIND.sign;
  if (piece.length > 1) return DIGITS.test(piece) ? KIND.number : KIND.other;
  return DIGITS.test(piece) ? KIND.number : KIND.sign;
}

function asciiKind(unit: number): number {
  if (unit === LINE_END) return KIND.lineEnd;
  return unit >= DIGIT_0 && unit <= DIGIT_9 ? KIND.number : KIND.sign;
}

/** Most words; asks no pattern, which the first texts of a process would wait for. */
function isAsciiWord(piece: string): boolean {
  for (let at = 0; at < piece.length; at++) {
    const lower = piece.charCodeAt(at) | 0x20;
    if (lower < 0x61 || lower > 0x7a) return false;
  }
  return true;
}

/** Where a word is cut in two at its apostrophe; 0 where it is not. */
function apostropheIn(word: string): number {
  if (word.length > MAX_WORD_UNITS || isAsciiWord(word)) return 0;
  const at = Math.max(word.lastIndexOf("'"), word.lastIndexOf('’'));
  if (at <= 0) return 0;
  // The usual ones need no pattern: "Anna's", "don't".
  if (at === word.length - 2 && /[st]$/.test(word)) return word.endsWith('s') ? at : 0;
  const elision = ELISION.exec(word);
  if (elision) return elision[0].length;
  const isShortHead = at < 3 && !/^['’](?:s|d|m|ll|re|ve)$/i.test(word.slice(at));
  return !isShortHead && ENDING.test(word.slice(at)) ? at : 0;
}

/** Whether a hyphen stands between the word that begins at `start` and a word before it, without blanks. */
function tiesTo(
  text: string,
  start: number,
  starts: readonly number[],
  ends: readonly number[],
  kinds: readonly number[],
): boolean {
  const hyphen = kinds.length - 1;
  if (hyphen < 1 || ends[hyphen] !== start || ends[hyphen - 1] !== starts[hyphen]) return false;
  return kinds[hyphen - 1] === KIND.word && HYPHENS.includes(text.charAt(start - 1));
}

/** What stands right before `@` belongs to an address: no name. */
function markLocalPart(starts: readonly number[], ends: readonly number[], kinds: number[]): void {
  for (let index = kinds.length - 1, left = MAX_LOCAL_PIECES; index >= 0 && left > 0; index--, left--) {
    kinds[index] = KIND.other;
    if (starts[index] !== ends[index - 1]) return;
  }
}
