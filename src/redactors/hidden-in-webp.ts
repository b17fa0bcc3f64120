/**
 * Looks for what no viewer shows inside the coded pictures of a WebP: a picture in the colours under full transparency, and bytes
 * behind the last one that a decoder needs. Misses: padding between the partitions of a VP8 picture, hidden pictures of very little
 * contrast, and what lies in 8 by 8 blocks that are partly visible.
 */
import type { ImageFile } from '../media/image-file.ts';
import { isTimeout, openPicture, type RawSamples, readSamples, type Sharp } from '../media/sharp.ts';
import { type ByteView, MalformedImageError } from '../media/walkers/byte-view.ts';
import { type WebpFrame, webpLayout, webpSize } from '../media/walkers/webp-chunks.ts';
import { webpPicture } from '../media/webp-picture.ts';
import type { Hidden } from './hidden.ts';
import { hasTwoHiddenColours, showsHiddenPicture } from './hidden-colours.ts';

/** A decoder that is denied these cannot come to the end; encoders leave at most 3 that it does not need. */
const NEEDED_BYTES = 8;

/** Rejects with `MalformedImageError` when a picture does not decode. */
export async function hiddenInWebp({ view }: ImageFile): Promise<Hidden> {
  for (const frame of webpLayout(view).frames)
    if ((await hasHiddenColours(view, frame)) || (await hasUnneededBytes(view, frame)))
      return { isFound: true, edits: [] };
  return { isFound: false, edits: [] };
}

function open(view: ByteView, frame: WebpFrame, bytes: Buffer): Sharp {
  const { width, height } = webpSize(view, frame.parts);
  return openPicture(bytes, { maxPixels: width * height, ignoreProfile: true });
}

async function hasUnneededBytes(view: ByteView, frame: WebpFrame): Promise<boolean> {
  for (let part = 0; part < frame.parts.length; part++) {
    const shortened = webpPicture(view, frame, { shortened: { part, bytes: NEEDED_BYTES } });
    if (await decodes(open(view, frame, shortened))) return true;
  }
  return false;
}

async function decodes(picture: Sharp): Promise<boolean> {
  try {
    await picture.raw().toBuffer();
    return true;
  } catch (error) {
    if (isTimeout(error)) throw new MalformedImageError('WebP: picture', error);
    // Which is what a picture without its last bytes should do.
    return false;
  }
}

async function hasHiddenColours(view: ByteView, frame: WebpFrame): Promise<boolean> {
  if (!webpSize(view, frame.parts).hasAlpha) return false;
  const samples = await samplesOf(open(view, frame, webpPicture(view, frame)));
  const isLossy = frame.parts.some(({ type }) => type === 'VP8 ');
  return isLossy ? showsHiddenPicture(samples) : hasTwoHiddenColours(samples);
}

async function samplesOf(picture: Sharp): Promise<RawSamples> {
  try {
    return await readSamples(picture.ensureAlpha(), { is16Bit: false });
  } catch (error) {
    throw new MalformedImageError('WebP: picture', error);
  }
}
