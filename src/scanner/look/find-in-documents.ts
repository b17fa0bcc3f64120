/** What the kind of document that a frame shows adds to what the search found on its pages. Pure. */
import { namesOfThings } from '../../detectors/document-kind/names-of-things.ts';
import { documentFindings, type Raised } from '../../detectors/document-kind.ts';
import type { PageText } from '../../detectors/page-text.ts';
import { resolveSubjects } from '../../detectors/subject.ts';
import type { TextDetection } from '../../detectors/text-detector.ts';
import type { TextCall } from './find-in-text.ts';
import { mergeViews } from './merge-views.ts';
import type { TextTools } from './text-tools.ts';

export interface FoundOnPage {
  readonly page: PageText;
  readonly detections: readonly TextDetection[];
  /** Places that are one box each, whatever else stands in it. */
  readonly blocks?: readonly TextDetection[];
}

/** All pages of one picture, with what their documents add, in the order given. */
export function findInDocuments(
  found: readonly FoundOnPage[],
  tools: TextTools,
  call: TextCall,
): readonly FoundOnPage[] {
  const added = new Map<PageText, Raised[]>();
  const things = new Set<TextDetection>();
  for (const frame of new Set(found.map(({ page }) => page.frame))) {
    const own = found.filter(({ page }) => page.frame === frame);
    const pages = own.map(({ page }) => page);
    const detections = own.map((one) => one.detections);
    for (const one of namesOfThings(pages, detections)) things.add(one);
    const raised = documentFindings(pages, detections, namesIn(tools));
    for (const one of raised.filter(({ detection }) => isWanted(detection, tools))) {
      const page = own[one.page]?.page;
      if (page !== undefined) added.set(page, [...(added.get(page) ?? []), one]);
    }
  }
  return found.map(({ page, detections }) => {
    const raised = added.get(page) ?? [];
    const [blocks, places] = [true, false].map((isWhole) =>
      withSubjects(page.text, detectionsOf(raised, isWhole), tools, call),
    );
    const kept = detections.filter((one) => !things.has(one));
    return { page, detections: mergeViews(kept, places ?? []), blocks: blocks ?? [] };
  });
}

function detectionsOf(raised: readonly Raised[], isWhole: boolean): TextDetection[] {
  return raised.filter((one) => (one.isWhole === true) === isWhole).map(({ detection }) => detection);
}

/** Of the model of names, where it is in use. */
function namesIn({ detectors }: TextTools): (text: string) => readonly TextDetection[] {
  const names = detectors.find(({ id }) => id === 'person');
  return (text) => names?.detect(text).filter(({ type }) => type === 'person') ?? [];
}

function isWanted({ type, score }: TextDetection, { rules }: TextTools): boolean {
  const rule = rules[type];
  return rule?.enabled === true && score >= rule.threshold;
}

function withSubjects(
  text: string,
  raised: readonly TextDetection[],
  { lists }: TextTools,
  { account, explain = false }: TextCall,
): TextDetection[] {
  if (raised.length === 0) return [];
  const kept = lists.apply(text, raised).filter((one) => raised.includes(one));
  const subjects = resolveSubjects(text, kept, account);
  return kept.map((detection, at) => {
    const { subject = 'unknown', reasons = [] } = subjects[at] ?? {};
    const trace = [{ signal: 'layout', weight: detection.score }];
    return { ...detection, ...(explain && { trace }), subject, reasons: [...(detection.reasons ?? []), ...reasons] };
  });
}
