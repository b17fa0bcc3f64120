/** Joins extended XMP, which a JPEG spreads over segments of its own. Source: XMP part 3 (ISO 16684-3) section 1.1.3.1. */
import type { Block } from '../../media/walkers/block.ts';
import type { Collected } from './collected.ts';
import { collectXmp } from './xmp.ts';

/** A GUID, the packet's full length and this part's offset stand before each part. */
const HEADER_BYTES = 40;
const OFFSET_AT = 36;

/** A packet of more than 64 KB is spread over segments, which may stand in any order. */
export async function collectExtensions(blocks: readonly Block[], found: Collected): Promise<void> {
  const segments = blocks.filter(({ kind }) => kind === 'xmp-extension');
  const parts = segments.filter(({ data }) => data.length >= HEADER_BYTES);
  for (const { name, data } of segments) if (data.length < HEADER_BYTES) found.add('metadata-block', name);
  const [first] = parts;
  if (first === undefined) return;
  const offsetOf = ({ data }: Block): number => Buffer.from(data.subarray(OFFSET_AT, HEADER_BYTES)).readUInt32BE();
  const ordered = parts.toSorted((a, b) => offsetOf(a) - offsetOf(b));
  await collectXmp(Buffer.concat(ordered.map(({ data }) => data.subarray(HEADER_BYTES))), first.name, found);
}
