/** One text through the linear text detectors, the host's own lists and the question whose data it is. Pure. */
import type { AccountIdentity } from '../../core/types.ts';
import { resolveSubject } from '../../detectors/subject.ts';
import type { TextDetection } from '../../detectors/text-detector.ts';
import type { FoundGap } from './look.ts';
import type { TextTools } from './text-tools.ts';

export interface TextCall {
  readonly account: AccountIdentity;
  readonly fieldName?: string | undefined;
}

export interface FoundInText {
  readonly detections: readonly TextDetection[];
  readonly gaps: readonly FoundGap[];
}

/** `persons`: what the detector of names, which runs in a child, found in the same text. */
export function findInText(
  text: string,
  { detectors, lists }: TextTools,
  call: TextCall,
  persons: readonly TextDetection[] = [],
): FoundInText {
  let found: readonly TextDetection[] = [];
  const gaps: FoundGap[] = [];
  for (const detector of detectors) {
    try {
      found = [...found, ...detector.detect(text, { fieldName: call.fieldName })];
    } catch {
      // Whatever it was, the detector has not looked: that is all a report says, an error's message may quote the text.
      gaps.push({ detector: detector.id, reason: 'failed' });
    }
  }
  // What lies in a place of another type is no name: `anna.smith@…`.
  const names = persons.filter((person) => !found.some((other) => overlap(person, other)));
  const listed = lists.apply(text, [...found, ...names]);
  return { detections: listed.map((detection) => withSubject(text, detection, call.account)), gaps };
}

function overlap(a: TextDetection, b: TextDetection): boolean {
  return a.start < b.end && b.start < a.end;
}

function withSubject(text: string, detection: TextDetection, account: AccountIdentity): TextDetection {
  const { subject, reasons: signals } = resolveSubject(text, detection, account);
  const reasons = [...(detection.reasons ?? []), ...signals];
  return { ...detection, subject, ...(reasons.length > 0 && { reasons }) };
}
