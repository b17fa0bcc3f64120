import { findThumbnails } from './embedded-thumbnails.ts';
import type { HiddenPicture } from './hidden-picture.ts';
import { findSecondPictures } from './second-pictures.ts';
import { SNIFF_BYTES, sniff } from './sniff.ts';
import type { Block } from './walkers/block.ts';
import type { ByteView } from './walkers/byte-view.ts';

interface HiddenPictures {
  readonly pictures: readonly HiddenPicture[];
  /** False when there are more. */
  readonly isAll: boolean;
}

/** Of one file; cameras write up to six: thumbnails in two or three sizes, gain map, depth, matte. */
const MAX_PICTURES = 8;
/** Places that lead to them: an index and a block may lead to the same bytes. */
const MAX_PLACES = 32;
const UNKNOWN_TYPE = 'application/octet-stream';

/**
 * The pictures that a file holds beside the one it shows. `blocks`: what its walker found. What is broken or not known here is left
 * out; never throws for content. Misses: films, packed or encrypted vendors' blocks, pictures inside these pictures.
 */
export function findHiddenPictures(view: ByteView, mediaType: string, blocks: readonly Block[]): HiddenPictures {
  const pictures: HiddenPicture[] = [];
  let places = 0;
  for (const picture of everyPlace(view, mediaType, blocks)) {
    if (places++ === MAX_PLACES) return { pictures, isAll: false };
    if (isNone(picture) || pictures.some((known) => holds(known, picture))) continue;
    if (pictures.length === MAX_PICTURES) return { pictures, isAll: false };
    pictures.push(picture);
  }
  return { pictures, isAll: true };
}

function* everyPlace(view: ByteView, mediaType: string, blocks: readonly Block[]): Generator<HiddenPicture> {
  yield* findThumbnails(view, blocks);
  yield* findSecondPictures(view, mediaType, blocks);
}

/** Tags are often left there when what they point to was overwritten. */
function isNone(picture: HiddenPicture): boolean {
  return 'coded' in picture && sniff(picture.coded.subarray(0, SNIFF_BYTES)).mediaType === UNKNOWN_TYPE;
}

/** Whether it is the same, with padding behind it perhaps. */
function holds(known: HiddenPicture, picture: HiddenPicture): boolean {
  if (!('coded' in known && 'coded' in picture)) return false;
  return Buffer.compare(known.coded.subarray(0, picture.coded.length), picture.coded) === 0;
}
