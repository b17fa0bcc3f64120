/**
 * Finds what a picture's metadata says about somebody: places and field names, never values. Every block that is there is either read
 * or reported as `metadata-block`. Sources: the walkers of `src/media` and the readers beside this file. Misses: what is inside maker
 * notes and other vendors' blocks (reported as such), bytes that no structure of the file points to.
 */

import type { Detection, MetadataType } from '../core/types.ts';
import { BystanderError } from '../errors.ts';
import { decodeLoosely } from '../media/decode-text.ts';
import { readKeptTags } from '../media/kept-tags.ts';
import { orientationOf, readExif, readTiff, type Tiff } from '../media/read-tiff.ts';
import { walkImage, walkResources } from '../media/walk-image.ts';
import type { Block, BlockKind } from '../media/walkers/block.ts';
import { type ByteView, MalformedImageError } from '../media/walkers/byte-view.ts';
import { visibleTexts } from '../media/walkers/svg.ts';
import { type Collected, createCollected, type MetadataText } from './metadata/collected.ts';
import { collectExif, collectTiff } from './metadata/exif.ts';
import { collectProfiles } from './metadata/icc.ts';
import { collectIptc } from './metadata/iptc.ts';
import { joinSegments } from './metadata/join-segments.ts';
import { vendorBlock } from './metadata/vendor-blocks.ts';
import { collectXmp } from './metadata/xmp.ts';

export interface MetadataDetections {
  readonly detections: readonly Detection[];
  /** Prose to be looked at by the text detectors. */
  readonly texts: readonly MetadataText[];
  /** What may be left by stripping, if the options say so: `icc`, `orientation`, `copyright`, `capture-time`. */
  readonly kept: readonly string[];
}

/** PNG keywords that are not prose. */
const TEXT_TYPES: Readonly<Record<string, MetadataType>> = {
  'PNG:Author': 'author',
  'PNG:Artist': 'author',
  'PNG:Copyright': 'author',
  'PNG:CreationTime': 'capture-time',
};
/** Formats whose readers ignore the orientation that EXIF says. ISO/IEC 23008-12 section A.2. */
const UNTAGGED_TYPES: readonly string[] = ['image/heic', 'image/avif'];
/** Tags of an EXIF block that hold packets of other standards, as in a TIFF file. */
const NESTED: readonly (readonly [tag: number, kind: BlockKind, name: string])[] = [
  [700, 'xmp', 'EXIF:XMP'],
  [33723, 'iptc', 'EXIF:IPTC'],
];
/** A GUID, the packet's full length and this part's offset stand before each part of extended XMP. */
const EXTENSION_HEADER_BYTES = 40;

/** `mediaType`: as `sniff` named it. Throws `UNSUPPORTED_TYPE` for a type without a walker; never for broken bytes. */
export async function detectMetadata(view: ByteView, mediaType: string): Promise<MetadataDetections> {
  const walk = walkImage(view, mediaType);
  if (walk === undefined) throw new BystanderError('UNSUPPORTED_TYPE', 'no metadata reader for this type');
  const found = createCollected();
  if (mediaType === 'image/svg+xml' && walk.isComplete)
    for (const { field, text } of visibleTexts(view)) found.addVisible(field, text);
  for (const block of joinSegments(walk.blocks)) await collectBlock(block, found);
  if (walk.blocks.some(({ kind }) => kind === 'tiff-tags')) collectTiff(readTiff(view), 'TIFF:Tags', found);
  await collectExtensions(walk.blocks, found);
  collectProfiles(walk.blocks, found);
  if (!walk.isComplete) found.add('metadata-block', `${formatName(mediaType)}:Unreadable`);
  return { detections: found.detections, texts: found.texts, kept: keptOf(walk.blocks, view, mediaType) };
}

async function collectBlock(block: Block, found: Collected): Promise<void> {
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
    await collectBlock({ kind, name: nestedName, offset: 0, length: value.length, data: value }, found);
  }
}

/** Of most blocks only their presence is known; of some also what their maker puts into them. */
function collectUnknown({ name, data }: Block, found: Collected): void {
  found.add('metadata-block', name);
  const known = vendorBlock(data);
  for (const type of known?.types ?? []) found.add(type, known?.field ?? name);
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

/** HEIF pictures are turned by a property of their own; what their EXIF says of it is for nobody. */
function keptOf(blocks: readonly Block[], view: ByteView, mediaType: string): string[] {
  const tagged = UNTAGGED_TYPES.includes(mediaType) ? [] : blocks;
  const isTurned = tagged.some(
    ({ kind, data }) =>
      (kind === 'exif' && orientationIn(() => readExif(data)) !== 1) ||
      (kind === 'tiff-tags' && orientationIn(() => readTiff(view)) !== 1),
  );
  const { copyright, captureTime } = readKeptTags(view, blocks);
  return [
    ...(blocks.some(({ kind }) => kind === 'icc') ? ['icc'] : []),
    ...(isTurned ? ['orientation'] : []),
    ...(copyright === undefined ? [] : ['copyright']),
    ...(captureTime === undefined ? [] : ['capture-time']),
  ];
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
  return mediaType.slice('image/'.length).replace('+xml', '').toUpperCase();
}
