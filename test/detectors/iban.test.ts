import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasValidCheckDigits, ibanForm } from '../../src/detectors/iban/registry.ts';
import { iban } from '../../src/detectors/iban.ts';
import { textDetectorContract } from '../../src/testing/text-detector-contract.ts';
import crowded from '../fixtures/iban/crowded.json' with { type: 'json' };
import hit from '../fixtures/iban/hit.json' with { type: 'json' };
import miss from '../fixtures/iban/miss.json' with { type: 'json' };

const seed = 21;

function reported(text: string): string[] {
  return iban.detect(text).map(({ start, end }) => text.slice(start, end));
}

/** German accounts: any eighteen digits with the check digits that fit. */
const german = fc
  .array(fc.integer({ min: 0, max: 9 }), { minLength: 18, maxLength: 18 })
  .map((digits) => digits.join(''))
  .map((account) => {
    const checks = Array.from({ length: 97 }, (_, at) => String(at + 2).padStart(2, '0'));
    return `DE${checks.find((check) => hasValidCheckDigits(`DE${check}${account}`))}${account}`;
  });

describe('the IBAN detector', () => {
  for (const { name, run } of textDetectorContract(iban, { hit, miss, crowded })) it(name, run);

  it('finds an IBAN bare, in groups of four and in lower case', () => {
    const property = fc.property(german, (number) => {
      const groups = number.replace(/.{4}(?=.)/g, '$& ');
      expect(reported(`to ${number}, ${groups} or ${number.toLowerCase()}.`)).toEqual([
        number,
        groups,
        number.toLowerCase(),
      ]);
    });
    fc.assert(property, { seed });
  });

  it('finds no IBAN with one digit changed', () => {
    const property = fc.property(
      german,
      fc.integer({ min: 2, max: 21 }),
      fc.integer({ min: 1, max: 9 }),
      (number, at, by) => {
        const digit = (Number(number.charAt(at)) + by) % 10;
        expect(reported(number.slice(0, at) + digit + number.slice(at + 1))).toEqual([]);
      },
    );
    fc.assert(property, { seed });
  });

  it('knows the countries of the registry only', () => {
    expect(ibanForm('GE')?.length).toBe(22);
    expect(ibanForm('MT')?.length).toBe(31);
    expect(ibanForm('US')).toBeUndefined();
  });
});
