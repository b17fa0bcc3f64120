/** Finds what EXIF and TIFF tags say about somebody. Source and known tags: `exif-fields.ts`. Misses: what is inside maker notes. */
import { decodeLoosely } from '../../media/decode-text.ts';
import {
  type DirectoryKind,
  firstNumber,
  readExif,
  readTiff,
  type Tiff,
  type TiffDirectory,
  type TiffEntry,
} from '../../media/read-tiff.ts';
import { type ByteView, MalformedImageError } from '../../media/walkers/byte-view.ts';
import type { Collected } from './collected.ts';
import { type ExifField, exifField, isPrivateTag } from './exif-fields.ts';

const SUBFILE_TYPE = 0x00fe;
const STRIP_OFFSETS = 0x0111;
const JPEG_OFFSET = 0x0201;
const USER_COMMENT_CODE_BYTES = 8;
/** Image generators write whole prompts into Make, Model and Software; real ones are shorter. */
const PRODUCT_TAGS: Readonly<Record<number, string>> = { 271: 'Make', 272: 'Model', 305: 'Software' };
const MAX_PRODUCT_LENGTH = 80;
const MAX_NUMBER_BYTES = 8;

/** `name`: the block's own name, for when it does not decode. Gives what it read. */
export function collectExif(block: Uint8Array, name: string, found: Collected): Tiff | undefined {
  const tiff = parse(block);
  if (tiff === undefined) found.add('metadata-block', name);
  else collectDirectories(tiff, name, isThumbnail, found);
  return tiff;
}

/** The tags of a TIFF file. Throws `MalformedImageError` when it has no directory. */
export function collectTiff(file: ByteView, found: Collected): void {
  collectDirectories(readTiff(file), 'TIFF:Tags', isReducedCopy, found);
}

function collectDirectories(
  tiff: Tiff,
  name: string,
  hasThumbnail: (directory: TiffDirectory, littleEndian: boolean) => boolean,
  found: Collected,
): void {
  for (const directory of tiff.directories) {
    if (hasThumbnail(directory, tiff.littleEndian)) found.add('thumbnail', 'EXIF:ThumbnailImage');
    for (const entry of directory.entries) collectEntry(directory.kind, entry, tiff.littleEndian, found);
  }
  if (!tiff.isComplete) found.add('metadata-block', name);
}

function parse(block: Uint8Array): Tiff | undefined {
  try {
    return readExif(block);
  } catch (error) {
    if (error instanceof MalformedImageError) return undefined;
    throw error;
  }
}

/** In EXIF every main directory but the first, and every one below, holds a smaller copy. */
function isThumbnail(directory: TiffDirectory): boolean {
  const { kind, index } = directory;
  return holdsPicture(directory) && ((kind === 'main' && index > 0) || kind === 'sub');
}

/** In a TIFF file it may be a page, and says when it is only a smaller copy. */
function isReducedCopy(directory: TiffDirectory, littleEndian: boolean): boolean {
  const subfileType = directory.entries.find(({ tag }) => tag === SUBFILE_TYPE);
  return holdsPicture(directory) && ((firstNumber(subfileType, littleEndian) ?? 0) & 1) === 1;
}

function holdsPicture({ entries }: TiffDirectory): boolean {
  return entries.some(({ tag }) => tag === JPEG_OFFSET || tag === STRIP_OFFSETS);
}

function collectEntry(kind: DirectoryKind, entry: TiffEntry, littleEndian: boolean, found: Collected): void {
  const known = exifField(kind, entry.tag);
  if (known === undefined) {
    collectUnlisted(kind, entry, found);
    return;
  }
  const { types, field, coding } = known;
  // A value that lies outside the block cannot be read, but is there.
  if (coding !== undefined && entry.value !== undefined) {
    found.addProse(field, decode(entry.value, coding, littleEndian));
    return;
  }
  if (isBlank(entry.value) && !types.includes('gps')) return;
  for (const type of types) found.add(type, field);
}

function collectUnlisted(kind: DirectoryKind, { tag, value }: TiffEntry, found: Collected): void {
  const product = PRODUCT_TAGS[tag];
  if (product !== undefined && value !== undefined && value.length > MAX_PRODUCT_LENGTH)
    found.addProse(`EXIF:${product}`, decodeLoosely(value));
  // A number or two tell nobody apart.
  const isLong = value === undefined || value.length > MAX_NUMBER_BYTES;
  if (isLong && !isBlank(value) && isPrivateTag(kind, tag)) found.add('metadata-block', 'EXIF:PrivateTag');
}

/** Cameras reserve room for fields that nobody filled in. */
function isBlank(value: Buffer | undefined): boolean {
  return value?.every((byte) => byte === 0 || byte === 0x20) ?? false;
}

function decode(value: Buffer, coding: NonNullable<ExifField['coding']>, littleEndian: boolean): string {
  if (coding === 'utf16le') return decodeUtf16(value, true);
  if (coding === 'ascii') return decodeLoosely(value);
  const code = value.toString('latin1', 0, USER_COMMENT_CODE_BYTES).replaceAll('\0', '').trim();
  const body = value.subarray(USER_COMMENT_CODE_BYTES);
  if (code === 'UNICODE') return decodeUtf16(body, littleEndian);
  return ['ASCII', 'JIS', ''].includes(code) ? decodeLoosely(body) : decodeLoosely(value);
}

/** A byte order mark, or else zeros on one side, say more than the block's byte order: writers differ. */
function decodeUtf16(value: Buffer, littleEndian: boolean): string {
  const even = Buffer.from(value.subarray(0, value.length - (value.length % 2)));
  const [first, second] = even;
  const isLittle = second === 0 || first === 0 ? second === 0 : littleEndian;
  const isMarked = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  const swap = isMarked ? first === 0xfe : !isLittle;
  return (swap ? even.swap16() : even).toString('utf16le').replace(/^\ufeff/, '');
}
