import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectPersons, person } from '../../src/detectors/person.ts';
import { textDetectorContract } from '../../src/testing/text-detector-contract.ts';
import crowded from '../fixtures/person/crowded.json' with { type: 'json' };
import hit from '../fixtures/person/hit.json' with { type: 'json' };
import miss from '../fixtures/person/miss.json' with { type: 'json' };

describe('the name detector', () => {
  for (const { name, run } of textDetectorContract(person, { hit, miss, crowded })) it(name, run);

  it('refuses a text of more than 4,096 units', () => {
    expect(() => detectPersons('a'.repeat(4096))).not.toThrow();
    expect(() => detectPersons('a'.repeat(4097))).toThrow(RangeError);
  });

  it('calls a name known by works possible, not likely', () => {
    expect(detectPersons('a portrait of Michael Jackson')[0]?.score).toBeCloseTo(0.5);
  });

  it('finds its places in any text', () => {
    const piece = fc.constantFrom(
      'Emily',
      ' ',
      'Watson',
      '’s',
      '-',
      '–',
      '\n',
      'Mr.',
      '\ud800',
      '.',
      '@',
      '1',
      'İ',
      'é',
      "can't",
      '/',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 80 }),
      fc.array(piece, { maxLength: 40 }).map((list) => list.join('')),
    );
    fc.assert(
      fc.property(text, (given) =>
        detectPersons(given).every(
          ({ start, end }) => start >= 0 && start < end && /\p{L}/u.test(given.slice(start, end)),
        ),
      ),
      { numRuns: 150 },
    );
  });
});
