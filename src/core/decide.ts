/** The rule from detections and policy to findings and verdict. Pure; the strictest action of any finding wins, any gap holds. */
import { type Policy, ruleOf, type TypeRule } from './policy.ts';
import { isMetadata } from './presets.ts';
import {
  type Action,
  type Detection,
  type Finding,
  type Gap,
  type Subject,
  type Verdict,
  VISIBLE_FIELDS,
} from './types.ts';

export interface Decision {
  readonly verdict: Verdict;
  readonly findings: readonly Finding[];
}

/** Detections under their type's threshold, size or switch are left out; the others get an id and an action. */
export function decide(detections: readonly Detection[], gaps: readonly Gap[], policy: Policy): Decision {
  const findings = detections
    .filter((detection) => isReported(detection, ruleOf(policy, detection.type)))
    .map((detection, index): Finding => ({ ...detection, id: `f${index + 1}`, action: actionFor(detection, policy) }));
  return { findings, verdict: verdictOf(findings, gaps, policy) };
}

/** The verdict of findings that already have their actions. */
export function verdictOf(
  findings: readonly Finding[],
  gaps: readonly Gap[],
  policy: Pick<Policy, 'holdsOnGaps'>,
): Verdict {
  const isAny = (action: Action): boolean => findings.some((finding) => finding.action === action);
  if (isAny('block')) return 'block';
  return isAny('confirm') || (gaps.length > 0 && policy.holdsOnGaps) ? 'hold' : 'pass';
}

/** The strictest of several verdicts answers for all. */
export function strictestVerdict(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes('block')) return 'block';
  return verdicts.includes('hold') ? 'hold' : 'pass';
}

function isReported(detection: Detection, rule: TypeRule): boolean {
  if (!rule.enabled || detection.score < rule.threshold) return false;
  if (!('box' in detection)) return true;
  const { height } = detection.box;
  return height >= (rule.minSize ?? 0) && height <= (rule.maxSize ?? Number.POSITIVE_INFINITY);
}

function actionFor(detection: Detection, policy: Policy): Action {
  const { type, subject } = detection;
  const { action } = ruleOf(policy, type);
  if (isMetadata(type)) return action;
  if (relaxes(subject, type)) return 'allow';
  // Something found within a field of metadata goes when the field is stripped: nobody has to be asked about it.
  const goes = 'field' in detection && !VISIBLE_FIELDS.includes(detection.field);
  return goes && action !== 'allow' ? 'strip' : action;
}

function relaxes(subject: Subject | undefined, type: string): boolean {
  if (subject === 'self' || subject === 'organisation') return true;
  return (subject === 'fictional' || subject === 'public') && type === 'person';
}
