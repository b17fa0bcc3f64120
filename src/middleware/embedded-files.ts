/**
 * Files that travel inside strings: `data:` URIs (RFC 2397) anywhere in a text, a string that is base64 of an image, and byte
 * strings. They are taken out, scanned like uploaded files, and put back as the same kind of string.
 * Known misses: base64 of anything but an image, of JPEG XL and icons (their signatures are too short to tell them from other
 * bytes), and of an image in the middle of a text; hex.
 */
import { UncleanableError } from '../errors.ts';
import { sniff } from '../media/sniff.ts';
import type { Replacement } from './leaf.ts';

export const EMBEDDED_STYLES = ['bytes', 'base64', 'base64url', 'data-uri'] as const;
export type EmbeddedStyle = (typeof EMBEDDED_STYLES)[number];

export interface Embedded {
  readonly style: EmbeddedStyle;
  readonly bytes: Uint8Array;
  /** As it stood, to be put back where nothing changes. */
  readonly original: string | Uint8Array;
}

export interface Split {
  /** The text with one `MARKER` in place of each embedded file. */
  readonly text: string;
  readonly embedded: readonly Embedded[];
}

/** A noncharacter "intended for process-internal uses" (Unicode 23.7): no text in use has it. */
const MARKER = '\uFDD0';
/** Media type, up to eight parameters, `;base64`, comma. Sticky, bounded, tried at `data:` only. */
const DATA_URI_HEAD =
  /data:[a-z0-9.+-]{1,64}\/[a-z0-9.+-]{1,64}(?:;[a-z0-9.+-]{1,64}=[\w."+-]{0,64}){0,8}(;base64)?,/iy;
const BASE64_PAYLOAD = /[A-Za-z0-9+/_=%-]*/y;
const FOLDED_PAYLOAD = /[A-Za-z0-9+/_=%\s-]*/y;
const PLAIN_PAYLOAD = /[^\s"'<>()\\]*/y;
const UNSURE_TYPES: readonly string[] = ['image/jxl', 'image/vnd.microsoft.icon'];
/** The shortest picture worth the name is a 35-byte GIF. */
const MIN_BASE64_LENGTH = 48;
/** Characters that are decoded for a first look: enough for every signature. */
const SNIFFED_LENGTH = 96;

/** Takes the embedded files out of a string or byte string. */
export function splitEmbedded(value: string | Uint8Array): Split {
  if (typeof value !== 'string') return { text: MARKER, embedded: [{ style: 'bytes', bytes: value, original: value }] };
  const whole = base64Image(value);
  if (whole !== undefined) return { text: MARKER, embedded: [whole] };
  return splitDataUris(value);
}

/** Whether anything but embedded files and white space is left to read. */
export function hasText(text: string): boolean {
  return /[^\s\uFDD0]/u.test(text);
}

/**
 * Puts the files' strings back at the markers; a file that is `undefined` was taken out, and with it the string that was nothing
 * else. Throws `UNCLEANABLE` where masking took a marker away.
 */
export function joinEmbedded(text: string, files: readonly (string | Uint8Array | undefined)[]): Replacement {
  if (text === MARKER && files.length === 1) return files[0] === undefined ? 'removed' : { value: files[0] };
  if (files.length === 0) return { value: text };
  const pieces = text.split(MARKER);
  if (pieces.length !== files.length + 1) {
    throw new UncleanableError('failed', 'a masked place overlaps a file inside the text');
  }
  return { value: pieces.map((piece, index) => piece + String(files[index] ?? '')).join('') };
}

/** Bytes as the kind of string that they came in. */
export function wrapEmbedded(style: EmbeddedStyle, bytes: Uint8Array, mediaType: string): string | Uint8Array {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  switch (style) {
    case 'bytes':
      return buffer;
    case 'base64':
    case 'base64url':
      return buffer.toString(style);
    case 'data-uri':
      return `data:${mediaType};base64,${buffer.toString('base64')}`;
  }
}

function splitDataUris(value: string): Split {
  const embedded: Embedded[] = [];
  // A marker that came with the text would be taken for a file's place.
  const source = value.replaceAll(MARKER, '\uFFFD');
  let text = '';
  let from = 0;
  for (const { index } of source.matchAll(/data:/gi)) {
    const found = index < from ? undefined : dataUriAt(source, index);
    if (found === undefined) continue;
    text += source.slice(from, index) + MARKER;
    embedded.push({ style: 'data-uri', bytes: found.bytes, original: source.slice(index, found.end) });
    from = found.end;
  }
  return embedded.length === 0 ? { text: value, embedded } : { text: text + source.slice(from), embedded };
}

function dataUriAt(value: string, at: number): { bytes: Uint8Array; end: number } | undefined {
  DATA_URI_HEAD.lastIndex = at;
  const head = DATA_URI_HEAD.exec(value);
  if (head === null) return undefined;
  const start = at + head[0].length;
  const isBase64 = head[1] !== undefined;
  const payload = payloadAt(value, start, isBase64, at === 0);
  const bytes = isBase64
    ? Buffer.from(percentDecoded(payload), 'base64')
    : Buffer.from(percentDecoded(payload), 'utf8');
  return bytes.length === 0 ? undefined : { bytes, end: start + payload.length };
}

/** Line breaks inside base64 are read over where the whole string is the URI, as browsers do. */
function payloadAt(value: string, start: number, isBase64: boolean, isFirst: boolean): string {
  if (!isBase64) return match(PLAIN_PAYLOAD, value, start);
  const folded = isFirst ? match(FOLDED_PAYLOAD, value, start) : '';
  return start + folded.length === value.length ? folded : match(BASE64_PAYLOAD, value, start);
}

function match(pattern: RegExp, value: string, from: number): string {
  pattern.lastIndex = from;
  return pattern.exec(value)?.[0] ?? '';
}

function percentDecoded(payload: string): string {
  try {
    return decodeURIComponent(payload);
  } catch {
    return payload;
  }
}

function base64Image(value: string): Embedded | undefined {
  if (value.length < MIN_BASE64_LENGTH) return undefined;
  const head = value.trimStart().slice(0, SNIFFED_LENGTH);
  if (!/^[A-Za-z0-9+/_\s-]+={0,2}$/.test(head)) return undefined;
  const { mediaType } = sniff(Buffer.from(head, 'base64'));
  if (!mediaType.startsWith('image/') || UNSURE_TYPES.includes(mediaType)) return undefined;
  const compact = value.replace(/\s+/g, '');
  if (!/^[A-Za-z0-9+/_-]+={0,2}$/.test(compact)) return undefined;
  const style = /[-_]/.test(compact) ? 'base64url' : 'base64';
  return { style, bytes: Buffer.from(compact, 'base64'), original: value };
}
