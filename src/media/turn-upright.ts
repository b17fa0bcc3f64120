import type { Picture } from './picture.ts';
import { type Turn, turnPixels } from './turn-pixels.ts';

/** For each EXIF orientation; those that are mirrored as well stay so. */
const TURNS: Readonly<Record<number, Turn>> = { 3: 180, 4: 180, 5: 90, 6: 90, 7: 270, 8: 270 };

/** Turns what was decoded without its EXIF orientation; undefined where that turns nothing. */
export async function turnUpright(picture: Picture, orientation: number): Promise<Picture | undefined> {
  const turn = TURNS[orientation];
  return turn === undefined ? undefined : turnPixels(picture, turn);
}
