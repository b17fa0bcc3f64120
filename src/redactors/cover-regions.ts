/** Covers places of a picture, in every frame, so that what was there cannot be told any more. */
import type { CoverStyle } from '../core/options.ts';
import type { Box } from '../core/types.ts';
import { UncleanableError } from '../errors.ts';
import type { ImageFile } from '../media/image-file.ts';
import type { ImageHeader } from '../media/image-header.ts';
import { reEncode } from './re-encode.ts';
import type { Samples } from './samples.ts';

/** Part of the box's size that is covered beyond each of its sides: detectors cut off hair and chins. */
const MARGIN = 0.15;
/** Cells across the shorter side of a mosaic. With 6 a face is no longer told apart; with more, models can. */
const MOSAIC_CELLS = 6;
/** Of a mosaic's cell, in pixels, however small the box. */
const MIN_CELL_SIDE = 8;
/** The dark of a solid cover, as part of the brightest value. */
const DARK = 0.13;

/**
 * `boxes`: upright full pixels. The result is upright and without metadata, in the same format, its colour profile kept; outside the
 * boxes formats without loss keep every sample. A box that belongs to one frame is covered in all. Throws `UncleanableError` as
 * `reEncode` does, and `failed` for a box that does not touch the picture.
 */
export async function coverRegions(
  file: ImageFile,
  header: ImageHeader,
  boxes: readonly Box[],
  style: CoverStyle,
): Promise<Buffer> {
  const places = boxes.map((box) => widen(box, header));
  const cover = style === 'solid' ? coverSolid : coverMosaic;
  const edit = (samples: Samples): void => {
    for (const place of places) {
      const inside = clip(place, samples);
      if (inside === undefined) continue;
      for (let frame = 0; frame < samples.frames; frame++)
        cover(samples, { ...inside, y: inside.y + frame * samples.height });
    }
  };
  return reEncode(file, header, { edit });
}

/** Whole pixels inside the picture, never fewer than the box itself touches. */
function widen({ x, y, width, height }: Box, header: ImageHeader): Box {
  const left = Math.max(0, Math.floor(x - width * MARGIN));
  const top = Math.max(0, Math.floor(y - height * MARGIN));
  const right = Math.min(header.width, Math.ceil(x + width * (1 + MARGIN)));
  const bottom = Math.min(header.height, Math.ceil(y + height * (1 + MARGIN)));
  // Written so that numbers that are none fail too.
  if (!(right > left && bottom > top)) throw new UncleanableError('failed', 'a box lies outside the picture');
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** The part of it that lies in a frame, counted from the frame's corner. */
function clip({ x, y, width, height }: Box, { origin, ...frame }: Samples): Box | undefined {
  const left = Math.max(0, x - origin.x);
  const top = Math.max(0, y - origin.y);
  const right = Math.min(frame.width, x - origin.x + width);
  const bottom = Math.min(frame.height, y - origin.y + height);
  return right > left && bottom > top ? { x: left, y: top, width: right - left, height: bottom - top } : undefined;
}

function coverSolid(samples: Samples, box: Box): void {
  fill(samples, box, solidColour(samples));
}

function solidColour({ channels, hasAlpha, max }: Samples): number[] {
  return Array.from({ length: channels }, (_, channel) =>
    hasAlpha && channel === channels - 1 ? max : Math.round(max * DARK),
  );
}

function coverMosaic(samples: Samples, { x, y, width, height }: Box): void {
  const side = Math.max(MIN_CELL_SIDE, Math.ceil(Math.min(width, height) / MOSAIC_CELLS));
  for (let top = y; top < y + height; top += side) {
    for (let left = x; left < x + width; left += side) {
      const cell = {
        x: left,
        y: top,
        width: Math.min(side, x + width - left),
        height: Math.min(side, y + height - top),
      };
      fill(samples, cell, average(samples, cell));
    }
  }
}

function average({ data, width, channels }: Samples, cell: Box): number[] {
  const sums = new Array<number>(channels).fill(0);
  for (let row = cell.y; row < cell.y + cell.height; row++)
    for (let index = 0; index < cell.width * channels; index++) {
      const channel = index % channels;
      sums[channel] = (sums[channel] ?? 0) + (data[(row * width + cell.x) * channels + index] ?? 0);
    }
  return sums.map((sum) => Math.round(sum / (cell.width * cell.height)));
}

function fill({ data, width, channels }: Samples, box: Box, colour: readonly number[]): void {
  for (let row = box.y; row < box.y + box.height; row++)
    for (let index = 0; index < box.width * channels; index++)
      data[(row * width + box.x) * channels + index] = colour[index % channels] ?? 0;
}
