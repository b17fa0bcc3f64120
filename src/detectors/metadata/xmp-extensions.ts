import { isExtensionPart, joinExtendedXmp } from '../../media/join-extended-xmp.ts';
import type { Block } from '../../media/walkers/block.ts';
import type { Collected } from './collected.ts';
import { collectXmp } from './xmp.ts';

/** Finds what extended XMP says; what is too short to be a part of it is only there. */
export async function collectExtensions(blocks: readonly Block[], found: Collected): Promise<void> {
  const segments = blocks.filter(({ kind }) => kind === 'xmp-extension');
  for (const segment of segments) if (!isExtensionPart(segment)) found.add('metadata-block', segment.name);
  const first = segments.find(isExtensionPart);
  if (first !== undefined) await collectXmp(joinExtendedXmp(segments), first.name, found);
}
