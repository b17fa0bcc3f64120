/** Strips metadata from a picture and looks at the result again. */
import type { StripOptions } from '../core/options.ts';
import { UncleanableError } from '../errors.ts';
import { hasDecoder } from '../media/decode-picture.ts';
import { hasTiles } from '../media/has-tiles.ts';
import { type ImageFile, inMemory, openImageFile } from '../media/image-file.ts';
import { hasUnevenFrames, type ImageHeader, readMetadata } from '../media/image-header.ts';
import { type KeptTags, readKeptTags } from '../media/kept-tags.ts';
import { pngPicture } from '../media/png-picture.ts';
import { openPicture } from '../media/sharp.ts';
import { isVisibleLoss } from '../media/svg/losses.ts';
import { walkImage } from '../media/walk-image.ts';
import type { Block, BlockKind } from '../media/walkers/block.ts';
import { type ByteView, byteView, MalformedImageError } from '../media/walkers/byte-view.ts';
import { pngFrames } from '../media/walkers/png-frames.ts';
import { writeExif } from '../media/write-exif.ts';
import { applyEdits, type Edit, writeEdits } from './edits.ts';
import { findHidden } from './hidden.ts';
import { reEncode, undecodable } from './re-encode.ts';
import { refuseResidue } from './refuse-residue.ts';
import { stripBmp } from './strippers/bmp.ts';
import { stripGif } from './strippers/gif.ts';
import { stripHeif } from './strippers/heif.ts';
import { stripJpeg } from './strippers/jpeg.ts';
import { stripPng } from './strippers/png.ts';
import type { Kept, Stripper } from './strippers/stripper.ts';
import { createSvgStripper } from './strippers/svg.ts';
import { stripTiff } from './strippers/tiff.ts';
import { stripWebp } from './strippers/webp.ts';

export interface Stripped {
  /** The result; in memory unless the original was not. */
  readonly file: ImageFile;
  /** Kinds of blocks that went, as `exif`, `xmp`, `iptc`, `comment`, `thumbnail`, `appended-data`, `metadata-block`. */
  readonly removed: readonly string[];
  /** What stayed: `icc`, `orientation` (the tag; not where the pixels were turned), `copyright`, `capture-time`. */
  readonly kept: readonly string[];
  /** `re-encode` as well when something that could be seen was taken out of an SVG. */
  readonly method: 'lossless' | 're-encode';
}

const STRIPPERS: Readonly<Record<string, Stripper>> = {
  'image/bmp': stripBmp,
  'image/jpeg': stripJpeg,
  'image/png': stripPng,
  'image/webp': stripWebp,
  'image/gif': stripGif,
  'image/heic': stripHeif,
  'image/avif': stripHeif,
  'image/tiff': stripTiff,
  'image/x-adobe-dng': stripTiff,
  'image/svg+xml': createSvgStripper(stripInMemory),
};
/** Always written anew, and never decoded. */
const REWRITTEN: readonly string[] = ['image/svg+xml'];

const REMOVED_NAMES: Readonly<Record<Exclude<BlockKind, 'icc'>, string>> = {
  exif: 'exif',
  'tiff-tags': 'exif',
  xmp: 'xmp',
  'xmp-extension': 'xmp',
  iptc: 'iptc',
  photoshop: 'iptc',
  text: 'comment',
  'capture-time': 'capture-time',
  thumbnail: 'thumbnail',
  'second-picture': 'appended-data',
  appended: 'appended-data',
  unknown: 'metadata-block',
};
/** Formats with no place for EXIF: of these the profile may stay and nothing else. */
const WITHOUT_EXIF: readonly string[] = ['image/gif', 'image/bmp', 'image/svg+xml'];
/** A decode that only has to prove that every part decodes may shrink on the way. */
const PROOF_FACTOR = 8;
/** Of what that decode leaves, in pixels: a picture of 500 MB takes 50 MB less than with a side of 1000. */
const MAX_PROOF_SIDE = 64;

/**
 * Edits the file without touching its coded pixels where `options` and the format allow it, and encodes it again otherwise; so, too,
 * a file that decodes although its structure is broken. `path`: where the result is written when the original is not in memory.
 * Throws `UncleanableError`: `unsupported`, `undecodable`, `timeout`, and `residue` when anything that was not meant to stay is found
 * in the result.
 */
export async function stripMetadata(
  file: ImageFile,
  header: ImageHeader,
  options: StripOptions,
  path: string,
): Promise<Stripped> {
  const walk = walkImage(file.view, header.mediaType);
  if (walk === undefined) throw new UncleanableError('unsupported', 'no walker for this type');
  const mayStay = mayStayCoded(header, options);
  const hidden = mayStay && walk.isComplete ? await findHidden(file, header.mediaType, walk.blocks) : undefined;
  const isLossless = hidden?.isFound === false;
  const tags = keptTagsOf(file.view, header.mediaType, walk.blocks, options, isLossless ? header.orientation : 1);
  const kept = keptOf(tags, options);
  const result = isLossless
    ? await edit(file, [...editsFor(header.mediaType, file.view, walk.blocks, kept), ...hidden.edits], path)
    : withKept(await reEncode(file, header, { isExact: mayStay }), header.mediaType, kept);
  if (isLossless && hasDecoder(header.mediaType)) await proveDecodable(result, header);
  const named = refuseResidue(result.view, header.mediaType, kept);
  return {
    file: result,
    removed: [...new Set(walk.blocks.flatMap(({ kind }) => (kind === 'icc' ? [] : [REMOVED_NAMES[kind]])))],
    kept: isLossless && header.orientation !== 1 ? [...named, 'orientation'] : named,
    method: isLossless && !walk.blocks.some(({ name }) => isVisibleLoss(name)) ? 'lossless' : 're-encode',
  };
}

