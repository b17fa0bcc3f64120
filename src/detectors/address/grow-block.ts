/** From a street to the whole postal block: unit, second street, place, state, postcode and country, over line breaks. Pure, bounded. */
import { has, isNameWord } from './find-street.ts';
import { countryWords, isStateCode } from './places.ts';
import { postcodeAt } from './postcodes.ts';
import { endingRole, ROLE } from './street-words.ts';
import type { Island, Token } from './tokens.ts';

/** What was found around a street. */
export interface Block {
  /** Places of tokens in their island, both included. */
  readonly first: number;
  readonly last: number;
  readonly parts: ReadonlySet<Part>;
}

export type Part =
  | 'unit'
  | 'postcode'
  | 'telling-postcode'
  | 'short-postcode'
  | 'state'
  | 'country'
  | 'place'
  | 'postcode-place'
  | 'second-street'
  | 'lines';

const POSTCODES: readonly Part[] = ['postcode', 'telling-postcode', 'short-postcode'];

interface Growing {
  readonly island: Island;
  readonly parts: Set<Part>;
  first: number;
  last: number;
}

/** Units, places, postcodes and countries that one block may have behind its street. */
const MAX_PARTS = 12;
const MAX_LINES = 6;
const MAX_PLACE_WORDS = 5;
const MAX_UNIT_NUMBER_UNITS = 6;
const MAX_LEFT_SEGMENTS = 4;
/** Where Latin letters are written, places stand behind the street; before it there is a person's name more often. */
const FIRST_NOT_LATIN = 0x370;
/** Of a state or province, as `NSW`, and of what forms put in its place. */
const MAX_CODE_UNITS = 3;
const AND = new Set(['and', '&', 'und', 'et', 'y', 'и', 'e', 'at']);
const STATE = /^[A-Z]{2,3}$/;

/** `from`: the first token that no block before this one has taken. */
export function growBlock(
  island: Island,
  { first, last }: { readonly first: number; readonly last: number },
  from: number,
): Block {
  const growing: Growing = { island, parts: new Set(), first, last };
  growLeft(growing, from);
  growRight(growing);
  return growing;
}

/** A place is kept when something firm follows it, when it stands behind the street on the same line, or alone behind a postcode. */
function growRight(growing: Growing): void {
  const { island, parts } = growing;
  const { tokens } = island;
  let at = growing.last + 1;
  let lines = 0;
  let linesSincePart = 0;
  for (let count = 0; count < MAX_PARTS; count++) {
    const gap = separatorAt(tokens, at, at - 1 === growing.last);
    if (gap === undefined) return;
    lines += gap.lines;
    linesSincePart += gap.lines;
    if (lines > MAX_LINES) return;
    const firm = firmPart(island, gap.next, { isAfterStreet: count === 0, parts });
    if (firm !== undefined) {
      parts.add(firm.part);
      if (firm.isBesidePlace) parts.add('postcode-place');
      if (linesSincePart > 0) parts.add('lines');
      linesSincePart = 0;
      growing.last = firm.last;
      at = firm.last + 1;
      continue;
    }
    const last = placeEnd(island, gap.next);
    if (last === undefined) return;
    if (growing.last === at - 1 && isPlaceOf(growing, gap, last)) {
      parts.add('place');
      growing.last = last;
    }
    at = last + 1;
  }
}

/** Whether the names up to `last` are certainly the place of the street before them. */
function isPlaceOf({ island: { tokens, isLowerCase }, parts, last: before }: Growing, gap: Gap, last: number): boolean {
  if (isLowerCase || parts.has('place') || tokens[gap.next]?.isName !== true) return false;
  if (gap.lines === 0) return gap.isComma || tokens[before]?.isDotted !== true;
  const next = tokens[last + 1];
  const isOwnLine = next === undefined || next.kind === 'newline' || next.kind === 'mark';
  return gap.lines === 1 && isOwnLine && POSTCODES.some((part) => parts.has(part)) && !parts.has('postcode-place');
}

interface Gap {
  readonly next: number;
  readonly lines: number;
  readonly isComma: boolean;
}

