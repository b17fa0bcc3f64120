/** One place in a text is one thing: of detections of several types that overlap, the surest stays. Pure, n log n. */
import type { FindingType } from '../core/types.ts';
import type { TextDetection } from './text-detector.ts';

/** What is said of a person spans the words that say it; names and numbers among them stay findings of their own. */
const STATEMENTS: readonly FindingType[] = ['minor', 'special-category'];
/** `anna.smith@…`, "Robert Koch Street": a name inside of something else is part of it, however sure. */
const YIELDING: readonly FindingType[] = ['person'];
/** Numbers with a checksum over all of their digits: a telephone number among these is a part of it, whatever word stands near. */
const CHECKED: readonly FindingType[] = ['payment-card', 'iban'];

/** Detections in the order of their places. */
export function settleOverlaps(detections: readonly TextDetection[]): TextDetection[] {
  const settled: TextDetection[] = [];
  for (const detection of detections.filter((one) => !isStatement(one)).sort(inPlace)) {
    const rivals = rivalsOf(detection, settled);
    if (rivals.some((rival) => !isWeaker(rival, detection))) continue;
    settled.length -= rivals.length;
    settled.push(detection);
  }
  return [...settled, ...detections.filter(isStatement)].sort(inPlace);
}

/** What was settled is in order and without overlaps: only its last ones reach the next place. */
function rivalsOf({ start }: TextDetection, settled: readonly TextDetection[]): TextDetection[] {
  const first = settled.findLastIndex(({ end }) => end <= start) + 1;
  return settled.slice(first);
}

function isWeaker(a: TextDetection, b: TextDetection): boolean {
  const [partA, partB] = [isPartOf(a, b), isPartOf(b, a)];
  if (partA !== partB) return partA;
  const [yieldsA, yieldsB] = [YIELDING.includes(a.type), YIELDING.includes(b.type)];
  if (yieldsA !== yieldsB) return yieldsA;
  if (a.score !== b.score) return a.score < b.score;
  return a.end - a.start < b.end - b.start;
}

function isPartOf(part: TextDetection, whole: TextDetection): boolean {
  return part.type === 'phone' && CHECKED.includes(whole.type) && whole.start <= part.start && part.end <= whole.end;
}

function isStatement({ type }: TextDetection): boolean {
  return STATEMENTS.includes(type);
}

function inPlace(a: TextDetection, b: TextDetection): number {
  return a.start - b.start || b.end - a.end;
}
