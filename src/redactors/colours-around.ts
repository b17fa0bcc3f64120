/** The colours beside a place of a picture, as little as a cover needs of them. */
import type { Box } from '../core/types.ts';
import type { Samples } from './samples.ts';

/** A value for each channel of the picture. */
export type Colour = readonly number[];
type Corners = readonly [topLeft: Colour, topRight: Colour, bottomLeft: Colour, bottomRight: Colour];
type Point = readonly [x: number, y: number];

/** Points along each side at which the colour outside is read. */
const POINTS = 24;

/**
 * The place's corners in the colours of the two sides that meet there. A side at the picture's edge has none, nor has one that is
 * transparent; where there is none at all they are a middle grey. Reads nothing inside the place.
 */
export function coloursAround(samples: Samples, { x, y, width, height }: Box): Corners {
  const frameTop = Math.floor(y / samples.height) * samples.height;
  const xs = pointsAlong(x, width);
  const ys = pointsAlong(y, height);
  const column = (at: number): Colour | undefined =>
    at >= 0 && at < samples.width
      ? median(
          samples,
          ys.map((row): Point => [at, row]),
        )
      : undefined;
  const row = (at: number): Colour | undefined =>
    at >= frameTop && at < frameTop + samples.height
      ? median(
          samples,
          xs.map((across): Point => [across, at]),
        )
      : undefined;
  const sides = { left: column(x - 1), right: column(x + width), top: row(y - 1), bottom: row(y + height) };
  const known = Object.values(sides).filter((side) => side !== undefined);
  const everywhere = known.length > 0 ? mean(known) : middleGrey(samples);
  const corner = (...two: readonly (Colour | undefined)[]): Colour => {
    const seen = two.filter((side) => side !== undefined);
    return seen.length > 0 ? mean(seen) : everywhere;
  };
  return [
    corner(sides.top, sides.left),
    corner(sides.top, sides.right),
    corner(sides.bottom, sides.left),
    corner(sides.bottom, sides.right),
  ];
}

function pointsAlong(start: number, length: number): number[] {
  return Array.from({ length: POINTS }, (_, index) => start + Math.floor(((index + 0.5) / POINTS) * length));
}

/** The colour at a part of the way, 0 to 1. */
export function mix(from: Colour, to: Colour, part: number): number[] {
  return from.map((value, channel) => value + ((to[channel] ?? 0) - value) * part);
}

function middleGrey({ channels, hasAlpha, max }: Samples): number[] {
  return Array.from({ length: channels }, (_, channel) =>
    hasAlpha && channel === channels - 1 ? max : Math.round(max / 2),
  );
}

function mean(colours: readonly Colour[]): number[] {
  const [first = []] = colours;
  return first.map((_, channel) => colours.reduce((sum, colour) => sum + (colour[channel] ?? 0), 0) / colours.length);
}

/** Of the points that are not transparent; undefined when all are. */
function median({ data, width, channels, hasAlpha }: Samples, points: readonly Point[]): Colour | undefined {
  const colours = points.map(([x, y]) => data.subarray((y * width + x) * channels, (y * width + x + 1) * channels));
  const seen = hasAlpha ? colours.filter((colour) => colour[channels - 1] !== 0) : colours;
  if (seen.length === 0) return undefined;
  return Array.from({ length: channels }, (_, channel) => {
    const values = seen.map((colour) => colour[channel] ?? 0).toSorted((a, b) => a - b);
    return values[values.length >> 1] ?? 0;
  });
}
