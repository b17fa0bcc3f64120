/**
 * Walks a TIFF or DNG for everything that is not its pixels: tags, the blocks that they hold, pictures beside the pages, segments of
 * JPEG strips, and bytes that nothing points to. Source: TIFF 6.0, TIFF technical notes 2 and 3, XMP part 3 section 3, DNG 1.7.1.
 */
import { readTiff, type Tiff, type TiffDirectory, type TiffEntry } from '../read-tiff.ts';
import type { Block, BlockKind } from './block.ts';
import { type ByteRange, isZero, overlap, uncovered } from './byte-ranges.ts';
import { type ByteView, MalformedImageError, partOf } from './byte-view.ts';
import { walkJpeg } from './jpeg.ts';
import { isDng, isReducedCopy, picturesOf, type TiffPicture } from './tiff-pictures.ts';
import { codedRanges, jpegStreams, statedRanges } from './tiff-segments.ts';
import { structuralTags } from './tiff-tags.ts';

/** Places without a pointer that are named; any one is enough to refuse a file. */
const MAX_HIDDEN = 1000;
/** Ranges of coded pixels, where neighbours count as one. */
const MAX_RANGES = 1_000_000;
const HEADER: ByteRange = { offset: 0, length: 8 };
const INLINE_BYTES = 4;
const NO_DATA = new Uint8Array(0);

/** The name of pixels that are a thumbnail and cannot be cut out. */
export const PREVIEW = 'DNG:Preview';
export const ICC_PROFILE = 34_675;
const NESTED: Readonly<Record<number, readonly [BlockKind, string]>> = {
  700: ['xmp', 'TIFF:XMP'],
  33723: ['iptc', 'TIFF:IPTC'],
  34377: ['photoshop', 'TIFF:Photoshop'],
  [ICC_PROFILE]: ['icc', 'TIFF:ICC'],
};

/**
 * Yields the blocks that tags hold, one `tiff-tags` block, the whole file, when any tag is left that is not about pixels, and what else
 * is neither picture nor structure. Throws `MalformedImageError`, also where readers would differ: directories with two parents, tags
 * that come twice, values and pixels that share bytes.
 */
export function* walkTiff(view: ByteView): Generator<Block> {
  const tiff = readTiff(view);
  const entries = tiff.directories.flatMap((directory) => directory.entries);
  for (const entry of entries) yield* nested(entry);
  const known = structuralTags(isDng(tiff));
  const hasForeignTag = entries.some(({ tag }) => !known.has(tag) && NESTED[tag] === undefined);
  if (hasForeignTag) yield tags(view);
  const pictures = picturesOf(tiff);
  const structure = new Set(pictures.flatMap((picture) => picture.structure));
  if (!hasForeignTag && entries.some((entry) => !structure.has(entry) && NESTED[entry.tag] === undefined))
    yield tags(view);
  yield* secondPictures(tiff, pictures);
  for (const picture of pictures) {
    yield* streamBlocks(view, tiff, picture);
    yield* previewPixels(view, tiff, picture);
  }
  yield* hiddenBytes(view, tiff, pictures);
}

/** The values that do not lie in their entries. */
export function outsideValues({ entries }: Pick<TiffDirectory, 'entries'>): TiffEntry[] {
  return entries.filter(({ length }) => length > INLINE_BYTES);
}

/** What JPEG strips hold beside their pixels, unless it has become zeros. Throws `MalformedImageError`. */
export function* streamBlocks(view: ByteView, tiff: Tiff, picture: TiffPicture): Generator<Block> {
  for (const { offset: start, length } of jpegStreams(view, tiff, picture))
    for (const found of walkJpeg(partOf(view, start, length))) {
      // A profile in a strip is none that the file's pictures have.
      const kind = found.kind === 'icc' ? 'unknown' : found.kind;
      const block = { ...found, kind, offset: start + found.offset };
      if (!isZero(view, contentOf(block))) yield block;
    }
}

/** A segment's payload; all of what is no segment. */
export function contentOf({ kind, offset, length, data }: Block): ByteRange {
  return kind === 'appended' ? { offset, length } : { offset: offset + length - data.length, length: data.length };
}

