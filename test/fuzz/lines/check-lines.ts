/** What must hold for any lines whatever. */
import { boxAround } from '../../../src/core/boxes.ts';
import { parseScannerOptions } from '../../../src/core/options-schema.ts';
import type { Box } from '../../../src/core/types.ts';
import { ocrViews } from '../../../src/detectors/ocr-views.ts';
import { type PageText, pageTexts } from '../../../src/detectors/page-text.ts';
import { misreadZones, type ZoneLine } from '../../../src/detectors/passport/misread-zone.ts';
import type { TextLine } from '../../../src/detectors/read-text.ts';
import { findInLines } from '../../../src/scanner/look/find-in-lines.ts';
import { createPlan } from '../../../src/scanner/plan.ts';
import { checkFound } from '../check-found.ts';
import { type Next, pick } from '../numbers.ts';
import type { MadeLines } from './make-lines.ts';

const PLANS = (['balanced', 'strict'] as const).map((preset) => createPlan(parseScannerOptions({ preset })));

/** Rejects with the first thing that does not hold. Resolves with whether something was found. */
export async function checkLines({ lines, isOrderly }: MadeLines, next: Next): Promise<boolean> {
  const pages = pageTexts(lines);
  checkPages(pages, lines);
  for (const { text } of pages) checkViews(text);
  checkZones(lines);
  const call = { account: {}, explain: next(2) === 0 };
  const found = await findInLines(lines, pick(PLANS, next), call);
  checkFound(found, isOrderly ? aroundAll(lines) : undefined);
  return found.detections.length > 0;
}

/** Every word of every line stands in one page's text, and leads back to its place. */
function checkPages(pages: readonly PageText[], lines: readonly TextLine[]): void {
  let words = 0;
  for (const { text, pieces, partsOf } of pages) {
    for (const { segment, start, end } of pieces) {
      if (text.slice(start, end) !== segment.text) throw new Error('a piece stands elsewhere');
      if (segment.line.text.slice(segment.start, segment.end) !== segment.text) throw new Error('a segment is another');
      words += segment.line.words.filter((word) => word.start >= segment.start && word.end <= segment.end).length;
    }
    const parts = partsOf(0, text.length);
    if (parts.length !== pieces.length) throw new Error('a page has other parts than pieces');
    if (parts.some(({ line, start, end }) => !(start >= 0 && start < end && end <= line.text.length)))
      throw new Error('a part lies outside of its line');
  }
  if (words !== lines.reduce((sum, line) => sum + line.words.length, 0)) throw new Error('a word is lost or doubled');
}

function checkViews(text: string): void {
  for (const view of ocrViews(text))
    for (let unit = 0; unit < view.text.length; unit++) {
      const { start, end } = view.placeOf(unit, unit + 1);
      if (!(start >= 0 && start < end && end <= text.length)) throw new Error('a view has a place outside of its text');
    }
}

function checkZones(lines: readonly TextLine[]): void {
  const rows: ZoneLine[] = [];
  for (const { text } of lines) {
    const start = (rows.at(-1)?.end ?? -1) + 1;
    rows.push({ start, end: start + text.length, text });
  }
  let from = 0;
  for (const { start, end } of misreadZones(rows)) {
    if (!(start >= from && start < end && end <= (rows.at(-1)?.end ?? 0)))
      throw new Error('zones overlap or lie outside');
    from = end;
  }
}

function aroundAll(lines: readonly TextLine[]): Box | undefined {
  const [first, ...others] = lines.flatMap(({ words }) => words.map(({ box }) => box));
  return first && others.reduce(boxAround, first);
}
