/** The only file that imports sharp: set up once, so that no caller can decode with fewer guards. */
import sharp, { type Sharp } from 'sharp';

/** Native loaders of the formats that `sniff` calls images; all others stay blocked, SVG above all, also where it is accepted: its time cannot be bounded. */
const LOADERS: readonly string[] = [
  'VipsForeignLoadJpeg',
  'VipsForeignLoadPng',
  'VipsForeignLoadWebp',
  'VipsForeignLoadNsgif',
  'VipsForeignLoadTiff',
  'VipsForeignLoadHeif',
];
/** One picture's decoding, editing and encoding. */
const TIMEOUT_SECONDS = 20;

// Several children run beside each other: one thread each, and no memory kept between pictures.
sharp.cache(false);
sharp.concurrency(1);
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: [...LOADERS] });

export type { Metadata as SharpMetadata, Sharp } from 'sharp';

interface OpenOptions {
  /** Pixels of what is decoded: of one frame, or of all of them when `frames` is `all`. */
  readonly maxPixels: number;
  /** One frame or page by its number from 0, or all of them below each other; the first unless told. */
  readonly frames?: number | 'all';
  /** Of a TIFF: a picture below that page, by its number from 0, in its place. */
  readonly subdirectory?: number | undefined;
  /** How many frames from that one on, below each other; one unless told. */
  readonly count?: number;
  /** Keeps the numbers of the pixels as they are, whatever colour profile says what they mean. */
  readonly ignoreProfile?: boolean;
  /** Whether a warning rejects as well. Libraries also warn of what does no harm: only for where they warn of what they leave out. */
  readonly isStrict?: boolean;
  /** Goes through the pixels from top to bottom, once, and holds few of them; they cannot be turned then. */
  readonly readsOnce?: boolean;
}

/** A picture that is not decoded yet, from its bytes or its path. Any part that cannot be decoded, and any excess of pixels or time, rejects later on. */
export function openPicture(
  source: Uint8Array | string,
  {
    maxPixels,
    frames = 0,
    count = 1,
    subdirectory,
    ignoreProfile = false,
    isStrict = false,
    readsOnce = false,
  }: OpenOptions,
): Sharp {
  return sharp(source, {
    failOn: isStrict ? 'warning' : 'error',
    limitInputPixels: maxPixels,
    ignoreIcc: ignoreProfile,
    sequentialRead: readsOnce,
    ...(frames === 'all' ? { pages: -1 } : { page: frames, pages: count }),
    ...(subdirectory !== undefined && { tiff: { subifd: subdirectory } }),
  }).timeout({ seconds: TIMEOUT_SECONDS });
}

/** Pixels that are decoded already: RGB interleaved, 8 or 16 bits, with or without alpha. */
export function openPixels(
  data: Uint8Array | Uint16Array,
  { width, height, channels = 3 }: { readonly width: number; readonly height: number; readonly channels?: 3 | 4 },
): Sharp {
  return sharp(data, { raw: { width, height, channels } });
}

/** Interleaved samples with their numbers. */
export interface RawSamples {
  readonly data: Uint8Array | Uint16Array;
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 2 | 3 | 4;
}

/** Decodes. `is16Bit`: how wide each sample is, whatever the file has. */
export async function readSamples(picture: Sharp, { is16Bit }: { readonly is16Bit: boolean }): Promise<RawSamples> {
  const { data, info } = await picture
    .raw({ depth: is16Bit ? 'ushort' : 'uchar' })
    .toBuffer({ resolveWithObject: true });
  const { buffer, byteOffset, length } = data;
  const samples = is16Bit
    ? new Uint16Array(buffer, byteOffset, length / 2)
    : new Uint8Array(buffer, byteOffset, length);
  return { data: samples, width: info.width, height: info.height, channels: info.channels };
}

/** Whether decoding was given up for taking too long, and not for what the bytes are. */
export function isTimeout(error: unknown): boolean {
  return error instanceof Error && error.message.startsWith('timeout');
}

/** Flips the bits of a picture's samples that are set in `flips`, which has the picture's width, height, bands and depth. */
export function flipSamples(
  picture: Sharp,
  flips: ArrayBufferView,
  raw: { readonly width: number; readonly height: number; readonly channels: 1 | 2 | 3 | 4 },
): Sharp {
  // sharp takes the depth from the kind of typed array; only its declaration says Buffer.
  return picture.boolean(flips as Buffer, 'eor', { raw });
}
