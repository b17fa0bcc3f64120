/** Joins extended XMP, which a JPEG spreads over segments of its own. Source: XMP part 3 (ISO 16684-3) section 1.1.3.1. */
import type { Block } from '../../media/walkers/block.ts';
import type { Collected } from './collected.ts';
import { collectXmp } from './xmp.ts';

/** A GUID, the packet's full length and this part's offset stand before each part of extended XMP. */
const EXTENSION_HEADER_BYTES = 40;

/** A packet of more than 64 KB is spread over segments, which may stand in any order. */
export async function collectExtensions(blocks: readonly Block[], found: Collected): Promise<void> {
  const parts = blocks.filter(({ kind, data }) => kind === 'xmp-extension' && data.length >= EXTENSION_HEADER_BYTES);
  const [first] = parts;
  if (first === undefined) return;
  const offsetOf = ({ data }: Block): number => Buffer.from(data.subarray(36, EXTENSION_HEADER_BYTES)).readUInt32BE();
  const ordered = parts.toSorted((a, b) => offsetOf(a) - offsetOf(b));
  await collectXmp(Buffer.concat(ordered.map(({ data }) => data.subarray(EXTENSION_HEADER_BYTES))), first.name, found);
}
