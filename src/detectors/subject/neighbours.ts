/** What stands around a value among the other detections of its text. Bounded windows over detections in the order of their places. */
import type { TextDetection } from '../text-detector.ts';
import { isLabel, isReceiving } from './owner-words.ts';

/** How far details of one person or shop stand apart. */
const MAX_BESIDE_UNITS = 60;
const MAX_BLOCK_UNITS = 200;
/** More than this many in one block is a list. */
const MAX_NEIGHBOURS = 12;
const WORD = /[\p{L}\p{M}]+(?:[-'’][\p{L}\p{M}]+)*/gu;

/** The places in the list of those that stand within `units` of the one at `at`; itself left out. */
export function around(detections: readonly TextDetection[], at: number, units: number = MAX_BLOCK_UNITS): number[] {
  const here = detections[at];
  if (here === undefined) return [];
  const isNear = (one: TextDetection | undefined): boolean =>
    one !== undefined && here.start - one.end <= units && one.start - here.end <= units;
  let first = at;
  while (at - first < MAX_NEIGHBOURS && isNear(detections[first - 1])) first -= 1;
  let last = at;
  while (last - at < MAX_NEIGHBOURS && isNear(detections[last + 1])) last += 1;
  const near: number[] = [];
  for (let index = first; index <= last; index += 1) if (index !== at) near.push(index);
  return near;
}

/** Whether nothing but labels and marks stands between two values: "Tel. …, E-Mail: …". */
export function isSideBySide(text: string, one: TextDetection, other: TextDetection): boolean {
  const [from, to] = one.end <= other.start ? [one.end, other.start] : [other.end, one.start];
  if (from > to || to - from > MAX_BESIDE_UNITS) return false;
  const between = text.slice(from, to);
  if (/\n[^\S\n]*\n/.test(between)) return false;
  return (between.match(WORD) ?? []).every((word) => isLabel(word.toLowerCase()));
}

/** Whether what stands at `start` is given as a recipient's. */
export function isRecipients(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - MAX_BESIDE_UNITS), start);
  return (before.match(WORD) ?? []).some((word) => isReceiving(word.toLowerCase()));
}
