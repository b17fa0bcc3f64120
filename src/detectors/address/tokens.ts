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

/** A stretch of text, as tokens. */
export interface Island {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** No capital letter stands in it: names are written small. */
  readonly isLowerCase: boolean;
}

const UNITS_BEFORE = 110;
const UNITS_AFTER = 190;
/** So that a text full of digits is many short islands. */
const MAX_ISLAND_UNITS = 4000;
const MAX_WORD_UNITS = 40;
/** Words up to this length may be abbreviated names: `Dr.`, `Gen.`, `Proc.` */
const MAX_ABBREVIATION_UNITS = 4;

const DIGIT = /[0-9\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u0e50-\u0e59]/g;
const TOKEN =
  /(\n)|([\p{L}\p{M}]{1,40}(?:['’‐-][\p{L}\p{M}]{1,40}){0,4}(?![\p{L}\p{M}\p{Nd}_]))|(\p{Nd}{1,20}(?:[-/.,:]\p{Nd}{1,20}){0,4}[\p{L}º]{0,4})|([\p{L}\p{M}\p{Nd}_]+)|([^\s])/gu;
const HOUSE_NUMBER = /^\p{Nd}{1,5}[a-hа-еა-ე]?(?:[-/]\p{Nd}{1,4}[a-h]?)?$/iu;
/** Marks that quotes and lists put before a line. */
const LINE_PREFIX = '>?|*•-–';
const NAME = /^[\p{Lu}\p{Lt}\p{Lo}\p{sc=Georgian}]/u;
const CAPITAL = /\p{Lu}/u;

/** The islands around the digits of a text, in its order. */
export function* islandsOf(text: string): Generator<Island> {
  DIGIT.lastIndex = 0;
  for (let digit = DIGIT.exec(text); digit !== null; digit = DIGIT.exec(text)) {
    const end = islandEnd(text, digit.index);
    const start = wordStart(text, Math.max(0, digit.index - UNITS_BEFORE));
    yield { text, tokens: tokensOf(text, start, end), isLowerCase: !CAPITAL.test(text.slice(start, end)) };
    DIGIT.lastIndex = end;
  }
}

/** An island ends where no digit follows within the length of an address. */
function islandEnd(text: string, firstDigit: number): number {
  let last = firstDigit;
  DIGIT.lastIndex = firstDigit;
  for (let digit = DIGIT.exec(text); digit !== null; digit = DIGIT.exec(text)) {
    if (digit.index - last > UNITS_AFTER || digit.index - firstDigit > MAX_ISLAND_UNITS) break;
    last = digit.index;
  }
  return Math.min(text.length, last + UNITS_AFTER);
}

/** A word that the island would cut in two is left out, unless it is longer than words are. */
function wordStart(text: string, from: number): number {
  if (from === 0) return 0;
  const blank = text.slice(from, from + MAX_WORD_UNITS).search(/\s/);
  return blank === -1 ? from : from + blank;
}

function tokensOf(text: string, start: number, end: number): Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = start;
  for (let match = TOKEN.exec(text); match !== null && match.index < end; match = TOKEN.exec(text)) {
    const token = tokenOf(match);
    const last = tokens.at(-1);
    if (token.kind === 'mark' && last !== undefined && isPartOfLayout(token, last)) {
      if (token.word === '.') tokens[tokens.length - 1] = { ...last, roles: rolesOf(last.word), isDotted: true };
      continue;
    }
    tokens.push(token);
  }
  return tokens;
}

function tokenOf(match: RegExpExecArray): Token {
  const [raw, newline, word, number, code] = match;
  const place = { start: match.index, end: match.index + raw.length, roles: 0, isName: false, isDotted: false };
  if (word !== undefined) {
    const lowerCase = word.toLowerCase();
    return { ...place, kind: 'word', word: lowerCase, roles: rolesWithoutStop(word, rolesOf(lowerCase)), isName: NAME.test(word) };
  }
  if (number !== undefined) {
    const isHouseNumber = HOUSE_NUMBER.test(number) && !isAmount(match.input, place.start, place.end);
    return { ...place, kind: isHouseNumber ? 'number' : 'digits', word: number };
  }
  if (code !== undefined) return { ...place, kind: 'code', word: code };
  return { ...place, kind: newline === undefined ? 'mark' : 'newline', word: raw };
}

/** `$12`, `50%`, `v2`, `+3`, `12:` behind another number. */
function isAmount(text: string, start: number, end: number): boolean {
  return '$€£₽₾¥₹+=_~@&'.includes(text.charAt(start - 1) || ' ') || '%$€£₽₾°+='.includes(text.charAt(end) || ' ');
}

/** An abbreviation that lacks its full stop is doubtful, and two capitals or one small letter are none; English ones go without. */
function rolesWithoutStop(word: string, roles: number): number {
  if ((roles & ROLE.abbreviation) === 0 || (roles & ROLE.numberFirst) !== 0) return roles;
  const isOther = word.length === 1 || (word.length === 2 && word === word.toUpperCase());
  return isOther ? roles & ~(ROLE.before | ROLE.after) : roles | ROLE.weak;
}

/** The full stop of an abbreviation, and the marks at the beginning of a quoted line. */
function isPartOfLayout(mark: Token, last: Token): boolean {
  if (last.kind === 'newline') return LINE_PREFIX.includes(mark.word);
  if (mark.word !== '.' || mark.start !== last.end || last.kind !== 'word') return false;
  return (
    (last.roles & ROLE.abbreviation) !== 0 || (last.roles === 0 && mark.start - last.start <= MAX_ABBREVIATION_UNITS)
  );
}
