/**
 * Finds the smaller copies of a picture that its metadata holds, coded as they are. Source: Exif 3.0 section 4.5.5 (IFD1), Photoshop
 * file formats specification (resources 1033, 1036), JFIF 1.02 (APP0), CIPA DC-007 (MPF), TIFF technical note 1 (subdirectories).
 * Misses: uncompressed EXIF thumbnails in YCbCr, and those with a palette. Thumbnails of AVIF and in maker notes are found by
 * `second-pictures.ts`.
 */
import type { HiddenPicture } from './hidden-picture.ts';
import {
  eachNumber,
  exifView,
  firstNumber,
  readTiff,
  type Tiff,
  type TiffDirectory,
  type TiffEntry,
} from './read-tiff.ts';
import { walkResources } from './walk-image.ts';
import type { Block } from './walkers/block.ts';
import { type ByteView, byteView, MalformedImageError } from './walkers/byte-view.ts';
import { JFIF_BYTES } from './walkers/jpeg-kinds.ts';
import { isDng, isReducedCopy } from './walkers/tiff-pictures.ts';
import { SUB_DIRECTORIES } from './walkers/tiff-tags.ts';

const WIDTH = 0x0100;
const HEIGHT = 0x0101;
const COMPRESSION = 0x0103;
const PHOTOMETRIC = 0x0106;
const RGB = 2;
const STRIP_OFFSETS = 0x0111;
const ROWS_PER_STRIP = 0x0116;
const JPEG_OFFSET = 0x0201;
const JPEG_LENGTH = 0x0202;
/** Where strips and tiles lie: a directory with neither holds no picture. */
const PIXEL_OFFSETS: readonly number[] = [STRIP_OFFSETS, 0x0144];
/** Format, sizes and depth stand before the JPEG. */
const PHOTOSHOP_HEADER_BYTES = 28;
const JFXX_JPEG = 0x10;
const JFXX_RGB = 0x13;
const MP_ENTRIES = 0xb002;
const MP_ENTRY_BYTES = 16;
/** Of a JPEG segment: marker, length and `MPF\0`; offsets count from behind it. */
const MPF_HEAD_BYTES = 8;
/** Large thumbnails in two sizes; other pictures of a file are frames, views and gain maps. */
const MP_THUMBNAILS: readonly number[] = [0x010001, 0x010002];
const SOURCE = 'thumbnail';

/** `blocks`: what the picture's walker found. Those that are broken or not known here are left out; never throws for content. */
export function* findThumbnails(view: ByteView, blocks: readonly Block[]): Generator<HiddenPicture> {
  for (const block of blocks) {
    try {
      yield* thumbnailsOf(block, view);
    } catch (error) {
      if (!(error instanceof MalformedImageError)) throw error;
    }
  }
}

function* thumbnailsOf(block: Block, view: ByteView): Generator<HiddenPicture> {
  const { kind, name, data } = block;
  if (kind === 'exif') yield* inExif(data);
  else if (kind === 'tiff-tags') yield* inTiff(view);
  else if (kind === 'photoshop') for (const resource of walkResources(data).blocks) yield* inResource(resource);
  else if (name === 'JFXX:Thumbnail') yield* inJfxx(data);
  else if (name === 'JFIF:Thumbnail') yield* inSamples(name, data.subarray(JFIF_BYTES - 2));
  else if (name === 'MPF:Images') yield* inMpf(block, view);
}

function* inExif(data: Uint8Array): Generator<HiddenPicture> {
  const block = exifView(data);
  const tiff = readTiff(block);
  for (const directory of tiff.directories) {
    if (directory.index === 0) continue;
    yield* codedIn(directory, tiff, block);
    yield* samplesIn(directory, tiff, block);
  }
}

function* inTiff(view: ByteView): Generator<HiddenPicture> {
  const tiff = readTiff(view);
  // Its raw pictures stay, and nothing here decodes any of it.
  if (isDng(tiff)) return;
  for (const directory of tiff.directories) {
    const { kind, index, entries } = directory;
    if (!entries.some(({ tag }) => PIXEL_OFFSETS.includes(tag))) continue;
    const isReduced = isReducedCopy(tiff, directory);
    if (kind === 'main' && index > 0 && isReduced) yield { field: 'EXIF:ThumbnailImage', source: SOURCE, page: index };
    const subdirectory = kind === 'sub' ? placeBelow(view, tiff, directory) : undefined;
    if (subdirectory === undefined) continue;
    const name = isReduced
      ? ({ field: 'EXIF:ThumbnailImage', source: SOURCE } as const)
      : ({ field: 'TIFF:SubIFD', source: 'second-picture' } as const);
    yield { ...name, page: index, subdirectory };
  }
}

