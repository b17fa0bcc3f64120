/** From the answers of a child about one picture to what was seen: each detector's part with its own gaps. */
import type { StripOptions } from '../../core/options.ts';
import { presetTable } from '../../core/presets.ts';
import { type Detection, type FindingType, METADATA_TYPES, VISIBLE_FIELDS } from '../../core/types.ts';
import { boxOfSpan } from '../../detectors/line-boxes.ts';
import type { TextLine } from '../../detectors/read-text.ts';
import type { TextDetection } from '../../detectors/text-detector.ts';
import type { LookStep, SniffedInput, StepValues } from '../jobs.ts';
import type { Plan } from '../plan.ts';
import type { StepFailure, StepOutcomes } from '../protocol.ts';
import { findInTexts, type LookCall } from './find-in-texts.ts';
import { type FoundGap, gapOf, type Look, onceEach, refusalOf, unseen } from './look.ts';
import { completeTypes } from './look-at-text.ts';
import { cutTexts } from './metadata-texts.ts';

type Outcomes = StepOutcomes<Pick<StepValues, LookStep>>;

interface Part {
  readonly detections: readonly Detection[];
  readonly gaps: readonly FoundGap[];
  readonly complete: readonly FindingType[];
}

const NOTHING: Part = { detections: [], gaps: [], complete: [] };
const METADATA_TEXT_MAX_LENGTH = 16_384;
/** Letters read from a picture are noisy: of names only the likely tier counts, under every preset. */
const LIKELY_NAME = presetTable('balanced').person.threshold;

export async function lookAtPicture(
  { mediaType, bytes }: Extract<SniffedInput, { kind: 'image' }>,
  outcomes: Outcomes,
  plan: Plan,
  call: LookCall,
): Promise<Look> {
  const { header, decode, metadata } = outcomes;
  if (!header?.ok) {
    const input = { kind: 'image', mediaType, bytes } as const;
    const refusal = refusalOf(header?.failure);
    if (refusal === 'UNSUPPORTED_TYPE' && plan.passThrough.includes(mediaType)) return unseen(input, []);
    return unseen(input, [gapOf('media', header?.failure)], refusal);
  }
  const { width, height, frames } = header.value;
  const isLong = decode?.ok === true && decode.value.frames < frames;
  const failure = decode?.ok === false ? decode.failure : undefined;
  const pixels = failure
    ? [undecodedPart(failure, plan)]
    : [facePart(outcomes, isLong), await textPart(outcomes, isLong, plan, call)];
  const parts = [await metadataPart(outcomes, plan, call), ...pixels];
  const isBroken = failure !== undefined && refusalOf(failure) === undefined;
  return {
    input: { kind: 'image', mediaType, bytes, width, height, frames },
    detections: parts.flatMap(({ detections }) => detections),
    gaps: onceEach(parts.flatMap(({ gaps }) => gaps)),
    // Where the pixels are broken, what the metadata did not show says little.
    complete: isBroken ? [] : parts.flatMap(({ complete }) => complete),
    ...(metadata?.ok && { kept: metadata.value.kept.filter((what) => stays(what, plan.strip)) }),
  };
}

function stays(what: string, { keep, mode, orientation }: StripOptions): boolean {
  if (what === 'orientation') return mode === 'lossless' && orientation === 'tag';
  return keep.some((kept) => kept === what);
}

/** Pixels that there is no decoder for are a gap of those who wanted to see them; broken ones are one of the whole file. */
function undecodedPart(failure: StepFailure, { child }: Plan): Part {
  if (refusalOf(failure) === undefined) return { ...NOTHING, gaps: [gapOf('media', failure)] };
  const blind = [...(child.face === false ? [] : ['face']), ...(child.ocr === false ? [] : ['ocr'])];
  return { ...NOTHING, gaps: blind.map((detector) => gapOf(detector, failure)) };
}

/**
 * Comments and prompts in metadata are texts as well; what is found there has the field as its place and goes with it. What stands
 * beyond the first 16,384 units of all of them is reported as not read; it goes too. Text that a drawing shows comes first, and does
 * not go: what is beyond is a gap.
 */
async function metadataPart({ metadata, thumbnails }: Outcomes, plan: Plan, call: LookCall): Promise<Part> {
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

function facePart({ face }: Outcomes, isLong: boolean): Part {
  if (face === undefined) return NOTHING;
  if (!face.ok) return { ...NOTHING, gaps: [gapOf('face', face.failure)] };
  if (isLong) return { detections: face.value, gaps: [{ detector: 'face', reason: 'truncated' }], complete: [] };
  return { detections: face.value, gaps: [], complete: ['face'] };
}

async function textPart({ lines }: Outcomes, isLong: boolean, plan: Plan, call: LookCall): Promise<Part> {
  if (lines === undefined) return NOTHING;
  if (!lines.ok) return { ...NOTHING, gaps: [gapOf('ocr', lines.failure)] };
  const detections: Detection[] = [];
  const gaps: FoundGap[] = [];
  if (isLong) gaps.push({ detector: 'ocr', reason: 'truncated' });
  const found = await findInTexts(
    lines.value.map(({ text }) => text),
    plan,
    call,
  );
  for (const [index, line] of lines.value.entries()) {
    const read = (found[index]?.detections ?? []).filter(
      ({ type, score }) => type !== 'person' || score >= LIKELY_NAME,
    );
    detections.push(...read.map((detection) => inBox(detection, line)));
    gaps.push(...(found[index]?.gaps ?? []));
  }
  return { detections, gaps, complete: isLong ? [] : completeTypes(plan, gaps) };
}

function inField({ start: _start, end: _end, path: _path, ...detection }: TextDetection, field: string): Detection {
  return { ...detection, field };
}

function inBox({ start, end, path: _path, ...detection }: TextDetection, line: TextLine): Detection {
  return { ...detection, source: 'ocr', box: boxOfSpan(line, start, end) };
}
