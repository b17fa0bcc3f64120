/** What a picture says about itself before anything is decoded, and the caps that are held against it. */
import type { Limits } from '../core/options.ts';
import { BystanderError } from '../errors.ts';
import type { ImageFile } from './image-file.ts';
import { openPicture, type SharpMetadata } from './sharp.ts';
import { sniffFile } from './sniff.ts';
import { svgSize } from './svg/svg-size.ts';
import { hasUnevenFrames } from './uneven-frames.ts';
import { readBmpHeader } from './walkers/bmp.ts';
import { type ByteView, MalformedImageError } from './walkers/byte-view.ts';
import { areAllListed } from './walkers/heif.ts';
import { countPngFrames } from './walkers/png-frames.ts';
import { readDngHeader } from './walkers/tiff-pictures.ts';

export interface ImageHeader {
  /** From the bytes. */
  readonly mediaType: string;
  /** Of the first frame, upright, in pixels. */
  readonly width: number;
  readonly height: number;
  /** Frames of an animation, pages of a TIFF, top-level pictures of a HEIC or AVIF. */
  readonly frames: number;
  /** EXIF orientation 1 to 8, how the stored pixels must be turned; 1 where the decoder turns them itself. */
  readonly orientation: number;
}

/** What is admitted as a picture, before anything of it is decoded. */
export interface PictureLimits extends Pick<Limits, 'pixels' | 'frames'> {
  /** SVG is none by default. */
  readonly acceptSvg?: boolean;
}

/** The formats that sharp does not read; each reader throws `MalformedImageError`. */
const OWN_HEADERS: Readonly<
  Record<string, (view: ByteView) => Omit<ImageHeader, 'mediaType' | 'orientation'> & { readonly orientation?: number }>
> = {
  'image/bmp': readBmpHeader,
  'image/svg+xml': (view) => ({ ...svgSize(view), frames: 1 }),
  'image/x-adobe-dng': readDngHeader,
};

const HEIF_TYPES: readonly string[] = ['image/heic', 'image/avif'];

/** All frames together may have this many times the pixels of the cap for one: an animation is edited as one strip. */
const FRAMES_TOGETHER_FACTOR = 4;

/**
 * Reads the header. Throws `UNSUPPORTED_TYPE` for what is no picture of this version, `TOO_MANY_PIXELS`, `TOO_MANY_FRAMES` (also when
 * all frames together are too large), and `MalformedImageError` when the header cannot be read.
 */
export async function readImageHeader(file: ImageFile, limits: PictureLimits): Promise<ImageHeader> {
  const { mediaType, kind } = sniffFile(file.view, limits);
  if (kind !== 'image') throw new BystanderError('UNSUPPORTED_TYPE', 'not a picture of a supported type');
  const own = OWN_HEADERS[mediaType]?.(file.view);
  if (own !== undefined) {
    if (own.frames > limits.frames) throw new BystanderError('TOO_MANY_FRAMES', `more than ${limits.frames} frames`);
    checkPixels(own.width * own.height, limits);
    return { mediaType, orientation: 1, ...own };
  }
  const first = await readMetadata(file, 0);
  const frames = mediaType === 'image/png' ? countPngFrames(file.view) : (first.pages ?? 1);
  if (frames > limits.frames) throw new BystanderError('TOO_MANY_FRAMES', `more than ${limits.frames} frames`);
  if (HEIF_TYPES.includes(mediaType) && !areAllListed(file.view, frames))
    throw new MalformedImageError('HEIF: a picture that is not listed');
  const { width, height } = first.autoOrient;
  checkPixels(width * height, limits);
  if (hasUnevenFrames(mediaType)) await checkPages(file, frames, limits);
  else checkTogether(width * height * frames, limits);
  const { orientation = 1 } = first;
  // Files say other numbers too; every reader takes them for upright.
  return { mediaType, width, height, frames, orientation: orientation >= 1 && orientation <= 8 ? orientation : 1 };
}

/** What sharp reads of one frame without decoding it. Throws `MalformedImageError`. */
export async function readMetadata({ source }: ImageFile, frame: number): Promise<SharpMetadata> {
  try {
    return await openPicture(source, { maxPixels: Number.MAX_SAFE_INTEGER, frames: frame }).metadata();
  } catch (error) {
    throw new MalformedImageError('image header', error);
  }
}

async function checkPages(file: ImageFile, pages: number, limits: Pick<Limits, 'pixels'>): Promise<void> {
  let together = 0;
  for (let page = 0; page < pages; page++) {
    const { width, height } = await readMetadata(file, page);
    checkPixels(width * height, limits);
    together += width * height;
  }
  checkTogether(together, limits);
}

function checkPixels(pixels: number, limits: Pick<Limits, 'pixels'>): void {
  if (pixels > limits.pixels) throw new BystanderError('TOO_MANY_PIXELS', `more than ${limits.pixels} pixels`);
}

function checkTogether(pixels: number, limits: Pick<Limits, 'pixels'>): void {
  if (pixels > limits.pixels * FRAMES_TOGETHER_FACTOR)
    throw new BystanderError(
      'TOO_MANY_FRAMES',
      `more than ${limits.pixels * FRAMES_TOGETHER_FACTOR} pixels in all frames`,
    );
}
