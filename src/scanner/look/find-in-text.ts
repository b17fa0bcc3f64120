/** One text through the text detectors, the host's own lists and the question whose data it is, in each of its views. Pure. */
import type { AccountIdentity } from '../../core/types.ts';
import { settleOverlaps } from '../../detectors/settle-overlaps.ts';
import { type ResolvedSubject, resolveSubjects } from '../../detectors/subject.ts';
import type { TextDetection } from '../../detectors/text-detector.ts';
import { type TextView, viewsOf } from '../../detectors/text-views.ts';
import type { FoundGap } from './look.ts';
import type { TextTools } from './text-tools.ts';

export interface TextCall {
  readonly account: AccountIdentity;
  readonly fieldName?: string | undefined;
  /** Whether detections keep their `trace`. */
  readonly explain?: boolean | undefined;
}

export interface FoundInText {
  readonly detections: readonly TextDetection[];
  readonly gaps: readonly FoundGap[];
}

export function findInText(text: string, tools: TextTools, call: TextCall): FoundInText {
  const views = viewsOf(text).map((view) => findInView(view, tools, call));
  const failed = new Set(views.flatMap(({ gaps }) => gaps));
  return {
    detections: settleOverlaps(views.flatMap(({ detections }) => detections)),
    // Whatever it was, the detector has not looked: that is all a report says, an error's message may quote the text.
    gaps: [...failed].map((detector) => ({ detector, reason: 'failed' })),
  };
}

function findInView(
  { text, placeOf }: TextView,
  { detectors, lists, rules }: TextTools,
  { account, fieldName, explain = false }: TextCall,
): { readonly detections: readonly TextDetection[]; readonly gaps: readonly string[] } {
  const found: TextDetection[] = [];
  const gaps: string[] = [];
  for (const { id, types, detect } of detectors) {
    try {
      const countries = types.map((type) => rules[type]?.countries).find((given) => given !== undefined);
      for (const one of detect(text, { fieldName, countries })) found.push(one);
    } catch {
      gaps.push(id);
    }
  }
  const sure = found.filter(({ type, score }) => score >= (rules[type]?.threshold ?? 0));
  const settled = settleOverlaps(lists.apply(text, sure));
  const subjects = resolveSubjects(text, settled, account);
  const detections = settled.map((detection, at) => {
    const { trace, ...rest } = withSubject(detection, subjects[at]);
    return { ...rest, ...(explain && trace && { trace }), ...placeOf(detection.start, detection.end) };
  });
  return { detections, gaps };
}

function withSubject(
  detection: TextDetection,
  { subject, reasons: signals }: ResolvedSubject = { subject: 'unknown', reasons: [] },
): TextDetection {
  const reasons = [...(detection.reasons ?? []), ...signals];
  // A detector that knows whose it is has said so.
  return { ...detection, subject: detection.subject ?? subject, ...(reasons.length > 0 && { reasons }) };
}
