/**
 * Decodes what stands encoded in a text: character references (HTML), percent encoding (RFC 3986), quoted-printable (RFC 2045),
 * escapes of programming languages (`\u0040`, `\x40`). Bytes are read as UTF-8; what decodes to no printable text stays.
 */

import { matchesOf } from '../matches-of.ts';
import { bytewise, printableText } from './from-bytes.ts';
import type { Edit, Place, Rewriting } from './rewritten.ts';

/** https://html.spec.whatwg.org/multipage/named-characters.html, those that stand in addresses and numbers. */
const NAMED: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    'commat@ period. plus+ lowbar_ hyphen- dash- ndash- num# colon: sol/ lpar( rpar) lsqb[ rsqb] comma, equals= quest? excl! semi; ast* amp& lt< gt> quot" apos\''
      .split(' ')
      .map((entry) => [entry.slice(0, -1), entry.slice(-1)]),
  ),
  ...{ nbsp: ' ', ensp: ' ', emsp: ' ', thinsp: ' ', tab: '\t', newline: '\n' },
  ...{ shy: '', zwj: '', zwnj: '', lrm: '', rlm: '' },
};
const PUNCTUATION = /^[&<>"'\s]+$/;

const ENCODED = new RegExp(
  [
    String.raw`&(?:#\d{2,7}|#x[0-9a-f]{2,6}|[a-z]{2,7});`,
    '(?:%(?:25){0,2}[0-9a-f]{2}){1,200}',
    '(?:=[0-9a-f]{2}){1,200}',
    String.raw`=\r?\n`,
    String.raw`\\{1,2}(?:u[0-9a-f]{4}|u\{[0-9a-f]{2,6}\}|x[0-9a-f]{2})`,
  ].join('|'),
  'gi',
);
const BYTE = /%(?:25){0,2}[0-9a-f]{2}|=[0-9a-f]{2}/gi;
const WITHIN_WORD = /[\p{L}\p{N}._@+()-]/u;
/** Of two bytes and more in UTF-8. */
const LETTERS_BEYOND_ASCII = /^(?:=[C-F][0-9A-F](?:=[89AB][0-9A-F]){1,3}){2}/;
const MAX_KEY_UNITS = 60;

export const encoded: Rewriting = (text) => {
  if (!/[&%=\\]/.test(text)) return [];
  return matchesOf(text, ENCODED).flatMap(({ index, 0: code }) => {
    const edit = decode(code, text, index);
    if (edit === undefined) return [];
    return hidesNothing(edit, text) ? [{ ...edit, isMinor: true as const }] : [edit];
  });
};

/** A blank between words, a mark that is no part of a value; a blank between digits may be within a number. */
function hidesNothing({ start, end, text: decoded }: Edit, text: string): boolean {
  const isBetweenDigits = /\d/.test(text.charAt(start - 1)) && /\d/.test(text.charAt(end));
  return PUNCTUATION.test(decoded) && !isBetweenDigits;
}

function decode(code: string, text: string, start: number): Edit | undefined {
  const place = { start, end: start + code.length };
  if (code.startsWith('%')) return fromBytes(code, place);
  if (code.startsWith('=')) {
    if (!isQuotedPrintable(code, text, start)) return undefined;
    return code.endsWith('\n') ? { ...place, text: '' } : fromBytes(code, place);
  }
  const character = code.startsWith('&') ? reference(code.slice(1, -1).toLowerCase()) : escaped(code);
  return character === undefined ? undefined : { ...place, text: character };
}

function fromBytes(code: string, place: Place): Edit | undefined {
  const bytes = matchesOf(code, BYTE).map(({ index, 0: byte }) => ({ start: index, end: index + byte.length }));
  const text = printableText(Buffer.from(bytes.map(({ end }) => code.slice(end - 2, end)).join(''), 'hex'));
  return text === undefined ? undefined : bytewise(place, text, (byte) => bytes[byte] ?? place);
}

/** A value in a query (`?id=40`) looks the same: so only letters beyond ASCII, and in capitals within a word, not behind a key. */
function isQuotedPrintable(code: string, text: string, start: number): boolean {
  if (LETTERS_BEYOND_ASCII.test(code)) return true;
  if (!WITHIN_WORD.test(text.charAt(start - 1)) || !WITHIN_WORD.test(text.charAt(start + code.length))) return false;
  if (code.endsWith('\n')) return true;
  const before = text.slice(Math.max(0, start - MAX_KEY_UNITS), start);
  return code === code.toUpperCase() && !/[?&;][\w.[\]-]*$/.test(before);
}

function reference(name: string): string | undefined {
  if (!name.startsWith('#')) return NAMED[name];
  const code = name.startsWith('#x') ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code >= 0x20 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
    ? String.fromCodePoint(code)
    : undefined;
}

/** `\x40` and `\u{40}` are a code point, `\u0040` is a UTF-16 unit, of which two may follow each other. */
function escaped(code: string): string | undefined {
  const number = Number.parseInt(/[0-9a-f]+/i.exec(code.replace(/^\\+[ux]/i, ''))?.[0] ?? '', 16);
  return number >= 0x20 && number <= 0x10ffff ? String.fromCodePoint(number) : undefined;
}
