import { describe, expect, it } from 'vitest';
import type { FindingType } from '../../src/core/types.ts';
import { textDetectors } from '../../src/detectors/text-detectors.ts';
import { createValueLists, type ValueRules } from '../../src/detectors/value-lists.ts';

function valuesIn(text: string, rules: ValueRules): string[] {
  const detections = textDetectors.flatMap((detector) => detector.detect(text)).filter(({ score }) => score >= 0.5);
  const listed = createValueLists(rules).apply(text, detections);
  return listed.map(({ type, start, end }) => `${type} ${text.slice(start, end)}`);
}

describe('the host’s lists of values', () => {
  it('drop an allowed value however it is written, and nothing else', () => {
    const rules = { email: { allow: ['Press@Example.com'] }, phone: { allow: ['+442079460123'] } };
    expect(valuesIn('press@example.com, anna@example.com, +44 20 7946 0123', rules)).toEqual([
      'email anna@example.com',
    ]);
  });

  it('allow a value for its own type only', () => {
    expect(valuesIn('anna@example.com', { person: { allow: ['anna@example.com'] } })).toEqual([
      'email anna@example.com',
    ]);
  });

  it('add a denied value that no detector finds, with score 1 and a reason', () => {
    const text = 'the codename is Blue  Heron.';
    const [found] = createValueLists({ person: { deny: ['blue heron'] } }).apply(text, []);
    expect(found).toEqual({
      type: 'person',
      detector: 'deny-list',
      score: 1,
      trace: [{ signal: 'deny-list', weight: 1 }],
      reasons: ['deny-list'],
      start: 16,
      end: 27,
    });
  });

  it('find a denied number in any grouping, but not inside a longer one', () => {
    const rules = { phone: { deny: ['5550142'] } };
    expect(valuesIn('id 555 01-42', rules)).toEqual(['phone 555 01-42']);
    expect(valuesIn('id 95550142', rules)).toEqual([]);
  });

  it('replace the detection of a denied value instead of doubling it', () => {
    expect(valuesIn('mail anna@example.com', { email: { deny: ['anna@example.com'] } })).toEqual([
      'email anna@example.com',
    ]);
  });

  it('take values with signs literally', () => {
    expect(valuesIn('a.b and axb (c)*', { person: { deny: ['a.b', '(c)*'] } })).toEqual(['person a.b', 'person (c)*']);
  });

  it('keep the order of the text', () => {
    const rules = { person: { deny: ['zed'] } };
    expect(valuesIn('zed anna@example.com zed', rules)).toEqual(['person zed', 'email anna@example.com', 'person zed']);
  });

  it('find the longest of values that begin alike, and no part of a longer word', () => {
    const rules = { person: { deny: ['ann', 'anna', 'anna maria', 'berg'] } };
    expect(valuesIn('anna  Maria, Anna, ann, annuals, bergs', rules)).toEqual([
      'person anna  Maria',
      'person Anna',
      'person ann',
    ]);
  });
});

describe('a number of any type', () => {
  const grouped: readonly (readonly [FindingType, string, string])[] = [
    ['iban', 'DE89370400440532013000', 'de89 3704 0044 0532 0130 00'],
    ['payment-card', '4111 1111 1111 1111', '4111-1111-1111-1111'],
    ['national-id', '123-45-6789', '123 45 6789'],
    ['passport', 'C01X00T47', 'C01 X00 T47'],
    ['drivers-licence', 'D123-4567', 'D1234567'],
    ['vehicle-plate', 'B-AB 1234', 'B AB 1234'],
    ['phone', '+44 20 7946 0123', '0044 (20) 7946-0123'],
  ];

  it.each(grouped)('is allowed however it is grouped: %s', (type, listed, written) => {
    const text = `it is ${written}.`;
    const found = [{ type, detector: type, score: 0.9, start: 6, end: 6 + written.length }];
    expect(createValueLists({ [type]: { allow: [listed] } }).apply(text, found)).toEqual([]);
    expect(createValueLists({ [type]: { allow: [`${listed}9`] } }).apply(text, found)).toHaveLength(1);
  });

  it.each(grouped)('is denied however it is grouped: %s', (type, listed, written) => {
    expect(valuesIn(`it is ${written}.`, { [type]: { deny: [listed] } })).toEqual([`${type} ${written}`]);
    expect(valuesIn(`it is 7${written}9.`, { [type]: { deny: [listed] } })).not.toContain(`${type} ${written}`);
  });
});

describe('a thousand values', () => {
  const names = Array.from({ length: 1000 }, (_, index) => `member ${index.toString(36)}x`);
  const numbers = Array.from({ length: 1000 }, (_, index) => `+4420794${(index * 97).toString().padStart(5, '0')}`);
  const lists = createValueLists({ person: { allow: names, deny: names }, phone: { allow: numbers, deny: numbers } });

  it.each([
    ['of words that begin like them', 'member x '],
    ['of the values', 'member rsx '],
    ['of digits that begin like them', '4420794'],
    ['of grouped digits', '+44 20 794 '],
  ])('take linear time in a text %s', (_, piece) => {
    const msOf = (units: number): number => {
      const text = piece.repeat(units / piece.length);
      const before = performance.now();
      lists.apply(text, []);
      return performance.now() - before;
    };
    msOf(10_000);
    const short = msOf(50_000);
    const long = msOf(400_000);
    expect(long < 200 || long < short * 32).toBe(true);
  });

  it('keep the order and drop what is within, among many detections', () => {
    const text = 'member rsx and '.repeat(20_000);
    const found = Array.from({ length: 20_000 }, (_, index) => {
      const start = index * 15;
      return { type: 'person', detector: 'person', score: 0.9, start, end: start + 6 } as const;
    });
    const before = performance.now();
    expect(createValueLists({ person: { deny: names } }).apply(text, found)).toHaveLength(20_000);
    expect(performance.now() - before).toBeLessThan(1000);
  });
});
