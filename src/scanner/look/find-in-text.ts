/** One text through the text detectors, the host's own lists and the question whose data it is, in each of its views. Pure. */
import type { AccountIdentity, FindingType } from '../../core/types.ts';
import { agreeWithNeighbours } from '../../detectors/agree-with-neighbours.ts';
import { settleOverlaps } from '../../detectors/settle-overlaps.ts';
import { type ResolvedSubject, resolveSubjects } from '../../detectors/subject.ts';
import { mayHaveDigit, type TextDetection } from '../../detectors/text-detector.ts';
import { type TextView, viewsOf } from '../../detectors/text-views.ts';
import { type FoundGap, TRUNCATED } from './look.ts';
import { mergeViews } from './merge-views.ts';
import type { TextTools } from './text-tools.ts';

/** The reason of what stands in the text otherwise than a reader sees it. */
const DISGUISED = 'disguised';
const UNKNOWN: ResolvedSubject = { subject: 'unknown', reasons: [] };
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

/** Never throws for content: what failed outside of the detectors is a gap of the whole text. */
export function findInText(text: string, tools: TextTools, call: TextCall): FoundInText {
  try {
    return findInViews(text, tools, call);
  } catch {
    // Its message may quote the text.
    return { detections: [], gaps: [{ detector: 'media', reason: 'failed' }] };
  }
}

function findInViews(text: string, tools: TextTools, call: TextCall): FoundInText {
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
  const hasDigit = mayHaveDigit(text);
  for (const { id, types, needsDigit, detect } of detectors) {
    if (needsDigit && !hasDigit) continue;
    try {
      for (const one of detect(text, { fieldName, countries: countriesOf(types, rules) })) found.push(one);
    } catch {
      gaps.push(id);
    }
  }
  const thresholdOf = (type: FindingType): number => rules[type]?.threshold ?? 0;
  const agreed = agreeWithNeighbours(text, found, thresholdOf);
  const sure = agreed.filter(({ type, score }) => score >= thresholdOf(type));
  const settled = settleOverlaps(lists.apply(text, sure));
  const subjects = resolveSubjects(text, settled, account);
  const detections: TextDetection[] = [];
  for (const [at, { trace, ...detection }] of settled.entries()) {
    const { start, end } = detection;
    if (!isNew(start, end)) continue;
    const place = placeOf(start, end);
    const isDisguised = readsOtherwise(given.slice(place.start, place.end), text.slice(start, end));
    const { subject, reasons: signals } = subjects[at] ?? UNKNOWN;
    const reasons = [...(detection.reasons ?? []), ...signals, ...(isDisguised ? [DISGUISED] : [])];
    detections.push({
      ...detection,
      // A detector that knows whose it is has said so.
      subject: detection.subject ?? subject,
      ...(reasons.length > 0 && { reasons }),
      ...(explain && trace && { trace }),
      ...place,
    });
  }
  return { detections, gaps };
}

function countriesOf(types: readonly FindingType[], rules: TextTools['rules']): readonly string[] | undefined {
  for (const type of types) {
    const countries = rules[type]?.countries;
    if (countries !== undefined) return countries;
  }
  return undefined;
}

/** Typesetters' blanks, hyphens and letters of two code points hide nothing. */
function readsOtherwise(given: string, read: string): boolean {
  if (given === read) return false;
  return (
    given.normalize('NFC').replace(TYPESET_BLANK, ' ').replace(TYPESET_HYPHEN, '-').replaceAll('\u00ad', '') !== read
  );
}
