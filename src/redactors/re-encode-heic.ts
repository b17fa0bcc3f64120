/** Decodes the picture of a HEIC, lets its samples be edited, and encodes them as JPEG: nothing here encodes HEVC. */
import { heicStill } from '../media/heic-still.ts';
import type { ImageFile } from '../media/image-file.ts';
import { openPicture } from '../media/sharp.ts';
import type { SampleEdit } from './samples.ts';

/** In full colour resolution: nothing to be seen is lost, and the file is two to three times as large. */
const QUALITY = 90;
/** What is behind a transparent picture, as JPEG has no transparency. */
const WHITE = '#ffffff';

/** Upright, with the colour profile and nothing else. Throws as `heicStill` does, and rejects as sharp does. */
export async function reEncodeHeic(given: ImageFile, edit: SampleEdit): Promise<Buffer> {
  const { file, header, samples, channels } = await heicStill(given, 0);
  const { width, height } = header;
  const [origin, hasAlpha] = [{ x: 0, y: 0 }, channels === 4];
  edit({ data: samples, width, height, frames: 1, channels, hasAlpha, max: 255, origin });
  return openPicture(file.source, { maxPixels: width * height, ignoreProfile: true })
    .flatten({ background: WHITE })
    .keepIccProfile()
    .jpeg({ quality: QUALITY, chromaSubsampling: '4:4:4' })
    .toBuffer();
}
