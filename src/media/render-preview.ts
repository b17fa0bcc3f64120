/** A small picture for the page that asks the uploader. */

import { heicStill } from './heic-still.ts';
import type { ImageFile } from './image-file.ts';
import { readMetadata } from './image-header.ts';
import { openPicture } from './sharp.ts';
import { sniffFile } from './sniff.ts';

/** Pixels of what a preview is made of; the bytes passed the configured cap when they were admitted. */
const MAX_PIXELS = 2 ** 28;
const QUALITY = 80;

/**
 * Renders the first frame, or the primary picture of a HEIF file, upright and without metadata: PNG where the picture has transparency, JPEG otherwise. Rejects when the
 * picture does not decode.
 */
export async function renderPreview(
  file: ImageFile,
  maxSide: number,
): Promise<{ bytes: Uint8Array; mediaType: string }> {
  const { mediaType } = sniffFile(file.view);
  // Of several pictures readers show the primary one, which need not be the first.
  const { pagePrimary = 0 } = await readMetadata(file, 0);
  const isHeic = mediaType === 'image/heic';
  const { source } = isHeic ? (await heicStill(file, pagePrimary)).file : file;
  const picture = openPicture(source, { maxPixels: MAX_PIXELS, frames: isHeic ? 0 : pagePrimary })
    .autoOrient()
    .resize({ width: maxSide, height: maxSide, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb');
  const { hasAlpha } = await picture.metadata();
  const encoded = hasAlpha ? picture.png() : picture.jpeg({ quality: QUALITY });
  return { bytes: await encoded.toBuffer(), mediaType: hasAlpha ? 'image/png' : 'image/jpeg' };
}
