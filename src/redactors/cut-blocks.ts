/** Takes byte ranges out of a file without touching the rest, so that the coded pixels stay as they are. */

/** A range that goes, and what stands in its place, if anything. A length of 0 only inserts. */
export interface Cut {
  readonly offset: number;
  readonly length: number;
  readonly replacement?: Uint8Array;
}

/** `cuts` in ascending order, not overlapping. */
export function cutBlocks(bytes: Uint8Array, cuts: readonly Cut[]): Buffer {
  const parts: Uint8Array[] = [];
  let at = 0;
  for (const { offset, length, replacement } of cuts) {
    parts.push(bytes.subarray(at, offset));
    if (replacement !== undefined) parts.push(replacement);
    at = offset + length;
  }
  parts.push(bytes.subarray(at));
  return Buffer.concat(parts);
}
