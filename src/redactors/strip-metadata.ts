/** Strips metadata from a picture and looks at the result again. */
import type { StripOptions } from '../core/options.ts';
import { UncleanableError } from '../errors.ts';
import { hasDecoder } from '../media/decode-picture.ts';
import { type ImageFile, inMemory, openImageFile } from '../media/image-file.ts';
import type { ImageHeader } from '../media/image-header.ts';
import { openPicture } from '../media/sharp.ts';
import { isVisibleLoss } from '../media/svg/losses.ts';
import { walkImage } from '../media/walk-image.ts';
import type { Block, BlockKind } from '../media/walkers/block.ts';
import { type ByteView, byteView } from '../media/walkers/byte-view.ts';
import { writeExif } from '../media/write-exif.ts';
import { applyEdits, type Edit, writeEdits } from './edits.ts';
import { reEncode, undecodable } from './re-encode.ts';
import { refuseResidue } from './refuse-residue.ts';
import { stripGif } from './strippers/gif.ts';
import { stripJpeg } from './strippers/jpeg.ts';
import type { Kept, Stripper } from './strippers/stripper.ts';
import { createSvgStripper } from './strippers/svg.ts';

export interface Stripped {
  /** The result; in memory unless the original was not. */
  readonly file: ImageFile;
  /** Kinds of blocks that went, as `exif`, `xmp`, `iptc`, `comment`, `thumbnail`, `appended-data`, `metadata-block`. */
  readonly removed: readonly string[];
  /** `icc`, `orientation`. */
  readonly kept: readonly string[];
  /** `re-encode` as well when something that could be seen was taken out of an SVG. */
  readonly method: 'lossless' | 're-encode';
}

const STRIPPERS: Readonly<Record<string, Stripper>> = {
  'image/jpeg': stripJpeg,
  'image/gif': stripGif,
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
/** A decode that only has to prove that every part decodes may shrink on the way. */
const PROOF_FACTOR = 8;

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
  const isLossless = walk.isComplete && mayStayCoded(header, options);
  const kept = keptOf(options, isLossless ? header.orientation : 1);
  const result = isLossless
    ? await edit(file, editsFor(header.mediaType, file.view, walk.blocks, kept), path)
    : await encodedAgain(file, header, kept);
  if (isLossless && hasDecoder(header.mediaType)) await proveDecodable(result, header);
  const profile = refuseResidue(result.view, header.mediaType, kept);
  return {
    file: result,
    removed: [...new Set(walk.blocks.flatMap(({ kind }) => (kind === 'icc' ? [] : [REMOVED_NAMES[kind]])))],
    kept: header.orientation === 1 ? profile : [...profile, 'orientation'],
    method: isLossless && !walk.blocks.some(({ name }) => isVisibleLoss(name)) ? 'lossless' : 're-encode',
  };
}

/** What is left of the file is the same bytes at most, so the decoded pixels are the same. */
function mayStayCoded({ mediaType, orientation }: ImageHeader, { mode, orientation: wanted }: StripOptions): boolean {
  if (REWRITTEN.includes(mediaType)) return true;
  return STRIPPERS[mediaType] !== undefined && mode === 'lossless' && (wanted === 'tag' || orientation === 1);
}

function keptOf({ keep }: StripOptions, orientation: number): Kept {
  return { icc: keep.includes('icc'), exif: writeExif({ orientation }) };
}

/** How the bytes change so that only the picture and what is kept are left; pure. Throws `UncleanableError`. */
function editsFor(mediaType: string, view: ByteView, blocks: readonly Block[], kept: Kept): readonly Edit[] {
  const stripper = STRIPPERS[mediaType];
  if (stripper === undefined) throw new UncleanableError('unsupported', 'this format cannot be stripped in place');
  return stripper(view, blocks, kept);
}

/** The encoder writes no metadata but the profile; what is kept is put in the same way as into any file. */
async function encodedAgain(file: ImageFile, header: ImageHeader, kept: Kept): Promise<ImageFile> {
  const bytes = await reEncode(file, header);
  const hasStripper = STRIPPERS[header.mediaType] !== undefined;
  return inMemory(hasStripper ? stripInMemory(byteView(bytes), header.mediaType, kept) : bytes);
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
async function proveDecodable({ source }: ImageFile, { width, height, frames }: ImageHeader): Promise<void> {
  const side = Math.max(1, Math.floor(Math.min(width, height) / PROOF_FACTOR));
  try {
    await openPicture(source, { maxPixels: width * height * frames, frames: 'all' })
      .resize(side, side)
      .raw()
      .toBuffer();
  } catch (error) {
    throw undecodable(error);
  }
}
