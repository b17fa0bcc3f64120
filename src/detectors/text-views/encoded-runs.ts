/**
 * Decodes runs of base64 (RFC 4648, both alphabets) and of hexadecimal digits, one level, where they hold printable UTF-8 text in
 * which a value can stand. Most runs are something else: their first characters tell.
 */

import { bytewise, printableText } from './from-bytes.ts';
import { matchesOf } from './matches.ts';
import type { Edit, Place, Rewriting } from './rewritten.ts';

/** The unit before a run is matched with it: to look behind at every unit of a text costs five times as much. */
const BASE64 = /(?:^|[^A-Za-z0-9+/_=-])([A-Za-z0-9+/_-]{12,}={0,2})/g;
const HEX = /(?:^|[^A-Za-z0-9])((?:0x)?[0-9A-Fa-f]{2}(?:[ :]?[0-9A-Fa-f]{2}){6,})(?![A-Za-z0-9])/g;
const SOME_HEX = /[0-9A-Fa-f]{14}|[ :][0-9A-Fa-f]{2}[ :][0-9A-Fa-f]{2}[ :]/;
/** The first units of a run show whether it is text; a multiple of 4. */
const PROBE_UNITS = 16;
const ASCII_TEXT = /^[\t\n\r -~\u0080-\u{10ffff}]*$/u;
/** An address, a number, or words. */
const CAN_HOLD_A_VALUE = /@|(?:\d[ ().+/-]{0,3}){6}|\p{L}{2} \p{L}/u;
/** Pictures, fonts and programs in `data:` URLs; what those hold as text is drawings and code. */
const FILE_BEFORE = /data:(?!text\/)[^,\s]{0,80};base64,$/i;
const MAX_BEFORE_UNITS = 100;
const LINE_BREAK = /^\r?\n$/;

export const base64: Rewriting = (text) =>
  withoutLineBreaks(
    text,
    runsOf(text, BASE64)
      .filter(({ start }) => !FILE_BEFORE.test(text.slice(Math.max(0, start - MAX_BEFORE_UNITS), start)))
      .flatMap(({ run, start }) => decodeBase64(run, start)),
  );

export const hex: Rewriting = (text) =>
  SOME_HEX.test(text) ? runsOf(text, HEX).flatMap(({ run, start }) => decodeHex(run, start)) : [];

function runsOf(text: string, pattern: RegExp): { readonly run: string; readonly start: number }[] {
  return matchesOf(text, pattern).map(({ index, 0: match, 1: run = '' }) => ({
    run,
    start: index + match.length - run.length,
  }));
}

function decodeBase64(run: string, start: number): Edit[] {
  const probe = Buffer.from(run.slice(0, PROBE_UNITS), 'base64')
    .toString('utf8')
    .replace(/\ufffd+$/, '');
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
  if (text === undefined || !/@|(?:\d[ ().+/-]{0,3}){6}/.test(text)) return [];
  return [
    bytewise({ start, end: start + run.length }, text, (byte) => ({
      start: pairs[byte] ?? 0,
      end: (pairs[byte] ?? 0) + 2,
    })),
  ];
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
