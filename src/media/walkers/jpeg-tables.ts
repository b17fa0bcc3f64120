/**
 * Holds the segments that decoding needs against their standard, so that no other bytes pass in them. Source: ITU-T T.81 sections B.2.2
 * to B.2.4. Misses: codes in a table that no pixel uses.
 */
import { type ByteView, MalformedImageError } from './byte-view.ts';
import { type Segment, SOS } from './jpeg-segments.ts';

export const DHT = 0xc4;
const JPG = 0xc8;
const DAC = 0xcc;
export const DQT = 0xdb;
export const DRI = 0xdd;
/** A number of code lengths before a Huffman table's values. */
const CODE_LENGTHS = 16;
const COEFFICIENTS = 64;
const MAX_TABLE_NUMBER = 3;
/** A condition of two bytes for each of four tables of both classes. */
const MAX_CONDITIONS_BYTES = 16;

/** Whether decoding needs a segment: frame headers, tables and scans. */
export function isDecoding(marker: number): boolean {
  const isFrameHeaderOrTable = marker >= 0xc0 && marker <= 0xcf && marker !== JPG;
  return isFrameHeaderOrTable || marker === DQT || marker === DRI || marker === SOS;
}

/** Of any coding. */
export function isFrameHeader(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== JPG && marker !== DHT && marker !== DAC;
}

/**
 * A check for the decoding segments of one picture, in order. It throws `MalformedImageError` for bytes behind a segment's contents, a
 * table or interval that is replaced by another before any scan could use it, conditions of arithmetic coding where there is none, a
 * second frame, and a frame that does not say its height (decoders in
 * use refuse all but the second).
 */
export function createTableCheck(view: ByteView): (segment: Segment) => void {
  const waiting = new Map<string, Buffer>();
  let frames = 0;
  let isArithmetic = false;
  return ({ marker, payloadAt, end }) => {
    const payload = view.slice(payloadAt, end - payloadAt);
    if (marker === DQT || marker === DHT) {
      for (const [name, table] of tablesOf(marker, payload)) {
        if (waiting.get(name)?.equals(table) === false) throw new MalformedImageError('JPEG: replaced table');
        waiting.set(name, table);
      }
      return;
    }
    if (payload.length !== lengthOf(marker, payload)) throw new MalformedImageError('JPEG: segment length');
    if (marker === DRI || marker === DAC) {
      if (waiting.get(`${marker}`)?.equals(payload) === false) throw new MalformedImageError('JPEG: replaced table');
      waiting.set(`${marker}`, payload);
      return;
    }
    if (marker === SOS) {
      const hasConditions = waiting.has(`${DAC}`);
      waiting.clear();
      if (hasConditions && !isArithmetic) throw new MalformedImageError('JPEG: arithmetic conditions');
      return;
    }
    isArithmetic = marker > JPG;
    if (++frames > 1 || payload.readUInt16BE(1) === 0) throw new MalformedImageError('JPEG: frame');
  };
}

/** The tables of a `DQT` or `DHT` segment, each under a name that tells its kind and number. Throws `MalformedImageError`. */
export function* tablesOf(marker: number, payload: Buffer): Generator<readonly [name: string, table: Buffer]> {
  for (let at = 0; at < payload.length; ) {
    const head = payload.readUInt8(at);
    // The upper half is 0 or 1: the depth of a quantization table, the class of a Huffman table.
    if (head >> 4 > 1 || (head & 0x0f) > MAX_TABLE_NUMBER) throw new MalformedImageError('JPEG: table');
    const valuesAt = at + 1 + (marker === DHT ? CODE_LENGTHS : 0);
    const values = marker === DHT ? sum(payload.subarray(at + 1, valuesAt)) : COEFFICIENTS * (1 + (head >> 4));
    const end = valuesAt + values;
    if (end > payload.length) throw new MalformedImageError('JPEG: table');
    yield [`${marker} ${marker === DHT ? head : head & 0x0f}`, payload.subarray(at, end)];
    at = end;
  }
}

/** What the payload's length must be. */
function lengthOf(marker: number, payload: Buffer): number {
  const [first = 0] = payload;
  if (marker === SOS) return 4 + 2 * first;
  if (marker === DRI) return 2;
  // Pairs of a table's number and its value.
  if (marker === DAC) return Math.min(MAX_CONDITIONS_BYTES, payload.length - (payload.length % 2));
  return 6 + 3 * (payload[5] ?? 0);
}

function sum(values: Uint8Array): number {
  return values.reduce((total, value) => total + value, 0);
}
