/**
 * The pictures of a TIFF or DNG that stay when it is cleaned, with the tags they need. Of a TIFF these are the pages, of a DNG the
 * first picture and the raw ones below it; reduced copies are thumbnails, other subdirectories are pictures that no reader of pages
 * shows. Source: TIFF 6.0, TIFF technical note 2, DNG 1.7.1.
 */
import { orientationOf, readTiff, type Tiff, type TiffDirectory, type TiffEntry } from '../read-tiff.ts';
import { type ByteView, MalformedImageError } from './byte-view.ts';
import { JPEG, LOSSY_DNG_JPEG, layoutOf, NONE, number, OLD_JPEG } from './tiff-segments.ts';
import {
  COLOUR_MAP,
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
/** Also CCITT, LZW, deflate, PackBits, LZMA, Zstandard: streams that have no room of their own for metadata; WebP and JPEG XL have. */
const COMPRESSIONS: readonly number[] = [
  ...[NONE, OLD_JPEG, JPEG, LOSSY_DNG_JPEG],
  ...[2, 3, 4, 5, 8, 32_773, 32_946, 34_925, 50_000],
];
const PALETTE = 3;
/** Kinds of pictures in a DNG that raw converters need: the raw one, its transparency, and an enhanced version. */
const RAW_KINDS: readonly number[] = [0, 4, 16];
/** Matteing, data type and depths: private tags that change how some readers decode. */
const SGI_TAGS: readonly number[] = [32_995, 32_996, 32_997, 32_998];
/** The numeric types. */
const NUMERIC: readonly number[] = [1, 3, 4, 5, 6, 8, 9, 10, 11, 12, 13];
const ASCII = 2;
const UNDEFINED = 7;

export function isDng({ directories }: Tiff): boolean {
  return directories[0]?.entries.some(({ tag }) => tag === DNG_VERSION) ?? false;
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
