/** A picture is stripped and covered in a child; where something was covered, the result is looked at again by its own detector. */
import { type Box, type BoxPlace, type Finding, VISIBLE_FIELDS } from '../../core/types.ts';
import { UncleanableError } from '../../errors.ts';
import type { CleanedPicture, CleanJob, LookStep, Source } from '../jobs.ts';
import { lookAtBytes } from '../look/look-at-bytes.ts';
import { reportOf } from '../look/report-of.ts';
import type { Plan } from '../plan.ts';
import { type BytesInput, withSource } from '../sources.ts';
import type { Change, Cleaned } from '../types.ts';
import type { Cleaning, CleanRooms } from './clean-input.ts';
import { createResultFile, type ResultFile } from './result-file.ts';
import { uncleanable } from './uncleanable.ts';

/** The same place, read a second time, has about the same size. */
const MAX_LAYOUT_GROWTH = 3;

type BoxFinding = Finding & BoxPlace;

export async function cleanPictureFile(input: BytesInput, cleaning: Cleaning, rooms: CleanRooms): Promise<Cleaned> {
  const { call, report } = cleaning;
  refuseVisibleText(cleaning.places);
  const places = cleaning.places.filter((place): place is BoxFinding => 'box' in place);
  const file = await createResultFile(call.out, rooms.spool);
  try {
    const cleaned = await withSource(input, rooms.spool, (source) =>
      changeInChild(source, places, file, cleaning, rooms),
    );
    const source: Source = cleaned.bytes === undefined ? { path: file.path } : { bytes: cleaned.bytes };
    if (places.length > 0) await refuseResidue(source, places, cleaning, rooms);
    const bytes = cleaned.bytes ?? (await file.deliver());
    const result = {
      mediaType: cleaned.mediaType,
      report: reportAfter(report, cleaned),
      changes: changesOf(cleaned, places),
    };
    return bytes === undefined ? result : { ...result, bytes };
  } finally {
    await file.discard();
  }
}

/** The text of a drawing has no place in pixels, and taking it out would leave another drawing. */
function refuseVisibleText(places: readonly Finding[]): void {
  if (places.some((place) => 'field' in place && VISIBLE_FIELDS.includes(place.field)))
    throw new UncleanableError('unsupported', 'text that a drawing shows cannot be covered');
}

async function changeInChild(
  source: Source,
  places: readonly BoxFinding[],
  file: ResultFile,
  { style, call }: Cleaning,
  { plan, pool }: CleanRooms,
): Promise<CleanedPicture> {
  const boxes = places.map(({ box }) => box);
  const keepFile = call.out !== undefined;
  const job: CleanJob = {
    kind: 'clean',
    source,
    limits: plan.limits,
    boxes,
    style: style.cover,
    strip: { ...plan.strip, ...call.strip },
    output: file.path,
    keepFile,
  };
  const { clean } = await pool.run(job, ['clean'], call.signal);
  if (!clean?.ok) throw uncleanable(clean?.failure);
  return clean.value;
}

/** Nothing of a covered type may be found in its covered place again. A place that the user drew has no detector. */
async function refuseResidue(
  source: Source,
  places: readonly BoxFinding[],
  { call }: Cleaning,
  rooms: CleanRooms,
): Promise<void> {
  const plan = { ...rooms.plan, steps: recheckSteps(places, rooms.plan) };
  const input = { kind: 'other', mediaType: 'application/octet-stream', bytes: 0 } as const;
  const look = await lookAtBytes(source, input, { plan, pool: rooms.pool }, call);
  const [gap] = look.gaps;
  if (gap !== undefined)
    throw new UncleanableError(
      gap.reason === 'timeout' ? 'timeout' : 'failed',
      'the result could not be looked at again',
    );
  const found = reportOf(look, plan).findings.filter((finding): finding is BoxFinding => 'box' in finding);
  const left = places.filter(({ type, box }) =>
    found.some((again) => again.type === type && areOneThing(again.box, box) && !isBlockAround(again, box)),
  );
  if (left.length > 0) throw new UncleanableError('residue', `${left.length} covered places are found again`);
}

function recheckSteps(places: readonly BoxFinding[], plan: Plan): LookStep[] {
  const wanted: Record<LookStep, boolean> = {
    sniff: true,
    header: true,
    metadata: false,
    decode: true,
    thumbnails: false,
    face: places.some(({ type }) => type === 'face'),
    codes: places.some(({ source }) => source === 'code'),
    lines: places.some(({ source }) => source === 'ocr'),
    hidden: false,
  };
  return plan.steps.filter((step) => wanted[step]);
}

/** A document without its number is still a document: its block, known by what is printed around, does not show what was covered in it. */
function isBlockAround({ reasons = [], box }: BoxFinding, covered: Box): boolean {
  const isLayout = reasons.some((reason) => reason.startsWith('document:'));
  return isLayout && box.width * box.height > MAX_LAYOUT_GROWTH * covered.width * covered.height;
}

/** The centre of one lies in the other: the same thing, not its neighbour. */
function areOneThing(a: Box, b: Box): boolean {
  return hasCentreIn(a, b) || hasCentreIn(b, a);
}

function hasCentreIn(inner: Box, outer: Box): boolean {
  const [x, y] = [inner.x + inner.width / 2, inner.y + inner.height / 2];
  return x >= outer.x && x <= outer.x + outer.width && y >= outer.y && y <= outer.y + outer.height;
}

function reportAfter(report: Cleaned['report'], { removed, kept }: CleanedPicture): Cleaned['report'] {
  return { ...report, metadata: { removed, kept } };
}

function changesOf({ removed, method, mediaType }: CleanedPicture, places: readonly BoxFinding[]): Change[] {
  return [
    ...removed.map((what): Change => ({ kind: 'stripped', what })),
    ...places.map(({ id, type, box }): Change => ({ kind: 'covered', finding: id, type, box })),
    ...(method === 're-encode' ? [{ kind: 're-encoded', mediaType } as const] : []),
  ];
}
