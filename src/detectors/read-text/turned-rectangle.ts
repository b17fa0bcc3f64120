/** Rectangles that stand at any angle: where a line of text is. */
import { boxOfPoints, type Point } from '../../core/boxes.ts';
import type { Box } from '../../core/types.ts';

/** `width` runs along the angle, `height` across it. */
export interface TurnedRectangle {
  readonly centre: Point;
  readonly width: number;
  readonly height: number;
  /** Radians, clockwise from the x axis as pixels are counted (y downwards). */
  readonly angle: number;
}

/** The convex hull, from points in the order of their y and then x (Andrew's monotone chain). */
export function convexHull(points: readonly Point[]): Point[] {
  return [...halfHull(points), ...halfHull([...points].reverse())];
}

function halfHull(points: readonly Point[]): Point[] {
  const hull: Point[] = [];
  for (const point of points) {
    while (hull.length > 1 && !turnsLeft(hull.at(-2), hull.at(-1), point)) hull.pop();
    hull.push(point);
  }
  return hull.slice(0, -1);
}

function turnsLeft(a: Point | undefined, b: Point | undefined, c: Point): boolean {
  if (!a || !b) return true;
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x) > 0;
}

/** The smallest rectangle around a convex hull; one of its sides lies on a side of the hull. */
export function tightestRectangle(hull: readonly Point[]): TurnedRectangle {
  let tightest = rectangleAt(hull, 0);
  hull.forEach((from, n) => {
    const to = hull[(n + 1) % hull.length] ?? from;
    const rectangle = rectangleAt(hull, Math.atan2(to.y - from.y, to.x - from.x));
    if (rectangle.width * rectangle.height < tightest.width * tightest.height) tightest = rectangle;
  });
  return tightest;
}

/** The smallest rectangle of this angle around the points. */
export function rectangleAt(points: readonly Point[], angle: number): TurnedRectangle {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const { x, y } of points) {
    const [along, across] = [x * cos + y * sin, y * cos - x * sin];
    left = Math.min(left, along);
    right = Math.max(right, along);
    top = Math.min(top, across);
    bottom = Math.max(bottom, across);
  }
  const [along, across] = [(left + right) / 2, (top + bottom) / 2];
  const centre = { x: along * cos - across * sin, y: along * sin + across * cos };
  return { centre, width: right - left, height: bottom - top, angle };
}

/** A point given from the rectangle's own top left corner, along its width and its height. */
export function pointIn({ centre, width, height, angle }: TurnedRectangle, along: number, across: number): Point {
  const [x, y, cos, sin] = [along - width / 2, across - height / 2, Math.cos(angle), Math.sin(angle)];
  return { x: centre.x + x * cos - y * sin, y: centre.y + x * sin + y * cos };
}

/** The same place, seen after this many quarter turns of the eye clockwise. */
export function quarterTurned({ centre, width, height, angle }: TurnedRectangle, quarters: number): TurnedRectangle {
  const isAcross = quarters % 2 !== 0;
  return {
    centre,
    width: isAcross ? height : width,
    height: isAcross ? width : height,
    angle: angle + (quarters * Math.PI) / 2,
  };
}

/** The upright box around the part of the rectangle from `from` to `to` along its width. */
export function boxOfPart(rectangle: TurnedRectangle, from: number, to: number): Box {
  const ends = [from, to];
  return boxOfPoints(
    ends.flatMap((along) => [pointIn(rectangle, along, 0), pointIn(rectangle, along, rectangle.height)]),
  );
}
