/** One text through the text detectors, the host's own lists and the question whose data it is, in each of its views. Pure. */
import type { AccountIdentity, FindingType } from '../../core/types.ts';
import { agreeWithNeighbours } from '../../detectors/agree-with-neighbours.ts';
import { settleOverlaps } from '../../detectors/settle-overlaps.ts';
import { type ResolvedSubject, resolveSubjects } from '../../detectors/subject.ts';
import type { TextDetection } from '../../detectors/text-detector.ts';
import { type TextView, viewsOf } from '../../detectors/text-views.ts';
import { type FoundGap, TRUNCATED } from './look.ts';
import { mergeViews } from './merge-views.ts';
import type { TextTools } from './text-tools.ts';

/** The reason of what stands in the text otherwise than a reader sees it. */
const DISGUISED = 'disguised';
const TYPESET_BLANK = /[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g;
const TYPESET_HYPHEN = /[\u2010-\u2015\u2212]/g;

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
  const [whole, ...windows] = viewsOf(text).map((view, index) =>
    findInView(text, view, tools, call, call.byHost?.[index]),
  );
  const detections = mergeViews(
    whole?.detections ?? [],
    windows.flatMap(({ detections }) => detections),
  );
  // Whatever it was, the detector has not looked: that is all a report says, an error's message may quote the text.
  const failed = new Set([whole, ...windows].flatMap((found) => found?.gaps ?? []));
  const gaps = [...failed].map((detector): FoundGap => ({ detector, reason: 'failed' }));
  if (detections.length <= tools.maxFindings) return { detections, gaps };
  return { detections: detections.slice(0, tools.maxFindings), gaps: [TRUNCATED, ...gaps] };
}

function findInView(
  given: string,
  { text, placeOf, isNew }: TextView,
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
  const settled = settleOverlaps(lists.apply(text, sure));
  const subjects = resolveSubjects(text, settled, account);
  const owned = settled.map((detection, at) => withSubject(detection, subjects[at]));
  const detections = owned
    .filter(({ start, end }) => isNew(start, end))
    .map(({ trace, ...detection }) => {
      const place = placeOf(detection.start, detection.end);
      const read = text.slice(detection.start, detection.end);
      const isDisguised = readsOtherwise(given.slice(place.start, place.end), read);
      const reasons = [...(detection.reasons ?? []), ...(isDisguised ? [DISGUISED] : [])];
      return { ...detection, ...(reasons.length > 0 && { reasons }), ...(explain && trace && { trace }), ...place };
    });
  return { detections, gaps };
}

/** Typesetters' blanks, hyphens and letters of two code points hide nothing. */
function readsOtherwise(given: string, read: string): boolean {
  if (given === read) return false;
  return (
    given.normalize('NFC').replace(TYPESET_BLANK, ' ').replace(TYPESET_HYPHEN, '-').replaceAll('\u00ad', '') !== read
  );
}

function withSubject(
  detection: TextDetection,
  { subject, reasons: signals }: ResolvedSubject = { subject: 'unknown', reasons: [] },
): TextDetection {
  const reasons = [...(detection.reasons ?? []), ...signals];
  // A detector that knows whose it is has said so.
  return { ...detection, subject: detection.subject ?? subject, ...(reasons.length > 0 && { reasons }) };
}
