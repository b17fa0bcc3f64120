/** The contents of PNG text chunks: what they deflate, and binary profiles that ImageMagick writes into them as hex. */
import { inflateSync } from 'node:zlib';
import type { Block, BlockKind } from './block.ts';

const DEFLATE = 0;

const PROFILES: Readonly<Record<string, readonly [BlockKind, string]>> = {
  exif: ['exif', 'PNG:EXIF'],
  iptc: ['photoshop', 'PNG:IPTC'],
  '8bim': ['photoshop', 'PNG:Photoshop'],
  xmp: ['xmp', 'PNG:XMP'],
};

/** The text behind the keyword of a `tEXt`, `zTXt` or `iTXt` chunk, or undefined when it does not decode to at most `room` bytes. */
export function inflateText(type: string, rest: Buffer, room: number): Buffer | undefined {
  if (rest.length > room) return undefined;
  if (type === 'tEXt') return rest;
  if (type === 'zTXt') return rest[0] === DEFLATE ? inflate(rest.subarray(1), room) : undefined;
  const languageEnd = rest.indexOf(0, 2);
  const keywordEnd = languageEnd === -1 ? -1 : rest.indexOf(0, languageEnd + 1);
  if (keywordEnd === -1) return undefined;
  const text = rest.subarray(keywordEnd + 1);
  const isCompressed = rest[0] === 1;
  return isCompressed ? inflate(text, room) : text;
}

/** `Raw profile type exif`: a line with the name, one with the length, then hex digits. Undecodable ones are of kind `unknown`. */
export function readRawProfile(keyword: string, text: Buffer): Pick<Block, 'kind' | 'name' | 'data'> {
  const undecoded = { kind: 'unknown', name: 'PNG:RawProfile', data: text } as const;
  const match = /^\s{0,8}[\w-]{1,32}\s{1,8}(\d{1,8})\s/.exec(text.toString('latin1', 0, 80));
  if (match === null) return undecoded;
  const hex = text.toString('latin1', match[0].length).replace(/\s/g, '');
  const data = Buffer.from(hex, 'hex');
  if (data.length === 0 || data.length < Number(match[1])) return undecoded;
  const type = keyword.slice('Raw profile type '.length).toLowerCase();
  if (type === 'app1') return fromApp1(data) ?? undecoded;
  const [kind, name] = PROFILES[type] ?? ['unknown', 'PNG:RawProfile'];
  return { kind, name, data };
}

function fromApp1(data: Buffer): Pick<Block, 'kind' | 'name' | 'data'> | undefined {
  const start = data.toString('latin1', 0, 29);
  if (start.startsWith('Exif\0\0')) return { kind: 'exif', name: 'PNG:EXIF', data };
  if (start === 'http://ns.adobe.com/xap/1.0/\0') return { kind: 'xmp', name: 'PNG:XMP', data: data.subarray(29) };
  return undefined;
}

function inflate(data: Buffer, room: number): Buffer | undefined {
  try {
    return inflateSync(data, { maxOutputLength: room });
  } catch {
    // Broken or larger than the budget: the caller names the chunk as not decoded.
    return undefined;
  }
}
