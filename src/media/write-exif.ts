/** Writes the EXIF block of a cleaned picture: only the tags that are meant to stay. Source: TIFF 6.0, Exif 3.0 section 4.6. */
import type { KeptTags } from './kept-tags.ts';

const SHORT = 3;
const LONG = 4;
const ASCII = 2;
const UNDEFINED = 7;
const EXIF_VERSION = '0232';
const HEADER_BYTES = 8;
const ENTRY_BYTES = 12;
const INLINE_BYTES = 4;

interface Entry {
  readonly tag: number;
  readonly type: number;
  readonly count: number;
  readonly value: Buffer;
}

/** A TIFF block, big endian: IFD0 and, for the capture time, an Exif IFD. Undefined when no tag is needed. */
export function writeExif({ orientation, copyright, captureTime }: KeptTags): Buffer | undefined {
  const main = [
    ...(orientation === 1 ? [] : [short(0x0112, orientation)]),
    ...(copyright === undefined ? [] : [ascii(0x8298, copyright)]),
  ];
  if (captureTime === undefined) return main.length === 0 ? undefined : withHeader(directory(main, HEADER_BYTES));
  const { dateTime, offset } = captureTime;
  const exif = [
    { tag: 0x9000, type: UNDEFINED, count: EXIF_VERSION.length, value: Buffer.from(EXIF_VERSION) },
    ascii(0x9003, dateTime),
    ...(offset === undefined ? [] : [ascii(0x9011, offset)]),
  ];
  // Its size does not depend on where the other directory lies.
  const exifAt = HEADER_BYTES + directory([...main, long(0x8769, 0)], HEADER_BYTES).length;
  return withHeader(directory([...main, long(0x8769, exifAt)], HEADER_BYTES), directory(exif, exifAt));
}

function withHeader(...directories: readonly Buffer[]): Buffer {
  return Buffer.concat([Buffer.from('MM\0*\0\0\0\x08', 'latin1'), ...directories]);
}

/** Entries in the order of their tags, with the values that do not fit into them right behind. */
function directory(entries: readonly Entry[], at: number): Buffer {
  const head = Buffer.alloc(2 + entries.length * ENTRY_BYTES + 4);
  head.writeUInt16BE(entries.length, 0);
  const values: Buffer[] = [];
  let valueAt = at + head.length;
  for (const [index, { tag, type, count, value }] of entries.entries()) {
    const place = 2 + index * ENTRY_BYTES;
    head.writeUInt16BE(tag, place);
    head.writeUInt16BE(type, place + 2);
    head.writeUInt32BE(count, place + 4);
    if (value.length <= INLINE_BYTES) {
      value.copy(head, place + 8);
      continue;
    }
    head.writeUInt32BE(valueAt, place + 8);
    // Values begin at even offsets.
    const padded = Buffer.concat([value, Buffer.alloc(value.length % 2)]);
    values.push(padded);
    valueAt += padded.length;
  }
  return Buffer.concat([head, ...values]);
}

function short(tag: number, number: number): Entry {
  const value = Buffer.alloc(2);
  value.writeUInt16BE(number);
  return { tag, type: SHORT, count: 1, value };
}

function long(tag: number, number: number): Entry {
  const value = Buffer.alloc(4);
  value.writeUInt32BE(number);
  return { tag, type: LONG, count: 1, value };
}

function ascii(tag: number, text: string): Entry {
  const value = Buffer.from(`${text}\0`);
  return { tag, type: ASCII, count: value.length, value };
}
