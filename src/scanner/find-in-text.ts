/** The linear text detectors over one text, in this process: places with the subject that they seem to belong to. */
import type { AccountIdentity } from '../core/types.ts';
import { resolveSubject } from '../detectors/subject.ts';
import type { TextDetection, TextDetector } from '../detectors/text-detector.ts';
import { type FoundGap } from './look.ts';

export interface TextCall {
  readonly account: AccountIdentity;
  readonly fieldName?: string | undefined;
}

export interface FoundInText {
  readonly detections: readonly TextDetection[];
  readonly gaps: readonly FoundGap[];
}

export function findInText(text: string, detectors: readonly TextDetector[], call: TextCall): FoundInText {
  const detections: TextDetection[] = [];
  const gaps: FoundGap[] = [];
  for (const detector of detectors) {
    try {
      detections.push(...detector.detect(text, { fieldName: call.fieldName }));
    } catch {
      // Whatever it was, the detector has not looked: that is all a report says, an error's message may quote the text.
      gaps.push({ detector: detector.id, reason: 'failed' });
    }
  }
  return { detections: detections.map((detection) => withSubject(text, detection, call.account)), gaps };
}

/** Names beside what the other detectors found; what lies in a sure place of another type is no name (`anna.smith@…`). */
export function addPersons(
  text: string,
  found: readonly TextDetection[],
  persons: readonly TextDetection[],
  account: AccountIdentity,
): readonly TextDetection[] {
  const isFree = (person: TextDetection) => !found.some(({ start, end }) => start < person.end && person.start < end);
  const added = persons.filter(isFree).map((person) => withSubject(text, person, account));
  return [...found, ...added].sort((a, b) => a.start - b.start || a.end - b.end);
}

function withSubject(text: string, detection: TextDetection, account: AccountIdentity): TextDetection {
  const { subject, reasons } = resolveSubject(text, detection, account);
  return { ...detection, subject, ...(reasons.length > 0 && { reasons: [...(detection.reasons ?? []), ...reasons] }) };
}
