/** Reads the bits of a JPEG's coded data: stuffed bytes, restart markers, Huffman codes. Source: ITU-T T.81 annexes C and F.2.2. */
import { MalformedImageError } from './byte-view.ts';

/** For each bits that may come: the length of the code that they begin with, and its value in the lower byte; 0 for no code. */
interface Codes {
  readonly byShort: Uint16Array;
  readonly byLong: Uint16Array;
}

export interface BitReader {
  read(count: number): number;
  /** Up to 16 bits. */
  skip(count: number): void;
  /** The value of the next code. Throws `MalformedImageError` when there is none. */
  code(codes: Codes | undefined): number;
  /** Passes over the coefficients of a block behind its first, all at once: this is where nearly all the time goes. Throws as `code`. */
  skipCoefficients(codes: Codes | undefined): void;
  /** Whether more was read than there is before the next marker. */
  isOver(): boolean;
  /** Behind the last byte of which a bit was read. */
  end(): number;
  nextMarker(): number;
  /** Goes on behind the next restart marker; false when there is none. */
  restart(): boolean;
}

const CODE_LENGTHS = 16;
/** Most codes are no longer; a table of these bits stays in the processor's cache. */
const SHORT_LENGTHS = 9;
const COEFFICIENTS = 64;
/** The code that stands for 16 coefficients that are zero. */
const ZERO_RUN = 0xf0;
const MARKER = 0xff;

/** `table`: 16 counts, and the values of the codes. */
export function createCodes(table: Uint8Array): Codes {
  const byLong = new Uint16Array(2 ** CODE_LENGTHS);
  let [code, valueAt] = [0, CODE_LENGTHS];
  for (let length = 1; length <= CODE_LENGTHS; length++) {
    const width = 2 ** (CODE_LENGTHS - length);
    for (let left = table[length - 1] ?? 0; left > 0; left--, code += width)
      byLong.fill((length << 8) | (table[valueAt++] ?? 0), code, code + width);
  }
  if (code > byLong.length) throw new MalformedImageError('JPEG: table');
  const step = CODE_LENGTHS - SHORT_LENGTHS;
  const isShort = (entry: number): boolean => entry >> 8 <= SHORT_LENGTHS;
  const byShort = Uint16Array.from({ length: 2 ** SHORT_LENGTHS }, (_, bits) => {
    const entry = byLong[bits << step] ?? 0;
    return isShort(entry) ? entry : 0;
  });
  return { byShort, byLong };
}

export function createBitReader(data: Uint8Array): BitReader {
  let at = 0;
  let [waiting, count, missing] = [0, 0, 0];
  const fill = (): void => {
    while (count <= CODE_LENGTHS) {
      const byte = data[at] ?? MARKER;
      if (byte !== MARKER) {
        waiting = (waiting << 8) | byte;
        count += 8;
        at++;
        continue;
      }
      const isMarker = data[at + 1] !== 0;
      // Decoders read zeros where a marker stands.
      waiting = (waiting << 8) | (isMarker ? 0 : MARKER);
      count += 8;
      if (isMarker) missing += 8;
      else at += 2;
    }
  };
  const drop = (bits: number): void => {
    count -= bits;
    waiting &= (1 << count) - 1;
  };
  const lookUp = (codes: Codes | undefined): number => {
    const bits = waiting >> (count - CODE_LENGTHS);
    const found = codes === undefined ? 0 : codes.byShort[bits >> (CODE_LENGTHS - SHORT_LENGTHS)] || codes.byLong[bits];
    if (found === 0 || found === undefined) throw new MalformedImageError('JPEG: code');
    return found;
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
      const found = lookUp(codes);
      drop(found >> 8);
      return found & 0xff;
    },
    skipCoefficients(codes) {
      if (codes === undefined) throw new MalformedImageError('JPEG: code');
      const { byShort, byLong } = codes;
      // Local copies: variables that functions share are slow to reach.
      let [bits, held, next] = [waiting, count, at];
      for (let coefficient = 1; coefficient < COEFFICIENTS; coefficient++) {
        for (; held <= CODE_LENGTHS && (data[next] ?? MARKER) !== MARKER; held += 8)
          bits = (bits << 8) | (data[next++] ?? 0);
        if (held <= CODE_LENGTHS) {
          [waiting, count, at] = [bits, held, next];
          fill();
          [bits, held, next] = [waiting, count, at];
        }
        const coming = bits >> (held - CODE_LENGTHS);
        const found = byShort[coming >> (CODE_LENGTHS - SHORT_LENGTHS)] || byLong[coming] || 0;
        if (found === 0) throw new MalformedImageError('JPEG: code');
        held -= found >> 8;
        const size = found & 0x0f;
        if (held < size) {
          [waiting, count, at] = [bits & ((1 << held) - 1), held, next];
          fill();
          [bits, held, next] = [waiting, count, at];
        }
        held -= size;
        bits &= (1 << held) - 1;
        if (size === 0 && (found & 0xff) !== ZERO_RUN) break;
        coefficient += (found >> 4) & 0x0f;
      }
      [waiting, count, at] = [bits, held, next];
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
