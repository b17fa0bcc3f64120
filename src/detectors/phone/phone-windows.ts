/** Cuts the places out of a text that could be a telephone number, by digits and separators alone. Linear. */
import { matchesOf } from '../matches-of.ts';

/** One possible number: where it stands, its groups of digits, and how they are put together. */
export interface PhoneWindow {
  /** At the `+`, the bracket or the first digit. */
  readonly start: number;
  /** After the last digit of the number itself. */
  readonly end: number;
  readonly hasPlus: boolean;
  readonly groups: readonly string[];
  /** What stands between the groups, one fewer than those. */
  readonly separators: readonly string[];
  readonly digits: string;
  /** Cut out of a longer row of digits at a blank: a column of a table rather than one of two numbers. */
  readonly isCut: boolean;
}

interface Group {
  readonly start: number;
  readonly end: number;
}

const MIN_DIGITS = 6;
/** E.164 allows 15, and a trunk prefix may be written beside them. */
const MAX_INTERNATIONAL_DIGITS = 16;
/** A national number, or an international one without its `+`; 14 and more are cards, devices and parcels. */
const MAX_NATIONAL_DIGITS = 13;
const MAX_DIALLED_ABROAD_DIGITS = 18;
const MAX_SEPARATOR_UNITS = 3;
const MAX_WINDOW_UNITS = 34;
/** Groups of digits of one run; a longer run is cut there. */
const MAX_RUN_GROUPS = 64;
/** Of one number that stands several times in a row, as on strips to tear off. */
const MIN_REPEATED_DIGITS = 8;
const MAX_REPEATED_GROUPS = 5;

const DIGITS = /\d+/g;
const SEPARATOR = /^[ \u00a0\u2009\u202f()\-./\u2010-\u2015\u2212·]{1,3}$/;
const LEAD = /(?:\(?[+＋] ?\(?|\()$/;
const MAX_LEAD_UNITS = 4;
/** Between two numbers of one line, each with the digit behind it; the surest first. */
const BETWEEN_NUMBERS: readonly RegExp[] = [/^ [-/\u2010-\u2015] \d|[ \u00a0]{2}/, /^\/\d|^ \(\d/, /^[ \u00a0]0/];
const BLANK_BETWEEN = /^[ \u00a0]\d/;

/** All windows of the text, from left to right, not overlapping. */
export function* phoneWindows(text: string): Generator<PhoneWindow> {
  let run: Group[] = [];
  for (const match of matchesOf(text, DIGITS)) {
    const group = { start: match.index, end: match.index + match[0].length };
    const before = run.at(-1);
    if (isTimePart(text, group)) {
      yield* windowsOf(text, run);
      run = [];
      continue;
    }
    if (before !== undefined && (run.length === MAX_RUN_GROUPS || !isJoined(text, before, group))) {
      yield* windowsOf(text, run);
      run = [];
    }
    run.push(group);
  }
  yield* windowsOf(text, run);
}

/** 18:30, 10:00:05, ::1. */
function isTimePart(text: string, { start, end }: Group): boolean {
  return /\d:/.test(text.slice(Math.max(0, start - 2), start)) || /:\d/.test(text.slice(end, end + 2));
}

function isJoined(text: string, before: Group, after: Group): boolean {
  return after.start - before.end <= MAX_SEPARATOR_UNITS && SEPARATOR.test(text.slice(before.end, after.start));
}

/** The run as one number; if it is too long for one, its parts. */
function* windowsOf(text: string, run: readonly Group[], isCut = false): Generator<PhoneWindow> {
  const window = windowOf(text, run, isCut);
  if (window === undefined) return;
  if (isShortEnough(window)) {
    if (window.digits.length >= MIN_DIGITS) yield window;
    return;
  }
  const repeated = repeatedParts(text, run);
  if (repeated.length > 0) {
    for (const part of repeated) yield* windowsOf(text, part, isCut);
    return;
  }
  for (const between of [...BETWEEN_NUMBERS, BLANK_BETWEEN]) {
    const parts = splitRun(text, run, between);
    if (parts.length === 1) continue;
    const isAtBlank = isCut || between === BLANK_BETWEEN;
    for (const part of parts) yield* windowsOf(text, part, isAtBlank);
    return;
  }
}

function windowOf(text: string, run: readonly Group[], isCut: boolean): PhoneWindow | undefined {
  const [first] = run;
  const last = run.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const separators = run.slice(1).map((group, index) => text.slice(run[index]?.end, group.start));
  const lead = LEAD.exec(text.slice(Math.max(0, first.start - MAX_LEAD_UNITS), first.start))?.[0] ?? '';
  // Of a bracket around the whole number nothing is a part of it.
  const isOpenBracket = lead.startsWith('(') && !separators.some((separator) => separator.includes(')'));
  const groups = run.map(({ start, end }) => text.slice(start, end));
  return {
    start: first.start - (isOpenBracket ? lead.length - 1 : lead.length),
    end: last.end,
    hasPlus: /[+＋]/.test(lead),
    groups,
    separators,
    digits: groups.join(''),
    isCut,
  };
}

function isShortEnough({ start, end, digits, hasPlus }: PhoneWindow): boolean {
  if (end - start > MAX_WINDOW_UNITS) return false;
  if (hasPlus) return digits.length <= MAX_INTERNATIONAL_DIGITS;
  return digits.length <= (/^0(?:0|11)/.test(digits) ? MAX_DIALLED_ABROAD_DIGITS : MAX_NATIONAL_DIGITS);
}

function splitRun(text: string, run: readonly Group[], between: RegExp): Group[][] {
  const parts: Group[][] = [];
  for (const group of run) {
    const part = parts.at(-1);
    const before = part?.at(-1);
    const isNext = before !== undefined && between.test(text.slice(before.end, group.start + 1));
    if (part === undefined || isNext) parts.push([group]);
    else part.push(group);
  }
  return parts;
}

/** The same groups again and again; none where the shortest row that repeats is too short for a number. */
function repeatedParts(text: string, run: readonly Group[]): Group[][] {
  const digits = run.map(({ start, end }) => text.slice(start, end));
  for (let count = 2; count <= MAX_REPEATED_GROUPS && 2 * count <= run.length; count++) {
    const isRepeated = run.length % count === 0 && digits.every((group, at) => group === digits[at % count]);
    if (!isRepeated) continue;
    if (digits.slice(0, count).join('').length < MIN_REPEATED_DIGITS) return [];
    return Array.from({ length: run.length / count }, (_, part) => run.slice(part * count, (part + 1) * count));
  }
  return [];
}
