import sharp, { type Sharp } from 'sharp';
import type { Picture } from '../../src/media/picture.ts';

/** What a decoder makes of a picture: upright, flattened on grey; `full` is the original's size where that was larger. */
export async function pictureOf(
  source: string | Buffer | Sharp,
  full?: { readonly width: number; readonly height: number },
): Promise<Picture> {
  const image = typeof source === 'string' || Buffer.isBuffer(source) ? sharp(source).autoOrient() : source;
  const { data, info } = await image
    .flatten({ background: '#808080' })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height } = info;
  return { data, width, height, fullWidth: full?.width ?? width, fullHeight: full?.height ?? height, frame: 0 };
}

/** The same noise on every machine. */
export function noise(width: number, height: number): Sharp {
  let state = 1;
  const data = Uint8Array.from({ length: width * height * 3 }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return 64 + (state >>> 25);
  });
  return sharp(data, { raw: { width, height, channels: 3 } });
}
