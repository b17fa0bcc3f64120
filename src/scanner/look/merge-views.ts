/** One list of findings from all views of a text: what several views show is one finding, and none hides a part of another. Pure. */
import { settleOverlaps } from '../../detectors/settle-overlaps.ts';
import type { TextDetection } from '../../detectors/text-detector.ts';

/**
 * `whole` is what the text as a whole showed, `windows` what its windows added, all with places in the text as given. Findings of
 * one type that overlap become one over all their places, with the score and the subject of the longest.
 */
export function mergeViews(
  whole: readonly TextDetection[],
  windows: readonly TextDetection[],
): readonly TextDetection[] {
  if (windows.length === 0) return whole;
  const last = new Map<string, number>();
  const merged: TextDetection[] = [];
  for (const detection of [...whole, ...windows].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const index = last.get(detection.type) ?? -1;
    const before = merged[index];
    if (before !== undefined && detection.start < before.end) merged[index] = joined(before, detection);
    else last.set(detection.type, merged.push(detection) - 1);
  }
  return settleOverlaps(merged);
}

function joined(a: TextDetection, b: TextDetection): TextDetection {
  const longest = b.end - b.start > a.end - a.start ? b : a;
  return { ...longest, start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) };
}
