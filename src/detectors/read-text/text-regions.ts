/**
 * From the network's map to regions, one for each line or part of a line. The network marks only the middle of a line, so what is found is
 * widened ("unclip" in the paper). Source: https://arxiv.org/abs/1911.08947, section 3.4; PaddleOCR `ppocr/postprocess/db_postprocess.py`.
 */
import type { Point } from '../../core/boxes.ts';
import type { TextMap } from './text-map.ts';
import { convexHull } from './turned-rectangle.ts';

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
  const isMarked = new Uint8Array(width * height);
  for (let at = 0; at < isMarked.length; at++) isMarked[at] = (data[at] ?? 0) > MARKED ? 1 : 0;
  const room = new Uint32Array(width * height);
  const regions: TextRegion[] = [];
  for (let start = isMarked.indexOf(1); start >= 0; start = isMarked.indexOf(1, start)) {
    const pixels = takeConnected(isMarked, width, height, start, room);
    if (pixels.length < limits.minArea) continue;
    const score = pixels.reduce((sum, at) => sum + (data[at] ?? 0), 0) / pixels.length;
    if (score >= limits.minScore) regions.push({ hull: hullOf(pixels, width, scale), score, area: pixels.length });
  }
  return regions;
}

/** Unmarks what it takes, and lists it at the beginning of `room`. */
function takeConnected(
  isMarked: Uint8Array,
  width: number,
  height: number,
  start: number,
  room: Uint32Array,
): Uint32Array {
  let count = 0;
  isMarked[start] = 0;
  room[count++] = start;
  for (let next = 0; next < count; next++) {
    const at = room[next] ?? 0;
    const [column, row] = [at % width, Math.floor(at / width)];
    for (let y = Math.max(0, row - 1); y <= Math.min(height - 1, row + 1); y++) {
      for (let x = Math.max(0, column - 1); x <= Math.min(width - 1, column + 1); x++) {
        const near = y * width + x;
        if (isMarked[near] === 0) continue;
        isMarked[near] = 0;
        room[count++] = near;
      }
    }
  }
  return room.subarray(0, count);
}

/** Of the pixels' outer corners. */
function hullOf(pixels: Uint32Array, width: number, scale: number): Point[] {
  // The first pixel taken is of the top row.
  const top = Math.floor((pixels[0] ?? 0) / width);
  const lefts: number[] = [];
  const rights: number[] = [];
  for (const at of pixels) {
    const [x, row] = [at % width, Math.floor(at / width) - top];
    lefts[row] = Math.min(lefts[row] ?? x, x);
    rights[row] = Math.max(rights[row] ?? x, x + 1);
  }
  const corners: Point[] = [];
  for (let edge = 0; edge <= lefts.length; edge++) {
    // An edge belongs to the rows above and below it.
    const left = Math.min(lefts[edge - 1] ?? Infinity, lefts[edge] ?? Infinity);
    const right = Math.max(rights[edge - 1] ?? 0, rights[edge] ?? 0);
    corners.push({ x: left * scale, y: (top + edge) * scale }, { x: right * scale, y: (top + edge) * scale });
  }
  return convexHull(corners);
}
