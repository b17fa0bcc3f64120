/** The frames of an animation or the pages of a file that the pixel detectors look at: those that show something new, up to a cap. */
import { type FrameSignature, frameSignature, looksTheSame } from '../../media/frame-signature.ts';
import type { Picture } from '../../media/picture.ts';

export interface SeenFrames {
  /** What the detectors look at: at least the first frame. */
  readonly pictures: readonly Picture[];
  /** From the first on, how many frames `pictures` stand for: all of them, or those before the cap was reached. */
  readonly frames: number;
}

/** Different frames. At 480 x 270 they take faces and codes about 5 s of CPU. */
const MAX_PICTURES = 64;
/** Of all of them together, 96 MB of RGB: 64 frames of 800 x 600, or 12 pages of A4 as they are looked at. */
const MAX_PIXELS = 32_000_000;

/**
 * Reads frames until there are no more, or the next one that shows something new is over the cap. The first is always seen. `count`: how
 * many frames there are; a still picture is compared with nothing.
 */
export async function seeFrames(frames: AsyncIterable<Picture>, count: number): Promise<SeenFrames> {
  const pictures: Picture[] = [];
  const signatures: FrameSignature[] = [];
  let [seen, pixels] = [0, 0];
  for await (const picture of frames) {
    const signature = count > 1 ? frameSignature(picture) : undefined;
    if (signature === undefined || !signatures.some((earlier) => looksTheSame(earlier, signature))) {
      pixels += picture.width * picture.height;
      if (pictures.length > 0 && (pictures.length >= MAX_PICTURES || pixels > MAX_PIXELS)) break;
      pictures.push(picture);
      if (signature !== undefined) signatures.push(signature);
    }
    seen++;
  }
  return { pictures, frames: seen };
}
