/**
 * The tracks of an image sequence in a HEIF file: what of the `moov` box is not needed to show them, and where their pictures lie.
 * Tracks of pictures and of their alpha stay, all others go. Source: ISO/IEC 14496-12 section 8, ISO/IEC 23008-12 section 7, AVIF 1.1
 * section 6. Misses: what display matrices, durations and languages of tracks say.
 */
import type { Block } from './block.ts';
import { type ByteRange, isZero } from './byte-ranges.ts';
import { type ByteView, MalformedImageError, payloadOf } from './byte-view.ts';
import type { CodedPicture } from './coded-messages.ts';
import { blockOf, isThisFile, otherBox } from './heif-meta.ts';
import { handlerName, handlerType, isProductName } from './heif-names.ts';
import { auxiliaryTypeOf, hevcSizeBytes, isAlpha, isProfile, neededOf } from './heif-properties.ts';
import { auxiliaryRole, type Role } from './heif-roles.ts';
import { BOX_HEADER_BYTES, type Box, type BoxPart, boxesWithin } from './isobmff-boxes.ts';
import { chunksOf, endOfTable } from './sample-tables.ts';

export interface ImageSequence {
  readonly parts: readonly BoxPart[];
  /** Those of the tracks that stay. */
  readonly pictures: readonly CodedPicture[];
  readonly trackIds: readonly number[];
  /** Why the rest cannot be cleaned; undefined when it can. */
  readonly refusal: string | undefined;
}

/** Of pictures and of their alpha, in all sizes. */
const MAX_TRACKS = 16;
/** What may stand in which box. */
const CHILDREN: Readonly<Record<string, readonly string[]>> = {
  moov: ['mvhd', 'trak'],
  trak: ['tkhd', 'tref', 'edts', 'mdia'],
  tref: ['auxl', 'prem'],
  edts: ['elst'],
  mdia: ['mdhd', 'hdlr', 'minf'],
  minf: ['vmhd', 'nmhd', 'dinf', 'stbl'],
  stbl: ['stsd', 'stts', 'ctts', 'stss', 'stsc', 'stsz', 'stz2', 'stco', 'co64'],
};
const TIMES: Readonly<Record<string, string>> = {
  mvhd: 'HEIF:CreateDate',
  tkhd: 'HEIF:TrackCreateDate',
  mdhd: 'HEIF:MediaCreateDate',
};
const CODINGS: readonly string[] = ['av01', 'hvc1', 'hev1'];
/** A visual sample entry before its boxes; its reserved parts, from and to; the name of the compressor in it. */
const SAMPLE_ENTRY_BYTES = 78;
const RESERVED: readonly (readonly [from: number, to: number])[] = [
  [0, 6],
  [8, 24],
  [36, 40],
];
const COMPRESSOR_AT = 42;
const COMPRESSOR_BYTES = 32;
const STSD_HEAD_BYTES = 8;

/** Throws `MalformedImageError`. */
export function readImageSequence(view: ByteView, moov: Box): ImageSequence {
  const parts: BoxPart[] = [];
  const pictures: CodedPicture[] = [];
  const trackIds: number[] = [];
  const refusals: string[] = [];
  for (const box of boxesWithin(view, moov.start, moov.end)) {
    const role = box.type === 'trak' ? trackRole(view, box) : undefined;
    if (box.type === 'mvex') refusals.push('a fragmented image sequence');
    else if (role !== undefined) parts.push({ ...blockOf(view, role.kind, role.name, box), by: 'free' });
    else {
      parts.push(...partsOf(view, box, 'moov', refusals));
      if (box.type !== 'trak') continue;
      if (pictures.length === MAX_TRACKS) throw new MalformedImageError('HEIF: too many tracks');
      pictures.push(picturesOf(view, box));
      trackIds.push(trackId(view, box));
    }
  }
  return { parts, pictures, trackIds, refusal: refusals[0] };
}

/** What a track is that goes; undefined for one that stays. */
function trackRole(view: ByteView, track: Box): Role | undefined {
  const references = childOf(view, track, 'tref');
  const isThumbnail = references !== undefined && childOf(view, references, 'thmb') !== undefined;
  if (isThumbnail) return { kind: 'thumbnail', name: 'HEIF:Thumbnail' };
  const media = childOf(view, track, 'mdia');
  const handler = media === undefined ? undefined : childOf(view, media, 'hdlr');
  const type = handler === undefined ? '' : handlerType(view, handler);
  if (type === 'pict') return undefined;
  if (type === 'vide') return { kind: 'second-picture', name: 'HEIF:Video' };
  if (type !== 'auxv') return { kind: 'unknown', name: 'HEIF:Track' };
  const auxiliary = trackAuxiliary(view, track);
  return isAlpha(auxiliary) ? undefined : auxiliaryRole(auxiliary);
}

function trackAuxiliary(view: ByteView, track: Box): string {
  const box = sampleEntryBoxes(view, track).find(({ type }) => type === 'auxi');
  return box === undefined ? '' : auxiliaryTypeOf(view, box);
}

function picturesOf(view: ByteView, track: Box): CodedPicture {
  const boxes = sampleEntryBoxes(view, track);
  return {
    coding: boxes.some(({ type }) => type === 'av1C') ? 'av1' : 'hevc',
    sizeBytes: hevcSizeBytes(
      view,
      boxes.find(({ type }) => type === 'hvcC'),
    ),
    isSingle: false,
    ranges: chunksOf(view, [...boxesWithin(view, ...path(view, track, 'mdia', 'minf', 'stbl'))]),
  };
}

