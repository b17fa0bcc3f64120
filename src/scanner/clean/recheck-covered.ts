/** The second look at a covered picture, by the detectors that found what was covered. */
import { boxArea, sharedArea } from '../../core/boxes.ts';
import type { Box, BoxPlace, Finding } from '../../core/types.ts';
import { UncleanableError } from '../../errors.ts';
import type { LookStep, Source } from '../jobs.ts';
import { lookAtBytes } from '../look/look-at-bytes.ts';
import { reportOf } from '../look/report-of.ts';
import type { Plan } from '../plan.ts';
import type { Cleaning, CleanRooms } from './clean-input.ts';

export type BoxFinding = Finding & BoxPlace;

/** The same place, read a second time, has about the same size. */
const MAX_LAYOUT_GROWTH = 3;

/**
 * Nothing that is reported may be seen in a covered place, whatever was covered there: throws `UncleanableError` with the reason
 * `residue`, and with `timeout` or `failed` when the result could not be looked at. Where the user drew a place, all detectors look.
 */
export async function recheckCovered(
  source: Source,
  places: readonly BoxFinding[],
  { call, report }: Cleaning,
  rooms: CleanRooms,
): Promise<void> {
  const plan = { ...rooms.plan, steps: recheckSteps(places, rooms.plan) };
  const input = { kind: 'other', mediaType: 'application/octet-stream', bytes: 0 } as const;
  const look = await lookAtBytes(source, input, { plan, pool: rooms.pool }, call);
  // Frames that nobody looked at the first time are covered like the others. A look that now ends sooner has not looked.
  const wasCut = (detector: string): boolean =>
    report.gaps.some((gap) => gap.reason === 'truncated' && gap.detector === detector);
  const gap = look.gaps.find(({ detector, reason }) => reason !== 'truncated' || !wasCut(detector));
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
  if (isBlockAround(again, place)) return false;
  if (again.type === place.type) return hasCentreIn(again.box, place.box) || hasCentreIn(place.box, again.box);
  if (again.action === 'allow' || !hasCentreIn(again.box, place.box)) return false;
  return again.source === undefined || sharedArea(again.box, place.box) * 2 >= boxArea(again.box);
}

/** A document without its number is still a document: its block, known by what is printed around, does not show what was covered in it. */
function isBlockAround({ reasons = [], box }: BoxFinding, covered: BoxFinding): boolean {
  const isLayout = reasons.some((reason) => reason.startsWith('document:'));
  return isLayout && boxArea(box) > MAX_LAYOUT_GROWTH * boxArea(covered.box);
}

function hasCentreIn(inner: Box, outer: Box): boolean {
  const [x, y] = [inner.x + inner.width / 2, inner.y + inner.height / 2];
  return x >= outer.x && x <= outer.x + outer.width && y >= outer.y && y <= outer.y + outer.height;
}
