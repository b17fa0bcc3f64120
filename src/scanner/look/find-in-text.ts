/** One text through the text detectors, the host's own lists and the question whose data it is, in each of its views. Pure. */
import type { AccountIdentity, FindingType } from '../../core/types.ts';
import { agreeWithNeighbours } from '../../detectors/agree-with-neighbours.ts';
import { settleOverlaps } from '../../detectors/settle-overlaps.ts';
import { resolveSubject } from '../../detectors/subject.ts';
import type { TextDetection } from '../../detectors/text-detector.ts';
import { type TextView, viewsOf } from '../../detectors/text-views.ts';
import { type FoundGap, TRUNCATED } from './look.ts';
import type { TextTools } from './text-tools.ts';

export interface TextCall {
  readonly account: AccountIdentity;
  readonly fieldName?: string | undefined;
  /** Whether detections keep their `trace`. */
  readonly explain?: boolean | undefined;
  /** What the host's own code found, for each view. */
  readonly byHost?: readonly (readonly TextDetection[])[] | undefined;
}

export interface FoundInText {
  readonly detections: readonly TextDetection[];
  readonly gaps: readonly FoundGap[];
}

export function findInText(text: string, tools: TextTools, call: TextCall): FoundInText {
  const views = viewsOf(text).map((view, index) => findInView(view, tools, call, call.byHost?.[index]));
  const detections = settleOverlaps(views.flatMap(({ detections }) => detections));
  // Whatever it was, the detector has not looked: that is all a report says, an error's message may quote the text.
  const failed = new Set(views.flatMap(({ gaps }) => gaps));
  const gaps = [...failed].map((detector): FoundGap => ({ detector, reason: 'failed' }));
  if (detections.length <= tools.maxFindings) return { detections, gaps };
  return { detections: detections.slice(0, tools.maxFindings), gaps: [TRUNCATED, ...gaps] };
}

function findInView(
  { text, placeOf }: TextView,
  { detectors, lists, rules }: TextTools,
  { account, fieldName, explain = false }: TextCall,
  byHost: readonly TextDetection[] = [],
): { readonly detections: readonly TextDetection[]; readonly gaps: readonly string[] } {
  const found: TextDetection[] = [...byHost];
  const gaps: string[] = [];
  for (const { id, types, detect } of detectors) {
    try {
      const countries = types.map((type) => rules[type]?.countries).find((given) => given !== undefined);
      for (const one of detect(text, { fieldName, countries })) found.push(one);
    } catch {
      gaps.push(id);
    }
  }
  const thresholdOf = (type: FindingType): number => rules[type]?.threshold ?? 0;
  const agreed = agreeWithNeighbours(text, found, thresholdOf);
  const sure = agreed.filter(({ type, score }) => score >= thresholdOf(type));
  const detections = settleOverlaps(lists.apply(text, sure)).map((detection) => {
    const { trace, ...rest } = withSubject(text, detection, account);
    return { ...rest, ...(explain && trace && { trace }), ...placeOf(detection.start, detection.end) };
  });
  return { detections, gaps };
}

function withSubject(text: string, detection: TextDetection, account: AccountIdentity): TextDetection {
  const { subject, reasons: signals } = resolveSubject(text, detection, account);
  const reasons = [...(detection.reasons ?? []), ...signals];
  return { ...detection, subject, ...(reasons.length > 0 && { reasons }) };
}
