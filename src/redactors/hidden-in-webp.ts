/**
 * Looks for what no viewer shows inside the coded pictures of a WebP: a picture in the colours under full transparency, and bytes
 * behind the last one that a decoder needs. Misses: padding between the partitions of a VP8 picture, hidden pictures of very little
 * contrast, and what lies in 8 by 8 blocks that are partly visible.
 */
import type { ImageFile } from '../media/image-file.ts';
import { openPicture, type Sharp } from '../media/sharp.ts';
import { type ByteView, MalformedImageError } from '../media/walkers/byte-view.ts';
import { type WebpFrame, webpLayout, webpSize } from '../media/walkers/webp-chunks.ts';
import { webpPicture } from '../media/webp-picture.ts';
import type { Hidden } from './hidden.ts';

/** A decoder that is denied these cannot come to the end; encoders leave at most 3 that it does not need. */
const NEEDED_BYTES = 8;
const CHANNELS = 4;
/** Encoders work on blocks of this side, and flatten those that are fully transparent. */
const BLOCK = 8;
/** Blocks across a tile. */
const TILE = 4;
/** Pairs of hidden neighbours that a tile must have to say something. */
const MIN_PAIRS = 4;
/**
 * Mean difference of samples between hidden blocks beside each other, in one tile. What libwebp flattened comes to 7.9 at most (96
 * pictures at qualities 10 to 95); hidden photos to 46 and more, blurred ones to 14, text to 38, photos of 15 % contrast to 4 to 11.
 */
const MAX_FLAT_DIFFERENCE = 8;

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
    const shortened = webpPicture(view, frame, { part, bytes: NEEDED_BYTES });
    if (await decodes(open(view, frame, shortened))) return true;
  }
  return false;
}

async function decodes(picture: Sharp): Promise<boolean> {
  try {
    await picture.raw().toBuffer();
    return true;
  } catch {
    // Which is what a picture without its last bytes should do.
    return false;
  }
}

async function hasHiddenColours(view: ByteView, frame: WebpFrame): Promise<boolean> {
  const { width, height, hasAlpha } = webpSize(view, frame.parts);
  if (!hasAlpha) return false;
  const samples = await samplesOf(open(view, frame, webpPicture(view, frame)));
  const isLossy = frame.parts.some(({ type }) => type === 'VP8 ');
  return isLossy ? showsHiddenPicture(samples, width, height) : hasTwoHiddenColours(samples);
}

async function samplesOf(picture: Sharp): Promise<Buffer> {
  try {
    return await picture.ensureAlpha().raw().toBuffer();
  } catch (error) {
    throw new MalformedImageError('WebP: picture', error);
  }
}

function hasTwoHiddenColours(samples: Buffer): boolean {
  let first = -1;
  for (let at = 0; at < samples.length; at += CHANNELS) {
    if (samples[at + 3] !== 0) continue;
    if (first === -1) first = at;
    for (let channel = 0; channel < 3; channel++) if (samples[at + channel] !== samples[first + channel]) return true;
  }
  return false;
}

/** Loss makes every colour vary a bit, but flattened blocks stay like their neighbours to the left and right. */
function showsHiddenPicture(samples: Buffer, width: number, height: number): boolean {
  const tiles = new Map<string, { sum: number; pairs: number }>();
  const [columns, rows] = [Math.floor(width / BLOCK), Math.floor(height / BLOCK)];
  for (let row = 0; row < rows; row++)
    for (let column = 0; column + 1 < columns; column++) {
      const at = (row * width + column) * BLOCK * CHANNELS;
      const difference = hiddenDifference(samples, at, width);
      if (difference === undefined) continue;
      const key = `${Math.floor(row / TILE)} ${Math.floor(column / TILE)}`;
      const tile = tiles.get(key) ?? { sum: 0, pairs: 0 };
      tiles.set(key, { sum: tile.sum + difference, pairs: tile.pairs + 1 });
    }
  return [...tiles.values()].some(({ sum, pairs }) => pairs >= MIN_PAIRS && sum / pairs > MAX_FLAT_DIFFERENCE);
}

/** Mean difference of a block's samples from those of its right neighbour; undefined when one of them can be seen. */
function hiddenDifference(samples: Buffer, at: number, width: number): number | undefined {
  let sum = 0;
  for (let y = 0; y < BLOCK; y++)
    for (let x = 0; x < BLOCK; x++) {
      const left = at + (y * width + x) * CHANNELS;
      const right = left + BLOCK * CHANNELS;
      if (samples[left + 3] !== 0 || samples[right + 3] !== 0) return undefined;
      for (let channel = 0; channel < 3; channel++)
        sum += Math.abs((samples[left + channel] ?? 0) - (samples[right + channel] ?? 0));
    }
  return sum / (BLOCK * BLOCK * 3);
}
