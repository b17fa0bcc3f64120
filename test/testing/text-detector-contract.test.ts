import { describe, expect, it } from 'vitest';
import type { TextDetection, TextDetector } from '../../src/detectors/text-detector.ts';
import { textDetectorContract } from '../../src/testing/text-detector-contract.ts';

const FIXTURES = {
  hit: [{ text: 'see 111', values: ['111'] }],
  miss: [{ text: 'see 222' }],
  crowded: [{ text: '222 111 222', values: ['111'] }],
};

function detectorOf(detect: (text: string) => TextDetection[]): TextDetector {
  return { id: 'ones', types: ['phone'], example: 'see 111', detect };
}

function ones(text: string, extra: Partial<TextDetection> = {}): TextDetection[] {
  return [...text.matchAll(/(?<!1)111(?!1)/g)].map(({ index: start }) => ({
    type: 'phone',
    detector: 'ones',
    score: 1,
    start,
    end: start + 3,
    ...extra,
  }));
}

function failuresOf(detector: TextDetector): string[] {
  return textDetectorContract(detector, FIXTURES)
    .filter(({ run }) => {
      try {
        run();
        return false;
      } catch (error) {
        return error instanceof Error;
      }
    })
    .map(({ name }) => name);
}

describe('the contract of text detectors', () => {
  it('lets a sound detector pass', () => {
    expect(failuresOf(detectorOf((text) => ones(text)))).toEqual([]);
  });

  it.each<[string, (text: string) => TextDetection[]]>([
    ['finds every value of its hits', () => []],
    ['finds nothing in its misses', (text) => [...ones(text), ...ones(text.replaceAll('222', '111'))]],
    ['gives sound offsets, scores, types and ids', (text) => ones(text, { end: text.length + 1 })],
    ['gives sound offsets, scores, types and ids', (text) => ones(text, { type: 'email' })],
    ['finds the same twice', (text) => ones(text, { score: 0.6 + Math.random() / 4 })],
    ['never repeats a value in what it returns', (text) => ones(text, { reasons: ['111'] })],
    ['takes linear time on its own triggers repeated', (text) => ones(text.repeat(1 + text.length / 64)).slice(0, 1)],
  ])('catches a detector that breaks it: %s (case %#)', (name, detect) => {
    expect(failuresOf(detectorOf(detect))).toContain(name);
  });

  it('catches a detector that says it needs digits and does not', () => {
    const needless: TextDetector = { ...detectorOf((text) => ones(text.replace('see', '111'))), needsDigit: true };
    expect(failuresOf(needless)).toContain('finds what has digits only, where it says so');
  });
});
