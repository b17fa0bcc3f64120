/**
 * Cuts out of a text what is written like one of the pictured numbers, from its digits outwards. One pass, linear: a run of
 * tokens that hold digits, each joined to the next by one separator, is offered token by token with up to eight behind it.
 */
import { matchesOf } from '../matches-of.ts';
import { fitsPicture, type PictureIndex, SIGN } from './pictures.ts';

export interface WrittenNumber {
  readonly start: number;
  readonly end: number;
  /** The picture that it is written like. */
  readonly picture: string;
  /** Its digits and letters, in upper case. */
  readonly compact: string;
  readonly hasLowerCase: boolean;
  /** More digits stand beside it, a blank away: its first or last group may belong to them. */
  readonly isBesideDigits: boolean;
}

interface Token {
  readonly start: number;
  readonly end: number;
  /** What joins it to the token before, normalised; empty at the head of a run. */
  readonly joint: string;
  readonly hasDigits: boolean;
}

/** The longest known number without separators is a driver's licence of New York, 19 signs. */
const MAX_TOKEN_UNITS = 20;
/** A French social insurance number has seven groups. */
const MAX_TOKENS = 8;
const MAX_SIGNS = 24;
const MAX_RUN_TOKENS = 64;

const DIGITS = /\d+/g;
const REST_OF_TOKEN = /[A-Za-z\dА-ЯІЇЄҐ]*/y;
const LETTERS_BEFORE = /(?<![\p{L}\p{N}_])([A-ZА-ЯІЇЄҐ]{1,6})([ \u00a0-])$/u;
const LETTERS_AFTER = /^([ \u00a0-])([A-Z]{1,2})(?![\p{L}\p{N}_])/u;
const MAX_LETTERS_UNITS = 8;
const MAX_LETTERS_BETWEEN = 3;

const BLANKS = ' \u00a0\u2007\u2009\u202f';
const DASHES = '-\u2010\u2011\u2012\u2013\u2014\u2015\u2212';
/** What may stand between two tokens, and how pictures write it. */
const JOINTS: ReadonlyMap<string, string> = new Map<string, string>([
  ...[...BLANKS].map((blank): [string, string] => [blank, ' ']),
  ...[...DASHES].flatMap((dash): [string, string][] => [
    [dash, '-'],
    [` ${dash} `, '-'],
  ]),
  ...[...'./+'].map((sign): [string, string] => [sign, sign]),
]);
const MAX_JOINT_UNITS = 3;
/** Scripts that are written without blanks: a number may stand right between their letters. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Hangul}]/u;
const WORD_PART = /[\p{L}\p{M}\p{N}_@]/u;
/** `…-v2`; a case ending of another script may follow, as in `…-ის`. */
const GOES_ON = /^[-+][A-Za-z\d]/;
/** What mostly stands beside a number; asked first, the patterns are slower. */
const PLAIN = new Set(['', ' ', '\n', '.', ',', ':']);
const CURRENCY = /[$€£¥₹₽₾₴₺%‰°]/u;

/** From left to right by their starts; one place may be offered in several ways, they may overlap. */
export function* writtenNumbers(text: string, index: PictureIndex): Generator<WrittenNumber> {
  let run: Token[] = [];
  for (const token of tokensOf(text)) {
    if (token.joint === '' || run.length === MAX_RUN_TOKENS) {
      yield* numbersIn(text, run, index);
      run = [];
    }
    run.push(token);
  }
  yield* numbersIn(text, run, index);
}

function* tokensOf(text: string): Generator<Token> {
  let end = -1;
  for (const { 0: digits, index } of matchesOf(text, DIGITS)) {
    if (index < end) continue;
    const start = tokenStart(text, index, Math.max(end, 0));
    const letters = end === -1 ? undefined : lettersBetween(text, end, start);
    if (letters !== undefined) yield letters;
    const joint = end === -1 ? '' : letters ? ' ' : jointOf(text, end, start);
    end = tokenEnd(text, index + digits.length);
    yield { start, end, joint, hasDigits: true };
  }
}

function tokenStart(text: string, at: number, from: number): number {
  const first = Math.max(from, at - MAX_TOKEN_UNITS);
  let start = at;
  while (start > first && isLetter(text.charCodeAt(start - 1))) start -= 1;
  return start;
}

function tokenEnd(text: string, at: number): number {
  REST_OF_TOKEN.lastIndex = at;
  REST_OF_TOKEN.test(text);
  return REST_OF_TOKEN.lastIndex;
}

/** One separator, or a dash with blanks around it; empty where the tokens do not belong together. */
function jointOf(text: string, end: number, start: number): string {
  return start - end > MAX_JOINT_UNITS ? '' : (JOINTS.get(text.slice(end, start)) ?? '');
}

/** `AB` of `99 AB 123456`. */
function lettersBetween(text: string, end: number, start: number): Token | undefined {
  const units = start - end - 2;
  if (units < 1 || units > MAX_LETTERS_BETWEEN) return undefined;
  if (!BLANKS.includes(text.charAt(end)) || !BLANKS.includes(text.charAt(start - 1))) return undefined;
  for (let at = end + 1; at < start - 1; at++) if (!isCapital(text.charCodeAt(at))) return undefined;
  return { start: end + 1, end: start - 1, joint: ' ', hasDigits: false };
}

