/** A decoded picture turned by quarters, for detectors that know things in one position only. */
import type { Picture } from './picture.ts';
import { openPixels } from './sharp.ts';

/** Clockwise, in degrees. */
export type Turn = 90 | 180 | 270;

/** The same pixels turned clockwise; `fullWidth` and `fullHeight` turn along. */
export async function turnPixels(picture: Picture, turn: Turn): Promise<Picture> {
  const data = await openPixels(picture.data, picture).rotate(turn).raw().toBuffer();
  if (turn === 180) return { ...picture, data };
  const { width, height, fullWidth, fullHeight } = picture;
  return { ...picture, data, width: height, height: width, fullWidth: fullHeight, fullHeight: fullWidth };
}
