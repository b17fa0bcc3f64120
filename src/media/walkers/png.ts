/**
 * Walks a PNG's chunks to IEND. Source: PNG specification, third edition (W3C); ImageMagick's "Raw profile type" text chunks. Misses:
 * what is hidden inside the coded pixels; those are inflated where a file is cleaned.
 */
import type { Block, BlockKind } from './block.ts';
import { type ByteView, MalformedImageError, payloadOf } from './byte-view.ts';
import {
  GREY,
  GREY_ALPHA,
  hasRightCrc,
  PALETTE,
  PNG_DATA_AT,
  type PngChunk,
  type PngHeader,
  pngChunks,
  pngHeader,
  RGB,
  RGB_ALPHA,
} from './png-chunks.ts';
import { isAnimatedPng, pngFrames } from './png-frames.ts';
import { readIccp } from './png-profile.ts';
import { inflateText, readRawProfile } from './png-text.ts';

/** Text and profiles of all chunks of one file, inflated; a chunk that would go over it is left undecoded. */
const MAX_INFLATED_BYTES = 8 * 2 ** 20;
/** Of a palette's entry: red, green and blue. */
const ENTRY_BYTES = 3;

/** Small chunks that show the picture: their sizes by colour type, or one size, and before which chunk decoders still heed them. */
const SHOWN: Readonly<Record<string, readonly [size: number | Readonly<Record<number, number>>, before: string]>> = {
  gAMA: [4, 'PLTE'],
  cHRM: [32, 'PLTE'],
  sRGB: [1, 'PLTE'],
  cICP: [4, 'PLTE'],
  mDCV: [24, 'PLTE'],
  cLLI: [8, 'PLTE'],
  sBIT: [{ [GREY]: 1, [RGB]: 3, [PALETTE]: 3, [GREY_ALPHA]: 2, [RGB_ALPHA]: 4 }, 'PLTE'],
  bKGD: [{ [GREY]: 2, [RGB]: 6, [PALETTE]: 1, [GREY_ALPHA]: 2, [RGB_ALPHA]: 6 }, 'IDAT'],
  tRNS: [{ [GREY]: 2, [RGB]: 6 }, 'IDAT'],
  pHYs: [9, 'IDAT'],
  acTL: [8, 'IDAT'],
};

const METADATA: Readonly<Record<string, readonly [BlockKind, string]>> = {
  eXIf: ['exif', 'PNG:EXIF'],
  zxIf: ['unknown', 'PNG:CompressedEXIF'],
  tIME: ['capture-time', 'PNG:ModifyDate'],
  caBX: ['unknown', 'PNG:C2PA'],
};
const TEXT: readonly string[] = ['tEXt', 'zTXt', 'iTXt'];
/** Registered chunks that no viewer needs, and those of the picture where they are broken, repeated or out of place. */
const NAMED: readonly string[] = [
  ...'IHDR PLTE IDAT IEND fcTL fdAT iCCP sPLT hIST iDOT oFFs pCAL sCAL sTER gIFg gIFt gIFx dSIG'.split(' '),
  ...Object.keys(SHOWN),
];

/** The specification's keywords, and those of image generators; any other keyword could itself be personal data. */
const KEYWORDS: readonly string[] = [
  ...'Title,Author,Artist,Description,Copyright,Creation Time,Software,Disclaimer,Warning,Source,Comment'.split(','),
  ...'parameters,prompt,workflow,sd-metadata,invokeai_metadata,invokeai_workflow,invokeai_graph,Dream'.split(','),
  ...'generation_data,Collection'.split(','),
];

/** Names of profiles that programs write; any other one could be personal data. */
const PROFILE_NAMES: readonly string[] = [
  ...'icc,ICC profile,ICC Profile,Photoshop ICC profile,sRGB,sRGB IEC61966-2.1,Display P3,Adobe RGB (1998)'.split(','),
  ...'kCGColorSpaceSRGB,kCGColorSpaceDisplayP3,kCGColorSpaceGenericRGB,Skia,GIMP built-in sRGB,1'.split(','),
];

interface Walk {
  readonly view: ByteView;
  readonly header: PngHeader;
  readonly isAnimated: boolean;
  /** Types of the chunks so far. */
  readonly seen: Set<string>;
  /** Whether the chunks of the picture, which stand one behind the other, have come to their end. */
  isPastPicture: boolean;
  /** Entries of the palette. */
  entries: number;
  /** Bytes that may still be inflated. */
  room: number;
}

/** Yields chunks that do not show the picture, and what stands behind IEND. Throws `MalformedImageError`. */
export function* walkPng(view: ByteView): Generator<Block> {
  const isAnimated = isAnimatedPng(view);
  const walk: Walk = {
    view,
    header: pngHeader(view),
    isAnimated,
    seen: new Set(),
    isPastPicture: false,
    entries: 0,
    room: MAX_INFLATED_BYTES,
  };
  let end = 0;
  for (const chunk of pngChunks(view)) {
    end = chunk.offset + chunk.length;
    yield* classify(walk, chunk);
    walk.seen.add(chunk.type);
    walk.isPastPicture ||= walk.seen.has('IDAT') && chunk.type !== 'IDAT';
  }
  if (!walk.seen.has('IDAT')) throw new MalformedImageError('PNG: no picture');
  if (isAnimated) pngFrames(view);
  const length = view.size - end;
  if (length > 0)
    yield { kind: 'appended', name: 'PNG:Trailer', offset: end, length, data: payloadOf(view, end, length) };
}

