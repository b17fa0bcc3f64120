/** From a finding's box to the pixels that are covered: a margin, and all that was coded together with them. */
import type { Box } from '../core/types.ts';
import { UncleanableError } from '../errors.ts';
import type { ImageHeader } from '../media/image-header.ts';

/** Part of the box's size that is covered beyond each of its sides: detectors cut off hair and chins. */
const MARGIN = 0.15;
/** The margin is at most this part of the box's shorter side: a line of text needs one letter more at its ends, not its length. */
const MAX_MARGIN = 0.5;

/** How far what a pixel shows reaches into others, as the picture was coded; across and down the stored picture. */
export interface Coding {
  /** Pixels that are coded together. */
  readonly unit: { readonly width: number; readonly height: number };
  /** Pixels beyond a unit. */
  readonly fringe: { readonly x: number; readonly y: number };
}

/** What is coded together along one side of the upright picture. */
interface Grid {
  readonly unit: number;
  readonly fringe: number;
  /** Whether the stored pixels run the other way, so that units are counted from the far end. */
  readonly isReversed: boolean;
}

/** Pixels that are coded by themselves. */
const SINGLE: Grid = { unit: 1, fringe: 0, isReversed: false };

/**
 * Whole upright pixels inside the picture, never fewer than the box itself touches. With `coding` the place grows to whole units: the
 * pixels beside a letter show by their ringing which letter it was. Throws `UncleanableError` with the reason `failed` for a box that
 * does not touch the picture.
 */
export function coveredPlace(box: Box, header: ImageHeader, coding?: Coding): Box {
  const [across, down] = coding === undefined ? [SINGLE, SINGLE] : gridsOf(coding, header.orientation);
  const shorter = Math.min(box.width, box.height);
  const left = stretchOf(box.x, box.width, shorter, header.width, across);
  const top = stretchOf(box.y, box.height, shorter, header.height, down);
  // Written so that numbers that are none fail too.
  if (!(left.length > 0 && top.length > 0)) throw new UncleanableError('failed', 'a box lies outside the picture');
  return { x: left.start, y: top.start, width: left.length, height: top.length };
}

interface Stretch {
  readonly start: number;
  readonly length: number;
}

function stretchOf(start: number, length: number, shorter: number, limit: number, grid: Grid): Stretch {
  const margin = Math.min(length * MARGIN, shorter * MAX_MARGIN);
  const from = Math.max(0, Math.floor(start - margin));
  const to = Math.min(limit, Math.ceil(start + length + margin));
  if (!(to > from)) return { start: 0, length: 0 };
  const { unit, fringe, isReversed } = grid;
  const shift = isReversed ? limit % unit : 0;
  const first = Math.floor((from - shift) / unit) * unit + shift - fringe;
  const end = Math.ceil((to - shift) / unit) * unit + shift + fringe;
  return { start: Math.max(0, first), length: Math.min(limit, end) - Math.max(0, first) };
}

/** Across and down the upright picture. Source: EXIF 2.32, tag 0x0112. */
function gridsOf({ unit, fringe }: Coding, orientation: number): [across: Grid, down: Grid] {
  const isTurned = orientation >= 5;
  const stored = { x: { unit: unit.width, fringe: fringe.x }, y: { unit: unit.height, fringe: fringe.y } };
  const [across, down] = isTurned ? [stored.y, stored.x] : [stored.x, stored.y];
  return [
    { ...across, isReversed: [2, 3, 6, 7].includes(orientation) },
    { ...down, isReversed: [3, 4, 7, 8].includes(orientation) },
  ];
}
