/** The second look at a covered picture, by the detectors that found what was covered. */
import type { Box, BoxPlace, Finding } from '../../core/types.ts';
import { UncleanableError } from '../../errors.ts';
import type { LookStep, Source } from '../jobs.ts';
import { lookAtBytes } from '../look/look-at-bytes.ts';
import { reportOf } from '../look/report-of.ts';
import type { Plan } from '../plan.ts';
import type { Cleaning, CleanRooms } from './clean-input.ts';

export type BoxFinding = Finding & BoxPlace;

/**
 * Nothing that is reported may be seen in a covered place, whatever was covered there: throws `UncleanableError` with the reason
 * `residue`, and with `timeout` or `failed` when the result could not be looked at. Where the user drew a place, all detectors look.
 */
export async function recheckCovered(
  source: Source,
  places: readonly BoxFinding[],
  { call }: Cleaning,
  rooms: CleanRooms,
): Promise<void> {
  const plan = { ...rooms.plan, steps: recheckSteps(places, rooms.plan) };
  const input = { kind: 'other', mediaType: 'application/octet-stream', bytes: 0 } as const;
  const look = await lookAtBytes(source, input, { plan, pool: rooms.pool }, call);
  // Frames that nobody looked at the first time are covered like the others.
  const gap = look.gaps.find(({ reason }) => reason !== 'truncated');
  if (gap !== undefined)
    throw new UncleanableError(
      gap.reason === 'timeout' ? 'timeout' : 'failed',
      'the result could not be looked at again',
    );
  const found = reportOf(look, plan).findings.filter((finding): finding is BoxFinding => 'box' in finding);
  const left = places.filter((place) => found.some((again) => isResidue(again, place)));
  if (left.length > 0) throw new UncleanableError('residue', `${left.length} covered places are found again`);
}

function recheckSteps(places: readonly BoxFinding[], plan: Plan): LookStep[] {
  const isDrawn = places.some(({ type }) => type === 'region');
  const wanted: Record<LookStep, boolean> = {
    sniff: true,
    header: true,
    metadata: false,
    decode: true,
    thumbnails: false,
    face: isDrawn || places.some(({ type }) => type === 'face'),
    codes: isDrawn || places.some(({ source }) => source === 'code'),
    lines: isDrawn || places.some(({ source }) => source === 'ocr'),
    hidden: isDrawn || places.some(({ source }) => source === 'hidden-colour'),
  };
  return plan.steps.filter((step) => wanted[step]);
}

/**
 * The same thing again, or another one inside the place. A stretch of writing that only passes over the place, with most of it outside, was
 * not covered: it was read across the gap.
 */
function isResidue(again: BoxFinding, place: BoxFinding): boolean {
  if (again.type === place.type) return hasCentreIn(again.box, place.box) || hasCentreIn(place.box, again.box);
  if (again.action === 'allow' || !hasCentreIn(again.box, place.box)) return false;
  return again.source === undefined || overlap(again.box, place.box) * 2 >= again.box.width * again.box.height;
}

function hasCentreIn(inner: Box, outer: Box): boolean {
  const [x, y] = [inner.x + inner.width / 2, inner.y + inner.height / 2];
  return x >= outer.x && x <= outer.x + outer.width && y >= outer.y && y <= outer.y + outer.height;
}

/** In square pixels. */
function overlap(a: Box, b: Box): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return Math.max(0, width) * Math.max(0, height);
}
