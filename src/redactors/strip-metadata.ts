/** Strips metadata from a picture and looks at the result again. */
import { UncleanableError } from '../errors.ts';
import type { ImageHeader } from '../media/image-header.ts';
import { openPicture } from '../media/sharp.ts';
import { walkImage } from '../media/walk-image.ts';
import type { Block, BlockKind } from '../media/walkers/block.ts';
import { cutBlocks } from './cut-blocks.ts';
import { cutJpeg } from './cut-jpeg.ts';
import { reEncode, undecodable } from './re-encode.ts';
import { refuseResidue } from './refuse-residue.ts';

export interface Stripped {
  readonly bytes: Uint8Array;
  /** Kinds of blocks that went, as `exif`, `xmp`, `iptc`, `comment`, `thumbnail`, `appended-data`, `metadata-block`. */
  readonly removed: readonly string[];
  /** `icc`, `orientation`. */
  readonly kept: readonly string[];
  readonly method: 'lossless' | 're-encode';
}

const REMOVED_NAMES: Readonly<Record<Exclude<BlockKind, 'icc'>, string>> = {
  exif: 'exif',
  xmp: 'xmp',
  'xmp-extension': 'xmp',
  iptc: 'iptc',
  photoshop: 'iptc',
  text: 'comment',
  'capture-time': 'capture-time',
  thumbnail: 'thumbnail',
  'second-picture': 'appended-data',
  appended: 'appended-data',
  unknown: 'metadata-block',
};
/** A decode that only has to prove that every part decodes may shrink on the way. */
const PROOF_FACTOR = 8;

/**
 * JPEG and GIF are cut, so that their pixels stay exactly as they are; everything else is encoded again, and so are a JPEG and a GIF
 * that decode although their structure is broken. The orientation is kept as it shows. Throws `UncleanableError`: `unsupported` (HEIC, animated PNG, …: see `reEncode`), `undecodable`, `timeout`, and `residue` when
 * anything but colour profile and orientation is found in the result.
 */
export async function stripMetadata(bytes: Uint8Array, header: ImageHeader): Promise<Stripped> {
  const walk = walkImage(bytes, header.mediaType);
  if (walk === undefined) throw new UncleanableError('unsupported', 'no walker for this type');
  const cut = walk.isComplete ? cutMetadata(bytes, walk.blocks, header) : undefined;
  if (cut !== undefined) await proveDecodable(cut, header);
  const result = cut ?? (await reEncode(bytes, header));
  const kept = refuseResidue(result, header.mediaType, header.orientation);
  return {
    bytes: result,
    removed: [...new Set(walk.blocks.flatMap(({ kind }) => (kind === 'icc' ? [] : [REMOVED_NAMES[kind]])))],
    kept: header.orientation === 1 ? kept : [...kept, 'orientation'],
    method: cut === undefined ? 're-encode' : 'lossless',
  };
}

function cutMetadata(bytes: Uint8Array, blocks: readonly Block[], header: ImageHeader): Buffer | undefined {
  if (header.mediaType === 'image/jpeg') return cutJpeg(bytes, blocks, header.orientation);
  if (header.mediaType !== 'image/gif') return undefined;
  return cutBlocks(
    bytes,
    blocks.filter(({ kind }) => kind !== 'icc').map(({ offset, length }) => ({ offset, length })),
  );
}

/** Bytes that were only cut have not been decoded yet: what nobody can look at is not called clean. */
async function proveDecodable(bytes: Uint8Array, { width, height, frames }: ImageHeader): Promise<void> {
  const side = Math.max(1, Math.floor(Math.min(width, height) / PROOF_FACTOR));
  try {
    await openPicture(bytes, { maxPixels: width * height * frames, frames: 'all' })
      .resize(side, side)
      .raw()
      .toBuffer();
  } catch (error) {
    throw undecodable(error);
  }
}
