/**
 * A decoded picture in other sizes, for detectors that look at several sizes of the one decode. What was made of a picture once is kept
 * until another picture is asked for, and given to all: nobody may write into it.
 */
import { luma } from './luma.ts';
import type { Picture } from './picture.ts';
import { openPixels } from './sharp.ts';

export interface ResizedPixels {
  readonly width: number;
  readonly height: number;
  /** Left and right exchanged. */
  readonly mirrored?: boolean;
}

type Pixels = Pick<Picture, 'data' | 'width' | 'height'>;

interface Rung extends Required<ResizedPixels> {
  readonly bands: 1 | 3;
  readonly pixels: Promise<Uint8Array>;
}

/**
 * A smaller size that is this much larger than the one wanted replaces the picture; with less between them, two reductions soften. So made,
 * pixels differ from those of the direct way by 0.2 to 0.7 of 255 levels in the mean, and scores of faces by 0.01 at most (six photos).
 */
const LADDER_STEP = 2;
/** All sizes of one picture together; what is beyond is made again each time. */
const MAX_KEPT_BYTES: number = 48 * 2 ** 20;

/** By the pixels of one picture, and forgotten with them. */
let ladders = new WeakMap<Uint8Array, Rung[]>();

/** RGB interleaved, 8 bits, stretched to exactly `width * height`. */
export async function resizePixels(picture: Pixels, target: ResizedPixels): Promise<Uint8Array> {
  const { width, height, mirrored = false } = target;
  if (width === picture.width && height === picture.height && !mirrored) return picture.data;
  return kept(picture, { width, height, mirrored, bands: 3 }, async () => {
    const from = await smallestSource(picture, target);
    const pixels = openPixels(from.data, from).resize(width, height, { fit: 'fill' });
    return pixels.flop(mirrored).raw().toBuffer();
  });
}

/** The same in brightness alone. In sharp that takes several times as long, since it goes through linear light. */
export async function resizeLuma(picture: Pixels, target: ResizedPixels): Promise<Uint8Array> {
  const { width, height, mirrored = false } = target;
  return kept(picture, { width, height, mirrored, bands: 1 }, async () => luma(await resizePixels(picture, target)));
}

async function kept(
  { data }: Pixels,
  { width, height, mirrored, bands }: Omit<Rung, 'pixels'>,
  make: () => Promise<Uint8Array>,
): Promise<Uint8Array> {
  const ladder = ladderOf(data);
  const found = ladder.find(
    (rung) => rung.width === width && rung.height === height && rung.mirrored === mirrored && rung.bands === bands,
  );
  if (found !== undefined) return found.pixels;
  const pixels = make();
  const held = ladder.reduce((bytes, rung) => bytes + bytesOf(rung), 0);
  if (held + bytesOf({ width, height, bands }) <= MAX_KEPT_BYTES)
    ladder.push({ width, height, mirrored, bands, pixels });
  return pixels;
}

/** Of one picture at a time: an animation has many. */
function ladderOf(data: Uint8Array): Rung[] {
  const ladder = ladders.get(data) ?? [];
  if (!ladders.has(data)) ladders = new WeakMap([[data, ladder]]);
  return ladder;
}

async function smallestSource(picture: Pixels, { width, height }: ResizedPixels): Promise<Pixels> {
  const rungs = ladderOf(picture.data).filter(
    (rung) =>
      rung.bands === 3 &&
      !rung.mirrored &&
      rung.width <= picture.width &&
      rung.width >= width * LADDER_STEP &&
      rung.height >= height * LADDER_STEP,
  );
  const [smallest] = rungs.sort((a, b) => bytesOf(a) - bytesOf(b));
  return smallest === undefined ? picture : { ...smallest, data: await smallest.pixels };
}

function bytesOf({ width, height, bands }: Pick<Rung, 'width' | 'height' | 'bands'>): number {
  return width * height * bands;
}