/**
 * A picture that was covered: its encoder wrote pixels and a profile only, so what `options` keep is put in from the original. Throws
 * `UncleanableError` with the reason `residue`.
 */
export function keepInCovered(
  covered: Uint8Array,
  original: ImageFile,
  mediaType: string,
  options: StripOptions,
): Pick<Stripped, 'file' | 'kept'> {
  const blocks = walkImage(original.view, mediaType)?.blocks ?? [];
  const tags = keptTagsOf(original.view, mediaType, blocks, options, 1);
  const kept = keptOf(tags, options);
  const file = withKept(covered, mediaType, kept);
  return { file, kept: refuseResidue(file.view, mediaType, kept) };
}

/** What is left of the file is the same bytes at most, so the decoded pixels are the same. */
function mayStayCoded({ mediaType, orientation }: ImageHeader, { mode, orientation: wanted }: StripOptions): boolean {
  if (REWRITTEN.includes(mediaType)) return true;
  return STRIPPERS[mediaType] !== undefined && mode === 'lossless' && (wanted === 'tag' || orientation === 1);
}

function keptTagsOf(
  view: ByteView,
  mediaType: string,
  blocks: readonly Block[],
  { keep }: StripOptions,
  orientation: number,
): KeptTags {
  if (WITHOUT_EXIF.includes(mediaType) || STRIPPERS[mediaType] === undefined) return { orientation: 1 };
  const { copyright, captureTime } = readKeptTags(view, blocks);
  return {
    orientation,
    ...(keep.includes('copyright') && { copyright }),
    ...(keep.includes('capture-time') && { captureTime }),
  };
}

function keptOf(tags: KeptTags, { keep }: StripOptions): Kept {
  return { icc: keep.includes('icc'), exif: writeExif(tags) };
}

/** How the bytes change so that only the picture and what is kept are left; pure. Throws `UncleanableError`. */
function editsFor(mediaType: string, view: ByteView, blocks: readonly Block[], kept: Kept): readonly Edit[] {
  const stripper = STRIPPERS[mediaType];
  if (stripper === undefined) throw new UncleanableError('unsupported', 'this format cannot be stripped in place');
  try {
    return stripper(view, blocks, kept);
  } catch (error) {
    if (error instanceof MalformedImageError) throw undecodable(error);
    throw error;
  }
}

/** The encoder writes no metadata but the profile; what is kept is put in the same way as into any file. */
function withKept(encoded: Uint8Array, mediaType: string, kept: Kept): ImageFile {
  const hasStripper = STRIPPERS[mediaType] !== undefined;
  return inMemory(hasStripper ? stripInMemory(byteView(encoded), mediaType, kept) : encoded);
}

/**
 * The whole lossless way for bytes in memory, without a decoder: walk, edit, walk again. Throws `UncleanableError`: `unsupported`,
 * `undecodable` when the structure is broken, `residue`.
 */
export function stripInMemory(view: ByteView, mediaType: string, kept: Kept): Buffer {
  const walk = walkImage(view, mediaType);
  if (walk?.isComplete !== true) throw new UncleanableError('undecodable', 'the structure is broken');
  const result = applyEdits(view, editsFor(mediaType, view, walk.blocks, kept));
  refuseResidue(byteView(result), mediaType, kept);
  return result;
}

async function edit({ view, source }: ImageFile, edits: readonly Edit[], path: string): Promise<ImageFile> {
  if (typeof source !== 'string') return inMemory(applyEdits(view, edits));
  writeEdits(view, edits, path);
  return openImageFile(path);
}

/** Bytes that were only cut have not been decoded yet: what nobody can look at is not called clean. */
async function proveDecodable(file: ImageFile, { mediaType, width, height, frames }: ImageHeader): Promise<void> {
  const { view, source } = file;
  try {
    if (!hasUnevenFrames(mediaType)) await proveFrames(source, 'all', width, height, frames);
    // sharp sees only the first picture of an animated PNG.
    if (mediaType === 'image/png')
      for (const frame of pngFrames(view).slice(1)) await proveFrames(pngPicture(view, frame), 'all', width, height, 1);
    if (!hasUnevenFrames(mediaType)) return;
    // Fewer may be left than there were.
    const { pages = 1 } = await readMetadata(file, 0);
    const isTiled = hasTiles(view, mediaType);
    for (let frame = 0; frame < pages; frame++) {
      const size = await readMetadata(file, frame);
      await proveFrames(source, frame, size.width, size.height, 1, isTiled);
    }
  } catch (error) {
    throw undecodable(error);
  }
}

async function proveFrames(
  source: Uint8Array | string,
  frames: number | 'all',
  width: number,
  height: number,
  count: number,
  isTiled = false,
): Promise<void> {
  const side = Math.min(MAX_PROOF_SIDE, Math.max(1, Math.floor(Math.min(width, height) / PROOF_FACTOR)));
  await openPicture(source, { maxPixels: width * height * count, frames, isTiled, readsOnce: true })
    .resize(side, side)
    .raw()
    .toBuffer();
}
