/** Covers places of a picture, in every frame, so that what was there cannot be told any more. */
import { boxArea, clipBox } from '../core/boxes.ts';
import type { CoverStyle } from '../core/options.ts';
import type { Box } from '../core/types.ts';
import type { ImageFile } from '../media/image-file.ts';
import type { ImageHeader } from '../media/image-header.ts';
import { readJpegCoding } from '../media/walkers/jpeg-coding.ts';
import { webpQuality } from '../media/walkers/webp-quality.ts';
import { coverPlaces } from './cover-styles.ts';
import { type Coding, coveredPlace } from './covered-place.ts';
import { reEncode } from './re-encode.ts';
import type { Samples } from './samples.ts';
import { undecodable } from './undecodable.ts';

/** What WebP codes together (RFC 6386 section 5), AVIF and HEVC at least. */
const MACROBLOCKS: Coding = { unit: { width: 16, height: 16 }, fringe: { x: 0, y: 0 } };

const IN_MACROBLOCKS: readonly string[] = ['image/avif', 'image/heic'];

/**
 * `boxes`: upright full pixels. The result is upright and without metadata, in the format that `encodedType` says, its colour profile kept; outside the
 * covered places formats without loss keep every sample. Nothing of the result depends on what was inside the places, with one known
 * exception: WebP and AVIF that were stored with loss, whose encoder may have decided by it how to code the rest. A box that belongs to
 * one frame is covered in all. Throws `UncleanableError` as `reEncode` does, and `failed` for a box that does not touch the picture.
 */
export async function coverRegions(
  file: ImageFile,
  header: ImageHeader,
  boxes: readonly Box[],
  style: CoverStyle,
): Promise<Buffer> {
  const coding = codingOf(file, header);
  const places = withoutInner(boxes.map((box) => coveredPlace(box, header, coding)));
  const edit = (samples: Samples): void => {
    const inside = places
      .map(({ x, y, ...size }) => clipBox({ ...size, x: x - samples.origin.x, y: y - samples.origin.y }, samples))
      .filter((place) => place !== undefined);
    const inFrames = Array.from({ length: samples.frames }, (_, frame) =>
      inside.map((place) => ({ ...place, y: place.y + frame * samples.height })),
    );
    coverPlaces(samples, inFrames.flat(), style);
  };
  return reEncode(file, header, { edit });
}

function codingOf({ view }: ImageFile, { mediaType }: ImageHeader): Coding | undefined {
  try {
    if (mediaType === 'image/jpeg') return readJpegCoding(view);
    if (mediaType === 'image/webp') return webpQuality(view) === undefined ? undefined : MACROBLOCKS;
    return IN_MACROBLOCKS.includes(mediaType) ? MACROBLOCKS : undefined;
  } catch (error) {
    throw undecodable(error);
  }
}

/** Without those that another one holds: one thing is often found by several detectors. */
function withoutInner(places: readonly Box[]): Box[] {
  const kept: Box[] = [];
  for (const place of places.toSorted((a, b) => boxArea(b) - boxArea(a)))
    if (!kept.some((outer) => holds(outer, place))) kept.push(place);
  return kept;
}

function holds(outer: Box, inner: Box): boolean {
  const isBeside = inner.x >= outer.x && inner.x + inner.width <= outer.x + outer.width;
  return isBeside && inner.y >= outer.y && inner.y + inner.height <= outer.y + outer.height;
}
