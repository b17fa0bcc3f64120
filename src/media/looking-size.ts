/** The size in which detectors look at a picture: no larger than they need, and never so narrow that its writing is lost. */
import { type Size, scaledSize } from './size.ts';

export interface LookingSize extends Size {
  /** Whether the caps leave less than half of the size that writing needs. */
  readonly isTooSmall: boolean;
}

/**
 * The short side over the long one up to which the long side decides. Narrower pictures are screenshots of phones and chats, which are
 * read at the width of a screen: 1080 x 7385 for a chat of 1170 x 8000, where 1920 pixels of length would leave a width of 281.
 */
const SCREEN_SHAPE = 9 / 16;
/** 36 MB of RGB; the strip of a chat as wide as a phone and 11,000 pixels long. */
const MAX_PIXELS = 12_000_000;
/** Readers of text take at most 32,767 pixels a side (tesseract), and enlarge small pictures twice. */
const MAX_LONG_SIDE = 15_000;
const TOO_SMALL = 0.5;

/** `maxSide`: of the long side, in pixels, for pictures up to the shape of a screen. Never larger than the picture, and never 0. */
export function lookingSize({ width, height }: Size, maxSide: number): LookingSize {
  const [long, short] = [Math.max(width, height), Math.min(width, height)];
  const wanted = Math.min(1, Math.max(maxSide / long, (maxSide * SCREEN_SHAPE) / short));
  const reduction = Math.min(1, MAX_LONG_SIDE / (long * wanted), Math.sqrt(MAX_PIXELS / (long * short)) / wanted);
  const scale = wanted * reduction;
  return { ...scaledSize({ width, height }, scale), isTooSmall: reduction < TOO_SMALL };
}
