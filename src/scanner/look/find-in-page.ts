/** One block of text of a picture through the search, as it was read and as it may have been meant. Pure. */
import { OCR_REPAIRED, type OcrView, ocrViews } from '../../detectors/ocr-views.ts';
import type { PageText } from '../../detectors/page-text.ts';
import { type MisreadZone, misreadZones, type ZoneLine } from '../../detectors/passport/misread-zone.ts';
import type { TextDetection } from '../../detectors/text-detector.ts';
import { weigh } from '../../detectors/weigh.ts';
import { type FoundInText, findInText, type TextCall } from './find-in-text.ts';
import { type FoundGap, onceEach } from './look.ts';
import { mergeViews } from './merge-views.ts';
import type { TextTools } from './text-tools.ts';

/** What is found after a repair is a little less sure than what was read. */
const REPAIR = { signal: OCR_REPAIRED, weight: -0.05 };
/** By the check digits of a zone that fit, from none to all three. */
const ZONE_SCORES = [0.6, 0.75, 0.85, 0.95];
/** From `sure` on a name or an address needs nothing else; from `alone` on a line may be one by itself. */
const NAME = { sure: 0.8, alone: 0.4 };
const ADDRESS = { sure: 0.7, alone: 0.5 };
const CONTACT: readonly TextDetection['type'][] = ['person', 'phone', 'email'];
const CONTACT_SURE = 0.7;
const MAX_ROWS_TO_CONTACT = 2;
const ROW_NUMBER = /\n\d$/;
/** A reader of pictures disguises nothing: what reads otherwise was misread. */
const DISGUISED = 'disguised';

/** `asRead` is what the search found in the page's text; the answer has all that its repairs add. */
export function findInPage(page: PageText, asRead: FoundInText, tools: TextTools, call: TextCall): FoundInText {
  const gaps: FoundGap[] = [...asRead.gaps];
  const repaired: TextDetection[] = zonesOf(page, tools, call);
  for (const view of ocrViews(page.text)) {
    const found = findInText(view.text, tools, call);
    gaps.push(...found.gaps);
    repaired.push(...found.detections.flatMap((detection) => fromView(detection, view, tools)));
  }
  const aloneIn = onceForEachText(tools);
  const given = asRead.detections
    .filter((one) => isFoundAlone(one, page, aloneIn) || isBesideContact(one, page, asRead.detections))
    .map((one) => withoutDisguise(withoutNextRow(one, page)));
  return { detections: mergeViews(given, repaired), gaps: onceEach(gaps) };
}

/**
 * What stands above and below makes a name of a word in capitals (`LOT` below a date), and an address of a reference above a tax. One word that
 * the model is not sure of, and an address over several lines that is little more than possible, have to be one of their lines' own as well.
 */
function isFoundAlone({ type, score, start, end }: TextDetection, page: PageText, aloneIn: AloneIn): boolean {
  const value = page.text.slice(start, end);
  const isDoubtful =
    (type === 'person' && score < NAME.sure && !/\s/.test(value)) ||
    (type === 'address' && score < ADDRESS.sure && value.includes('\n'));
  if (!isDoubtful) return true;
  const { alone } = type === 'person' ? NAME : ADDRESS;
  const touched = page.pieces.filter((piece) => piece.start < end && start < piece.end);
  return touched.some(({ segment }) => aloneIn(segment.text, type)?.some((one) => one.score >= alone) ?? true);
}

/** What the detector of that name finds in a text by itself; undefined where there is none. */
type AloneIn = (text: string, id: string) => readonly TextDetection[] | undefined;

/** A line of many doubtful names is searched once, not once for each of them. */
function onceForEachText({ detectors }: TextTools): AloneIn {
  const found = new Map<string, readonly TextDetection[] | undefined>();
  return (text, id) => {
    const key = `${id} ${text}`;
    if (!found.has(key)) found.set(key, detectors.find((detector) => detector.id === id)?.detect(text));
    return found.get(key);
  };
}

/** An address that stands below a name or beside a way to reach somebody needs no line of its own. */
function isBesideContact(
  { type, start, end }: TextDetection,
  { text }: PageText,
  found: readonly TextDetection[],
): boolean {
  if (type !== 'address') return false;
  return found.some((other) => {
    if (!CONTACT.includes(other.type) || other.score < CONTACT_SURE) return false;
    const between = other.end <= start ? text.slice(other.end, start) : text.slice(end, Math.max(end, other.start));
    return (between.match(/\n/g)?.length ?? 0) <= MAX_ROWS_TO_CONTACT;
  });
}

/** A number that goes on with one digit of the next row has taken the number of that row. */
function withoutNextRow(detection: TextDetection, { text }: PageText): TextDetection {
  if (detection.type !== 'phone') return detection;
  const value = text.slice(detection.start, detection.end);
  const tail = ROW_NUMBER.exec(value);
  return tail === null ? detection : { ...detection, end: detection.start + tail.index };
}

function fromView(detection: TextDetection, view: OcrView, { rules }: TextTools): TextDetection[] {
  if (!view.isTrusted(detection)) return [];
  const { score, trace } = weigh([{ signal: 'base', weight: detection.score }, REPAIR]);
  if (score < (rules[detection.type]?.threshold ?? 0)) return [];
  const reasons = [...(detection.reasons ?? []).filter((reason) => reason !== DISGUISED), OCR_REPAIRED];
  const steps = detection.trace === undefined ? {} : { trace: [...detection.trace, ...trace.slice(1)] };
  return [{ ...detection, ...steps, score, reasons, ...view.placeOf(detection.start, detection.end) }];
}

function withoutDisguise(detection: TextDetection): TextDetection {
  const { reasons } = detection;
  if (reasons?.includes(DISGUISED) !== true) return detection;
  return { ...detection, reasons: reasons.map((reason) => (reason === DISGUISED ? OCR_REPAIRED : reason)) };
}

/** Zones of documents that were misread; the search finds the others. */
function zonesOf(
  { text, pieces }: PageText,
  { detectors, rules }: TextTools,
  { explain = false }: TextCall,
): TextDetection[] {
  if (!detectors.some(({ id }) => id === 'passport')) return [];
  return misreadZones(rowsOf(text, pieces)).flatMap((zone) => {
    const detection = zoneDetection(zone, explain);
    return detection.score < (rules[detection.type]?.threshold ?? 0) ? [] : [detection];
  });
}

function zoneDetection({ start, end, kind, checks }: MisreadZone, explain: boolean): TextDetection {
  const type = kind === 'card' ? 'national-id' : 'passport';
  const score = ZONE_SCORES[checks] ?? 0;
  const trace = [{ signal: checks > 0 ? 'checksum' : 'form', weight: score }];
  const reasons = [OCR_REPAIRED];
  return { type, detector: 'passport', start, end, score, subject: 'unknown', reasons, ...(explain && { trace }) };
}

function rowsOf(text: string, pieces: PageText['pieces']): ZoneLine[] {
  const rows = new Map<number, { start: number; end: number }>();
  for (const { row, start, end } of pieces) {
    const known = rows.get(row);
    if (known === undefined) rows.set(row, { start, end });
    else known.end = end;
  }
  return [...rows.values()].map(({ start, end }) => ({ start, end, text: text.slice(start, end) }));
}
