/**
 * The pictures of a TIFF or DNG that stay when it is cleaned, with the tags they need and the places of their coded pixels. Of a TIFF
 * these are the pages, of a DNG the first picture and the raw ones below it; reduced copies are thumbnails, other subdirectories are
 * pictures that no reader of pages shows. Source: TIFF 6.0, TIFF technical note 2, DNG 1.7.1. Misses: bytes behind the end of a
 * compressed strip within its stated length.
 */
import {
  eachNumber,
  firstNumber,
  orientationOf,
  readTiff,
  type Tiff,
  type TiffDirectory,
  type TiffEntry,
} from '../read-tiff.ts';
import type { ByteRange } from './byte-ranges.ts';
import { type ByteView, MalformedImageError } from './byte-view.ts';
import {
  COLOUR_MAP,
  JPEG_TABLES,
  type MaxCount,
  OLD_JPEG_TAGS,
  SUB_DIRECTORIES,
  structuralTags,
  TEXT_TAGS,
  UNDEFINED_TAGS,
} from './tiff-tags.ts';

export interface TiffPicture {
  readonly directory: TiffDirectory;
  /** The entries that say how the pixels are stored, each once, by tag. */
  readonly structure: readonly TiffEntry[];
  readonly width: number;
  readonly height: number;
  readonly isCompressed: boolean;
  /** A thumbnail that cannot go, as it is the first directory of a DNG; its pixels must be zeros. */
  readonly isReduced: boolean;
}

const DNG_VERSION = 0xc612;
const NONE = 1;
const OLD_JPEG = 6;
const JPEG = 7;
const LOSSY_DNG_JPEG = 34_892;
/** Also CCITT, LZW, deflate, PackBits, LZMA, Zstandard, JPEG XL: streams that have no room of their own for metadata. */
const COMPRESSIONS: readonly number[] = [
  ...[NONE, OLD_JPEG, JPEG, LOSSY_DNG_JPEG],
  ...[2, 3, 4, 5, 8, 32_773, 32_946, 34_925, 50_000, 52_546],
];
const PALETTE = 3;
const Y_CB_CR = 6;
const SEPARATE_PLANES = 2;
/** Kinds of pictures in a DNG that raw converters need: the raw one, its transparency, and an enhanced version. */
const RAW_KINDS: readonly number[] = [0, 4, 16];
/** Matteing, data type and depths: private tags that change how some readers decode. */
const SGI_TAGS: readonly number[] = [32_995, 32_996, 32_997, 32_998];
/** Tags with offsets, and those with the lengths that belong to them: strips, tiles, a JPEG. */
const STATED: readonly (readonly [offsets: number, lengths: number])[] = [
  [0x0111, 0x0117],
  [0x0144, 0x0145],
  [0x0201, 0x0202],
];
/** The numeric types. */
const NUMERIC: readonly number[] = [1, 3, 4, 5, 6, 8, 9, 10, 11, 12, 13];
const ASCII = 2;
const UNDEFINED = 7;

export function isDng({ directories }: Tiff): boolean {
  return directories[0]?.entries.some(({ tag }) => tag === DNG_VERSION) ?? false;
}

/** Where the pictures of the other directories say that they lie, as far as that is in the file. */
export function* statedRanges(view: ByteView, { littleEndian }: Tiff, directory: TiffDirectory): Generator<ByteRange> {
  for (const [offsetTag, lengthTag] of STATED) {
    const [offsets, lengths] = [find(directory, offsetTag), find(directory, lengthTag)];
    if (offsets === undefined || lengths === undefined) continue;
    const stated = eachNumber(view, lengths, littleEndian);
    for (const offset of eachNumber(view, offsets, littleEndian)) {
      const length: number = stated.next().value ?? 0;
      if (offset + length <= view.size) yield { offset, length };
    }
  }
}

/** In the order of the chain; of a DNG the first is the directory that the others hang on. Throws `MalformedImageError`. */
export function picturesOf(tiff: Tiff): readonly TiffPicture[] {
  const { directories, isComplete, isTree } = tiff;
  if (!isComplete || !isTree) throw new MalformedImageError('TIFF directory');
  return directories.filter((directory) => staysIn(tiff, directory)).map((directory) => pictureOf(tiff, directory));
}

function staysIn(tiff: Tiff, directory: TiffDirectory): boolean {
  if (directory.kind === 'main') return directory.index === 0 || !isReducedCopy(tiff, directory);
  const isBelowFirst = directory.kind === 'sub' && directory.parent === tiff.directories[0]?.offset;
  return isDng(tiff) && isBelowFirst && RAW_KINDS.includes(number(tiff, directory, 0x00fe, 0));
}

