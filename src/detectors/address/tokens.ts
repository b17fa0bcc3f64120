/** The text around digits as words, numbers and marks, each looked up once. Addresses have digits, so the rest of a text is never read. */
import { ROLE, rolesOf } from './street-words.ts';

export interface Token {
  /** `number`: a house number could look so. `digits`: another number (`3.5`, `35mm`, `5th`). `code`: letters with digits. */
  readonly kind: 'word' | 'number' | 'digits' | 'code' | 'newline' | 'mark';
  readonly start: number;
  readonly end: number;
  /** In lower case; a mark as it stands. */
  readonly word: string;
  /** Bits of `ROLE`; 0 for anything but a word. */
  readonly roles: number;
  /** Begins with a capital, or with a letter of a script that has none. */
  readonly isName: boolean;
  /** An abbreviation with its full stop, which has no token of its own. */
  readonly isDotted: boolean;
}

/** A stretch of text, as tokens; it is read on while something in it reaches its end. */
export interface Island {
  readonly text: string;
  readonly tokens: Token[];
  /** Digits from here on belong to the next island, by UTF-16 offset. */
  readonly lookEnd: number;
  /** Up to where the text was read. */
  end: number;
  /** No capital letter stands in it: names are written small. */
  isLowerCase: boolean;
}

/** What stands before a street's number, and a street behind it; whole blocks are read only behind a street. */
const UNITS_BEFORE = 90;
const UNITS_AFTER = 64;
const UNITS_OF_BLOCK = 190;
/** So that a text full of digits is many short islands. */
const MAX_ISLAND_UNITS = 4000;
const MAX_WORD_UNITS = 60;
const UNDERSCORE = 0x5f;
/** Words up to this length may be abbreviated names: `Dr.`, `Gen.`, `Proc.` */
const MAX_ABBREVIATION_UNITS = 4;

const DIGIT = /[0-9\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u0e50-\u0e59]/g;
/** Digits, one more group behind a dash or slash, letters that house numbers have. */
const HOUSE_NUMBER = /^\p{Nd}{1,5}[a-hа-еა-ე]?(?:[-/]\p{Nd}{1,4}[a-h]?)?$/iu;
/** Marks that quotes and lists put before a line. */
const LINE_PREFIX = '>?|*•-–';
const BEFORE_AMOUNT = '$€£₽₾¥₹+=_~@&';
const AFTER_AMOUNT = '%$€£₽₾°+=';

/** The islands around the digits of a text, in its order; one may begin within the one before it. */
export function* islandsOf(text: string): Generator<Island> {
  for (let digit = nextDigit(text, 0); digit !== -1; ) {
    const start = wordStart(text, Math.max(0, digit - UNITS_BEFORE));
    const lookEnd = islandEnd(text, digit);
    const island: Island = { text, tokens: [], lookEnd, end: start, isLowerCase: true };
    readTo(island, lookEnd);
    // The last token is this island's, however far it goes: read again by the next one, digits without end would take quadratic time.
    const ownEnd = Math.max(lookEnd, island.end);
    yield island;
    digit = nextDigit(text, ownEnd);
  }
}

/** Reads all that an address may have behind its token `last`. */
export function readBehind(island: Island, last: number): void {
  const end = Math.min(island.text.length, (island.tokens[last]?.end ?? 0) + UNITS_OF_BLOCK);
  if (end > island.end) readTo(island, end);
}

export function isNumeric(token: Token | undefined): boolean {
  return token?.kind === 'number' || token?.kind === 'digits' || token?.kind === 'code';
}

function nextDigit(text: string, from: number): number {
  DIGIT.lastIndex = from;
  return DIGIT.exec(text)?.index ?? -1;
}

/** An island ends where no digit follows within the length of a street. */
function islandEnd(text: string, firstDigit: number): number {
  let last = firstDigit;
  for (let digit = firstDigit; digit !== -1; digit = nextDigit(text, digit + 1)) {
    if (digit - last > UNITS_AFTER || digit - firstDigit > MAX_ISLAND_UNITS) break;
    last = digit;
  }
  return Math.min(text.length, last + UNITS_AFTER);
}

/** A word that the island would cut in two is left out, unless it is longer than words are. */
function wordStart(text: string, from: number): number {
  if (from === 0) return 0;
  const blank = text.slice(from, from + MAX_WORD_UNITS).search(/\s/);
  return blank === -1 ? from : from + blank;
}

/** Tokens are whole: the last one may go beyond `end`. */
function readTo(island: Island, end: number): void {
  const { text, tokens } = island;
  let at = Math.max(island.end, tokens.at(-1)?.end ?? 0);
  while (at < end) {
    const kind = classAt(text, at);
    if (kind === BLANK) {
      at++;
      continue;
    }
    const token = kind >= CAPITAL ? wordAt(text, at) : kind === NUMBER ? numberAt(text, at) : markAt(text, at, kind);
    at = token.end;
    const last = tokens.at(-1);
    if (token.kind === 'mark' && last !== undefined && isPartOfLayout(token, last)) {
      if (token.word === '.') tokens[tokens.length - 1] = { ...last, roles: rolesOf(last.word), isDotted: true };
      continue;
    }
    if (token.isName) island.isLowerCase = false;
    tokens.push(token);
  }
  island.end = at;
}

