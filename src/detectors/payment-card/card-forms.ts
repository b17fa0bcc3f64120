/** Where 12 to 19 digits stand as a card number would: bare, or in the groups that are embossed on cards. Linear. */
import { matchesOf } from '../matches-of.ts';
import { hasLuhn } from './issuers.ts';

export interface CardCandidate {
  readonly start: number;
  readonly end: number;
  readonly digits: string;
  readonly isGrouped: boolean;
  /** More digits follow or precede behind the same kind of separator: the groups may be cut out of a longer number. */
  readonly hasNeighbours: boolean;
}

interface Group {
  readonly start: number;
  readonly end: number;
}

/** The first twelve digits of a run with at most one separator between two; guarded on the left, and so tried once for each run. */
const RUN_START = /(?<!\d)\d(?:[ .\-\u00a0\u2009\u202f\u2010-\u2013]?\d){11}/g;
const GROUP = /\d+/y;
const SEPARATORS: ReadonlySet<string> = new Set(' .-\u00a0\u2009\u202f\u2010\u2011\u2012\u2013');
/** Lengths of groups: Visa and most others; American Express; Diners; 19 digits; Maestro; UnionPay. */
const FORMS: readonly (readonly number[])[] = [
  [4, 4, 4, 4, 3],
  [4, 4, 4, 4],
  [4, 6, 5],
  [4, 6, 4],
  [4, 4, 4, 4, 2],
  [4, 4, 4, 4, 1],
  [4, 4, 4, 3],
  [4, 4, 5],
  [4, 4, 4, 1],
  [4, 4, 4, 2],
  [4, 4, 4],
  [4, 5, 6],
  [6, 13],
  [8, 8],
];
/** The commonest of them. */
const CARD: readonly number[] = [4, 4, 4, 4];
const MIN_DIGITS = 12;
const MAX_DIGITS = 19;

export function* cardCandidates(text: string): Generator<CardCandidate> {
  let from = 0;
  for (const { index } of matchesOf(text, RUN_START)) {
    if (index < from) continue;
    const groups = groupsFrom(text, index);
    from = groups.at(-1)?.end ?? index;
    const isRow = isRowOfCards(text, groups);
    for (let at = 0; at < groups.length; at++) {
      for (const one of candidatesAt(text, groups, at)) {
        yield isRow && at % CARD.length === 0 ? { ...one, hasNeighbours: false } : one;
      }
    }
  }
}

/** Cards one behind the other with a blank between, as in `4xxx xxxx xxxx xxxx 5xxx xxxx xxxx xxxx`. */
function isRowOfCards(text: string, groups: readonly Group[]): boolean {
  if (groups.length <= CARD.length || groups.length % CARD.length !== 0) return false;
  if (groups.some(({ start, end }) => end - start !== CARD[0])) return false;
  return groups.every(({ start }, at) => {
    const last = groups[at + CARD.length - 1];
    return at % CARD.length !== 0 || (last !== undefined && hasLuhn(text.slice(start, last.end).replace(/\D/g, '')));
  });
}

/** All groups of the run that begins at `start`. */
function groupsFrom(text: string, start: number): readonly Group[] {
  const groups: Group[] = [];
  for (let at = start; ; at++) {
    GROUP.lastIndex = at;
    const digits = GROUP.exec(text)?.[0].length ?? 0;
    if (digits === 0) return groups;
    groups.push({ start: at, end: at + digits });
    at += digits;
    if (!SEPARATORS.has(text.charAt(at))) return groups;
  }
}

function* candidatesAt(text: string, groups: readonly Group[], at: number): Generator<CardCandidate> {
  const first = groups[at];
  if (first === undefined) return;
  const length = first.end - first.start;
  if (length >= MIN_DIGITS) {
    if (length <= MAX_DIGITS && standsAlone(text, first)) yield candidate(text, groups, at, 1);
    return;
  }
  for (const form of FORMS) if (isForm(text, groups, at, form)) yield candidate(text, groups, at, form.length);
}

function isForm(text: string, groups: readonly Group[], at: number, form: readonly number[]): boolean {
  if (at + form.length > groups.length) return false;
  const separator = text.charAt(groups[at]?.end ?? 0);
  return form.every((digits, offset) => {
    const group = groups[at + offset];
    if (group === undefined || group.end - group.start !== digits) return false;
    return offset === form.length - 1 || text.charAt(group.end) === separator;
  });
}

function candidate(text: string, groups: readonly Group[], at: number, count: number): CardCandidate {
  const start = groups[at]?.start ?? 0;
  const end = groups[at + count - 1]?.end ?? start;
  const separator = count > 1 ? text.charAt(groups[at]?.end ?? 0) : '-';
  const isNeighbour = (group: Group | undefined, between: string): boolean =>
    group !== undefined && between === separator && (separator !== ' ' || group.end - group.start > 3);
  return {
    start,
    end,
    digits: text.slice(start, end).replace(/\D/g, ''),
    isGrouped: count > 1,
    hasNeighbours:
      isNeighbour(groups[at - 1], text.charAt(start - 1)) ||
      (isNeighbour(groups[at + count], text.charAt(end)) && !isYear(text, groups[at + count])),
  };
}

/** The year in which a card expires, right behind it. */
function isYear(text: string, group: Group | undefined): boolean {
  return group !== undefined && /^20[2-5]\d$/.test(text.slice(group.start, group.end));
}

/** Not the decimals of a fraction, and not an amount; `,12/30` is a column of months; in `1,4111…,2` the commas are of a table. */
function standsAlone(text: string, { start, end }: Group): boolean {
  const isDecimals = /\d\.$|(?:^|\D)0,$/.test(text.slice(Math.max(0, start - 3), start));
  return !isDecimals && !/^(?:\.\d|,\d{1,2}(?:[^\d/]|$))/.test(text.slice(end, end + 4));
}
