/** Reads the bits of a JPEG's coded data: stuffed bytes, restart markers, Huffman codes. Source: ITU-T T.81 annexes C and F.2.2. */
import { MalformedImageError } from './byte-view.ts';

/** For each 16 bits that may come: the length of the code that they begin with, and its value in the lower byte; 0 for no code. */
type Codes = Uint16Array;

export interface BitReader {
  read(count: number): number;
  /** Up to 16 bits. */
  skip(count: number): void;
  /** The value of the next code. Throws `MalformedImageError` when there is none. */
  code(codes: Codes | undefined): number;
  /** Whether more was read than there is before the next marker. */
  isOver(): boolean;
  /** Behind the last byte of which a bit was read. */
  end(): number;
  nextMarker(): number;
  /** Goes on behind the next restart marker; false when there is none. */
  restart(): boolean;
}

const CODE_LENGTHS = 16;
const MARKER = 0xff;

/** `table`: 16 counts, and the values of the codes. */
export function createCodes(table: Uint8Array): Codes {
  const codes = new Uint16Array(2 ** CODE_LENGTHS);
  let [code, valueAt] = [0, CODE_LENGTHS];
  for (let length = 1; length <= CODE_LENGTHS; length++) {
    const width = 2 ** (CODE_LENGTHS - length);
    for (let left = table[length - 1] ?? 0; left > 0; left--, code += width)
      codes.fill((length << 8) | (table[valueAt++] ?? 0), code, code + width);
  }
  if (code > codes.length) throw new MalformedImageError('JPEG: table');
  return codes;
}

export function createBitReader(data: Uint8Array): BitReader {
  let at = 0;
  let [waiting, count, missing] = [0, 0, 0];
  const fill = (): void => {
    while (count <= CODE_LENGTHS) {
      const byte = data[at] ?? MARKER;
      const isMarker = byte === MARKER && data[at + 1] !== 0;
      // Decoders read zeros where a marker stands.
      waiting = (waiting << 8) | (isMarker ? 0 : byte);
      count += 8;
      if (isMarker) missing += 8;
      else at += byte === MARKER ? 2 : 1;
    }
  };
  const drop = (bits: number): void => {
    count -= bits;
    waiting &= (1 << count) - 1;
  };
  const read = (bits: number): number => {
    fill();
    const value = waiting >> (count - bits);
    drop(bits);
    return value;
  };
  const nextMarker = (): number => {
    for (let next = at; next < data.length; next++)
      if (data[next] === MARKER && data[next + 1] !== 0 && data[next + 1] !== MARKER) return next;
    return data.length;
  };
  return {
    read,
    skip: read,
    code(codes) {
      fill();
      const found = codes?.[waiting >> (count - CODE_LENGTHS)] ?? 0;
      if (found === 0) throw new MalformedImageError('JPEG: code');
      drop(found >> 8);
      return found & 0xff;
    },
    isOver: () => missing > count,
    end() {
      let end = at;
      for (let whole = Math.max(0, count - missing) >> 3; whole > 0; whole--)
        end -= data[end - 1] === 0 && data[end - 2] === MARKER ? 2 : 1;
      return end;
    },
    nextMarker,
    restart() {
      at = nextMarker() + 2;
      [waiting, count, missing] = [0, 0, 0];
      return at <= data.length;
    },
  };
}
