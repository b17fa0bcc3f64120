/** Stretches of text of one picture with the block that each stands in, and what stands below or beside one. Pure. */

import { heightOf } from '../page-text/segments.ts';
import type { PageText, Piece } from '../page-text.ts';
import type { TextDetection } from '../text-detector.ts';

/** What a person reads at one place: a segment, in the text of its page. */
export interface Placed extends Piece {
  readonly page: number;
  readonly text: string;
}

/** A finding of a page, by its index. */
export interface Raised {
  readonly page: number;
  readonly detection: TextDetection;
  /** Of a whole block: what else is found in it stays a finding of its own. */
  readonly isWhole?: true;
}

/** In heights of the letters. */
const MAX_BELOW = 2.4;
const MAX_BESIDE = 30;

export function placedOn(pages: readonly PageText[]): Placed[] {
  return pages.flatMap(({ pieces }, page) => pieces.map((piece) => ({ ...piece, page, text: piece.segment.text })));
}

/** The nearest stretch under this one that begins below it, or is below all of it. */
export function below({ segment }: Placed, all: readonly Placed[]): Placed | undefined {
  const size = heightOf(segment);
  return nearest(all, ({ segment: other }) => {
    const distance = other.top - segment.bottom;
    if (!isSameWay(segment, other) || distance < -0.5 * size || other.top <= segment.top) return undefined;
    if (distance > MAX_BELOW * Math.max(size, heightOf(other))) return undefined;
    const shared = Math.min(segment.right, other.right) - Math.max(segment.left, other.left);
    return shared > 0 || Math.abs(other.left - segment.left) <= 2 * size ? distance : undefined;
  });
}

/** The nearest stretch to the right on the same row. */
export function beside({ segment }: Placed, all: readonly Placed[]): Placed | undefined {
  const size = heightOf(segment);
  return nearest(all, ({ segment: other }) => {
    const distance = other.left - segment.right;
    if (!isSameWay(segment, other) || distance < 0 || distance > MAX_BESIDE * size) return undefined;
    const shared = Math.min(segment.bottom, other.bottom) - Math.max(segment.top, other.top);
    return shared >= 0.5 * Math.min(size, heightOf(other)) ? distance : undefined;
  });
}

function isSameWay(a: Piece['segment'], b: Piece['segment']): boolean {
  return a !== b && a.line.turns === b.line.turns && a.line.frame === b.line.frame;
}

function nearest(all: readonly Placed[], distanceOf: (one: Placed) => number | undefined): Placed | undefined {
  let best: Placed | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const one of all) {
    const distance = distanceOf(one);
    if (distance === undefined || distance >= least) continue;
    least = distance;
    best = one;
  }
  return best;
}
