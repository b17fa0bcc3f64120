/**
 * How far the bars of a bar code reach beyond the lines it was read from: one line is enough to read it, so all of it has to be known for it
 * to be covered. From the line outwards, each line is compared with the first one, and may be shifted a little against the one before:
 * that follows bars which lean. Pure; bounded by the length of the code and a fixed number of samples for each line.
 */
import type { Point } from '../../core/boxes.ts';
import type { GreyPicture } from '../../media/luma.ts';

/** Corners in reading order, the first two at the upper side of what was read. */
export type Corners = readonly [Point, Point, Point, Point];

/** Along one line. */
const SAMPLES = 160;
/** Correlation under which a line is no longer of the code, and how many such lines in a row end it. */
const MIN_LIKENESS = 0.5;
const MAX_UNLIKE_LINES = 3;
/** Bars are hardly ever higher than the code is long. */
const MAX_HEIGHT_SHARE = 1.2;
const SHIFTS = [0, -1, 1];

export function withWholeBars(corners: Corners, picture: GreyPicture): Corners {
  const [upperLeft, upperRight, lowerRight, lowerLeft] = corners;
  const [left, right] = [middle(upperLeft, lowerLeft), middle(upperRight, lowerRight)];
  const length = Math.hypot(right.x - left.x, right.y - left.y);
  if (length < 1) return corners;
  const along = { x: (right.x - left.x) / length, y: (right.y - left.y) / length };
  const down = { x: -along.y, y: along.x };
  const reach = (way: 1 | -1): Point => reachOf(left, { along, down, length, way }, picture);
  const [up, low] = [reach(-1), reach(1)];
  return [plus(left, up), plus(right, up), plus(right, low), plus(left, low)];
}

interface Course {
  /** Unit vectors along the code and across it. */
  readonly along: Point;
  readonly down: Point;
  readonly length: number;
  readonly way: 1 | -1;
}

/** From the line to the end of the bars. */
function reachOf(start: Point, { along, down, length, way }: Course, picture: GreyPicture): Point {
  const lineAt = (step: number, shift: number): Float32Array =>
    profile(plus(start, plus(times(down, step * way), times(along, shift))), times(along, length / SAMPLES), picture);
  const first = lineAt(0, 0);
  let [shift, reached, reachedShift, unlike] = [0, 0, 0, 0];
  for (let step = 1; step <= length * MAX_HEIGHT_SHARE && unlike < MAX_UNLIKE_LINES; step++) {
    const likenesses = SHIFTS.map((by) => likeness(first, lineAt(step, shift + by)));
    const best = Math.max(...likenesses);
    if (best >= MIN_LIKENESS) {
      shift += SHIFTS[likenesses.indexOf(best)] ?? 0;
      [reached, reachedShift, unlike] = [step, shift, 0];
    } else unlike++;
  }
  // Bars that lean are mostly those of a turned code: it has a corner beyond the last line that crosses most of it.
  const beyond = reached === 0 ? 0 : (Math.abs(reachedShift / reached) * length) / 2;
  return plus(times(down, (reached + beyond) * way), times(along, reachedShift));
}

/** Brightness along a line, less its mean, at length 1; nothing but zeros where it is even or outside. */
function profile(start: Point, step: Point, { data, width, height }: GreyPicture): Float32Array {
  const values = new Float32Array(SAMPLES);
  let sum = 0;
  for (let sample = 0; sample < SAMPLES; sample++) {
    const [x, y] = [Math.round(start.x + step.x * sample), Math.round(start.y + step.y * sample)];
    if (y < 0 || y >= height) return values.fill(0);
    const value = data[y * width + Math.max(0, Math.min(width - 1, x))] ?? 0;
    values[sample] = value;
    sum += value;
  }
  let squares = 0;
  for (let sample = 0; sample < SAMPLES; sample++) {
    const value = (values[sample] ?? 0) - sum / SAMPLES;
    values[sample] = value;
    squares += value * value;
  }
  return squares < SAMPLES ? values.fill(0) : values.map((value) => value / Math.sqrt(squares));
}

function likeness(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let sample = 0; sample < SAMPLES; sample++) sum += (a[sample] ?? 0) * (b[sample] ?? 0);
  return sum;
}

function plus(a: Point, b: Point): Point {
  return { x: a.x + b.x, y: a.y + b.y };
}

function times({ x, y }: Point, factor: number): Point {
  return { x: x * factor, y: y * factor };
}

function middle(a: Point, b: Point): Point {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}
