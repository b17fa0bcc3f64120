/** What can stand behind a street: units, a second street, countries, states, postcodes and places. Pure, bounded. */
import { has, isNameWord } from './find-street.ts';
import { countryWords, isStateCode } from './places.ts';
import { postcodeAt } from './postcodes.ts';
import { endingRole, ROLE } from './street-words.ts';
import { type Island, isNumeric, type Token } from './tokens.ts';

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

const MAX_PLACE_WORDS = 5;
/** `RD 5`: a postman's round in New Zealand. */
const RURAL_DELIVERY = 'rd';
const MAX_UNIT_NUMBER_UNITS = 6;
/** Of a state or province, as `NSW`, and of what forms put in its place. */
const MAX_CODE_UNITS = 3;
const AND = new Set(['and', '&', 'und', 'et', 'y', 'и', 'e', 'at']);
const STATE = /^[A-Z]{2,3}$/;

interface Firm {
  readonly part: Part;
  readonly isBesidePlace?: boolean;
  readonly last: number;
}

/** A part that is certainly one, at the token `at`. */
export function firmPart(
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
  const isUnit =
    has(word, ROLE.unit | ROLE.number) || word.word === RURAL_DELIVERY || word.word === '#' || word.word === '№';
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
  const isEnd = isPostcodeEnd(tokens[last + 1], island, last + 1);
  if (!isEnd && (!parts.has('state') || isNumeric(tokens[last + 1]))) return undefined;
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
export function placeEnd(island: Island, at: number): number | undefined {
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
