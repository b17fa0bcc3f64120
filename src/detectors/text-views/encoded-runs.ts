/**
 * Decodes runs of base64 (RFC 4648, both alphabets) and of hexadecimal digits, one level, where they hold printable UTF-8 text in
 * which a value can stand. Most runs are something else: their first characters tell.
 */

import { matchesOf } from '../matches-of.ts';
import { bytewise, printableText } from './from-bytes.ts';
import type { Edit, Place, Rewriting } from './rewritten.ts';

const MIN_RUN_UNITS = 12;
const IN_RUN = new Uint8Array(0x80);
for (const one of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/_-') IN_RUN[one.charCodeAt(0)] = 1;
const HEX = /^(?:0x)?[0-9a-f]+$/i;
const SPACED_HEX = /(?:^|[^A-Za-z0-9])([0-9A-Fa-f]{2}(?:[ :][0-9A-Fa-f]{2}){6,5000})(?![A-Za-z0-9])/g;
const SOME_SPACED_HEX = /[ :][0-9A-Fa-f]{2}[ :][0-9A-Fa-f]{2}[ :]/;
/** The first units of a run show whether it is text; a multiple of 4. */
const PROBE_UNITS = 16;
const ASCII_TEXT = /^[\t\n\r -~\u0080-\u{10ffff}]*$/u;
/** Encoded text has capitals or digits among its letters; a word has a capital at its beginning at most. */
const ODD_FOR_A_WORD = /.[A-Z0-9]/;
/** An address, a number, or words. */
const CAN_HOLD_A_VALUE = /@|(?:\d[ ().+/-]{0,3}){6}|\p{L}{2} \p{L}/u;
/** Numbers have hexadecimal digits only, too: an address has an ending. */
const HEX_VALUE = /[^\s@]@[^\s@]+\.[^\s@]|(?:\d[ ().+/-]{0,3}){6}/;
/** Pictures, fonts and programs in `data:` URLs; what those hold as text is drawings and code. */
const FILE_BEFORE = /data:(?!text\/)[^,\s]{0,80};base64,$/i;
const MAX_BEFORE_UNITS = 100;
const LINE_BREAK = /^\r?\n$/;

interface Run {
  readonly run: string;
  readonly start: number;
}

export const encodedRuns: Rewriting = (text) => {
  const spaced = SOME_SPACED_HEX.test(text) ? matchesOf(text, SPACED_HEX) : [];
  const edits = [
    ...longRuns(text).flatMap((run) => decodeRun(text, run)),
    ...spaced.flatMap(({ index, 0: match, 1: run = '' }) => decodeSpacedHex(run, index + match.length - run.length)),
  ];
  if (edits.length === 0) return edits;
  return withoutLineBreaks(
    text,
    edits.sort((a, b) => a.start - b.start),
  );
};

/** Looks at every twelfth unit only: no run is shorter. */
function longRuns(text: string): Run[] {
  const runs: Run[] = [];
  const isInRun = (at: number): boolean => IN_RUN[text.charCodeAt(at)] === 1;
  let from = 0;
  for (let at = MIN_RUN_UNITS - 1; at < text.length; at += MIN_RUN_UNITS) {
    if (!isInRun(at)) continue;
    let start = at;
    while (start > from && isInRun(start - 1)) start -= 1;
    let end = at + 1;
    while (isInRun(end)) end += 1;
    if (end - start >= MIN_RUN_UNITS) {
      const padding = /^={0,2}/.exec(text.slice(end, end + 2))?.[0] ?? '';
      runs.push({ run: text.slice(start, end) + padding, start });
    }
    from = end;
    at = end - 1;
  }
  return runs;
}

/** A run as a whole, or its parts where it is a path. */
function decodeRun(text: string, { run, start }: Run): Edit[] {
  if (!ODD_FOR_A_WORD.test(run)) return [];
  const whole = HEX.test(run) && run.length % 2 === 0 ? decodeHex(run, start) : decodeBase64(run, start);
  if (whole.length > 0) return FILE_BEFORE.test(text.slice(Math.max(0, start - MAX_BEFORE_UNITS), start)) ? [] : whole;
  if (!run.includes('/')) return whole;
  let at = start;
  return run.split('/').flatMap((part) => {
    const begin = at;
    at += part.length + 1;
    return part.length < MIN_RUN_UNITS ? [] : decodeBase64(part, begin);
  });
}

function decodeBase64(run: string, start: number): Edit[] {
  const probe = Buffer.from(run.slice(0, PROBE_UNITS), 'base64')
    .toString('utf8')
    .replace(/(?<!\ufffd)\ufffd+$/, '');
  if (probe.includes('\ufffd') || !ASCII_TEXT.test(probe)) return [];
  const bytes = Buffer.from(run, 'base64');
  const text = printableText(bytes);
  if (text === undefined || !CAN_HOLD_A_VALUE.test(text)) return [];
  const placeOfByte = (byte: number): Place => {
    const place = placeInBase64(byte);
    return byte === bytes.length - 1 ? { ...place, end: run.length } : place;
  };
  return [bytewise({ start, end: start + run.length }, text, placeOfByte)];
}

/** Three bytes in four characters: every character belongs to the byte that has most of it. */
function placeInBase64(byte: number): Place {
  const quantum = Math.floor(byte / 3) * 4;
  const [start = 0, end = 0] = [[0, 1] as const, [1, 3] as const, [3, 4] as const][byte % 3] ?? [];
  return { start: quantum + start, end: quantum + end };
}

function decodeHex(run: string, start: number): Edit[] {
  const pairs = matchesOf(run.replace(/^0x/i, '  '), /[0-9a-f]{2}/gi).map(({ index }) => index);
  const text = printableText(Buffer.from(pairs.map((at) => run.slice(at, at + 2)).join(''), 'hex'));
  if (text === undefined || !HEX_VALUE.test(text)) return [];
  const placeOfByte = (byte: number): Place => ({ start: pairs[byte] ?? 0, end: (pairs[byte] ?? 0) + 2 });
  return [bytewise({ start, end: start + run.length }, text, placeOfByte)];
}

/** Of pairs apart the first may be a word: `be 6a 6f …`. */
function decodeSpacedHex(run: string, start: number): Edit[] {
  const whole = decodeHex(run, start);
  return whole.length > 0 ? whole : decodeHex(run.slice(3), start + 3);
}

/** MIME breaks lines after 76 characters: between two decoded runs the break is no part of the text. */
function withoutLineBreaks(text: string, runs: readonly Edit[]): Edit[] {
  return runs.flatMap((run, index) => {
    const next = runs[index + 1];
    const isBroken =
      next !== undefined && next.start - run.end <= 2 && LINE_BREAK.test(text.slice(run.end, next.start));
    return isBroken && (run.end - run.start) % 4 === 0 ? [run, { start: run.end, end: next.start, text: '' }] : [run];
  });
}
