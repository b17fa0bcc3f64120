/** Where text stands in a picture: a quick look at a small size, and a full one only where there is text. */
import type { Picture } from '../../media/picture.ts';
import type { OnnxSession } from '../onnx-session.ts';
import { busiestPart } from './busiest-part.ts';
import type { Pixels } from './crop-line.ts';
import { mapText } from './text-map.ts';
import { findRegions, type RegionLimits, type TextRegion } from './text-regions.ts';

/** The quick look's size: letters of 5 pixels are found in it; in a picture of 2,000,000 pixels, those of 13. */
const QUICK_PIXELS = 640 * 480;
/**
 * The full look's: three quarters of the picture's width and height, in which letters of 10 pixels are found (they are 7.5 there), or this
 * many pixels where that is more.
 */
const FULL_SCALE = 0.75;
const FULL_PIXELS = 800_000;
/** Hardly more pixels show nothing new. */
const MIN_GAIN = 1.1;
/** The network is sure of nearly all that it marks: stricter limits skip no more of the text-free photos. */
const MIN_REGION: RegionLimits = { minScore: 0.5, minArea: 10 };

/** Whether any of what was found in the pixels is text; never where nothing was found. */
export type TextProof = (pixels: Pixels, regions: readonly TextRegion[]) => Promise<boolean>;

/**
 * Of a larger picture the busiest part is looked at first, in its own size: it costs a quarter of the quick look, shows small print that the
 * quick look does not see, and on a page of text it is enough. A larger picture in which neither shows text has none.
 */
export async function findText(detector: OnnxSession, picture: Picture, isText: TextProof): Promise<TextRegion[]> {
  const quick = scaleFor(QUICK_PIXELS, picture);
  const full = Math.max(FULL_SCALE, scaleFor(FULL_PIXELS, picture));
  const regionsOf = async (pixels: Pixels, scale: number): Promise<TextRegion[]> =>
    findRegions(await mapText(detector, pixels, scale), MIN_REGION);
  if (full < quick * MIN_GAIN) return regionsOf(picture, quick);
  const part = busiestPart(picture);
  const hasText =
    (await isText(part, await regionsOf(part, 1))) || (await isText(picture, await regionsOf(picture, quick)));
  return hasText ? regionsOf(picture, full) : [];
}

function scaleFor(pixels: number, { width, height }: Picture): number {
  return Math.min(1, Math.sqrt(pixels / (width * height)));
}
