/** The boxes that ISOBMFF files are made of. Source: ISO/IEC 14496-12 section 4.2. */
import type { Block } from './block.ts';
import { type ByteView, MalformedImageError } from './byte-view.ts';

/** Boxes of one level. */
export const MAX_BOXES = 20_000;
export const BOX_HEADER_BYTES = 8;
const LARGE_SIZE_BYTES = 8;

export interface Box {
  readonly type: string;
  readonly offset: number;
  /** Where its contents begin and end. */
  readonly start: number;
  readonly end: number;
}

/** What is in a file and does not belong to its picture, and how it goes without moving anything: made a `free` box, zeroed, or overwritten. */
export interface BoxPart extends Block {
  readonly by: 'free' | 'zeros' | Uint8Array;
}

/** The boxes that lie one behind the other between two offsets. Throws `MalformedImageError`. */
export function* boxesWithin(view: ByteView, start: number, end: number): Generator<Box> {
  let at = start;
  for (let boxes = 0; at < end; boxes++) {
    if (boxes > MAX_BOXES) throw new MalformedImageError('ISOBMFF: too many boxes');
    const box = readBox(view, at, end);
    yield box;
    at = box.end;
  }
}

/** Size 0 runs to the file's end, size 1 means that 64 bits follow; any size is at least its own header. Throws `MalformedImageError`. */
export function readBox(view: ByteView, at: number, limit: number): Box {
  const size32 = view.u32(at);
  const headerBytes = BOX_HEADER_BYTES + (size32 === 1 ? LARGE_SIZE_BYTES : 0);
  const size = sizeOf(view, at, size32, limit);
  if (size < headerBytes || at + size > limit) throw new MalformedImageError('ISOBMFF: box size');
  return { type: view.latin1(at + 4, 4), offset: at, start: at + headerBytes, end: at + size };
}

function sizeOf(view: ByteView, at: number, size32: number, limit: number): number {
  if (size32 === 0) return limit === view.size ? limit - at : 0;
  return size32 === 1 ? view.u64(at + BOX_HEADER_BYTES) : size32;
}
