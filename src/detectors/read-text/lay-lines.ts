/** From regions to lines: at which angle each stands, and how far its letters reach. */
import type { TextRegion } from './text-regions.ts';
import { quarterTurned, rectangleAt, type TurnedRectangle, tightestRectangle } from './turned-rectangle.ts';

interface LaidLines {
  /** Along their reading direction if the page is upright. */
  readonly flat: readonly TurnedRectangle[];
  /** Along their reading direction if the page was turned clockwise by a quarter. */
  readonly steep: readonly TurnedRectangle[];
}

/** Longer than this many times its height, a region says by itself which way it runs. */
const LONG = 1.5;
/** Only lines longer than this many times their height are sure about small angles. */
const VERY_LONG = 3;
/**
 * A region is grown on all sides by this times its area over its circumference (PaddleOCR's `unclip_ratio`). On rendered text, 1.2 reads the
 * same and makes lines a tenth wider, 2.2 loses a fifth of the addresses at 10 pixels.
 */
const GROWTH = 1.5;

/** Rectangles in pixels of the picture; short ones stand at the angle of the long ones. */
export function layLines(regions: readonly TextRegion[]): LaidLines {
  const placed = regions.map((region) => ({ region, rectangle: levelled(tightestRectangle(region.hull)) }));
  const skew = commonAngle(placed.map(({ rectangle }) => rectangle));
  const lengthOf = (isWanted: (rectangle: TurnedRectangle) => boolean): number =>
    placed.reduce((sum, { rectangle: r }) => sum + (isWanted(r) ? Math.max(r.width, r.height) : 0), 0);
  const isPageSteep = lengthOf(isSteep) > lengthOf(isFlat);
  const [flat, steep]: [TurnedRectangle[], TurnedRectangle[]] = [[], []];
  for (const { region, rectangle } of placed) {
    const isShort =
      Math.max(rectangle.width, rectangle.height) < VERY_LONG * Math.min(rectangle.width, rectangle.height);
    const line = grown(isShort ? rectangleAt(region.hull, skew) : rectangle);
    if (isSteep(line) || (isPageSteep && !isFlat(line))) steep.push(quarterTurned(line, 1));
    else flat.push(line);
  }
  return { flat, steep };
}

function isFlat({ width, height }: TurnedRectangle): boolean {
  return width > LONG * height;
}

function isSteep({ width, height }: TurnedRectangle): boolean {
  return height > LONG * width;
}

/** The same rectangle, named by the side that is within 45 degrees of level. */
function levelled(rectangle: TurnedRectangle): TurnedRectangle {
  const quarters = Math.round(rectangle.angle / (Math.PI / 2));
  return quarterTurned(rectangle, -quarters);
}

/** The median angle of the long ones, longer ones counting for more; 0 where there is none. */
function commonAngle(rectangles: readonly TurnedRectangle[]): number {
  const long = rectangles
    .map(({ width, height, angle }) => ({ angle, length: Math.max(width, height), thickness: Math.min(width, height) }))
    .filter(({ length, thickness }) => length >= VERY_LONG * thickness)
    .sort((a, b) => a.angle - b.angle);
  let half = long.reduce((sum, { length }) => sum + length, 0) / 2;
  return (
    long.find(({ length }) => {
      half -= length;
      return half <= 0;
    })?.angle ?? 0
  );
}

function grown(rectangle: TurnedRectangle): TurnedRectangle {
  const { width, height } = rectangle;
  const reach = (width * height * GROWTH) / (2 * (width + height));
  return { ...rectangle, width: width + 2 * reach, height: height + 2 * reach };
}
