import { isDifferentCrop } from '../../detectors/different-crop.ts';
import { decodeThumbnail, shrinkPicture } from '../../media/decode-thumbnail.ts';
import { findThumbnails } from '../../media/embedded-thumbnails.ts';
import { walkImage } from '../../media/walk-image.ts';
import type { OpenedInput } from './opened-input.ts';

/** The fields of thumbnails that show something else than the picture itself: what was cropped away is still in them. */
export async function compareThumbnails(input: OpenedInput): Promise<readonly string[]> {
  const file = await input.file();
  const blocks = walkImage(file.view, (await input.header()).mediaType)?.blocks ?? [];
  const thumbnails = findThumbnails(file.view, blocks);
  if (thumbnails.length === 0) return [];
  const whole = await shrinkPicture(await input.firstPicture());
  const different = new Set<string>();
  for (const thumbnail of thumbnails) {
    const pixels = await decodeThumbnail(thumbnail, file);
    if (pixels !== undefined && isDifferentCrop(pixels, whole)) different.add(thumbnail.field);
  }
  return [...different];
}
