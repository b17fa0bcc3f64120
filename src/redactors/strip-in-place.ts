/** Strips a file without decoding it: by the stripper of its format, in memory or part by part. */
import { UncleanableError } from '../errors.ts';
import { type ImageFile, inMemory, openImageFile } from '../media/image-file.ts';
import { walkImage } from '../media/walk-image.ts';
import type { Block } from '../media/walkers/block.ts';
import { type ByteView, byteView, MalformedImageError } from '../media/walkers/byte-view.ts';
import { applyEdits, type Edit, writeEdits } from './edits.ts';
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
import { undecodable } from './undecodable.ts';

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

/** Whether there is a stripper for this type. */
export function hasStripper(mediaType: string): boolean {
  return STRIPPERS[mediaType] !== undefined;
}

/**
 * The file without `blocks`, and without what `also` changes. `path`: where the result is written when the file is not in memory.
 * Throws `UncleanableError`: `unsupported`, `undecodable`. What the result is, is not looked at.
 */
export async function stripInPlace(
  { view, source }: ImageFile,
  mediaType: string,
  blocks: readonly Block[],
  kept: Kept,
  { also, path }: { readonly also: readonly Edit[]; readonly path: string },
): Promise<ImageFile> {
  const edits = [...editsFor(mediaType, view, blocks, kept), ...also];
  if (typeof source !== 'string') return inMemory(applyEdits(view, edits));
  writeEdits(view, edits, path);
  // However small it has become, it is where it is wanted already.
  return openImageFile(path, 0);
}

/**
 * The whole way for bytes in memory: walk, edit, walk again. Throws `UncleanableError`: `unsupported`, `undecodable` when the structure
 * is broken, `residue`.
 */
export function stripInMemory(view: ByteView, mediaType: string, kept: Kept): Buffer {
  const walk = walkImage(view, mediaType);
  if (walk?.isComplete !== true) throw new UncleanableError('undecodable', 'the structure is broken');
  const result = applyEdits(view, editsFor(mediaType, view, walk.blocks, kept));
  refuseResidue(byteView(result), mediaType, kept);
  return result;
}

/** How the bytes change so that only the picture and what is kept are left. */
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
