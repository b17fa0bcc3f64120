/** What no viewer shows inside coded pixels, where no walker looks: each format's own search, before its pixels are left as they are. */
import type { ImageFile } from '../media/image-file.ts';
import type { Block } from '../media/walkers/block.ts';
import { MalformedImageError } from '../media/walkers/byte-view.ts';
import { isSequence } from '../media/walkers/heif.ts';
import type { Edit } from './edits.ts';
import { hiddenInGif } from './hidden-in-gif.ts';
import { hiddenInJpeg } from './hidden-in-jpeg.ts';
import { hiddenInPages } from './hidden-in-pages.ts';
import { hiddenInPng } from './hidden-in-png.ts';
import { hiddenInSvg } from './hidden-in-svg.ts';
import { hiddenInWebp } from './hidden-in-webp.ts';

export interface Hidden {
  /** Whether the pixels must be encoded again to be rid of it. */
  readonly isFound: boolean;
  /** What can be cleaned in place. */
  readonly edits: readonly Edit[];
}

const NOTHING: Hidden = { isFound: false, edits: [] };
/** The tracks of a HEIC are not decoded. */
const SEARCHES: Readonly<Record<string, (file: ImageFile, blocks: readonly Block[]) => Promise<Hidden>>> = {
  'image/jpeg': hiddenInJpeg,
  'image/png': hiddenInPng,
  'image/webp': hiddenInWebp,
  'image/gif': hiddenInGif,
  'image/svg+xml': (file) => hiddenInSvg(file, findHidden),
  'image/tiff': (file) => hiddenInPages(file, 'image/tiff'),
  'image/avif': (file) => hiddenInPages(file, 'image/avif'),
  'image/heic': async (file) => (isSequence(file.view) ? NOTHING : hiddenInPages(file, 'image/heic')),
};

/** `blocks`: all that the walk found. Whose coded pixels are not sound has them encoded again, if they decode at all. */
export async function findHidden(file: ImageFile, mediaType: string, blocks: readonly Block[]): Promise<Hidden> {
  try {
    return (await SEARCHES[mediaType]?.(file, blocks)) ?? NOTHING;
  } catch (error) {
    if (error instanceof MalformedImageError) return { isFound: true, edits: [] };
    throw error;
  }
}
