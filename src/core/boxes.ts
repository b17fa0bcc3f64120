/** Arithmetic of boxes. Pure. */
import type { Box } from './types.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

type Size = Pick<Box, 'width' | 'height'>;

/** The smallest box around both. */
export function boxAround(a: Box, b: Box): Box {
  const [x, y] = [Math.min(a.x, b.x), Math.min(a.y, b.y)];
  const right = Math.max(a.x + a.width, b.x + b.width);
  const bottom = Math.max(a.y + a.height, b.y + b.height);
  return { x, y, width: right - x, height: bottom - y };
}

/** The smallest upright box around all points. */
export function boxOfPoints(points: readonly Point[]): Box {
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

/** Intersection over union, 0..1. */
export function boxOverlap(a: Box, b: Box): number {
  const shared = sharedArea(a, b);
  return shared === 0 ? 0 : shared / (boxArea(a) + boxArea(b) - shared);
}

/** Of what lies in both, in square pixels. */
export function sharedArea(a: Box, b: Box): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return Math.max(0, width) * Math.max(0, height);
}

export function boxArea({ width, height }: Size): number {
  return width * height;
}

/** The part of a box that lies in a picture of that size; undefined when nothing does. */
export function clipBox(box: Box, { width, height }: Size): Box | undefined {
  const [x, y] = [Math.max(0, box.x), Math.max(0, box.y)];
  const [right, bottom] = [Math.min(width, box.x + box.width), Math.min(height, box.y + box.height)];
  return right > x && bottom > y ? { x, y, width: right - x, height: bottom - y } : undefined;
}

/** The whole pixels of a picture of that size that a box touches; at least one, at the edge for a box outside. */
export function touchedPixels(box: Box, { width, height }: Size): Box {
  const [x, y] = [between(0, Math.floor(box.x), width - 1), between(0, Math.floor(box.y), height - 1)];
  const right = between(x + 1, Math.ceil(box.x + box.width), width);
  const bottom = between(y + 1, Math.ceil(box.y + box.height), height);
  return { x, y, width: right - x, height: bottom - y };
}

function between(low: number, value: number, high: number): number {
  return Math.max(low, Math.min(high, value));
}
