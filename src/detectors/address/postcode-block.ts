/** Addresses without a house number, found from their postcode: `rue de Blondel, 51657 Rivière`, `Kathryn Gateway, Leeds, LS1 4AP`. Pure. */
import type { ScoreStep } from '../../core/types.ts';
import { unitAt } from './block-parts.ts';
import { has, isNameWord } from './find-street.ts';
import { postcodeAt } from './postcodes.ts';
import { endingRole, ROLE } from './street-words.ts';
import { type Island, isNumeric } from './tokens.ts';

interface PostcodeBlock {
  /** Places of tokens in their island, both included. */
  readonly first: number;
  readonly last: number;
  readonly steps: readonly ScoreStep[];
}

const TELLING = 0.35;
const PLAIN = 0.15;
const PLACE = 0.1;
const SEGMENT = { strong: 0.35, weak: 0.2, unit: 0.2 };
/** Of the first token of a postcode that begins with digits. */
const MIN_PLAIN_UNITS = 3;
/** A comma and a line break, with `S/N` between them. */
const MAX_SEPARATORS = 5;
const SEPARATORS = ',-/';
/** `S/N`: without a number. */
const NO_NUMBER = new Set(['s', 'n']);
const MAX_SEGMENTS = 4;
const MAX_SEGMENT_WORDS = 6;

/** The lines and parts before the postcode at `at`, up to the one that is a street or a flat. */
export function postcodeBlockAt(island: Island, at: number): PostcodeBlock | undefined {
  const { text, tokens } = island;
  const token = tokens[at];
  if (token === undefined || token.kind === 'newline' || (token.kind !== 'code' && token.word.length < MIN_PLAIN_UNITS))
    return undefined;
  // `Apt. 861 93 Brooks Gap`: the number of a flat and the one of the house.
  if (has(tokens[at - 1], ROLE.unit | ROLE.number)) return undefined;
  const code = postcodeAt(text, token.start);
  if (code === undefined) return undefined;
  let last = at;
  while (last + 1 < tokens.length && (tokens[last]?.end ?? 0) < code.end) last++;
  // More digits on the line: a telephone number.
  if (isNumeric(tokens[last + 1])) return undefined;
  const steps: ScoreStep[] = [{ signal: 'postcode', weight: code.isTelling ? TELLING : PLAIN }];
  let first = at;
  let hasPlace = isNameWord(island, last + 1) && tokens[last + 1]?.isName === true;
  for (let count = 0; count < MAX_SEGMENTS; count++) {
    const segment = segmentBefore(island, first);
    if (segment === undefined) break;
    const kind = kindOf(island, segment.first, segment.last);
    if (kind !== 'place') {
      steps.push({ signal: kind === 'unit' ? 'unit' : 'street-word', weight: SEGMENT[kind] });
      if (kind !== 'weak') steps.push({ signal: 'place', weight: PLACE });
      return hasPlace ? { first: withUnit(island, segment.first), last, steps } : undefined;
    }
    // The first one is its place; more only lead to a street.
    hasPlace = true;
    first = segment.first;
  }
  if (!code.isTelling || !hasPlace) return undefined;
  const place = segmentBefore(island, at);
  steps.push({ signal: 'place', weight: PLACE });
  return { first: place?.first ?? at, last, steps };
}

/** `Studio 9` on the line before the street. */
function withUnit(island: Island, first: number): number {
  const segment = segmentBefore(island, first);
  return segment && kindOf(island, segment.first, segment.last) === 'unit' ? segment.first : first;
}

/** Names and numbers between two separators. */
function segmentBefore(island: Island, before: number): { readonly first: number; readonly last: number } | undefined {
  const { tokens } = island;
  let last = before - 1;
  for (let skipped = 0; skipped < MAX_SEPARATORS && isSeparator(island, last); skipped++) last--;
  let first = last + 1;
  while (last - first + 1 < MAX_SEGMENT_WORDS && isSegmentWord(island, first - 1)) first--;
  return first > last || has(tokens[first], ROLE.stop) ? undefined : { first, last };
}

function isSeparator({ tokens }: Island, at: number): boolean {
  const token = tokens[at];
  if (token?.kind === 'mark') return SEPARATORS.includes(token.word);
  return token?.kind === 'newline' || (NO_NUMBER.has(token?.word ?? '') && tokens[at - 1]?.kind === 'mark');
}

function isSegmentWord(island: Island, at: number): boolean {
  const token = island.tokens[at];
  if (token?.kind === 'number') return true;
  return isNameWord(island, at) || has(token, ROLE.before | ROLE.unit | ROLE.place);
}

function kindOf({ tokens }: Island, first: number, last: number): 'strong' | 'weak' | 'unit' | 'place' {
  const [begin, end] = [tokens[first], tokens[last]];
  if (unitAt(tokens, first) !== undefined && has(begin, ROLE.unit)) return 'unit';
  if (has(begin, ROLE.before) && last > first) return has(begin, ROLE.weak) ? 'weak' : 'strong';
  const role =
    has(end, ROLE.after) && last > first ? (end?.roles ?? 0) : end?.kind === 'word' ? endingRole(end.word) : 0;
  if (role === 0) return 'place';
  return (role & ROLE.weak) === 0 ? 'strong' : 'weak';
}
