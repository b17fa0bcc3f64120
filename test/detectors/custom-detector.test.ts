import { describe, expect, test } from 'vitest';
import type { CustomDetectorOptions } from '../../src/core/options.ts';
import { patternProblem } from '../../src/detectors/custom-detector/pattern-problem.ts';
import { createCustomDetector, patternOf } from '../../src/detectors/custom-detector.ts';
import { textDetectorContract } from '../../src/testing/text-detector-contract.ts';

const MEMBER: CustomDetectorOptions = {
  type: 'member-number',
  label: 'Membership number',
  pattern: /\bM-\d{6}\b/,
  context: { for: ['member', 'Mitglied'], against: ['model'] },
  example: 'Member M-100042 asked.',
};

describe('a custom detector', () => {
  const detector = createCustomDetector(MEMBER);
  const cases = textDetectorContract(detector, {
    hit: [
      { text: 'your number is M-123456.', values: ['M-123456'] },
      { text: 'Mitglied M-123456', values: ['M-123456'] },
    ],
    miss: [{ text: 'M-12345' }, { text: 'XM-123456' }, { text: 'model M-123456' }],
    crowded: [{ text: 'model M-111111, member M-222222 and M-333333', values: ['M-222222', 'M-333333'] }],
  });
  for (const { name, run } of cases) test(name, run);

  test('weighs the words beside a match, and a field’s name', () => {
    const scoresOf = (text: string, fieldName?: string) =>
      detector.detect(text, { fieldName }).map(({ score }) => score);
    expect(scoresOf('it is M-123456')).toEqual([0.6]);
    expect(scoresOf('member M-123456')).toEqual([0.9]);
    expect(scoresOf('M-123456', 'memberNumber')).toEqual([0.9]);
    expect(scoresOf('model M-123456')).toEqual([0.2]);
  });

  test('keeps what its check confirms, and fails when the check fails', () => {
    const even = createCustomDetector({ ...MEMBER, validate: (value) => Number(value.at(-1)) % 2 === 0 });
    expect(even.detect('M-123456 M-123457')).toHaveLength(1);
    const broken = createCustomDetector({ ...MEMBER, validate: () => Reflect.get(Object(undefined), 'x').y });
    expect(() => broken.detect('M-123456')).toThrow();
    expect(broken.detect('nothing')).toEqual([]);
  });

  test('fails where its pattern matches no characters', () => {
    expect(() => createCustomDetector({ ...MEMBER, pattern: /(?=M)/ }).detect('M-123456')).toThrow(RangeError);
  });

  test('finds every match, whatever state or flags the pattern came with', () => {
    const pattern = /m-\d{6}/giy;
    pattern.lastIndex = 5;
    const sticky = createCustomDetector({ ...MEMBER, pattern });
    expect(sticky.detect(' M-123456 m-123457')).toHaveLength(2);
    expect(sticky.detect(' M-123456 m-123457')).toHaveLength(2);
    expect(createCustomDetector({ ...MEMBER, pattern: '\\p{Lu}-\\d{6}' }).detect('É-123456')).toHaveLength(1);
  });
});

describe('a pattern', () => {
  test.each([
    /M-\d{6}/,
    /\bEMP-\d+\b/,
    /(?<!\d)\d+@/,
    /(?:\d{4}[ -]?){3}\d{4}/,
    /[a-z]{1,64}@[a-z]{1,63}\.[a-z]{2,10}/,
    /[A-Z]{2}\d{2}[A-Z0-9]{1,30}/i,
    /\p{L}{1,40}-\d{4}/u,
    /(?<=id[:=] {0,3})\w{8}/m,
  ])('in linear time is taken: %s', async (pattern) => {
    expect(await patternProblem(pattern)).toBeUndefined();
  });

  test.each([
    [/\d+@/, 'linear time'],
    [/(a+)+b/, 'linear time'],
    [/(a|a)*b/, 'linear time'],
    [/a*a*b/, 'linear time'],
    [/\s+$/, 'linear time'],
    [/(?=.*x)y/, 'linear time'],
    [/[a-z]{1,5000}!/, 'no upper bound over 1000'],
    [/\d*/, 'does not match the empty text'],
    [/(?=M)/, 'at least one character'],
    [/\b|M/, 'at least one character'],
    [/(?:x?|M)(?=y)/, 'at least one character'],
    [new RegExp('M'.repeat(50_001)), 'not longer than'],
  ])('in more than linear time, or for nothing, is refused: %s', async (pattern, expected) => {
    expect(await patternProblem(pattern)).toContain(expected);
  });

  test('whose bounded repetitions multiply is refused at the deadline', async () => {
    const bombs = [/x(?:a{0,20}){0,20}b/, /(?:a?){30}a{30}/, /(?:a|ab|b){1,40}c/];
    const problems = await Promise.all(bombs.map(patternProblem));
    for (const problem of problems) expect(problem).toContain('fewer ways');
  });

  test('that was taken takes linear time on any text made of its own parts', () => {
    const pattern = patternOf({ pattern: /[a-z]{1,64}@[a-z]{1,63}\.[a-z]{2,10}/ });
    for (const piece of ['a', 'a@', 'a@a.', '@', '.']) {
      const before = performance.now();
      Array.from(piece.repeat(500_000 / piece.length).matchAll(pattern));
      expect(performance.now() - before).toBeLessThan(2000);
    }
  });
});
