import { describe, expect, test } from 'vitest';
import type { FindingType } from '../../src/core/types.ts';
import { agreeWithNeighbours } from '../../src/detectors/agree-with-neighbours.ts';
import type { TextDetection } from '../../src/detectors/text-detector.ts';

const THRESHOLD = 0.6;
const SURE = { person: 0.9, email: 0.98, phone: 0.97, address: 0.9 };

interface Marked {
  readonly type: FindingType;
  readonly score: number;
  readonly trace?: NonNullable<TextDetection['trace']>;
}

/** Detections of a text by their values. */
function marked(text: string, values: Readonly<Record<string, Marked>>): TextDetection[] {
  return Object.entries(values).map(([value, mark]) => {
    const start = text.indexOf(value);
    return { detector: mark.type, start, end: start + value.length, ...mark };
  });
}

function scoreOf(text: string, values: Readonly<Record<string, Marked>>, type: FindingType): number | undefined {
  return agreeWithNeighbours(text, marked(text, values), () => THRESHOLD).find((one) => one.type === type)?.score;
}

const NAME = { type: 'person', score: 0.4 } as const;
const EMAIL = { type: 'email', score: SURE.email } as const;
const PHONE = { type: 'phone', score: 0.3 } as const;

describe('a doubtful finding', () => {
  test.each([
    [
      'by the address that spells it',
      'Berger wrote it, see anna.berger@example.org',
      'Berger',
      'anna.berger@example.org',
    ],
    ['without its accents', 'from Müller <t.muller@example.org>', 'Müller', 't.muller@example.org'],
    ['on the line above', 'Thanks,\nAnna\nanna@example.org', 'Anna', 'anna@example.org'],
  ])('of a name gains %s', (_, text, name, email) => {
    expect(scoreOf(text, { [name]: NAME, [email]: EMAIL }, 'person')).toBe(0.7);
  });

  test.each([
    ['that spells another', 'Paris is nice, write to anna@example.org', 'Paris'],
    ['in another block', 'Anna\n\nanna@example.org', 'Anna'],
    ['too far off', `Anna ${'and so on '.repeat(7)} anna@example.org`, 'Anna'],
    ['whose domain only has the word', 'Example is nice, write to anna@example.org', 'Example'],
  ])('of a name gains nothing by an address %s', (_, text, name) => {
    expect(scoreOf(text, { [name]: NAME, 'anna@example.org': EMAIL }, 'person')).toBe(NAME.score);
  });

  test('of a name gains by the handle that spells it', () => {
    const values = { Berger: NAME, '@anna_berger': { type: 'social-handle', score: 0.9 } } as const;
    expect(scoreOf('Berger (@anna_berger)', values, 'person')).toBe(0.7);
  });

  test('of a name gains nothing by a number beside it', () => {
    const values = { Paris: NAME, '+33 1 99 00 12 34': { type: 'phone', score: SURE.phone } } as const;
    expect(scoreOf('Paris, +33 1 99 00 12 34', values, 'person')).toBe(NAME.score);
  });

  test.each(['Anna Berger, 01632960123', 'Anna Berger\n01632 960123', 'Anna Berger | 5550123456'])(
    'of a number gains by the name right before it: %j',
    (text) => {
      const number = text.slice(text.search(/\d/));
      const values = { 'Anna Berger': { type: 'person', score: SURE.person }, [number]: PHONE } as const;
      expect(scoreOf(text, values, 'phone')).toBe(0.5);
    },
  );

  test.each([
    ['with words between', 'Anna Berger bought 01632960123', '01632960123'],
    ['as short as a house number', 'Anna Berger\n77 3658 Sunburst Drive', '77 3658'],
    ['as long as an id', 'Anna Berger, 123456789012', '123456789012'],
  ])('of a number %s gains nothing', (_, text, number) => {
    const values = { 'Anna Berger': { type: 'person', score: SURE.person }, [number]: PHONE } as const;
    expect(scoreOf(text, values, 'phone')).toBe(PHONE.score);
  });

  test('gains nothing where a word speaks against it', () => {
    const trace = [
      { signal: 'form', weight: 0.7 },
      { signal: 'word-against', weight: -0.4 },
    ];
    const values = {
      'Anna Berger': { type: 'person', score: SURE.person },
      '01632960123': { ...PHONE, trace },
    } as const;
    expect(scoreOf('Anna Berger, 01632960123', values, 'phone')).toBe(PHONE.score);
  });

  test('says what it gained, and gains once', () => {
    const text = 'anna@example.org Anna a.anna@example.org';
    const values = { 'anna@example.org': EMAIL, Anna: NAME, 'a.anna@example.org': EMAIL };
    const raised = agreeWithNeighbours(text, marked(text, values), () => THRESHOLD).find(
      ({ type }) => type === 'person',
    );
    expect(raised?.trace).toEqual([
      { signal: 'base', weight: 0.4 },
      { signal: 'neighbour', weight: 0.3 },
    ]);
  });

  test('takes linear time among thousands', () => {
    const text = 'Anna anna@example.org '.repeat(40_000);
    const detections = Array.from({ length: 80_000 }, (_, index): TextDetection => {
      const start = Math.floor(index / 2) * 22 + (index % 2) * 5;
      const mark = index % 2 === 0 ? { ...NAME, end: start + 4 } : { ...EMAIL, end: start + 16 };
      return { detector: mark.type, start, ...mark };
    });
    const before = performance.now();
    agreeWithNeighbours(text, detections, () => THRESHOLD);
    expect(performance.now() - before).toBeLessThan(2000);
  });
});
