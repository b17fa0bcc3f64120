/** Changes to a file's bytes that leave the rest as it is, so that the coded pixels stay what they were. */
import { closeSync, openSync, writeSync } from 'node:fs';
import type { ByteView } from '../media/walkers/byte-view.ts';

/** A range that is cut out, or overwritten by bytes or by as many zeros. A length of 0 only inserts. */
export interface Edit {
  readonly offset: number;
  readonly length: number;
  readonly by?: Uint8Array | 'zeros';
}

const ZEROS = Buffer.alloc(64 * 1024);

/** The edited file in memory. `edits` in any order; they may not overlap, and insertions at one offset keep their order. */
export function applyEdits(view: ByteView, edits: readonly Edit[]): Buffer {
  return Buffer.concat([...partsOf(view, edits)]);
}

/** The edited file written to a new file, 0600, part by part. */
export function writeEdits(view: ByteView, edits: readonly Edit[], path: string): void {
  const descriptor = openSync(path, 'wx', 0o600);
  try {
    for (const part of partsOf(view, edits)) write(descriptor, part);
  } finally {
    closeSync(descriptor);
  }
}

function* partsOf(view: ByteView, edits: readonly Edit[]): Generator<Uint8Array> {
  let at = 0;
  // `sort` is stable; an insertion at the offset of a cut comes first.
  for (const { offset, length, by } of edits.toSorted((a, b) => a.offset - b.offset || a.length - b.length)) {
    if (offset < at) throw new RangeError('edits overlap');
    yield* original(view, at, offset);
    if (by === 'zeros') yield* zeros(length);
    else if (by !== undefined) yield by;
    at = offset + length;
  }
  yield* original(view, at, view.size);
}

function* original(view: ByteView, start: number, end: number): Generator<Uint8Array> {
  for (let at = start; at < end; ) {
    const part = view.window(at).subarray(0, end - at);
    yield part;
    at += part.length;
  }
}

function* zeros(length: number): Generator<Uint8Array> {
  for (let left = length; left > 0; left -= ZEROS.length) yield ZEROS.subarray(0, Math.min(left, ZEROS.length));
}

function write(descriptor: number, part: Uint8Array): void {
  for (let done = 0; done < part.length; ) done += writeSync(descriptor, part, done);
}