/** By the tag for kinds of pictures, or by the older one, which has 2 for it. */
export function isReducedCopy(tiff: Tiff, directory: TiffDirectory): boolean {
  return (number(tiff, directory, 0x00fe, 0) & 1) === 1 || number(tiff, directory, 0x00ff, 1) === 2;
}

function pictureOf(tiff: Tiff, directory: TiffDirectory): TiffPicture {
  const compression = number(tiff, directory, 0x0103, NONE);
  if (!COMPRESSIONS.includes(compression)) throw new MalformedImageError('TIFF: unknown compression');
  const entries = directory.entries.toSorted((a, b) => a.tag - b.tag);
  if (new Set(entries.map(({ tag }) => tag)).size < entries.length) throw new MalformedImageError('TIFF: a tag twice');
  if (entries.some(({ tag }) => SGI_TAGS.includes(tag))) throw new MalformedImageError('TIFF: private structure');
  return {
    directory,
    structure: entries.filter((entry) => isStructure(tiff, directory, entry)),
    width: number(tiff, directory, 0x0100),
    height: number(tiff, directory, 0x0101),
    isCompressed: compression !== NONE,
    isReduced: isDng(tiff) && isReducedCopy(tiff, directory),
  };
}

/** Throws when a tag that readers need is longer than it may be, or of a type that none expects. */
function isStructure(tiff: Tiff, directory: TiffDirectory, { tag, type, count }: TiffEntry): boolean {
  const isOldJpeg = number(tiff, directory, 0x0103, NONE) === OLD_JPEG;
  const maxCount = structuralTags(isDng(tiff)).get(tag) ?? (isOldJpeg ? OLD_JPEG_TAGS.get(tag) : undefined);
  if (maxCount === undefined) return false;
  if (tag === COLOUR_MAP && number(tiff, directory, 0x0106) !== PALETTE) return false;
  if (tag === SUB_DIRECTORIES && directory !== tiff.directories[0]) return false;
  const isTyped =
    NUMERIC.includes(type) || (type === ASCII && TEXT_TAGS.has(tag)) || (type === UNDEFINED && UNDEFINED_TAGS.has(tag));
  if (!isTyped || count === 0 || count > countOf(tiff, directory, maxCount))
    throw new MalformedImageError('TIFF: a tag of an odd type or length');
  return true;
}

function countOf(tiff: Tiff, directory: TiffDirectory, maxCount: MaxCount): number {
  switch (maxCount) {
    case 'samples':
      return number(tiff, directory, 0x0115, 1);
    case 'segments':
      return layoutOf(tiff, directory).count;
    case 'pictures':
      return tiff.directories.length;
    default:
      return maxCount;
  }
}

interface Layout {
  /** Strips or tiles of all planes. */
  readonly count: number;
  /** Bytes of one without compression; undefined where that depends on more than the size. */
  bytesOf(index: number): number | undefined;
}

function layoutOf(tiff: Tiff, directory: TiffDirectory): Layout {
  const get = (tag: number, otherwise?: number): number => number(tiff, directory, tag, otherwise);
  const [width, height, samples] = [get(0x0100), get(0x0101), get(0x0115, 1)];
  const planes = get(0x011c, 1) === SEPARATE_PLANES ? samples : 1;
  const isTiled = find(directory, 0x0144) !== undefined;
  // With tags of both kinds readers choose differently.
  const others = isTiled ? [0x0111, 0x0117] : [0x0142, 0x0143, 0x0145];
  if (others.some((tag) => find(directory, tag) !== undefined)) throw new MalformedImageError('TIFF: strips and tiles');
  const [across, rows] = isTiled ? [get(0x0142), get(0x0143)] : [width, Math.min(height, get(0x0116, height))];
  if (across === 0 || rows === 0 || width === 0 || height === 0) throw new MalformedImageError('TIFF size');
  const perPlane = Math.ceil(width / across) * Math.ceil(height / rows);
  const rowBytes = Math.ceil((across * (samples / planes) * get(0x0102, 1)) / 8);
  const isSized = get(0x0103, NONE) === NONE && get(0x0106) !== Y_CB_CR;
  const rowsOf = (index: number): number => (isTiled ? rows : Math.min(rows, height - (index % perPlane) * rows));
  return {
    count: perPlane * planes,
    bytesOf: (index) => (isSized ? rowBytes * rowsOf(index) : undefined),
  };
}

/**
 * Where the coded pixels lie, strip by strip or tile by tile, and what old-style JPEG points to. A strip without compression ends
 * where its rows end, whatever length it claims. Throws `MalformedImageError`.
 */
