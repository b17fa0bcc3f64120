/**
 * How covered places look. No style is made from what it covers: averages of letters and faces can be told apart by whoever
 * tries all candidates, however coarse they are (Hill et al., "On the (In)effectiveness of Mosaicing and Blurring as Tools for
 * Document Redaction", PoPETs 2016/4). A place is painted over first; a mosaic or blur is then made of the colours around
 * it and of a texture that is always the same.
 */
import { boxArea } from '../core/boxes.ts';
import type { CoverStyle } from '../core/options.ts';
import type { Box } from '../core/types.ts';
import { type Colour, coloursAround, mix } from './colours-around.ts';
import type { Samples } from './samples.ts';

/** The dark of a solid cover, as part of the brightest value. */
const DARK = 0.13;
/** Cells across the shorter side, and the least side of one in pixels. */
const CELLS = 6;
const MIN_CELL_SIDE = 8;
/** How far the colours around are drawn to the middle, so that a cover is seen on white, too; and how far the texture leaves them. */
const SHADE = 0.2;
const TEXTURE = 0.07;

/** Colours of a grid of cells over the place. */
interface Cells {
  readonly side: number;
  readonly columns: number;
  readonly rows: number;
  at(row: number, column: number): Colour;
}

/**
 * Covers the places of one frame or of several below each other; `places` lie inside them. The result depends on nothing that was inside
 * any of the places.
 */
export function coverPlaces(samples: Samples, places: readonly Box[], style: CoverStyle): void {
  const dark = opaque(samples, (max) => Math.round(max * DARK));
  for (const place of places) fill(samples, place, dark);
  if (style === 'solid') return;
  const paint = style === 'mosaic' ? paintMosaic : paintBlur;
  // Where places overlap, the smaller one takes colours from the larger one.
  for (const place of places.toSorted((a, b) => boxArea(b) - boxArea(a)))
    paint(samples, place, cellsOf(samples, place));
}

function opaque({ channels, hasAlpha, max }: Samples, value: (max: number) => number): number[] {
  return Array.from({ length: channels }, (_, channel) => (hasAlpha && channel === channels - 1 ? max : value(max)));
}

function fill({ data, width, channels }: Samples, box: Box, colour: Colour): void {
  const start = (box.y * width + box.x) * channels;
  const length = box.width * channels;
  for (let index = 0; index < length; index++) data[start + index] = colour[index % channels] ?? 0;
  for (let row = 1; row < box.height; row++) data.copyWithin(start + row * width * channels, start, start + length);
}

function paintMosaic(samples: Samples, { x, y, width, height }: Box, { side, columns, rows, at }: Cells): void {
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const [left, top] = [column * side, row * side];
      const cell = { width: Math.min(side, width - left), height: Math.min(side, height - top) };
      fill(samples, { x: x + left, y: y + top, ...cell }, at(row, column));
    }
}

/** The same cells with no edges: each pixel lies between the middles of four. */
function paintBlur({ data, width, channels }: Samples, place: Box, { side, columns, rows, at }: Cells): void {
  const colours = Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, column) => at(row, column)),
  );
  for (let y = 0; y < place.height; y++) {
    const [above, below, down] = between(y, side, rows);
    const blended = Array.from({ length: columns }, (_, column) =>
      mix(colours[above]?.[column] ?? [], colours[below]?.[column] ?? [], down),
    );
    const start = ((place.y + y) * width + place.x) * channels;
    for (let x = 0; x < place.width; x++) {
      const [before, after, right] = between(x, side, columns);
      const [first = [], second = []] = [blended[before], blended[after]];
      for (let channel = 0; channel < channels; channel++) {
        const from = first[channel] ?? 0;
        data[start + x * channels + channel] = Math.round(from + ((second[channel] ?? 0) - from) * right);
      }
    }
  }
}

/** The two cells whose middles a pixel lies between, and how far it is from the first to the second. */
function between(pixel: number, side: number, cells: number): [first: number, second: number, part: number] {
  const position = Math.min(cells - 1, Math.max(0, (pixel + 0.5) / side - 0.5));
  const first = Math.floor(position);
  return [first, Math.min(cells - 1, first + 1), position - first];
}

function cellsOf(samples: Samples, place: Box): Cells {
  const { channels, hasAlpha, max } = samples;
  const side = Math.max(MIN_CELL_SIDE, Math.ceil(Math.min(place.width, place.height) / CELLS));
  const [columns, rows] = [Math.ceil(place.width / side), Math.ceil(place.height / side)];
  const [topLeft, topRight, bottomLeft, bottomRight] = coloursAround(samples, place);
  return {
    side,
    columns,
    rows,
    at(row, column) {
      const [right, down] = [(column + 0.5) / columns, (row + 0.5) / rows];
      const around = mix(mix(topLeft, topRight, right), mix(bottomLeft, bottomRight, right), down);
      const shift = textureAt(row, column) * TEXTURE * max;
      return around.map((value, channel) => {
        if (hasAlpha && channel === channels - 1) return max;
        return Math.round(Math.min(max, Math.max(0, value + (max / 2 - value) * SHADE + shift)));
      });
    },
  };
}

/** −1 to 1, the same for each place of every picture: there is nothing to be learnt from it. */
function textureAt(row: number, column: number): number {
  let mixed = Math.imul(row + 1, 0x9e3779b1) ^ Math.imul(column + 1, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
  return (((mixed >>> 12) & 0xffff) / 0xffff) * 2 - 1;
}
