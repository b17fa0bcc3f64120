import type { Picture } from './picture.ts';
import { openPixels } from './sharp.ts';

/** Degrees clockwise for each EXIF orientation; those that are mirrored as well stay so. */
const TURNS: Readonly<Record<number, number>> = { 3: 180, 4: 180, 5: 90, 6: 90, 7: 270, 8: 270 };

/** Turns what was decoded without its EXIF orientation; undefined where that turns nothing. */
export async function turnUpright(picture: Picture, orientation: number): Promise<Picture | undefined> {
  const degrees = TURNS[orientation];
  if (degrees === undefined) return undefined;
  const { data, info } = await openPixels(picture.data, picture)
    .rotate(degrees)
    .raw()
    .toBuffer({ resolveWithObject: true });
  const [fullWidth, fullHeight] =
    degrees === 180 ? [picture.fullWidth, picture.fullHeight] : [picture.fullHeight, picture.fullWidth];
  return { ...picture, data, width: info.width, height: info.height, fullWidth, fullHeight };
}