export function* codedRanges(view: ByteView, tiff: Tiff, { directory, structure }: TiffPicture): Generator<ByteRange> {
  const entry = (tag: number): TiffEntry | undefined => structure.find((candidate) => candidate.tag === tag);
  const offsets = entry(0x0144) ?? entry(0x0111);
  const lengths = entry(0x0144) === undefined ? entry(0x0117) : entry(0x0145);
  const isWholeJpeg = entry(0x0201) !== undefined;
  if (offsets !== undefined && lengths !== undefined) yield* segments(view, tiff, directory, offsets, lengths);
  else if (!isWholeJpeg) throw new MalformedImageError('TIFF: no strips');
  if (isWholeJpeg) yield wholeJpeg(tiff, directory);
  yield* oldJpegTables(view, tiff, structure);
}

function* segments(
  view: ByteView,
  tiff: Tiff,
  directory: TiffDirectory,
  offsets: TiffEntry,
  lengths: TiffEntry,
): Generator<ByteRange> {
  const layout = layoutOf(tiff, directory);
  if (offsets.count !== layout.count || lengths.count !== layout.count) throw new MalformedImageError('TIFF: strips');
  const stated = eachNumber(view, lengths, tiff.littleEndian);
  let index = 0;
  for (const offset of eachNumber(view, offsets, tiff.littleEndian)) {
    const length: number = stated.next().value ?? 0;
    const expected = layout.bytesOf(index++);
    // A tile that is not stored at all has neither.
    if (offset === 0 && length === 0) continue;
    if (length === 0 || length < (expected ?? 0) || offset + length > view.size)
      throw new MalformedImageError('TIFF strip');
    yield { offset, length: expected ?? length };
  }
}

/** The JPEG streams among them and among the values, which have segments of their own. */
export function* jpegStreams(view: ByteView, tiff: Tiff, picture: TiffPicture): Generator<ByteRange> {
  const { directory, structure } = picture;
  const compression = number(tiff, directory, 0x0103, NONE);
  if (compression === JPEG || compression === LOSSY_DNG_JPEG) {
    yield* codedRanges(view, tiff, picture);
    const tables = structure.find(({ tag }) => tag === JPEG_TABLES);
    if (tables !== undefined) yield tables;
  }
  if (compression === OLD_JPEG && find(directory, 0x0201) !== undefined) yield wholeJpeg(tiff, directory);
}

function wholeJpeg(tiff: Tiff, directory: TiffDirectory): ByteRange {
  return { offset: number(tiff, directory, 0x0201), length: number(tiff, directory, 0x0202) };
}

/** Quantisation tables have 64 bytes; Huffman tables 16 counts, and as many values as these say. */
function* oldJpegTables(view: ByteView, tiff: Tiff, structure: readonly TiffEntry[]): Generator<ByteRange> {
  for (const entry of structure) {
    if (entry.tag === 0x0207)
      for (const offset of eachNumber(view, entry, tiff.littleEndian)) yield { offset, length: 64 };
    if (entry.tag !== 0x0208 && entry.tag !== 0x0209) continue;
    for (const offset of eachNumber(view, entry, tiff.littleEndian)) {
      const values = view.slice(offset, 16).reduce((sum, count) => sum + count, 0);
      yield { offset, length: 16 + values };
    }
  }
}

function find({ entries }: TiffDirectory, tag: number): TiffEntry | undefined {
  return entries.find((entry) => entry.tag === tag);
}

/** `otherwise`: when the tag is missing. Throws when there is nothing else, and for a tag that is no number. */
function number({ littleEndian }: Tiff, directory: TiffDirectory, tag: number, otherwise?: number): number {
  const entry = find(directory, tag);
  const value = entry === undefined ? otherwise : firstNumber(entry, littleEndian);
  if (value === undefined) throw new MalformedImageError('TIFF: a tag is missing');
  return value;
}

/** The full size of a DNG, upright, from its largest picture that is no reduced one. Throws `MalformedImageError`. */
export function readDngHeader(view: ByteView): { width: number; height: number; frames: 1; orientation: number } {
  const tiff = readTiff(view);
  const pictures = picturesOf(tiff).filter(({ isReduced }) => !isReduced);
  const [largest] = pictures.toSorted((a, b) => b.width * b.height - a.width * a.height);
  if (largest === undefined) throw new MalformedImageError('DNG: no picture');
  const orientation = orientationOf(tiff);
  const isTurned = orientation >= 5;
  const [width, height] = isTurned ? [largest.height, largest.width] : [largest.width, largest.height];
  return { width, height, frames: 1, orientation };
}