/** Which entry it is in the list of its page; undefined when it hangs lower still. */
function placeBelow(view: ByteView, { directories, littleEndian }: Tiff, below: TiffDirectory): number | undefined {
  const page = directories.find(({ kind, offset }) => kind === 'main' && offset === below.parent);
  const list = page?.entries.find(({ tag }) => tag === SUB_DIRECTORIES);
  if (list?.value === undefined) return undefined;
  const place = [...eachNumber(littleEndian ? view.littleEndian() : view, list, littleEndian)].indexOf(below.offset);
  return place === -1 ? undefined : place;
}

function* codedIn({ entries }: TiffDirectory, { littleEndian }: Tiff, block: ByteView): Generator<HiddenPicture> {
  const [offset, length] = [JPEG_OFFSET, JPEG_LENGTH].map((wanted) =>
    firstNumber(
      entries.find(({ tag }) => tag === wanted),
      littleEndian,
    ),
  );
  if (offset !== undefined && length !== undefined)
    yield { field: 'EXIF:ThumbnailImage', source: SOURCE, coded: block.slice(offset, length) };
}

/** Without compression, as early cameras wrote them: all strips of red, green and blue. */
function* samplesIn(directory: TiffDirectory, { littleEndian }: Tiff, block: ByteView): Generator<HiddenPicture> {
  const entry = (wanted: number): TiffEntry | undefined => directory.entries.find(({ tag }) => tag === wanted);
  const number = (tag: number): number => firstNumber(entry(tag), littleEndian) ?? 0;
  const [offsets, width, height] = [entry(STRIP_OFFSETS), number(WIDTH), number(HEIGHT)];
  if (offsets === undefined || number(COMPRESSION) !== 1 || number(PHOTOMETRIC) !== RGB || width * height === 0) return;
  const rowBytes = width * 3;
  // Strips could all be the same bytes.
  if (rowBytes * height > block.size) return;
  const stripRows = number(ROWS_PER_STRIP) || height;
  const strips = [...eachNumber(block, offsets, littleEndian)].map((offset, index) =>
    block.slice(offset, rowBytes * Math.max(0, Math.min(stripRows, height - index * stripRows))),
  );
  const rgb = Buffer.concat(strips);
  if (rgb.length === rowBytes * height) yield { field: 'EXIF:ThumbnailImage', source: SOURCE, rgb, width, height };
}

function* inResource({ name, kind, data }: Block): Generator<HiddenPicture> {
  if (kind === 'thumbnail') yield { field: name, source: SOURCE, coded: data.subarray(PHOTOSHOP_HEADER_BYTES) };
}

function* inJfxx(data: Uint8Array): Generator<HiddenPicture> {
  const field = 'JFXX:Thumbnail';
  if (data[0] === JFXX_JPEG) yield { field, source: SOURCE, coded: data.subarray(1) };
  else if (data[0] === JFXX_RGB) yield* inSamples(field, data.subarray(1));
}

/** Width, height, and RGB. */
function* inSamples(field: string, data: Uint8Array): Generator<HiddenPicture> {
  const [width = 0, height = 0] = data;
  const rgb = byteView(data).slice(2, width * height * 3);
  if (rgb.length > 0) yield { field, source: SOURCE, rgb, width, height };
}

function* inMpf({ name, offset, data }: Block, view: ByteView): Generator<HiddenPicture> {
  const { directories, littleEndian } = readTiff(byteView(data));
  const value = directories[0]?.entries.find(({ tag }) => tag === MP_ENTRIES)?.value;
  if (value === undefined) return;
  const entries = littleEndian ? byteView(value).littleEndian() : byteView(value);
  for (let at = 0; at + MP_ENTRY_BYTES <= entries.size; at += MP_ENTRY_BYTES) {
    if (!MP_THUMBNAILS.includes(entries.u32(at) & 0xffffff)) continue;
    const coded = view.slice(offset + MPF_HEAD_BYTES + entries.u32(at + 8), entries.u32(at + 4));
    yield { field: name, source: SOURCE, coded };
  }
}
