/**
 * Finds what a picture's metadata says about somebody: places and field names, never values. Every block that is there is either read
 * or reported as `metadata-block`. Sources: the walkers of `src/media` and the readers beside this file. Misses: what is inside maker
 * notes and other vendors' blocks (reported as such), bytes that no structure of the file points to.
 */
import type { Detection, MetadataType } from '../core/types.ts';
import { BystanderError } from '../errors.ts';
import { orientationOf, readExif, readTiff, type Tiff } from '../media/read-tiff.ts';
import { walkImage, walkResources } from '../media/walk-image.ts';
import type { Block } from '../media/walkers/block.ts';
import { type ByteView, MalformedImageError } from '../media/walkers/byte-view.ts';
import { type Collected, createCollected, decodeLoosely, type MetadataText } from './metadata/collected.ts';
import { collectExif, collectTiff } from './metadata/exif.ts';
import { collectProfiles } from './metadata/icc.ts';
import { collectIptc } from './metadata/iptc.ts';
import { collectXmp } from './metadata/xmp.ts';

export interface MetadataDetections {
  readonly detections: readonly Detection[];
  /** Prose to be looked at by the text detectors. */
  readonly texts: readonly MetadataText[];
  /** What stripping leaves: `icc`, `orientation`. */
  readonly kept: readonly string[];
}

/** PNG keywords that are not prose. */
const TEXT_TYPES: Readonly<Record<string, MetadataType>> = {
  'PNG:Author': 'author',
  'PNG:Artist': 'author',
  'PNG:Copyright': 'author',
  'PNG:CreationTime': 'capture-time',
};
/** A GUID, the packet's full length and this part's offset stand before each part of extended XMP. */
const EXTENSION_HEADER_BYTES = 40;

/** `mediaType`: as `sniff` named it. Throws `UNSUPPORTED_TYPE` for a type without a walker; never for broken bytes. */
export async function detectMetadata(view: ByteView, mediaType: string): Promise<MetadataDetections> {
  const walk = walkImage(view, mediaType);
  if (walk === undefined) throw new BystanderError('UNSUPPORTED_TYPE', 'no metadata reader for this type');
  const found = createCollected();
  for (const block of walk.blocks) await collectBlock(block, found);
  if (walk.blocks.some(({ kind }) => kind === 'tiff-tags')) collectTiff(readTiff(view), 'TIFF:Tags', found);
  await collectExtensions(walk.blocks, found);
  collectProfiles(walk.blocks, found);
  if (!walk.isComplete) found.add('metadata-block', `${formatName(mediaType)}:Unreadable`);
  return { detections: found.detections, texts: found.texts, kept: keptOf(walk.blocks, view) };
}

async function collectBlock(block: Block, found: Collected): Promise<void> {
  const { kind, name, data } = block;
  switch (kind) {
    case 'exif':
      return collectExif(data, name, found);
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
      return found.add('metadata-block', name);
    case 'tiff-tags':
    case 'icc':
    case 'xmp-extension':
      return;
  }
}

async function collectResources({ name, data }: Block, found: Collected): Promise<void> {
  const { blocks, isComplete } = walkResources(data);
  for (const resource of blocks) if (resource.kind !== 'photoshop') await collectBlock(resource, found);
  if (!isComplete) found.add('metadata-block', name);
}

function collectText({ name, data }: Block, found: Collected): void {
  const type = TEXT_TYPES[name];
  if (type === undefined) found.addProse(name, decodeLoosely(data));
  else found.add(type, name);
}

/** A packet of more than 64 KB is spread over segments, which may stand in any order. */
async function collectExtensions(blocks: readonly Block[], found: Collected): Promise<void> {
  const parts = blocks.filter(({ kind, data }) => kind === 'xmp-extension' && data.length >= EXTENSION_HEADER_BYTES);
  const [first] = parts;
  if (first === undefined) return;
  const offsetOf = ({ data }: Block): number => Buffer.from(data.subarray(36, EXTENSION_HEADER_BYTES)).readUInt32BE();
  const ordered = parts.toSorted((a, b) => offsetOf(a) - offsetOf(b));
  await collectXmp(Buffer.concat(ordered.map(({ data }) => data.subarray(EXTENSION_HEADER_BYTES))), first.name, found);
}

function keptOf(blocks: readonly Block[], view: ByteView): string[] {
  const isTurned = blocks.some(
    ({ kind, data }) =>
      (kind === 'exif' && orientationIn(() => readExif(data)) !== 1) ||
      (kind === 'tiff-tags' && orientationIn(() => readTiff(view)) !== 1),
  );
  return [...(blocks.some(({ kind }) => kind === 'icc') ? ['icc'] : []), ...(isTurned ? ['orientation'] : [])];
}

function orientationIn(read: () => Tiff): number {
  try {
    return orientationOf(read());
  } catch (error) {
    if (error instanceof MalformedImageError) return 1;
    throw error;
  }
}

function formatName(mediaType: string): string {
  return mediaType.slice('image/'.length).toUpperCase();
}
