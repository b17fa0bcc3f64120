/** CBOR (RFC 8949) as plain values, as far as signed certificates use it: no tags are obeyed, nothing of open length. Pure. */

/** Tags around lists around maps, as certificates have them. */
const MAX_DEPTH = 16;
const MAX_ITEMS = 2000;

interface Cursor {
  readonly bytes: Uint8Array;
  at: number;
  items: number;
}

/** Byte strings stay bytes, maps become a `Map`. Throws `RangeError` for anything else. */
export function decodeCbor(bytes: Uint8Array): unknown {
  return readItem({ bytes, at: 0, items: 0 }, 0);
}

function readItem(cursor: Cursor, depth: number): unknown {
  if (depth > MAX_DEPTH || ++cursor.items > MAX_ITEMS) throw new RangeError('CBOR: too much');
  const head = byteAt(cursor);
  const [major, short] = [head >> 5, head & 31];
  if (major === 7) return simpleValue(short, cursor);
  const length = argumentOf(short, cursor);
  switch (major) {
    case 0:
      return length;
    case 1:
      return -1 - length;
    case 2:
      return take(cursor, length);
    case 3:
      return Buffer.from(take(cursor, length)).toString('utf8');
    case 4: {
      const list: unknown[] = [];
      for (let index = 0; index < length; index++) list.push(readItem(cursor, depth + 1));
      return list;
    }
    case 5: {
      const map = new Map<unknown, unknown>();
      for (let index = 0; index < length; index++) map.set(readItem(cursor, depth + 1), readItem(cursor, depth + 1));
      return map;
    }
    default:
      return readItem(cursor, depth + 1);
  }
}

/** Floats are only passed over. */
function simpleValue(short: number, cursor: Cursor): unknown {
  if (short === 20 || short === 21) return short === 21;
  if (short >= 25 && short <= 27) take(cursor, 2 ** (short - 24));
  return undefined;
}

function argumentOf(short: number, cursor: Cursor): number {
  if (short < 24) return short;
  if (short > 27) throw new RangeError('CBOR: open length');
  return take(cursor, 2 ** (short - 24)).reduce((value, byte) => value * 256 + byte, 0);
}

function byteAt(cursor: Cursor): number {
  return take(cursor, 1)[0] ?? 0;
}

function take(cursor: Cursor, length: number): Uint8Array {
  const end = cursor.at + length;
  if (end > cursor.bytes.length) throw new RangeError('CBOR: cut short');
  const taken = cursor.bytes.subarray(cursor.at, end);
  cursor.at = end;
  return taken;
}
