/** A picture is stripped and covered in a child; where something was covered, the result is looked at again. */
import { type Finding, VISIBLE_FIELDS } from '../../core/types.ts';
import { UncleanableError } from '../../errors.ts';
import type { CleanedPicture, CleanJob, Source } from '../jobs.ts';
import { type BytesInput, withSource } from '../sources.ts';
import type { Change, Cleaned } from '../types.ts';
import type { Cleaning, CleanRooms } from './clean-input.ts';
import { type BoxFinding, recheckCovered } from './recheck-covered.ts';
import { createResultFile, type ResultFile } from './result-file.ts';
import { uncleanable } from './uncleanable.ts';

export async function cleanPictureFile(input: BytesInput, cleaning: Cleaning, rooms: CleanRooms): Promise<Cleaned> {
  const { call, report } = cleaning;
  refuseUncoverable(cleaning.places);
  const places = cleaning.places.filter((place): place is BoxFinding => 'box' in place);
  const file = await createResultFile(call.out, rooms.spool);
  try {
    const cleaned = await withSource(input, rooms.spool, (source) =>
      changeInChild(source, places, file, cleaning, rooms),
    );
    const source: Source = cleaned.bytes === undefined ? { path: file.path } : { bytes: cleaned.bytes };
    if (places.length > 0) await recheckCovered(source, places, cleaning, rooms);
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

/**
 * The text of a drawing has no place in pixels, and taking it out would leave another drawing; a place in a text was found in another
 * input.
 */
function refuseUncoverable(places: readonly Finding[]): void {
  if (places.some((place) => 'start' in place))
    throw new UncleanableError('unsupported', 'a place in a text cannot be covered in a picture');
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
