/** From a street to the whole postal block, over commas and line breaks. Pure, bounded. */
import { firmPart, type Part, placeEnd } from './block-parts.ts';
import { growLeft } from './grow-left.ts';
import type { Island, Token } from './tokens.ts';

/** What was found around a street. */
export interface Block {
  /** Places of tokens in their island, both included. */
  readonly first: number;
  readonly last: number;
  readonly parts: ReadonlySet<Part>;
}

const POSTCODES: readonly Part[] = ['postcode', 'telling-postcode', 'short-postcode'];

interface Growing {
  readonly island: Island;
  readonly parts: Set<Part>;
  last: number;
}

/** Units, places, postcodes and countries that one block may have behind its street. */
const MAX_PARTS = 12;
const MAX_LINES = 6;
/** `from`: the first token that no block before this one has taken. */
export function growBlock(
  island: Island,
  { first, last }: { readonly first: number; readonly last: number },
  from: number,
): Block {
  const left = growLeft(island, first, from);
  const growing: Growing = { island, parts: new Set(left.parts), last };
  growRight(growing);
  return { first: left.first, last: growing.last, parts: growing.parts };
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
