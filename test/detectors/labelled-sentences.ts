/** Precision and recall of a detector on the labelled sentences of all languages and both halves; a sentence counts as a whole. */
import { readFileSync } from 'node:fs';
import type { TextDetector } from '../../src/detectors/text-detector.ts';

interface Labelled {
  readonly hit: readonly string[];
  readonly miss: readonly string[];
}

const LANGUAGES = ['en', 'ru', 'ka', 'de', 'fr', 'es'];
const THRESHOLD = 0.5;

export function labelledSentences({ id, detect }: TextDetector): {
  readonly precision: number;
  readonly recall: number;
} {
  const isFound = (text: string): boolean => detect(text).some(({ score }) => score >= THRESHOLD);
  const halves = LANGUAGES.flatMap((language): Labelled[] => {
    const file = new URL(`../fixtures/${id}/labelled-${language}.json`, import.meta.url);
    return Object.values(JSON.parse(readFileSync(file, 'utf8')));
  });
  const hits = halves.flatMap(({ hit }) => hit);
  const right = hits.filter(isFound).length;
  const wrong = halves.flatMap(({ miss }) => miss).filter(isFound).length;
  return { precision: right / (right + wrong), recall: right / hits.length };
}
