/** Joins extended XMP, which a JPEG spreads over segments of its own. Source: XMP part 3 (ISO 16684-3) section 1.1.3.1. */
import type { Block } from './walkers/block.ts';

/** A GUID, the packet's full length and this part's offset stand before each part. */
const HEADER_BYTES = 40;
const OFFSET_AT = 36;

/** Whether it is long enough to be a part of it. */
export function isExtensionPart({ kind, data }: Block): boolean {
  return kind === 'xmp-extension' && data.length >= HEADER_BYTES;
}

/** A packet of more than 64 KB is spread over segments, which may stand in any order. Empty where there is none. */
export function joinExtendedXmp(blocks: readonly Block[]): Buffer {
  const offsetOf = ({ data }: Block): number => Buffer.from(data.subarray(OFFSET_AT, HEADER_BYTES)).readUInt32BE();
  const ordered = blocks.filter(isExtensionPart).toSorted((a, b) => offsetOf(a) - offsetOf(b));
  return Buffer.concat(ordered.map(({ data }) => data.subarray(HEADER_BYTES)));
}