/** The pixels' ranges, neighbours joined. Throws `MalformedImageError` when there are too many. */
export function joinRanges(ranges: Iterable<ByteRange>): ByteRange[] {
  const joined: { offset: number; length: number }[] = [];
  for (const { offset, length } of ranges) {
    const last = joined.at(-1);
    if (last !== undefined && last.offset + last.length === offset) last.length += length;
    else joined.push({ offset, length });
    if (joined.length > MAX_RANGES) throw new MalformedImageError('TIFF: too many strips');
  }
  return joined;
}

function* nested({ tag, value, offset, length }: TiffEntry): Generator<Block> {
  const known = NESTED[tag];
  if (known === undefined) return;
  const [kind, name] = known;
  if (value === undefined) yield { kind: 'unknown', name, offset: 0, length: 0, data: NO_DATA };
  else yield { kind, name, offset, length, data: value };
}

function tags(view: ByteView): Block {
  return { kind: 'tiff-tags', name: 'TIFF:Tags', offset: 0, length: view.size, data: NO_DATA };
}

/** Pictures that are neither pages nor thumbnails, which detectors of tags name. */
function* secondPictures(tiff: Tiff, pictures: readonly TiffPicture[]): Generator<Block> {
  for (const directory of tiff.directories) {
    const { kind, offset, length, entries } = directory;
    const isPicture = kind === 'sub' && entries.some(({ tag }) => tag === 0x0111 || tag === 0x0144);
    const holdsPicture = isPicture && !isReducedCopy(tiff, directory);
    if (holdsPicture && !pictures.some((picture) => picture.directory === directory))
      yield { kind: 'second-picture', name: 'TIFF:SubIFD', offset, length, data: NO_DATA };
  }
}

function* previewPixels(view: ByteView, tiff: Tiff, picture: TiffPicture): Generator<Block> {
  if (!picture.isReduced) return;
  const preview = joinRanges(codedRanges(view, tiff, picture)).find((range) => !isZero(view, range));
  if (preview !== undefined) yield { kind: 'thumbnail', name: PREVIEW, ...preview, data: NO_DATA };
}

function* hiddenBytes(view: ByteView, tiff: Tiff, pictures: readonly TiffPicture[]): Generator<Block> {
  const { directories } = tiff;
  const values = directories.flatMap(outsideValues);
  const coded = pictures.flatMap((picture) => joinRanges(codedRanges(view, tiff, picture)));
  refuseShared(directories, values, coded);
  const others = directories.filter((directory) => !pictures.some((picture) => picture.directory === directory));
  const stated = others.flatMap((directory) => statedOrNone(view, tiff, directory));
  const covered = [HEADER, ...directories, ...values, ...coded, ...stated];
  const gaps = [...uncovered([{ offset: 0, length: view.size }], covered), ...pictures.flatMap(inlineRests)];
  const hidden = gaps.filter((gap) => !isZero(view, gap)).slice(0, MAX_HIDDEN);
  for (const { offset, length } of hidden) {
    const isTrailer = offset + length === view.size;
    const [kind, name] = isTrailer
      ? (['appended', 'TIFF:Trailer'] as const)
      : (['unknown', 'TIFF:HiddenBytes'] as const);
    yield { kind, name, offset, length, data: NO_DATA };
  }
}

/** Pixels must not share bytes with anything, nor directories. */
function refuseShared(
  directories: readonly TiffDirectory[],
  values: readonly TiffEntry[],
  coded: readonly ByteRange[],
): void {
  const structure = [HEADER, ...directories];
  const isShared =
    overlap(coded, [...structure, ...values]) ||
    overlap(structure, values) ||
    structure.toSorted((a, b) => a.offset - b.offset).some(({ offset }, index, all) => offset < endOf(all[index - 1]));
  if (isShared) throw new MalformedImageError('TIFF: shared bytes');
}

function endOf(range: ByteRange | undefined): number {
  return range === undefined ? 0 : range.offset + range.length;
}

/** What a value that is shorter than its place in the entry leaves over. */
function inlineRests({ structure }: TiffPicture): ByteRange[] {
  return structure
    .filter(({ length }) => length < INLINE_BYTES)
    .map((entry) => ({ offset: endOf(entry), length: INLINE_BYTES - entry.length }));
}

/** Broken directories that go anyway are no reason to refuse the file; their pixels are named as hidden bytes then. */
function statedOrNone(view: ByteView, tiff: Tiff, directory: TiffDirectory): ByteRange[] {
  try {
    return joinRanges(statedRanges(view, tiff, directory));
  } catch (error) {
    if (error instanceof MalformedImageError) return [];
    throw error;
  }
}
