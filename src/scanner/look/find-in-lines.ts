/** The lines that were read from a picture, through the search for text: each finding with its box. */
import { presetTable } from '../../core/presets.ts';
import type { BoxPlace, Detection } from '../../core/types.ts';
import { boxOfSpan } from '../../detectors/line-boxes.ts';
import type { TextLine } from '../../detectors/read-text.ts';
import type { TextDetection } from '../../detectors/text-detector.ts';
import type { Plan } from '../plan.ts';
import { findInTexts, type LookCall } from './find-in-texts.ts';
import type { FoundGap } from './look.ts';

export interface FoundInPicture {
  readonly detections: readonly (Detection & BoxPlace)[];
  readonly gaps: readonly FoundGap[];
}

/** Letters read from a picture are noisy: of names only the likely tier counts, under every preset. */
const LIKELY_NAME = presetTable('balanced').person.threshold;

export async function findInLines(lines: readonly TextLine[], plan: Plan, call: LookCall): Promise<FoundInPicture> {
  const found = await findInTexts(
    lines.map(({ text }) => text),
    plan,
    call,
  );
  const detections = lines.flatMap((line, index) =>
    (found[index]?.detections ?? [])
      .filter(({ type, score }) => type !== 'person' || score >= LIKELY_NAME)
      .map((detection) => inBox(detection, line)),
  );
  return { detections, gaps: found.flatMap(({ gaps }) => gaps) };
}

function inBox({ start, end, path: _path, ...detection }: TextDetection, line: TextLine): Detection & BoxPlace {
  return { ...detection, source: 'ocr', box: boxOfSpan(line, start, end) };
}
