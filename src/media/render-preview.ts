/** A small picture for the page that asks the uploader. */

import { OWN_DECODERS } from './decode-picture.ts';
import type { ImageFile } from './image-file.ts';
import { openPicture, openPixels, type Sharp } from './sharp.ts';
import { sniffFile } from './sniff.ts';

/** Pixels of what a preview is made of; the bytes passed the configured cap when they were admitted. */
const MAX_PIXELS = 2 ** 28;
const QUALITY = 80;

/**
 * Renders the first frame upright and without metadata: PNG where the picture has transparency, JPEG otherwise. Rejects when the
 * picture does not decode.
 */
export async function renderPreview(
  file: ImageFile,
  maxSide: number,
): Promise<{ bytes: Uint8Array; mediaType: string }> {
  const picture = open(file)
    .autoOrient()
    .resize({ width: maxSide, height: maxSide, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb');
  const { hasAlpha } = await picture.metadata();
  const encoded = hasAlpha ? picture.png() : picture.jpeg({ quality: QUALITY });
  return { bytes: await encoded.toBuffer(), mediaType: hasAlpha ? 'image/png' : 'image/jpeg' };
}

function open({ view, source }: ImageFile): Sharp {
  const own = OWN_DECODERS[sniffFile(view).mediaType]?.(view);
  return own === undefined
    ? openPicture(source, { maxPixels: MAX_PIXELS })
    : openPixels(own.data, { width: own.width, height: own.height });
}