/** Commas, line breaks (an empty line at most) and small marks; undefined at anything that ends a block. */
function separatorAt(tokens: readonly Token[], from: number, isAfterPart: boolean): Gap | undefined {
  let at = from;
  let lines = 0;
  let isComma = false;
  for (; at < from + 5; at++) {
    const token = tokens[at];
    if (token === undefined) return undefined;
    if (token.kind === 'newline') lines++;
    else if (token.word === ',' || token.word === ';' || token.word === '|' || token.word === '/') isComma = true;
    else if (token.word === '.' && isAfterPart && at === from && tokens[at - 1]?.kind === 'number') isComma = true;
    else if (!/^[-–—(]$/.test(token.word) || isSuffixDash(tokens, at)) break;
  }
  return lines > 2 ? undefined : { next: at, lines, isComma };
}

/** `12-ში`: a grammatical ending, not another part. */
function isSuffixDash(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.word === '-' && tokens[at]?.start === tokens[at - 1]?.end && tokens[at + 1]?.kind === 'word';
}

interface Firm {
  readonly part: Part;
  readonly isBesidePlace?: boolean;
  readonly last: number;
}

function firmPart(
  island: Island,
  at: number,
  { isAfterStreet, parts }: { readonly isAfterStreet: boolean; readonly parts: ReadonlySet<Part> },
): Firm | undefined {
  return (
    unitAt(island.tokens, at) ??
    (isAfterStreet ? secondStreet(island, at) : undefined) ??
    country(island, at) ??
    state(island, at) ??
    postcode(island, at, parts)
  );
}

/** `Apt. 5`, `# 4B`, `кв. 12`, `2nd floor`, `д. 5`. */
export function unitAt(tokens: readonly Token[], at: number): Firm | undefined {
  const word = tokens[at];
  if (word === undefined) return undefined;
  const isUnit = has(word, ROLE.unit | ROLE.number) || word.word === '#' || word.word === '№';
  if (isUnit) {
    let number = at + 1;
    while (number < at + 3 && (has(tokens[number], ROLE.number) || /^[.:#№]$/.test(tokens[number]?.word ?? '')))
      number++;
    return isUnitNumber(tokens[number], has(word, ROLE.unit)) ? { part: 'unit', last: number } : undefined;
  }
  const isLevel = (word.kind === 'number' || word.kind === 'digits') && has(tokens[at + 1], ROLE.level);
  if (isLevel) return { part: 'unit', last: at + 1 };
  const stop = tokens[at + 1]?.word === '.' ? at + 2 : -1;
  return word.kind === 'number' && has(tokens[stop], ROLE.level) ? { part: 'unit', last: stop } : undefined;
}

function isUnitNumber(token: Token | undefined, allowsLetter: boolean): boolean {
  if (token === undefined || token.end - token.start > MAX_UNIT_NUMBER_UNITS) return false;
  if (token.kind === 'number' || token.kind === 'code' || token.kind === 'digits') return true;
  return allowsLetter && token.kind === 'word' && token.word.length === 1;
}

/** `… and Kesä Street`, `… Bjerke Street`. */
function secondStreet({ tokens }: Island, at: number): Firm | undefined {
  const first = AND.has(tokens[at]?.word ?? '') ? at + 1 : at;
  for (let last = first; last < first + 4; last++) {
    const token = tokens[last];
    if (last > first && has(token, ROLE.after)) return { part: 'second-street', last };
    if (token?.kind === 'word' && first > at && endingRole(token.word) !== 0) return { part: 'second-street', last };
    if (token?.kind === 'word' ? !token.isName || has(token, ROLE.unit) : first === at) return undefined;
  }
  return undefined;
}

function country({ tokens }: Island, at: number): Firm | undefined {
  const words: string[] = [];
  for (let next = at; next < at + 6 && tokens[next]?.kind === 'word'; next++) words.push(tokens[next]?.word ?? '');
  const first = words[0];
  if (first === undefined || (words.length === 1 && first.length < 2)) return undefined;
  const count = countryWords(words);
  if (count === 0 || (count === 1 && first.length <= 2 && tokens[at]?.isName !== true)) return undefined;
  return { part: 'country', last: at + count - 1 };
}

/** `TX`, `NSW`; two capitals of any country before a postcode or at the end of a line. */
function state({ text, tokens }: Island, at: number): Firm | undefined {
  const token = tokens[at];
  if (token?.kind !== 'word') return undefined;
  const written = text.slice(token.start, token.end);
  if (!STATE.test(written)) return undefined;
  const next = tokens[at + 1];
  const isBeforeCode =
    (next?.kind === 'number' && next.word.length >= 4) || next?.kind === 'code' || next?.kind === 'digits';
  const isAtEnd = next === undefined || next.kind === 'newline' || next.kind === 'mark';
  const isBracketed = tokens[at - 1]?.word === '(' && next?.word === ')';
  if (!isStateCode(written) && !isBeforeCode && !isBracketed) return undefined;
  return isBeforeCode || isAtEnd ? { part: 'state', last: at } : undefined;
}

/** A postcode, and the place on its right. */
function postcode(island: Island, at: number, parts: ReadonlySet<Part>): Firm | undefined {
  const { text, tokens } = island;
  const token = tokens[at];
  if (token === undefined || token.kind === 'newline' || token.kind === 'mark') return undefined;
  const isLabelled = has(token, ROLE.place) && token.word !== 'п';
  const start = isLabelled ? at + 1 : at;
  const from = tokens[start];
  if (from === undefined || !hasDigits(from, tokens[start + 1])) return undefined;
  const isBesideName =
    isNameWord(island, start + 1) ||
    standsAlone(island, start) ||
    parts.has('place') ||
    parts.has('state') ||
    isNameWord(island, start - 1);
  const code = postcodeAt(text, from.start, isBesideName);
  if (code === undefined) return undefined;
  let last = start;
  while (last + 1 < tokens.length && (tokens[last]?.end ?? 0) < code.end) last++;
  if (!parts.has('state') && !isPostcodeEnd(tokens[last + 1], island, last + 1)) return undefined;
  const place = placeEnd(island, last + 1);
  const hasPlace = place !== undefined && isPlaceBehind(island, last, place) && !has(tokens[last + 1], ROLE.unit);
  return {
    isBesidePlace: hasPlace,
    part: code.isTelling ? 'telling-postcode' : code.end - from.start <= 4 ? 'short-postcode' : 'postcode',
    last: hasPlace ? place : last,
  };
}

/** Where all is written small, only few words up to a mark or a word that is no name. */
function isPlaceBehind({ tokens, isLowerCase }: Island, last: number, place: number): boolean {
  if (!isLowerCase) return true;
  const next = tokens[place + 1];
  const isEnd = next === undefined || next.kind === 'newline' || next.kind === 'mark' || has(next, ROLE.stop);
  return place - last <= 3 && isEnd;
}

/** A line of its own with a name on the next one. */
function standsAlone(island: Island, at: number): boolean {
  const { tokens } = island;
  return tokens[at - 1]?.kind === 'newline' && tokens[at + 1]?.kind === 'newline' && isNameWord(island, at + 2);
}

function hasDigits(token: Token, next: Token | undefined): boolean {
  return token.kind !== 'word' || (token.word.length <= 3 && next?.word === '-');
}

/** Not a count (`12345 units`): what follows is a name, a mark or the end. */
function isPostcodeEnd(next: Token | undefined, island: Island, at: number): boolean {
  if (next === undefined || next.kind === 'newline') return true;
  if (next.kind === 'mark') return !/^[%$€£+=_@]$/.test(next.word);
  return (
    next.kind === 'word' && !isMeasure(next) && (isNameWord(island, at) || island.isLowerCase || has(next, ROLE.stop))
  );
}

function isMeasure({ word }: Token): boolean {
  return /^(?:km|m|kg|mb|gb|usd|eur|euros?|dollars?|people|persons|years?|items|points|units|times|руб|рублей|лет)$/.test(
    word,
  );
}

/** The last of the words that may be a place from `at` on; undefined where none stand. */
function placeEnd(island: Island, at: number): number | undefined {
  const { tokens } = island;
  let last = at - 1;
  if (isLoneWord(island, at)) return at;
  while (last - at + 1 < MAX_PLACE_WORDS) {
    const next = tokens[last + 1];
    const isPlaceWord = has(next, ROLE.place);
    if (!isPlaceWord && !isNameWord(island, last + 1)) break;
    if (has(next, ROLE.unit) && !isPlaceWord) break;
    if (has(next, ROLE.date) && tokens[last + 2]?.kind !== 'word') break;
    last++;
    if (countryWords([tokens[last + 1]?.word ?? '']) > 0) break;
  }
  while (last >= at && has(tokens[last], ROLE.particle) && !tokens[last]?.isName) last--;
  if (last < at || (last === at && tokens[at]?.word.length === 1)) return undefined;
  return tokens[last + 1]?.word === ':' ? undefined : last;
}

/** A word by itself between two separators or before a postcode, as it comes out of forms: `, SO`, `nan 40402`. */
function isLoneWord({ tokens }: Island, at: number): boolean {
  const token = tokens[at];
  const next = tokens[at + 1];
  if (token?.kind !== 'word' || has(token, ROLE.unit) || (!token.isName && token.word.length > MAX_CODE_UNITS))
    return false;
  if (has(token, ROLE.stop) && token.word.length > 2) return false;
  return next?.kind === 'newline' || next?.word === ',' || (next?.kind === 'number' && next.word.length >= 4);
}

/** `Suite 680 36 Oakridge Lane`, `the corner of …`, `101000, Москва, ул. …`, `1052 Budapest, Váci utca …`. */
function growLeft(growing: Growing, from: number): void {
  const { island, parts } = growing;
  const { tokens } = island;
  if (tokens[growing.first - 1]?.word === 'of' && tokens[growing.first - 2]?.word === 'corner') {
    growing.first -= tokens[growing.first - 3]?.word === 'the' ? 3 : 2;
    parts.add('second-street');
    return;
  }
  const before = tokens[growing.first - 1];
  if (before?.kind === 'number' && before.word.length <= 3 && !has(tokens[growing.first - 2], ROLE.unit | ROLE.number))
    growing.first--;
  for (let count = 0; count < MAX_LEFT_SEGMENTS; count++) {
    const segment = segmentBefore(island, growing.first);
    if (segment === undefined || segment.first < from) return;
    growing.first = segment.first;
    for (const part of segment.parts) parts.add(part);
  }
}

/** A unit, or names with a place word or a postcode, right before `first` and divided from it by no more than a comma. */
function segmentBefore(
  island: Island,
  first: number,
): { readonly first: number; readonly parts: readonly Part[] } | undefined {
  const { text, tokens } = island;
  let last = first - 1;
  const isDivided = tokens[last]?.word === ',' || tokens[last]?.kind === 'newline';
  while (last > first - 3 && (tokens[last]?.word === ',' || tokens[last]?.kind === 'newline')) last--;
  for (const begin of [last - 1, last - 2]) {
    const unit = unitAt(tokens, begin);
    if (unit?.last === last && has(tokens[begin], ROLE.unit)) return { first: begin, parts: ['unit'] };
  }
  if (!isDivided) return undefined;
  let begin = last + 1;
  while (begin > last - 3 && isPlaceName(island, begin - 1)) begin--;
  const code = tokens[begin - 1];
  const found =
    code && (code.kind === 'number' || code.kind === 'digits') ? postcodeAt(text, code.start, true) : undefined;
  if (found !== undefined && found.end === code?.end && (begin <= last || code.word.length > 4)) {
    return { first: begin - 1, parts: ['postcode'] };
  }
  if (begin > last) return undefined;
  const isNamed = has(tokens[begin], ROLE.place) && tokens[last + 1]?.word === ',';
  if (!isNamed && (tokens[begin]?.word.charCodeAt(0) ?? 0) < FIRST_NOT_LATIN) return undefined;
  if (!isNamed && !(tokens[last + 1]?.word === ',' && isSegmentStart(tokens[begin - 1]))) return undefined;
  return { first: begin, parts: [] };
}

function isPlaceName(island: Island, at: number): boolean {
  const token = island.tokens[at];
  if (island.isLowerCase || token?.kind !== 'word') return false;
  return (token.isName && !has(token, ROLE.stop | ROLE.unit)) || has(token, ROLE.place);
}

function isSegmentStart(token: Token | undefined): boolean {
  return token?.word === ',' || token?.kind === 'newline' || token?.word === ':' || token === undefined;
}
