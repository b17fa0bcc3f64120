/**
 * From the network's map to regions, one for each line or part of a line. The network marks only the middle of a line, so what is found is
 * widened ("unclip" in the paper). Source: https://arxiv.org/abs/1911.08947, section 3.4; PaddleOCR `ppocr/postprocess/db_postprocess.py`.
 */
import type { TextMap } from './text-map.ts';
import { convexHull, type Point } from './turned-rectangle.ts';

export interface TextRegion {
  /** Around the marked middle, in pixels of the picture. */
  readonly hull: readonly Point[];
  /** The map's mean within, 0..1. */
  readonly score: number;
  /** Pixels of the map. */
  readonly area: number;
}

export interface RegionLimits {
  /** Mean of the map within a region, 0..1. */
  readonly minScore: number;
  /** Pixels of the map. */
  readonly minArea: number;
}

/** PaddleOCR's `thresh`. */
const MARKED = 0.3;

/** Connected marked pixels (8 neighbours), from top to bottom. Linear in the pixels of the map. */
export function findRegions({ data, width, height, scale }: TextMap, limits: RegionLimits): TextRegion[] {
  const isMarked = Uint8Array.from(data, (value) => (value > MARKED ? 1 : 0));
  const regions: TextRegion[] = [];
  for (let start = 0; start < isMarked.length; start++) {
    if (isMarked[start] === 0) continue;
    const pixels = takeConnected(isMarked, width, height, start);
    if (pixels.length < limits.minArea) continue;
    const sum = pixels.reduce((total, at) => total + (data[at] ?? 0), 0);
    const score = sum / pixels.length;
    if (score >= limits.minScore) regions.push({ hull: hullOf(pixels, width, scale), score, area: pixels.length });
  }
  return regions;
}

/** Unmarks what it takes. */
function takeConnected(isMarked: Uint8Array, width: number, height: number, start: number): number[] {
  const taken = [start];
  isMarked[start] = 0;
  for (let next = 0; next < taken.length; next++) {
    const at = taken[next] ?? 0;
    const [column, row] = [at % width, Math.floor(at / width)];
    for (let y = Math.max(0, row - 1); y <= Math.min(height - 1, row + 1); y++) {
      for (let x = Math.max(0, column - 1); x <= Math.min(width - 1, column + 1); x++) {
        const near = y * width + x;
        if (isMarked[near] === 0) continue;
        isMarked[near] = 0;
        taken.push(near);
      }
    }
  }
  return taken;
}

/** Of the pixels' outer corners. */
function hullOf(pixels: readonly number[], width: number, scale: number): Point[] {
  const rows = new Map<number, { left: number; right: number }>();
  for (const at of pixels) {
    const [x, y] = [at % width, Math.floor(at / width)];
    const row = rows.get(y);
    if (!row) rows.set(y, { left: x, right: x });
    else if (x < row.left) row.left = x;
    else if (x > row.right) row.right = x;
  }
  const ends = [...rows].sort(([a], [b]) => a - b);
  const corners = ends.flatMap(([y, { left, right }]) =>
    [y, y + 1].flatMap((edge) => [
      { x: left * scale, y: edge * scale },
      { x: (right + 1) * scale, y: edge * scale },
    ]),
  );
  // Two rows share an edge: the hull wants its points from top to bottom.
  return convexHull(corners.sort((a, b) => a.y - b.y || a.x - b.x));
}