/** A word, over hyphens and apostrophes within it; a `code` when digits are among its letters. */
function wordAt(text: string, start: number): Token {
  let end = letterRun(text, start, start + MAX_WORD_UNITS);
  while (joinsWords(text.charCodeAt(end)) && classAt(text, end + 1) >= CAPITAL && end - start < MAX_WORD_UNITS) {
    end = letterRun(text, end + 1, start + MAX_WORD_UNITS * 2);
  }
  const kind = classAt(text, end);
  if (kind >= NUMBER || text.charCodeAt(end) === UNDERSCORE) {
    end = codeEnd(text, end);
    return token('code', start, end, text.slice(start, Math.min(end, start + MAX_WORD_UNITS)));
  }
  const written = text.slice(start, end);
  const word = written.toLowerCase();
  const isName = classAt(text, start) === CAPITAL;
  return { kind: 'word', start, end, word, roles: rolesWithoutStop(written, rolesOf(word)), isName, isDotted: false };
}

function letterRun(text: string, from: number, limit: number): number {
  let end = from;
  while (end < limit && classAt(text, end) >= CAPITAL) end++;
  return end;
}

function codeEnd(text: string, from: number): number {
  let end = from;
  while (classAt(text, end) >= NUMBER || text.charCodeAt(end) === UNDERSCORE) end++;
  return end;
}

function numberAt(text: string, start: number): Token {
  let end = start;
  for (;;) {
    while (classAt(text, end) === NUMBER) end++;
    if (!joinsDigits(text.charCodeAt(end)) || classAt(text, end + 1) !== NUMBER) break;
    end++;
  }
  // `9b/2`, and letters right behind digits.
  const letters = letterRun(text, end, end + MAX_ABBREVIATION_UNITS);
  const isPair = letters === end + 1 && text.charAt(letters) === '/' && classAt(text, letters + 1) === NUMBER;
  end = isPair ? letters + 1 : letters;
  while (isPair && classAt(text, end) === NUMBER) end++;
  const number = text.slice(start, Math.min(end, start + MAX_WORD_UNITS));
  return token(HOUSE_NUMBER.test(number) && !isAmount(text, start, end) ? 'number' : 'digits', start, end, number);
}

function markAt(text: string, start: number, kind: number): Token {
  return token(kind === NEWLINE ? 'newline' : 'mark', start, start + 1, text.charAt(start));
}

function token(kind: Token['kind'], start: number, end: number, word: string): Token {
  return { kind, start, end, word, roles: 0, isName: false, isDotted: false };
}

/** A hyphen or an apostrophe. */
function joinsWords(code: number): boolean {
  return code === 0x2d || code === 0x27 || code === 0x2019 || code === 0x2010;
}

/** One of `, - . / :` */
function joinsDigits(code: number): boolean {
  return (code >= 0x2c && code <= 0x2f) || code === 0x3a;
}

/** `$12`, `50%`, `+3`. */
function isAmount(text: string, start: number, end: number): boolean {
  return BEFORE_AMOUNT.includes(text.charAt(start - 1) || ' ') || AFTER_AMOUNT.includes(text.charAt(end) || ' ');
}

/** An abbreviation that lacks its full stop is doubtful, and two capitals or one letter are none; English ones go without. */
function rolesWithoutStop(word: string, roles: number): number {
  if ((roles & ROLE.abbreviation) === 0 || (roles & ROLE.numberFirst) !== 0) return roles;
  const isOther = word.length === 1 || (word.length === 2 && word === word.toUpperCase());
  return isOther ? roles & ~(ROLE.before | ROLE.after) : roles | ROLE.weak;
}

/** The full stop of an abbreviation, and the marks at the beginning of a quoted line. */
function isPartOfLayout(mark: Token, last: Token): boolean {
  if (last.kind === 'newline') return LINE_PREFIX.includes(mark.word);
  if (mark.word !== '.' || mark.start !== last.end || last.kind !== 'word' || last.isDotted) return false;
  if ((rolesOf(last.word) & ROLE.abbreviation) !== 0 || last.word.endsWith('str')) return true;
  return last.roles === 0 && mark.start - last.start <= MAX_ABBREVIATION_UNITS;
}

const BLANK = 0;
const NEWLINE = 1;
const MARK = 2;
const NUMBER = 3;
/** From here on: letters. Those of scripts without capitals count as capitals. */
const CAPITAL = 4;
const SMALL = 5;
/** Classes of code units, 256 at a time, made when a text first has one of them. */
const classes: Uint8Array[] = [];

function classAt(text: string, at: number): number {
  if (at >= text.length) return BLANK;
  const code = text.charCodeAt(at);
  const page = classes[code >> 8] ?? classesOf(code >> 8);
  return page[code & 255] ?? MARK;
}

function classesOf(page: number): Uint8Array {
  const made = Uint8Array.from({ length: 256 }, (_, low) => classOf(String.fromCharCode(page * 256 + low)));
  classes[page] = made;
  return made;
}

function classOf(unit: string): number {
  if (unit === '\n') return NEWLINE;
  if (/\s/u.test(unit)) return BLANK;
  if (/\p{Nd}/u.test(unit)) return NUMBER;
  if (/[\p{Lu}\p{Lt}\p{Lo}\p{sc=Georgian}]/u.test(unit)) return CAPITAL;
  return /[\p{L}\p{M}]/u.test(unit) ? SMALL : MARK;
}
