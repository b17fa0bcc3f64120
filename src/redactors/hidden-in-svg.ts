/**
 * Looks into the pictures inside a drawing, which are cleaned without being decoded: one with something hidden among its coded pixels
 * cannot be cleaned there, and neither can the drawing.
 */
import { type ImageFile, inMemory } from '../media/image-file.ts';
import { embeddedIn } from '../media/svg/drawing.ts';
import { readXml } from '../media/svg/read-xml.ts';
import { siftSvg } from '../media/svg/sift-svg.ts';
import { walkImage } from '../media/walk-image.ts';
import type { Block } from '../media/walkers/block.ts';
import type { Hidden } from './hidden.ts';

type FindHidden = (file: ImageFile, mediaType: string, blocks: readonly Block[]) => Promise<Hidden>;

/** `findHidden`: the search of the pictures' own formats. Rejects with `MalformedImageError`. */
export async function hiddenInSvg({ view }: ImageFile, findHidden: FindHidden): Promise<Hidden> {
  for (const { bytes, mediaType } of embeddedIn(siftSvg(readXml(view)).drawing)) {
    const file = inMemory(bytes);
    const blocks = walkImage(file.view, mediaType)?.blocks ?? [];
    const { isFound, edits } = await findHidden(file, mediaType, blocks);
    if (isFound || edits.length > 0) return { isFound: true, edits: [] };
  }
  return { isFound: false, edits: [] };
}
