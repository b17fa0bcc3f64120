/** Where in a line's crop there is ink: what differs from the ground, dark or light. */
import { luma } from '../../media/luma.ts';
import type { LineCrop } from './crop-line.ts';

/** The part of a column's strongest contrast in the line that counts as ink: less is the blur around letters. */
const INK = 0.3;
/** Of the crop's height, above and below: neighbouring lines reach in there. */
const MARGIN = 1 / 8;

/** For each column, whether there is ink in it; `margin`: the part of the height, above and below, that is not looked at. */
export function inkColumns({ data, width, height }: LineCrop, margin: number = MARGIN): boolean[] {
  const grey = luma(data);
  const contrasts = new Uint8Array(width);
  const [top, bottom] = [Math.floor(height * margin), Math.ceil(height * (1 - margin))];
  let most = 0;
  for (let x = 0; x < width; x++) {
    let [darkest, lightest] = [255, 0];
    for (let y = top; y < bottom; y++) {
      const value = grey[y * width + x] ?? 0;
      darkest = Math.min(darkest, value);
      lightest = Math.max(lightest, value);
    }
    contrasts[x] = lightest - darkest;
    most = Math.max(most, lightest - darkest);
  }
  return Array.from(contrasts, (contrast) => contrast > most * INK);
}

/** The longest stretch without ink from `from` up to `to`, both columns, its end exclusive; undefined where there is ink everywhere. */
export function widestGap(
  ink: readonly boolean[],
  from: number,
  to: number,
): { start: number; end: number } | undefined {
  let widest: { start: number; end: number } | undefined;
  let start = from;
  for (let x = from; x < to; x++) {
    if (ink[x]) start = x + 1;
    else if (!widest || x + 1 - start > widest.end - widest.start) widest = { start, end: x + 1 };
  }
  return widest;
}
