/** Finds what one block of a file says about somebody, by the reader of its kind. */
import type { MetadataType } from '../../core/types.ts';
import { decodeLoosely } from '../../media/decode-text.ts';
import { walkResources } from '../../media/walk-image.ts';
import type { Block, BlockKind } from '../../media/walkers/block.ts';
import type { Collected } from './collected.ts';
import { collectExif } from './exif.ts';
import { collectProfiles } from './icc.ts';
import { collectIptc } from './iptc.ts';
import { vendorBlock } from './vendor-blocks.ts';
import { collectXmp } from './xmp.ts';

/** PNG keywords that are not prose. */
const TEXT_TYPES: Readonly<Record<string, MetadataType>> = {
  'PNG:Author': 'author',
  'PNG:Artist': 'author',
  'PNG:Copyright': 'author',
  'PNG:CreationTime': 'capture-time',
};
/** Tags of an EXIF block that hold packets of other standards, as in a TIFF file. */
const NESTED: readonly (readonly [tag: number, kind: BlockKind, name: string])[] = [
  [700, 'xmp', 'EXIF:XMP'],
  [33723, 'iptc', 'EXIF:IPTC'],
  [34377, 'photoshop', 'EXIF:Photoshop'],
  [34675, 'icc', 'EXIF:ICC'],
];

/** Blocks that only make sense together with others, or with the whole file, are left to their own readers. */
export async function collectBlock(block: Block, found: Collected): Promise<void> {
  const { kind, name, data } = block;
  switch (kind) {
    case 'exif':
      return collectExifBlock(block, found);
    case 'iptc':
      return collectIptc(data, name, found);
    case 'xmp':
      return collectXmp(data, name, found);
    case 'photoshop':
      return collectResources(block, found);
    case 'text':
      return collectText(block, found);
    case 'thumbnail':
    case 'capture-time':
      return found.add(kind, name);
    case 'appended':
    case 'second-picture':
      return found.add('appended-data', name);
    case 'unknown':
      return collectUnknown(block, found);
    case 'tiff-tags':
    case 'icc':
    case 'xmp-extension':
      return;
  }
}

/** Of each tag the first: readers take no other, and a thousand that share one packet would be a bomb. */
async function collectExifBlock({ name, data }: Block, found: Collected): Promise<void> {
  const main = collectExif(data, name, found)?.directories[0]?.entries ?? [];
  for (const [tag, kind, nestedName] of NESTED) {
    const value = main.find((entry) => entry.tag === tag)?.value;
    if (value === undefined) continue;
    await collectInner({ kind, name: nestedName, offset: 0, length: value.length, data: value }, found);
  }
}

/** A block inside another: no other reader gets to see it. */
async function collectInner(block: Block, found: Collected): Promise<void> {
  if (block.kind === 'icc') collectProfiles([block], found);
  else await collectBlock(block, found);
}

/** Of most blocks only their presence is known; of some also what their maker puts into them. */
function collectUnknown({ name, data }: Block, found: Collected): void {
  found.add('metadata-block', name);
  const known = vendorBlock(data);
  for (const type of known?.types ?? []) found.add(type, known?.field ?? name);
}

async function collectResources({ name, data }: Block, found: Collected): Promise<void> {
  const { blocks, isComplete } = walkResources(data);
  for (const resource of blocks) if (resource.kind !== 'photoshop') await collectInner(resource, found);
  if (!isComplete) found.add('metadata-block', name);
}

function collectText({ name, data }: Block, found: Collected): void {
  const type = TEXT_TYPES[name];
  if (type === undefined) found.addProse(name, decodeLoosely(data));
  else found.add(type, name);
}
