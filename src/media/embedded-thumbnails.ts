/**
 * Finds the smaller copies of a picture that its metadata holds, coded as they are. Source: Exif 3.0 section 4.5.5 (IFD1), Photoshop
 * file formats specification (resources 1033, 1036), JFIF 1.02 (APP0), CIPA DC-007 (MPF). Misses: uncompressed EXIF thumbnails,
 * thumbnails of HEIF, those with a palette, and those in maker notes.
 */
import { exifView, firstNumber, readTiff, type Tiff, type TiffDirectory } from './read-tiff.ts';
import { walkResources } from './walk-image.ts';
import type { Block } from './walkers/block.ts';
import { type ByteView, byteView, MalformedImageError } from './walkers/byte-view.ts';
import { JFIF_BYTES } from './walkers/jpeg-kinds.ts';

/** A coded picture, RGB samples, or the page of the file itself. */
export type EmbeddedThumbnail = { readonly field: string } & (
  | { readonly coded: Uint8Array }
  | { readonly rgb: Uint8Array; readonly width: number; readonly height: number }
  | { readonly page: number }
);

const JPEG_OFFSET = 0x0201;
const JPEG_LENGTH = 0x0202;
const SUBFILE_TYPE = 0x00fe;
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
/** Thumbnails of one file; cameras write one or two. */
const MAX_THUMBNAILS = 8;

/** `blocks`: what the picture's walker found. Those that are broken or not known here are left out; never throws for content. */
export function findThumbnails(view: ByteView, blocks: readonly Block[]): EmbeddedThumbnail[] {
  const found = blocks.flatMap((block) => {
    try {
      return [...thumbnailsOf(block, view)];
    } catch (error) {
      if (error instanceof MalformedImageError) return [];
      throw error;
    }
  });
  return found.slice(0, MAX_THUMBNAILS);
}

function* thumbnailsOf(block: Block, view: ByteView): Generator<EmbeddedThumbnail> {
  const { kind, name, data } = block;
  if (kind === 'exif') yield* inExif(data);
  else if (kind === 'tiff-tags') yield* inTiff(view);
  else if (kind === 'photoshop') for (const resource of walkResources(data).blocks) yield* inResource(resource);
  else if (name === 'JFXX:Thumbnail') yield* inJfxx(data);
  else if (name === 'JFIF:Thumbnail') yield* inSamples(name, data.subarray(JFIF_BYTES - 2));
  else if (name === 'MPF:Images') yield* inMpf(block, view);
}

function* inExif(data: Uint8Array): Generator<EmbeddedThumbnail> {
  const block = exifView(data);
  const tiff = readTiff(block);
  for (const directory of tiff.directories) if (directory.index > 0) yield* codedIn(directory, tiff, block);
}

function* inTiff(view: ByteView): Generator<EmbeddedThumbnail> {
  const tiff = readTiff(view);
  for (const { kind, index, entries } of tiff.directories) {
    const subfile = entries.find(({ tag }) => tag === SUBFILE_TYPE);
    const isReduced = ((firstNumber(subfile, tiff.littleEndian) ?? 0) & 1) === 1;
    if (kind === 'main' && index > 0 && isReduced) yield { field: 'EXIF:ThumbnailImage', page: index };
  }
}

function* codedIn({ entries }: TiffDirectory, { littleEndian }: Tiff, block: ByteView): Generator<EmbeddedThumbnail> {
  const [offset, length] = [JPEG_OFFSET, JPEG_LENGTH].map((wanted) =>
    firstNumber(
      entries.find(({ tag }) => tag === wanted),
      littleEndian,
    ),
  );
  if (offset !== undefined && length !== undefined)
    yield { field: 'EXIF:ThumbnailImage', coded: block.slice(offset, length) };
}

function* inResource({ name, kind, data }: Block): Generator<EmbeddedThumbnail> {
  if (kind === 'thumbnail') yield { field: name, coded: data.subarray(PHOTOSHOP_HEADER_BYTES) };
}

function* inJfxx(data: Uint8Array): Generator<EmbeddedThumbnail> {
  const field = 'JFXX:Thumbnail';
  if (data[0] === JFXX_JPEG) yield { field, coded: data.subarray(1) };
  else if (data[0] === JFXX_RGB) yield* inSamples(field, data.subarray(1));
}

/** Width, height, and RGB. */
function* inSamples(field: string, data: Uint8Array): Generator<EmbeddedThumbnail> {
  const [width = 0, height = 0] = data;
  const rgb = byteView(data).slice(2, width * height * 3);
  if (rgb.length > 0) yield { field, rgb, width, height };
}

function* inMpf({ name, offset, data }: Block, view: ByteView): Generator<EmbeddedThumbnail> {
  const { directories, littleEndian } = readTiff(byteView(data));
  const value = directories[0]?.entries.find(({ tag }) => tag === MP_ENTRIES)?.value;
  if (value === undefined) return;
  const entries = littleEndian ? byteView(value).littleEndian() : byteView(value);
  for (let at = 0; at + MP_ENTRY_BYTES <= entries.size; at += MP_ENTRY_BYTES) {
    if (!MP_THUMBNAILS.includes(entries.u32(at) & 0xffffff)) continue;
    yield { field: name, coded: view.slice(offset + MPF_HEAD_BYTES + entries.u32(at + 8), entries.u32(at + 4)) };
  }
}