function* classify(walk: Walk, chunk: PngChunk): Generator<Block> {
  const { type } = chunk;
  if (TEXT.includes(type)) yield textBlock(walk, chunk);
  else if (type === 'iCCP') yield* profileBlocks(walk, chunk);
  else if (!isPicture(walk, chunk)) yield otherBlock(walk.view, chunk);
}

/** Whether a decoder needs and heeds it. Throws `MalformedImageError` for a critical chunk that decoders refuse. */
function isPicture(walk: Walk, chunk: PngChunk): boolean {
  const { view, seen, isAnimated } = walk;
  switch (chunk.type) {
    case 'IHDR':
      if (!seen.has('IHDR') && !hasRightCrc(view, chunk)) throw new MalformedImageError('PNG: checksum');
      return !seen.has('IHDR');
    case 'PLTE':
      return isPalette(walk, chunk);
    case 'IDAT':
      return !walk.isPastPicture;
    case 'fcTL':
    case 'fdAT':
      return isAnimated;
    case 'IEND':
      return chunk.size === 0 && hasRightCrc(view, chunk);
    default:
      return isShown(walk, chunk);
  }
}

/** Of a picture without indices it is only a suggestion. Entries that no index reaches make the file malformed. */
function isPalette(walk: Walk, chunk: PngChunk): boolean {
  const { view, header, seen } = walk;
  if (header.colourType !== PALETTE || seen.has('PLTE') || seen.has('IDAT')) return false;
  const entries = chunk.size / ENTRY_BYTES;
  const isRight = Number.isInteger(entries) && entries > 0 && entries <= 2 ** header.depth;
  if (!isRight || !hasRightCrc(view, chunk)) throw new MalformedImageError('PNG: palette');
  walk.entries = entries;
  return true;
}

function isShown({ view, header, seen, entries }: Walk, chunk: PngChunk): boolean {
  const [sizes, before] = SHOWN[chunk.type] ?? [];
  if (sizes === undefined || before === undefined || seen.has(chunk.type)) return false;
  if (seen.has('IDAT') || seen.has(before)) return false;
  const isIndexed = header.colourType === PALETTE;
  if (isIndexed && chunk.type === 'tRNS') return chunk.size > 0 && chunk.size <= entries && hasRightCrc(view, chunk);
  const size = typeof sizes === 'number' ? sizes : sizes[header.colourType];
  return chunk.size === size && hasRightCrc(view, chunk);
}

function* profileBlocks(walk: Walk, chunk: PngChunk): Generator<Block> {
  const { view, seen } = walk;
  const isHeeded = !['iCCP', 'PLTE', 'IDAT'].some((type) => seen.has(type)) && hasRightCrc(view, chunk);
  const profile = isHeeded ? readIccp(payloadOf(view, chunk.offset + PNG_DATA_AT, chunk.size), walk.room) : undefined;
  if (profile === undefined) {
    yield otherBlock(view, chunk);
    return;
  }
  const { offset, length } = chunk;
  const { name, data, isNeat } = profile;
  walk.room -= data.length;
  yield { kind: 'icc', name: 'PNG:ICC', offset, length, data };
  if (!PROFILE_NAMES.includes(name.toString('latin1')))
    yield { kind: 'text', name: 'PNG:ProfileName', offset: offset + PNG_DATA_AT, length: name.length, data: name };
  if (!isNeat) yield { kind: 'unknown', name: 'PNG:ProfileRest', offset, length, data: new Uint8Array(0) };
}

function textBlock(walk: Walk, { type, offset, length, size }: PngChunk): Block {
  const data = payloadOf(walk.view, offset + PNG_DATA_AT, size);
  const keywordEnd = data.indexOf(0);
  const keyword = data.toString('latin1', 0, Math.max(0, keywordEnd));
  const text = keywordEnd === -1 ? undefined : inflateText(type, data.subarray(keywordEnd + 1), walk.room);
  if (text === undefined) return { kind: 'unknown', name: `PNG:${type}`, offset, length, data: new Uint8Array(0) };
  walk.room -= text.length;
  if (keyword === 'XML:com.adobe.xmp') return { kind: 'xmp', name: 'PNG:XMP', offset, length, data: text };
  if (keyword.startsWith('Raw profile type ')) return { ...readRawProfile(keyword, text), offset, length };
  const name = `PNG:${KEYWORDS.includes(keyword) ? keyword.replaceAll(' ', '') : type}`;
  return { kind: 'text', name, offset, length, data: text };
}

function otherBlock(view: ByteView, { type, offset, length, size }: PngChunk): Block {
  const [kind, name] = METADATA[type] ?? ['unknown', NAMED.includes(type) ? `PNG:${type}` : 'PNG:UnknownChunk'];
  return { kind, name, offset, length, data: payloadOf(view, offset + PNG_DATA_AT, size) };
}
