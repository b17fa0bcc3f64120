/** The lines that were read from a picture, put together as a reader takes them, through the search for text: each finding with its box. */

import { setImmediate as nextTurn } from 'node:timers/promises';
import { boxAround, sharedArea } from '../../core/boxes.ts';
import { presetTable } from '../../core/presets.ts';
import type { Box, BoxPlace, Detection } from '../../core/types.ts';
import { boxOfSpan } from '../../detectors/line-boxes.ts';
import { type LinePart, type PageText, pageTexts } from '../../detectors/page-text.ts';
import type { TextLine } from '../../detectors/read-text.ts';
import type { TextDetection } from '../../detectors/text-detector.ts';
import type { Plan } from '../plan.ts';
import { abortedError } from '../pool/turns.ts';
import { type FoundOnPage, findInDocuments } from './find-in-documents.ts';
import { findInPage } from './find-in-page.ts';
import { findInTexts, type LookCall } from './find-in-texts.ts';
import { type FoundGap, onceEach } from './look.ts';

export interface FoundInPicture {
  readonly detections: readonly (Detection & BoxPlace)[];
  readonly gaps: readonly FoundGap[];
}

/** Letters read from a picture are noisy: of names only the likely tier counts, under every preset. */
const LIKELY_NAME = presetTable('balanced').person.threshold;
/** UTF-16 units and lines of one picture, all frames together: twenty pages of dense print. What is beyond is a gap. */
const MAX_UNITS = 65_536;
const MAX_LINES = 2_000;
const MAX_LINE_UNITS = 2_048;
const TRUNCATED: FoundGap = { detector: 'ocr', reason: 'truncated' };

/** A finding over several lines is one box where that covers nothing else, otherwise a finding for each line. Throws `ABORTED` only. */
export async function findInLines(lines: readonly TextLine[], plan: Plan, call: LookCall): Promise<FoundInPicture> {
  const { lines: read, isCut } = bounded(lines);
  const pages = pageTexts(read);
  const asRead = await findInTexts(
    pages.map(({ text }) => text),
    plan,
    call,
  );
  const gaps: FoundGap[] = isCut ? [TRUNCATED] : [];
  const found: FoundOnPage[] = [];
  for (const [index, page] of pages.entries()) {
    // Each page is as long as a text that this process searches in one go.
    await nextTurn();
    if (call.signal?.aborted) throw abortedError();
    const onPage = findInPage(page, asRead[index] ?? { detections: [], gaps: [] }, plan, call);
    gaps.push(...onPage.gaps);
    found.push({ page, detections: onPage.detections });
  }
  const detections = findInDocuments(found, plan, call).flatMap(({ page, detections: onPage, blocks = [] }) => {
    const sure = onPage.filter(({ type, score }) => type !== 'person' || score >= LIKELY_NAME);
    return [
      ...sure.flatMap((detection) => inBoxes(detection, page, (parts) => boxesOf(parts, page.frame, read))),
      ...blocks.flatMap((block) => inBoxes(block, page, oneBox)),
    ];
  });
  return { detections, gaps: onceEach(gaps) };
}

interface ReadLines {
  readonly lines: readonly TextLine[];
  /** Something was read that is not searched. */
  readonly isCut: boolean;
}

function bounded(given: readonly TextLine[]): ReadLines {
  const lines: TextLine[] = [];
  let units = 0;
  let isCut = false;
  for (const line of given) {
    units += line.text.length + 1;
    if (units > MAX_UNITS || lines.length === MAX_LINES) return { lines, isCut: true };
    isCut ||= line.text.length > MAX_LINE_UNITS;
    lines.push(line.text.length > MAX_LINE_UNITS ? shortened(line) : line);
  }
  return { lines, isCut };
}

function shortened(line: TextLine): TextLine {
  const words = line.words.filter(({ end }) => end <= MAX_LINE_UNITS);
  return { ...line, words, text: line.text.slice(0, words.at(-1)?.end ?? 0) };
}

function inBoxes(
  { start, end, path: _path, ...detection }: TextDetection,
  page: PageText,
  boxesAround: (parts: readonly LinePart[]) => Box[],
): (Detection & BoxPlace)[] {
  const parts = page.partsOf(start, end).filter(hasWord);
  const boxes = boxesAround(parts);
  const [whole] = boxes.length > 1 ? oneBox(parts) : [];
  return boxes.map((box) => ({ ...detection, source: 'ocr', box, ...(whole && { whole }) }));
}

function boxesOf(parts: readonly LinePart[], frame: number, lines: readonly TextLine[]): Box[] {
  return oneBox(parts).flatMap((all) =>
    parts.length > 1 && coversOther(all, parts, frame, lines) ? parts.map(boxOf) : [all],
  );
}

function oneBox(parts: readonly LinePart[]): Box[] {
  const [first, ...others] = parts.map(boxOf);
  return first === undefined ? [] : [others.reduce(boxAround, first)];
}

function boxOf({ line, start, end }: LinePart): Box {
  return boxOfSpan(line, start, end);
}

/** What is between two lines of a finding may be covered with it, unless something stands there. */
function coversOther(box: Box, parts: readonly LinePart[], frame: number, lines: readonly TextLine[]): boolean {
  return lines.some(
    (line) =>
      line.frame === frame &&
      line.words.some(
        (word) =>
          sharedArea(word.box, box) > 0 &&
          !parts.some((part) => part.line === line && word.start < part.end && part.start < word.end),
      ),
  );
}

function hasWord({ line, start, end }: LinePart): boolean {
  return line.words.some((word) => word.start < end && start < word.end);
}
