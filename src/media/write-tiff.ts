/** Writes TIFF directories, big endian. Source: TIFF 6.0 section 2. */

const SHORT = 3;
const LONG = 4;
const ASCII = 2;
const UNDEFINED = 7;
export const HEADER_BYTES = 8;
const ENTRY_BYTES = 12;
const INLINE_BYTES = 4;

interface Entry {
  readonly tag: number;
  readonly type: number;
  readonly count: number;
  readonly value: Buffer;
}

/** Directories that follow each other, the first behind the header. */
export function withHeader(...directories: readonly Buffer[]): Buffer {
  return Buffer.concat([Buffer.from('MM\0*\0\0\0\x08', 'latin1'), ...directories]);
}

/** Entries in the order of their tags, with the values that do not fit into them right behind. `at`: where it will stand. */
export function directory(entries: readonly Entry[], at: number): Buffer {
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

export function short(tag: number, ...numbers: readonly number[]): Entry {
  const value = Buffer.alloc(2 * numbers.length);
  for (const [index, number] of numbers.entries()) value.writeUInt16BE(number, 2 * index);
  return { tag, type: SHORT, count: numbers.length, value };
}

export function long(tag: number, ...numbers: readonly number[]): Entry {
  const value = Buffer.alloc(4 * numbers.length);
  for (const [index, number] of numbers.entries()) value.writeUInt32BE(number, 4 * index);
  return { tag, type: LONG, count: numbers.length, value };
}

export function undefinedBytes(tag: number, value: Buffer): Entry {
  return { tag, type: UNDEFINED, count: value.length, value };
}

export function ascii(tag: number, text: string): Entry {
  const value = Buffer.from(`${text}\0`);
  return { tag, type: ASCII, count: value.length, value };
}
