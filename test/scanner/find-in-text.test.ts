import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseScannerOptions } from '../../src/core/options-schema.ts';
import { viewsOf } from '../../src/detectors/text-views.ts';
import { maskPlaces } from '../../src/scanner/clean/mask-places.ts';
import { findInText } from '../../src/scanner/look/find-in-text.ts';
import { createPlan } from '../../src/scanner/plan.ts';

const { account: _, ...settings } = parseScannerOptions({
  preset: 'strict',
  detectors: { person: { deny: ['Blue Heron'] } },
  customDetectors: [{ type: 'member-number', label: 'Member', pattern: /\bM-\d{6}\b/ }],
});
const plan = createPlan(settings);
const byHost = (text: string) =>
  viewsOf(text).map((view) => plan.host.detectors.flatMap(({ detect }) => detect(view.text)));
const find = (text: string, explain = false) =>
  findInText(text, plan, { account: {}, explain, byHost: byHost(text) }).detections;

/** Kinds of detection that say something of a person, in words that may be findings of their own. */
const STATEMENTS = ['minor', 'special-category'];

/** Everything that some detector looks for, invented, and what surrounds it or looks like it. */
const PIECES = [
  'anna.berger@example.org',
  '+44 20 7946 0958',
  '(555) 555-0123',
  'Anna Berger',
  'Dr. Tamar Beridze',
  'blue heron',
  'M-100042',
  'DE89 3704 0044 0532 0130 00',
  '4111 1111 1111 1111',
  '192.0.2.17',
  '12 High Street, London SW1A 1AA',
  'born 12.03.1985',
  '@anna_berger',
  'her daughter is 7 years old',
  'order 4711081512',
  'v1.2.3',
  'ანა ბერიძე',
  'Анна Иванова',
  '\u200b',
  '＋４４',
  '😀',
  '\ud800',
];
const text = fc
  .array(fc.tuple(fc.constantFrom(...PIECES), fc.constantFrom(' ', ', ', '\n', '\n\n', '', ': ', ' and ')), {
    maxLength: 12,
  })
  .map((parts) => parts.flat().join(''));
const anyText = fc.oneof(text, fc.string({ unit: 'binary', maxLength: 200 }));
const RUNS = { seed: 20_260_517, numRuns: 300 };

describe('what is found in a text', () => {
  test('is a whole card, not the telephone number that a word makes of its end', () => {
    const given = '4539 1488 0343 6467 NI number AB123456C';
    expect(find(given).map(({ type, start, end }) => [type, given.slice(start, end)])).toEqual([
      ['payment-card', '4539 1488 0343 6467'],
      ['national-id', 'AB123456C'],
    ]);
  });

  test('lies within it, in order, and one place is one thing but for statements', () => {
    fc.assert(
      fc.property(anyText, (given) => {
        const found = find(given);
        for (const [index, { start, end, score }] of found.entries()) {
          expect(start).toBeGreaterThanOrEqual(found[index - 1]?.start ?? 0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(given.length);
          expect(score >= 0 && score <= 1).toBe(true);
        }
        const things = found.filter(({ type }) => !STATEMENTS.includes(type));
        for (const [index, { start }] of things.entries())
          expect(start).toBeGreaterThanOrEqual(things[index - 1]?.end ?? 0);
      }),
      RUNS,
    );
  });

  test('is the same twice', () => {
    fc.assert(
      fc.property(anyText, (given) => {
        expect(find(given)).toEqual(find(given));
      }),
      RUNS,
    );
  });

  test('says how its score came about when it is asked, never with a value, and not otherwise', () => {
    fc.assert(
      fc.property(text, (given) => {
        for (const { trace, score, type } of find(given, true)) {
          const sum = trace?.reduce((total, { weight }) => total + weight, 0);
          if (trace !== undefined) expect(sum).toBeCloseTo(score, 9);
          if (type === 'email' || type === 'phone') expect(trace).toBeDefined();
          for (const { signal } of trace ?? []) expect(signal).toMatch(/^[a-z-]{1,40}$/);
        }
        for (const { trace } of find(given)) expect(trace).toBeUndefined();
      }),
      RUNS,
    );
  });

  test('is gone from its places once it is masked', () => {
    fc.assert(
      fc.property(text, (given) => {
        const findings = find(given).map((one, index) => ({ ...one, id: `f${index}` }));
        const masked = maskPlaces(given, findings, { style: 'label' });
        const types = new Set(findings.map(({ type }) => type));
        const again = find(masked.text).filter(({ type }) => types.has(type));
        const left = again.filter(({ start, end }) =>
          masked.masks.some((mask) => mask.start < end && start < mask.end),
        );
        expect(left).toEqual([]);
      }),
      RUNS,
    );
  });
});

test('a failure outside of the detectors is a gap of the whole text, without a word of it', () => {
  const plan = createPlan(parseScannerOptions({}));
  const lists = {
    apply: (text: string) => {
      throw new Error(`cannot read ${text}`);
    },
  };
  const found = findInText('Call Anna Berger on +44 7700 900123', { ...plan, lists }, { account: {} });
  expect(found).toEqual({ detections: [], gaps: [{ detector: 'media', reason: 'failed' }] });
});
