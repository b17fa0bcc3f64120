/** Text that stands encoded byte by byte. Pure. */
import { isUtf8 } from 'node:buffer';
import type { Edit, Place } from './rewritten.ts';

const UNPRINTABLE = /[\p{Cn}\p{Co}\p{Cs}]|(?![\t\n\r])\p{Cc}/u;

/** UTF-8 bytes as text; undefined where they are none or not printable. */
export function printableText(bytes: Buffer): string | undefined {
  if (!isUtf8(bytes)) return undefined;
  const text = bytes.toString('utf8');
  return UNPRINTABLE.test(text) ? undefined : text;
}

/** The place `whole` read as `text`, of which each byte in UTF-8 has a place of its own, as an offset from the start of `whole`. */
export function bytewise({ start, end }: Place, text: string, placeOfByte: (byte: number) => Place): Edit {
  const byteOf = byteOffsets(text);
  const placeOf = (from: number, to: number): Place => ({
    start: placeOfByte(byteOf(from)).start,
    end: placeOfByte(byteOf(to) - 1).end,
  });
  return { start, end, text, placeOf };
}

/** Of each unit; the second unit of a pair begins with the third of its four bytes. */
function byteOffsets(text: string): (unit: number) => number {
  if (Buffer.byteLength(text) === text.length) return (unit) => unit;
  const offsets = new Uint32Array(text.length + 1);
  for (let unit = 0, byte = 0; unit < text.length; unit++) {
    const code = text.charCodeAt(unit);
    byte += code < 0x80 ? 1 : code < 0x800 || (code >= 0xd800 && code <= 0xdfff) ? 2 : 3;
    offsets[unit + 1] = byte;
  }
  return (unit) => offsets[unit] ?? 0;
}
