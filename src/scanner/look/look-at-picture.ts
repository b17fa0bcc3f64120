/** From the answers of a child about one picture to what was seen: each detector's part with its own gaps. */
import type { StripOptions } from '../../core/options.ts';
import { isAnimation } from '../../media/uneven-frames.ts';
import type { SniffedInput } from '../jobs.ts';
import type { Plan } from '../plan.ts';
import type { StepFailure, StepOutcome } from '../protocol.ts';
import { codesPart } from './codes-part.ts';
import { facePart } from './face-part.ts';
import type { LookCall } from './find-in-texts.ts';
import { hiddenPart } from './hidden-part.ts';
import { gapOf, type Look, onceEach, refusalOf, unseen } from './look.ts';
import { mergePlaces } from './merge-places.ts';
import { metadataPart } from './metadata-part.ts';
import { NOTHING, type Outcomes, type Part } from './part.ts';
import { pixelGaps } from './pixel-gaps.ts';
import { textPart } from './text-part.ts';

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
  const isLong = decode?.ok === true && (decode.value.frames < frames || !decode.value.inDetail);
  const failure = decode?.ok === false ? decode.failure : undefined;
  const pixels = failure
    ? [undecodedPart(failure, plan)]
    : [
        facePart(outcomes, isLong || isCutShort(outcomes.face)),
        await codesPart(outcomes, isLong || isCutShort(outcomes.codes), plan, call),
        await textPart(outcomes, isLong || isCutShort(outcomes.lines), plan, call),
      ];
  const seen = pixels.flatMap(({ detections }) => detections);
  const hidden = failure ? NOTHING : await hiddenPart(outcomes, mediaType, seen, plan, call);
  const parts = [await metadataPart(outcomes, plan, call), ...pixels, hidden];
  const incomplete = new Set(parts.flatMap((part) => part.incomplete ?? []));
  const detections = parts.flatMap((part) => part.detections);
  const isBroken = failure !== undefined && refusalOf(failure) === undefined;
  return {
    input: { kind: 'image', mediaType, bytes, width, height, frames },
    detections: isAnimation({ mediaType, frames }) ? mergePlaces(detections) : detections,
    gaps: onceEach(parts.flatMap(({ gaps }) => gaps)),
    // Where the pixels are broken, what the metadata did not show says little.
    complete: isBroken ? [] : parts.flatMap(({ complete }) => complete).filter((type) => !incomplete.has(type)),
    unseen: parts.flatMap(({ unseen = [] }) => unseen),
    ...(metadata?.ok && { kept: metadata.value.kept.filter((what) => stays(what, plan.strip)) }),
  };
}

function isCutShort(outcome: StepOutcome<unknown> | undefined): boolean {
  return outcome?.ok === true && outcome.cutShort === true;
}

function stays(what: string, { keep, mode, orientation }: StripOptions): boolean {
  if (what === 'orientation') return mode === 'lossless' && orientation === 'tag';
  return keep.some((kept) => kept === what);
}

/** Pixels that there is no decoder for are a gap of those who wanted to see them; broken ones are one of the whole file. */
function undecodedPart(failure: StepFailure, plan: Plan): Part {
  if (refusalOf(failure) === undefined) return { ...NOTHING, gaps: [gapOf('media', failure)] };
  return { ...NOTHING, gaps: pixelGaps(plan, failure) };
}
