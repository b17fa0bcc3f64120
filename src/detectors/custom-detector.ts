/**
 * Finds what a pattern of the host matches and its check confirms. The pattern is linear (`custom-detector/pattern-problem.ts`), and the words around a
 * match are weighed like those of every detector. Runs in the host's process: a function cannot be sent to a child.
 */
import type { CustomDetectorOptions } from '../core/options.ts';
import { customType, type ScoreStep } from '../core/types.ts';
import { type ContextWords, contextOf, wordTest } from './context-words.ts';
import type { TextDetection, TextDetector } from './text-detector.ts';
import { weigh } from './weigh.ts';

const BASE = 0.6;
const WORD_FOR: ScoreStep = { signal: 'word-for', weight: 0.3 };
const WORD_AGAINST: ScoreStep = { signal: 'word-against', weight: -0.4 };

/** A `validate` that throws, or a match of no characters, makes `detect` throw: the scanner records a gap of this detector. */
export function createCustomDetector(options: CustomDetectorOptions): TextDetector {
  const { type: name, validate = () => true, context, score = BASE, example = '' } = options;
  const type = customType(name);
  const pattern = patternOf(options);
  const words: ContextWords = { for: testOf(context?.for), against: testOf(context?.against) };
  return {
    id: type,
    types: [type],
    example,
    detect(text, { fieldName } = {}) {
      const found: TextDetection[] = [];
      for (const { index: start, 0: value } of text.matchAll(pattern)) {
        if (value === '') throw new RangeError('the pattern matched no characters');
        if (!validate(value)) continue;
        const end = start + value.length;
        const steps = [{ signal: 'base', weight: score }];
        if (context !== undefined) steps.push(...wordSteps(contextOf(text, { start, end }, words, fieldName)));
        found.push({ type, detector: type, start, end, ...weigh(steps) });
      }
      return found;
    },
  };
}

/** Finds all matches, one after the other. A string is the source of a pattern over code points. */
export function patternOf({ pattern }: Pick<CustomDetectorOptions, 'pattern'>): RegExp {
  if (typeof pattern === 'string') return new RegExp(pattern, 'gu');
  return new RegExp(pattern.source, `${pattern.flags.replace(/[gy]/g, '')}g`);
}

function testOf(words: readonly string[] = []): ContextWords['for'] {
  return wordTest(words.join(' ').toLowerCase());
}

function wordSteps(context: ReturnType<typeof contextOf>): ScoreStep[] {
  if (context === 'none') return [];
  return [context === 'for' ? WORD_FOR : WORD_AGAINST];
}