/** The head of a run: `AB` and `12` of `AB 12 34 56 C`. */
function headOf(text: string, token: Token): Token[] {
  if (token.joint !== '' || !isCapital(text.charCodeAt(token.start - 2))) return [token];
  const before = text.slice(Math.max(0, token.start - MAX_LETTERS_UNITS), token.start);
  const [, letters, joint] = LETTERS_BEFORE.exec(before) ?? [];
  if (letters === undefined) return [token];
  const end = token.start - 1;
  const label = { start: end - letters.length, end, joint: '', hasDigits: false };
  return [label, { ...token, joint: joint === '-' ? '-' : ' ' }];
}

/** `Z` of `12345678 Z`. */
function lettersAfter(text: string, { end }: Token): Token[] {
  if (!isCapital(text.charCodeAt(end + 1))) return [];
  const [, joint, letters] = LETTERS_AFTER.exec(text.slice(end, end + MAX_LETTERS_UNITS)) ?? [];
  if (letters === undefined) return [];
  const start = end + 1;
  return [{ start, end: start + letters.length, joint: joint === '-' ? '-' : ' ', hasDigits: false }];
}

function* numbersIn(text: string, run: readonly Token[], index: PictureIndex): Generator<WrittenNumber> {
  const [head, ...rest] = run;
  const last = run.at(-1);
  if (head === undefined || last === undefined) return;
  const letters = lettersAfter(text, last);
  const tokens = [...headOf(text, head), ...rest, ...letters];
  if ((tokens.at(-1)?.end ?? 0) - (tokens[0]?.start ?? 0) < index.leastUnits) return;
  for (let first = 0; first < tokens.length; first++) {
    if (isHead(text, tokens, first)) yield* numbersFrom(text, tokens, first, index);
  }
}

function* numbersFrom(
  text: string,
  tokens: readonly Token[],
  first: number,
  index: PictureIndex,
): Generator<WrittenNumber> {
  let layout = '';
  let signs = 0;
  for (let last = first; last < tokens.length && last < first + MAX_TOKENS; last++) {
    const token = tokens[last];
    if (token === undefined) return;
    const units = token.end - token.start;
    signs += units;
    if (units > MAX_TOKEN_UNITS || signs > MAX_SIGNS) return;
    layout += (last === first ? '' : token.joint) + SIGN.repeat(units);
    const pictures = layout.length < index.leastUnits ? undefined : index.byLayout.get(layout);
    if (pictures === undefined || !isTail(text, tokens, last)) continue;
    yield* fitting(text, tokens, first, last, pictures);
  }
}

function* fitting(
  text: string,
  tokens: readonly Token[],
  first: number,
  last: number,
  pictures: readonly string[],
): Generator<WrittenNumber> {
  const parts = tokens.slice(first, last + 1);
  const written = parts.map(({ start, end }) => text.slice(start, end)).join('');
  const compact = /[a-z]/.test(written) ? written.toUpperCase() : written;
  const place = { start: parts[0]?.start ?? 0, end: parts.at(-1)?.end ?? 0 };
  const isBesideDigits = tokens[first - 1]?.hasDigits === true || tokens[last + 1]?.hasDigits === true;
  for (const picture of pictures) {
    if (!fitsPicture(compact, picture)) continue;
    yield { ...place, picture, compact, hasLowerCase: written !== compact, isBesideDigits };
  }
}

/** Whether a number may begin with this token: behind a blank, a label, or what is no part of a word. */
function isHead(text: string, tokens: readonly Token[], first: number): boolean {
  const before = tokens[first - 1];
  if (before !== undefined) return tokens[first]?.joint === ' ' || !before.hasDigits;
  const start = tokens[first]?.start ?? 0;
  return isApart(letterBefore(text, start));
}

function isTail(text: string, tokens: readonly Token[], last: number): boolean {
  const after = tokens[last + 1];
  if (after !== undefined) return after.joint === ' ';
  const end = tokens[last]?.end ?? 0;
  return isApart(letterAt(text, end)) && !GOES_ON.test(text.slice(end, end + 2));
}

function isApart(sign: string): boolean {
  return PLAIN.has(sign) || (!CURRENCY.test(sign) && (!WORD_PART.test(sign) || UNSPACED.test(sign)));
}

/** The code point that begins at `index`; empty at the end. */
function letterAt(text: string, index: number): string {
  return index < text.length ? String.fromCodePoint(text.codePointAt(index) ?? 0) : '';
}

/** The code point that ends before `index`; empty at the beginning. */
function letterBefore(text: string, index: number): string {
  const isPair = index > 1 && (text.codePointAt(index - 2) ?? 0) > 0xffff;
  return text.slice(Math.max(0, index - (isPair ? 2 : 1)), index);
}

/** The letters of tokens, by code units: they are asked of every run of digits. */
function isLetter(unit: number): boolean {
  return (unit >= 0x61 && unit <= 0x7a) || isCapital(unit);
}

/** Cyrillic ones (А to Я, Є, І, Ї, Ґ) stand in Russian and Ukrainian document numbers. */
function isCapital(unit: number): boolean {
  if (unit < 0x404) return unit >= 0x41 && unit <= 0x5a;
  return (unit >= 0x410 && unit <= 0x42f) || unit === 0x404 || unit === 0x406 || unit === 0x407 || unit === 0x490;
}
