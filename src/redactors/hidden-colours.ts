/**
 * Whether colours that no viewer shows, those under full transparency, could be a picture of their own. The last channel of all samples
 * is their alpha.
 */
import type { RawSamples } from '../media/sharp.ts';

/** Encoders work on blocks of this side, and flatten those that are fully transparent. */
const BLOCK = 8;
/** Blocks across a tile. */
const TILE = 4;
/** Pairs of hidden neighbours that a tile must have to say something. */
const MIN_PAIRS = 4;
/**
 * Mean difference of samples between hidden blocks beside each other, in one tile. What libwebp flattened comes to 7.9 at most (96
 * pictures at qualities 10 to 95); hidden photos to 46 and more, blurred ones to 14, text to 38, photos of 15 % contrast to 4 to 11.
 */
const MAX_FLAT_DIFFERENCE = 8;

/** For samples stored without loss: fully transparent pixels of one colour show nothing. */
export function hasTwoHiddenColours({ data, channels }: RawSamples): boolean {
  const alpha = channels - 1;
  let first = -1;
  for (let at = 0; at < data.length; at += channels) {
    if (data[at + alpha] !== 0) continue;
    if (first === -1) first = at;
    for (let channel = 0; channel < alpha; channel++) if (data[at + channel] !== data[first + channel]) return true;
  }
  return false;
}

/** For lossy ones: loss makes every colour vary a bit, but flattened blocks stay like their neighbours to the left and right. */
export function showsHiddenPicture(samples: RawSamples): boolean {
  const { width, height, channels } = samples;
  const tiles = new Map<string, { sum: number; pairs: number }>();
  const [columns, rows] = [Math.floor(width / BLOCK), Math.floor(height / BLOCK)];
  for (let row = 0; row < rows; row++)
    for (let column = 0; column + 1 < columns; column++) {
      const difference = hiddenDifference(samples, (row * width + column) * BLOCK * channels);
      if (difference === undefined) continue;
      const key = `${Math.floor(row / TILE)} ${Math.floor(column / TILE)}`;
      const tile = tiles.get(key) ?? { sum: 0, pairs: 0 };
      tiles.set(key, { sum: tile.sum + difference, pairs: tile.pairs + 1 });
    }
  return [...tiles.values()].some(({ sum, pairs }) => pairs >= MIN_PAIRS && sum / pairs > MAX_FLAT_DIFFERENCE);
}

/** Mean difference of a block's samples from those of its right neighbour; undefined when one of them can be seen. */
function hiddenDifference({ data, width, channels }: RawSamples, at: number): number | undefined {
  const alpha = channels - 1;
  let sum = 0;
  for (let y = 0; y < BLOCK; y++)
    for (let x = 0; x < BLOCK; x++) {
      const left = at + (y * width + x) * channels;
      const right = left + BLOCK * channels;
      if (data[left + alpha] !== 0 || data[right + alpha] !== 0) return undefined;
      for (let channel = 0; channel < alpha; channel++)
        sum += Math.abs((data[left + channel] ?? 0) - (data[right + channel] ?? 0));
    }
  return sum / (BLOCK * BLOCK * alpha);
}
