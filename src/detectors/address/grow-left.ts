/** What may stand before a street: a unit, and in many countries the postcode and the place. Pure, bounded. */
import { type Part, unitAt } from './block-parts.ts';
import { has } from './find-street.ts';
import { postcodeAt } from './postcodes.ts';
import { ROLE } from './street-words.ts';
import type { Island, Token } from './tokens.ts';

interface Left {
  /** The place of its first token. */
  readonly first: number;
  readonly parts: readonly Part[];
}

const MAX_LEFT_SEGMENTS = 4;
/** Where Latin letters are written, places stand behind the street; before it there is a person's name more often. */
const FIRST_NOT_LATIN = 0x370;

/** `Suite 680 36 Oakridge Lane`, `the corner of …`, `101000, Москва, ул. …`, `1052 Budapest, Váci utca …`. */
export function growLeft(island: Island, street: number, from: number): Left {
  const { tokens } = island;
  if (tokens[street - 1]?.word === 'of' && tokens[street - 2]?.word === 'corner') {
    return { first: street - (tokens[street - 3]?.word === 'the' ? 3 : 2), parts: ['second-street'] };
  }
  let first = isFirstOfTwoNumbers(tokens, street - 1) ? street - 1 : street;
  const parts: Part[] = [];
  for (let count = 0; count < MAX_LEFT_SEGMENTS; count++) {
    const segment = segmentBefore(island, first);
    if (segment === undefined || segment.first < from) break;
    first = segment.first;
    parts.push(...segment.parts);
  }
  return { first, parts };
}

/** `42 15 Millicent Drive`, `67 Lodskovvej 28`. */
function isFirstOfTwoNumbers(tokens: readonly Token[], at: number): boolean {
  const number = tokens[at];
  return number?.kind === 'number' && number.word.length <= 3 && !has(tokens[at - 1], ROLE.unit | ROLE.number);
}

/** A unit, or names with a place word or a postcode, right before `first` and divided from it by no more than a comma. */
function segmentBefore(island: Island, first: number): Left | undefined {
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
  if (found !== undefined && found.end === code?.end && (begin <= last || !isLatin(tokens[first]))) {
    return { first: begin - 1, parts: ['postcode'] };
  }
  if (begin > last) return undefined;
  const isNamed = has(tokens[begin], ROLE.place) && tokens[last + 1]?.word === ',';
  if (!isNamed && isLatin(tokens[begin])) return undefined;
  if (!isNamed && !(tokens[last + 1]?.word === ',' && isSegmentStart(tokens[begin - 1]))) return undefined;
  return { first: begin, parts: [] };
}

function isPlaceName(island: Island, at: number): boolean {
  const token = island.tokens[at];
  if (island.isLowerCase || token?.kind !== 'word') return false;
  return (token.isName && !has(token, ROLE.stop | ROLE.unit)) || has(token, ROLE.place);
}

function isLatin(token: Token | undefined): boolean {
  return (token?.word.charCodeAt(0) ?? 0) < FIRST_NOT_LATIN;
}

function isSegmentStart(token: Token | undefined): boolean {
  return token?.word === ',' || token?.kind === 'newline' || token?.word === ':' || token === undefined;
}
