import { describe, expect, it } from 'vitest';
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
});
