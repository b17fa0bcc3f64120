/** What stands in a picture's metadata. */
import { type Detection, METADATA_TYPES, VISIBLE_FIELDS } from '../../core/types.ts';
import type { TextDetection } from '../../detectors/text-detector.ts';
import type { Plan } from '../plan.ts';
import { findInTexts, type LookCall } from './find-in-texts.ts';
import { type FoundGap, gapOf } from './look.ts';
import { cutTexts } from './metadata-texts.ts';
import { NOTHING, type Outcomes, type Part } from './part.ts';

const METADATA_TEXT_MAX_LENGTH = 16_384;

/**
 * Comments and prompts in metadata are texts as well; what is found there has the field as its place and goes with it. What stands
 * beyond the first 16,384 units of all of them is reported as not read; it goes too. Text that a drawing shows comes first, and does
 * not go: what is beyond is a gap.
 */
export async function metadataPart({ metadata, thumbnails }: Outcomes, plan: Plan, call: LookCall): Promise<Part> {
  if (metadata === undefined) return NOTHING;
  if (!metadata.ok) return { ...NOTHING, gaps: [gapOf('metadata', metadata.failure)] };
  const gaps: FoundGap[] = [];
  const texts = cutTexts(metadata.value.texts, METADATA_TEXT_MAX_LENGTH);
  const found = await findInTexts(
    texts.map(({ text }) => text),
    plan,
    call,
  );
  const parts = texts.map(({ field, isCut }, index) => {
    gaps.push(...(found[index]?.gaps ?? []));
    const inText = (found[index]?.detections ?? []).map((detection) => inField(detection, field));
    if (!isCut) return inText;
    if (VISIBLE_FIELDS.includes(field)) gaps.push({ detector: 'metadata', reason: 'truncated' });
    return [...inText, { type: 'metadata-block', field, score: 1, detector: 'metadata' } as const];
  });
  return {
    detections: [...markCrops(metadata.value.detections, thumbnails), ...parts.flat()],
    gaps,
    complete: METADATA_TYPES,
  };
}

/** A note on findings that are there anyway: where thumbnails could not be compared, nothing is missing. */
function markCrops(detections: readonly Detection[], thumbnails: Outcomes['thumbnails']): readonly Detection[] {
  const fields = thumbnails?.ok ? thumbnails.value : [];
  const isDifferent = (detection: Detection): boolean => 'field' in detection && fields.includes(detection.field);
  return detections.map((detection) =>
    isDifferent(detection) ? { ...detection, reasons: [...(detection.reasons ?? []), 'different-crop'] } : detection,
  );
}

function inField({ start: _start, end: _end, path: _path, ...detection }: TextDetection, field: string): Detection {
  return { ...detection, field };
}
