/**
 * Where the coded pixels of a TIFF's picture lie: strips, tiles, and what old-style JPEG points to. Source: TIFF 6.0, TIFF technical
 * note 2. Misses: bytes behind the end of a compressed strip within its stated length.
 */
import { eachNumber, firstNumber, type Tiff, type TiffDirectory, type TiffEntry } from '../read-tiff.ts';
import type { ByteRange } from './byte-ranges.ts';
import { type ByteView, MalformedImageError } from './byte-view.ts';
import { JPEG_TABLES } from './tiff-tags.ts';

/** Values of the compression tag. */
export const NONE = 1;
export const OLD_JPEG = 6;
export const JPEG = 7;
export const LOSSY_DNG_JPEG = 34_892;
const Y_CB_CR = 6;
const SEPARATE_PLANES = 2;
/** Tags with offsets, and those with the lengths that belong to them: strips, tiles, a JPEG. */
const STATED: readonly (readonly [offsets: number, lengths: number])[] = [
  [0x0111, 0x0117],
  [0x0144, 0x0145],
  [0x0201, 0x0202],
];

/** A directory, and those of its entries that its pixels need. */
interface Coded {
  readonly directory: TiffDirectory;
  readonly structure: readonly TiffEntry[];
}

interface Layout {
  /** Strips or tiles of all planes. */
  readonly count: number;
  /** Bytes of one without compression; undefined where that depends on more than the size. */
  bytesOf(index: number): number | undefined;
}

/** How many strips or tiles a picture has, and how long they are. Throws `MalformedImageError`. */
export function layoutOf(tiff: Tiff, directory: TiffDirectory): Layout {
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
export function* codedRanges(view: ByteView, tiff: Tiff, { directory, structure }: Coded): Generator<ByteRange> {
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
export function* jpegStreams(view: ByteView, tiff: Tiff, picture: Coded): Generator<ByteRange> {
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

function find({ entries }: TiffDirectory, tag: number): TiffEntry | undefined {
  return entries.find((entry) => entry.tag === tag);
}

/** `otherwise`: when the tag is missing. Throws when there is nothing else, and for a tag that is no number. */
export function number({ littleEndian }: Tiff, directory: TiffDirectory, tag: number, otherwise?: number): number {
  const entry = find(directory, tag);
  const value = entry === undefined ? otherwise : firstNumber(entry, littleEndian);
  if (value === undefined) throw new MalformedImageError('TIFF: a tag is missing');
  return value;
}
