/** The names of a text with their scores, by a model that is given. */
import type { TextDetection } from '../text-detector.ts';
import { nameScore } from './name-score.ts';
import { spansOf } from './name-spans.ts';
import type { Tagged } from './tag-names.ts';

/** What scores less is under every preset's threshold. */
const MIN_SCORE = 0.3;

export function detectNames(text: string, tag: (text: string) => Tagged): TextDetection[] {
  const detections: TextDetection[] = [];
  for (const { start, end, ...evidence } of spansOf(tag(text))) {
    const weighed = nameScore(evidence);
    if (weighed.score >= MIN_SCORE) detections.push({ type: 'person', detector: 'person', start, end, ...weighed });
  }
  return detections;
}