/** What the first sample entry of a track says about its coding. */
function sampleEntryBoxes(view: ByteView, track: Box): Box[] {
  const [start, end] = path(view, track, 'mdia', 'minf', 'stbl', 'stsd');
  const [entry] = boxesWithin(view, start + STSD_HEAD_BYTES, end);
  if (entry === undefined || !CODINGS.includes(entry.type)) return [];
  return [...boxesWithin(view, entry.start + SAMPLE_ENTRY_BYTES, entry.end)];
}

function trackId(view: ByteView, track: Box): number {
  const [start] = path(view, track, 'tkhd');
  return view.u32(start + (view.u8(start) === 0 ? 12 : 20));
}

function childOf(view: ByteView, { start, end }: Box, wanted: string): Box | undefined {
  return [...boxesWithin(view, start, end)].find(({ type }) => type === wanted);
}

/** Where the contents of a box in a box begin and end. Throws when it is missing. */
function path(view: ByteView, box: Box, ...types: readonly string[]): [start: number, end: number] {
  const found = types.reduce<Box | undefined>((at, type) => (at === undefined ? at : childOf(view, at, type)), box);
  if (found === undefined) throw new MalformedImageError('HEIF: track');
  return [found.start, found.end];
}

function* partsOf(view: ByteView, box: Box, parent: string, refusals: string[]): Generator<BoxPart> {
  const { type, start, end } = box;
  const children = CHILDREN[type];
  if (CHILDREN[parent]?.includes(type) !== true) {
    for (const block of otherBox(view, box)) yield { ...block, by: 'free' };
  } else if (type === 'dinf') {
    if (!isThisFile(view, box)) refusals.push('pictures in another file');
  } else if (type === 'stsd') yield* sampleEntries(view, box, refusals);
  else if (type === 'hdlr') {
    const name = handlerName(view, box);
    if (name !== undefined) yield zeroed(view, 'text', 'HEIF:HandlerName', name);
  } else if (children !== undefined) {
    const seen = new Set<string>();
    for (const child of boxesWithin(view, start, end)) {
      // Only the first of each type counts.
      yield* partsOf(view, child, seen.has(child.type) ? '' : type, refusals);
      seen.add(child.type);
    }
  } else {
    endOfTable(view, box);
    yield* times(view, box);
  }
}

function* times(view: ByteView, { type, start }: Box): Generator<BoxPart> {
  const name = TIMES[type];
  const isLong = view.u8(start) > 0;
  const range = { offset: start + 4, length: isLong ? 16 : 8 };
  if (name !== undefined && !isZero(view, range)) yield zeroed(view, 'capture-time', name, range);
}

function* sampleEntries(view: ByteView, { start, end }: Box, refusals: string[]): Generator<BoxPart> {
  const entries = [...boxesWithin(view, start + STSD_HEAD_BYTES, end)];
  if (entries.length !== view.u32(start + 4)) throw new MalformedImageError('HEIF: sample entries');
  for (const entry of entries) {
    if (entry.end - entry.start < SAMPLE_ENTRY_BYTES) throw new MalformedImageError('HEIF: sample entry');
    if (!CODINGS.includes(entry.type)) refusals.push('this coding of pictures');
    else yield* sampleEntry(view, entry, refusals);
  }
}

function* sampleEntry(view: ByteView, entry: Box, refusals: string[]): Generator<BoxPart> {
  for (const [from, to] of RESERVED) {
    const range = { offset: entry.start + from, length: to - from };
    if (!isZero(view, range)) yield zeroed(view, 'unknown', 'HEIF:HiddenBytes', range);
  }
  const compressor = { offset: entry.start + COMPRESSOR_AT, length: COMPRESSOR_BYTES };
  if (!isProductName(view.latin1(compressor.offset, compressor.length)))
    yield zeroed(view, 'text', 'HEIF:CompressorName', compressor);
  for (const box of boxesWithin(view, entry.start + SAMPLE_ENTRY_BYTES, entry.end)) {
    const needed = neededOf(view, box);
    const spare = box.end - box.start - (needed?.length ?? 0);
    if (isProfile(view, box)) yield { ...blockOf(view, 'icc', 'HEIF:ICC', box), by: 'free' };
    else if (needed === undefined) for (const block of otherBox(view, box)) yield { ...block, by: 'free' };
    else if (spare >= BOX_HEADER_BYTES)
      yield { ...blockOf(view, 'unknown', 'HEIF:UnknownProperty', box), by: shortened(box, needed) };
    else if (spare > 0) refusals.push('a property with hidden bytes');
  }
}

/** A box with less in it, and free space behind it. */
function shortened({ type, offset, end }: Box, payload: Buffer): Buffer {
  const bytes = Buffer.alloc(end - offset);
  bytes.writeUInt32BE(BOX_HEADER_BYTES + payload.length, 0);
  bytes.write(type, 4, 'latin1');
  payload.copy(bytes, BOX_HEADER_BYTES);
  const freeAt = BOX_HEADER_BYTES + payload.length;
  bytes.writeUInt32BE(bytes.length - freeAt, freeAt);
  bytes.write('free', freeAt + 4, 'latin1');
  return bytes;
}

function zeroed(view: ByteView, kind: Block['kind'], name: string, { offset, length }: ByteRange): BoxPart {
  return { kind, name, offset, length, data: payloadOf(view, offset, length), by: 'zeros' };
}
