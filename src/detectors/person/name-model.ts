/** The model's file and its parts: weights of features, transitions between labels, and the tables of known words. Pure. */
import { crc32 } from 'node:zlib';
import type { NameTables } from './name-tables.ts';

/** What a piece is: outside of names, the first of a name, or within one. */
export const LABELS = 3;

export interface NameModel {
  /** Two for each bucket of features: first of a name, within a name; outside is 0. */
  readonly weights: Int8Array;
  /** A weight of 1 in the file is this much. */
  readonly scale: number;
  /** From label (row) to label, then from the start to each label, then from each label to the end. */
  readonly transitions: Float32Array;
  readonly tables: NameTables;
}

/** "Names of persons", version 1. */
const MAGIC = 'NOP1';
const TRANSITIONS = LABELS * LABELS + 2 * LABELS;
/** Magic, CRC-32 of all that follows, number of weights, words and names, scale. */
const HEADER_BYTES = 24;

/** Throws a `RangeError` where the bytes are not those that were written. */
export function readNameModel(bytes: Uint8Array): NameModel {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < HEADER_BYTES || Buffer.from(bytes.subarray(0, 4)).toString('latin1') !== MAGIC)
    throw new RangeError('not a model of names');
  if (crc32(bytes.subarray(8)) !== view.getUint32(4, true)) throw new RangeError('the model of names is damaged');
  const [weights, words, names] = [8, 12, 16].map((at) => view.getUint32(at, true)) as [number, number, number];
  // A copy of each part: typed arrays want their own alignment.
  let at = HEADER_BYTES;
  const part = (length: number): ArrayBuffer => {
    const copy = Uint8Array.from(bytes.subarray(at, at + length)).buffer;
    at += length;
    return copy;
  };
  return {
    scale: view.getFloat32(20, true),
    transitions: new Float32Array(part(TRANSITIONS * 4)),
    weights: new Int8Array(part(weights)),
    tables: { words: new Uint32Array(part(words * 4)), names: new Uint16Array(part(names * 2)) },
  };
}

/** The file of a model; the same model gives the same bytes. */
export function writeNameModel({ weights, scale, transitions, tables: { words, names } }: NameModel): Uint8Array {
  const parts = [transitions, weights, words, names].map((part) =>
    Buffer.from(part.buffer, part.byteOffset, part.byteLength),
  );
  const file = Buffer.concat([Buffer.alloc(HEADER_BYTES), ...parts]);
  file.write(MAGIC, 0, 'latin1');
  file.writeUInt32LE(weights.length, 8);
  file.writeUInt32LE(words.length, 12);
  file.writeUInt32LE(names.length, 16);
  file.writeFloatLE(scale, 20);
  file.writeUInt32LE(crc32(file.subarray(8)), 4);
  return file;
}
