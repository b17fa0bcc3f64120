/** What must hold for any bytes whatever. */
import { detectMetadata } from '../../../src/detectors/metadata.ts';
import { BystanderError, UncleanableError } from '../../../src/errors.ts';
import { decodeHiddenPicture } from '../../../src/media/decode-hidden-picture.ts';
import { findHiddenPictures } from '../../../src/media/find-hidden-pictures.ts';
import type { HiddenPicture } from '../../../src/media/hidden-picture.ts';
import { inMemory } from '../../../src/media/image-file.ts';
import { readImageHeader } from '../../../src/media/image-header.ts';
import { sniffFile } from '../../../src/media/sniff.ts';
import { walkImage } from '../../../src/media/walk-image.ts';
import { byteView, MalformedImageError } from '../../../src/media/walkers/byte-view.ts';
import { writeExif } from '../../../src/media/write-exif.ts';
import { stripInMemory } from '../../../src/redactors/strip-in-place.ts';
import { stripMetadata } from '../../../src/redactors/strip-metadata.ts';
import type { Kept } from '../../../src/redactors/strippers/stripper.ts';
import { hasCanary } from '../../fixtures/planted/planted-place.ts';
import type { Next } from '../numbers.ts';
import type { Mutant } from './mutate.ts';

const KEPT: readonly Kept[] = [
  { icc: true, exif: undefined },
  { icc: false, exif: undefined },
  { icc: true, exif: writeExif({ orientation: 6 }) },
];
const LIMITS = { pixels: 1_000_000, frames: 20, acceptSvg: true };
/** Of one file, and in pixels. */
const MAX_HIDDEN_PICTURES = 8;
const HIDDEN_SIDE = 96;
const DEFAULTS = { mode: 'lossless', keep: ['icc'], orientation: 'tag' } as const;
const UNUSED_PATH = 'never-written';

/** Rejects with the first thing that does not hold. Resolves with whether the file was cleaned. */
export async function checkFile(mutant: Mutant, next: Next, isDecoded: boolean): Promise<boolean> {
  const { bytes, claimedType, isGentle } = mutant;
  const sniffed = sniffFile(byteView(bytes), LIMITS);
  const isBelieved = sniffed.kind === 'image' && (isGentle || next(16) > 0);
  const mediaType = isBelieved ? sniffed.mediaType : claimedType;
  const view = byteView(bytes);
  const walk = walkImage(view, mediaType);
  if (walk === undefined) throw new Error('no walker');
  for (const { offset, length } of walk.blocks)
    if (!(offset >= 0 && length >= 0 && offset + length <= bytes.length)) throw new Error('a block lies outside');
  await detectMetadata(view, mediaType);
  const { pictures } = findHiddenPictures(view, mediaType, walk.blocks);
  if (pictures.length > MAX_HIDDEN_PICTURES) throw new Error('too many hidden pictures');
  const kept = KEPT[next(KEPT.length)] ?? { icc: false, exif: undefined };
  const cleaned = refusable(() => stripInMemory(view, mediaType, kept));
  if (cleaned !== undefined) await checkClean(cleaned, mediaType, isGentle && mutant.isCleanedInMemory);
  if (isDecoded) {
    for (const picture of pictures) await checkHidden(picture, bytes);
    await checkDecoded(mutant);
  }
  return cleaned !== undefined;
}

/** Most of what is broken is refused, with errors of any kind. */
async function checkHidden(hidden: HiddenPicture, bytes: Buffer): Promise<void> {
  const options = { limits: LIMITS, maxSide: HIDDEN_SIDE };
  const picture = await decodeHiddenPicture(hidden, inMemory(bytes), options).catch(() => undefined);
  if (picture === undefined) return;
  const { width, height, data, fullWidth, fullHeight } = picture;
  if (data.length !== width * height * 3) throw new Error('a hidden picture has other samples than its size');
  if (fullWidth * fullHeight > LIMITS.pixels) throw new Error('a hidden picture is larger than allowed');
}

/** The whole way with decoding, as an upload goes it. */
async function checkDecoded(mutant: Mutant): Promise<void> {
  const file = inMemory(mutant.bytes);
  try {
    const header = await readImageHeader(file, LIMITS);
    const { file: cleaned } = await stripMetadata(file, header, DEFAULTS, UNUSED_PATH);
    if (typeof cleaned.source === 'string') throw new TypeError('written to a file');
    await checkClean(Buffer.from(cleaned.source), header.mediaType, mutant.isGentle);
  } catch (error) {
    if (!(error instanceof BystanderError || error instanceof MalformedImageError)) throw error;
  }
}

async function checkClean(cleaned: Buffer, mediaType: string, isPlantGone: boolean): Promise<void> {
  const { blocks, isComplete } = walkImage(byteView(cleaned), mediaType) ?? { blocks: [], isComplete: false };
  if (!isComplete) throw new Error('the cleaned file cannot be walked');
  const { pictures } = findHiddenPictures(byteView(cleaned), mediaType, blocks);
  if (pictures.length > 0) throw new Error('a hidden picture is left');
  if (blocks.some(({ kind }) => kind !== 'icc' && kind !== 'exif')) throw new Error('a block is left');
  const { detections } = await detectMetadata(byteView(cleaned), mediaType);
  if (detections.length > 0) throw new Error('a finding is left');
  if (isPlantGone && hasCanary(cleaned)) throw new Error('the canary is left');
}

function refusable(strip: () => Buffer): Buffer | undefined {
  try {
    return strip();
  } catch (error) {
    if (error instanceof UncleanableError || error instanceof MalformedImageError) return undefined;
    throw error;
  }
}
