/**
 * How the edges in a picture lie: those of a code are all along two directions that are square to each other, whichever way it is turned.
 * Pure; one pass over the pixels.
 */
import type { GreyPicture } from '../../media/luma.ts';

/** Pixels of the side of what is judged together: a small code fills one, and what is around a large one does not blur it. */
const WINDOW = 32;
/** Every other row. */
const STEP = 2;
/** Share of the edges' strength that agrees: 0 for grain and leaves, 1 for a drawn square. */
const MIN_AGREEMENT = 0.3;
/** Mean of squared differences between neighbours: windows with less have no code in them. */
const MIN_STRENGTH = 100;

/** Degrees clockwise from level, -45 to 45, of what is straight in the picture; undefined where nothing is. */
export function leanOf(picture: GreyPicture): number | undefined {
  let [across, down] = [0, 0];
  for (let y = 0; y < picture.height; y += WINDOW) {
    for (let x = 0; x < picture.width; x += WINDOW) {
      const edges = edgesIn(picture, x, y);
      if (edges.strength < (MIN_STRENGTH * WINDOW * WINDOW) / STEP) continue;
      if (Math.hypot(edges.across, edges.down) < MIN_AGREEMENT * edges.strength) continue;
      across += edges.across;
      down += edges.down;
    }
  }
  return across === 0 && down === 0 ? undefined : ((Math.atan2(down, across) / 4) * 180) / Math.PI;
}

interface Edges {
  /** Sum of the edges' directions, each with its angle times four: directions square to each other are the same then. */
  readonly across: number;
  readonly down: number;
  readonly strength: number;
}

function edgesIn({ data, width, height }: GreyPicture, left: number, top: number): Edges {
  let [across, down, strength] = [0, 0, 0];
  const [right, bottom] = [Math.min(width - 1, left + WINDOW), Math.min(height - 1, top + WINDOW)];
  for (let y = top; y < bottom; y += STEP) {
    for (let x = left, at = y * width + left; x < right; x++, at++) {
      const falling = (data[at + width + 1] ?? 0) - (data[at] ?? 0);
      const rising = (data[at + 1] ?? 0) - (data[at + width] ?? 0);
      const [gx, gy] = [(falling + rising) / 2, (falling - rising) / 2];
      const squared = gx * gx + gy * gy;
      if (squared === 0) continue;
      const [doubleX, doubleY] = [gx * gx - gy * gy, 2 * gx * gy];
      across += (doubleX * doubleX - doubleY * doubleY) / squared;
      down += (2 * doubleX * doubleY) / squared;
      strength += squared;
    }
  }
  return { across, down, strength };
}
