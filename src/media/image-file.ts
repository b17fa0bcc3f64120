/** A picture where it lies: in memory, or in a file that is too large for it. Walkers read through the view, decoders open the source. */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { type ByteView, byteView, MAX_SLICE_BYTES, MalformedImageError, viewOf } from './walkers/byte-view.ts';

export interface ImageFile {
  readonly view: ByteView;
  /** The bytes, or the file's path. */
  readonly source: Uint8Array | string;
  close(): void;
}

/** Up to here a file is read as a whole; beyond, walkers read it in parts. */
const MAX_IN_MEMORY_BYTES: number = 64 * 2 ** 20;
/** Walkers jump from structure to structure: a part holds one, and reads ahead for scans. */
const PART_BYTES = 256 * 1024;

export function inMemory(bytes: Uint8Array): ImageFile {
  return { view: byteView(bytes), source: bytes, close: () => undefined };
}

/** Rejects as `node:fs` does when the file cannot be read. */
export async function openImageFile(path: string, maxInMemoryBytes: number = MAX_IN_MEMORY_BYTES): Promise<ImageFile> {
  const { size } = await stat(path);
  return size <= maxInMemoryBytes ? inMemory(await readFile(path)) : openInParts(path);
}

function openInParts(path: string): ImageFile {
  const descriptor = openSync(path, 'r');
  const { size } = fstatSync(descriptor);
  let part = { start: 0, buffer: read(descriptor, 0, Math.min(size, PART_BYTES)) };
  const hold = (at: number, length: number): { readonly buffer: Buffer; readonly from: number } => {
    if (length > MAX_SLICE_BYTES) throw new MalformedImageError('length');
    // What was handed out before stays as it is: each part has memory of its own.
    if (at < part.start || at + length > part.start + part.buffer.length) {
      const buffer = read(descriptor, at, Math.min(size - at, Math.max(length, PART_BYTES)));
      if (length > PART_BYTES) return { buffer, from: 0 };
      part = { start: at, buffer };
    }
    return { buffer: part.buffer, from: at - part.start };
  };
  const window = (at: number): Buffer => {
    const { buffer, from } = hold(at, Math.min(1, Math.max(0, size - at)));
    return buffer.subarray(from);
  };
  return { view: viewOf({ size, hold, window }), source: path, close: () => closeSync(descriptor) };
}

function read(descriptor: number, at: number, length: number): Buffer {
  const buffer = Buffer.allocUnsafeSlow(length);
  for (let done = 0; done < length; ) {
    const count = readSync(descriptor, buffer, done, length - done, at + done);
    // The file has become shorter since it was opened.
    if (count === 0) throw new MalformedImageError('length');
    done += count;
  }
  return buffer;
}
