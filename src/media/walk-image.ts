/** One entry to the container walkers: from a picture's bytes to its metadata blocks, whatever the format. */
import type { Block } from './walkers/block.ts';
import { walkBmp } from './walkers/bmp.ts';
import { type ByteView, byteView, MalformedImageError } from './walkers/byte-view.ts';
import { walkGif } from './walkers/gif.ts';
import { walkIsobmff } from './walkers/isobmff.ts';
import { walkJpeg } from './walkers/jpeg.ts';
import { walkPhotoshop } from './walkers/photoshop.ts';
import { walkPng } from './walkers/png.ts';
import { walkSvg } from './walkers/svg.ts';
import { walkTiff } from './walkers/tiff.ts';
import { walkWebp } from './walkers/webp.ts';

export interface Walk {
  readonly blocks: readonly Block[];
  /** False when the bytes are malformed or over a walker's budget: what lies behind that point was not seen. */
  readonly isComplete: boolean;
}

const WALKERS: Readonly<Record<string, (view: ByteView) => Generator<Block>>> = {
  'image/jpeg': walkJpeg,
  'image/png': walkPng,
  'image/webp': walkWebp,
  'image/gif': walkGif,
  'image/tiff': walkTiff,
  'image/x-adobe-dng': walkTiff,
  'image/bmp': walkBmp,
  'image/heic': walkIsobmff,
  'image/avif': walkIsobmff,
  'image/svg+xml': (view) => walkSvg(view, walkImage),
};

/** Walks a picture of the type that `sniff` named; undefined for any other type. Never throws for content. */
export function walkImage(view: ByteView, mediaType: string): Walk | undefined {
  const walker = WALKERS[mediaType];
  return walker === undefined ? undefined : collect(walker(view));
}

/** The image resources of a `photoshop` block. Never throws for content. */
export function walkResources(bytes: Uint8Array): Walk {
  return collect(walkPhotoshop(byteView(bytes)));
}

function collect(walker: Generator<Block>): Walk {
  const blocks: Block[] = [];
  try {
    for (const block of walker) blocks.push(block);
    return { blocks, isComplete: true };
  } catch (error) {
    if (!(error instanceof MalformedImageError)) throw error;
    return { blocks, isComplete: false };
  }
}
