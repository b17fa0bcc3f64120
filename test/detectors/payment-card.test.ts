import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasLuhn } from '../../src/detectors/payment-card/issuers.ts';
import { isTestCard } from '../../src/detectors/payment-card/test-cards.ts';
import { paymentCard } from '../../src/detectors/payment-card.ts';
import { textDetectorContract } from '../../src/testing/text-detector-contract.ts';
import crowded from '../fixtures/payment-card/crowded.json' with { type: 'json' };
import hit from '../fixtures/payment-card/hit.json' with { type: 'json' };
import miss from '../fixtures/payment-card/miss.json' with { type: 'json' };

const THRESHOLD = 0.5;
const seed = 20;

function reported(text: string): string[] {
  const found = paymentCard.detect(text).filter(({ score }) => score >= THRESHOLD);
  return found.map(({ start, end }) => text.slice(start, end));
}

/** Fifteen digits that begin as Visa's do, with their check digit. */
const visa = fc
  .array(fc.integer({ min: 0, max: 9 }), { minLength: 14, maxLength: 14 })
  .map((digits) => `4${digits.join('')}`)
  .map((body) => body + [...'0123456789'].find((digit) => hasLuhn(body + digit)));

describe('the payment card detector', () => {
  for (const { name, run } of textDetectorContract(paymentCard, { hit, miss, crowded })) it(name, run);

  it('finds a number of Visa alone, in groups and beside a card word', () => {
    const property = fc.property(visa, (number) => {
      const groups = number.replace(/.{4}(?=.)/g, '$& ');
      expect(reported(number)).toEqual([number]);
      expect(reported(`Card ${groups}, thanks`)).toEqual([groups]);
    });
    fc.assert(property, { seed });
  });

  it('finds no number with one digit changed', () => {
    const property = fc.property(visa, fc.nat(15), fc.integer({ min: 1, max: 9 }), (number, at, by) => {
      const digit = (Number(number.charAt(at)) + by) % 10;
      expect(reported(`Card ${number.slice(0, at)}${digit}${number.slice(at + 1)}`)).toEqual([]);
    });
    fc.assert(property, { seed });
  });

  it('finds the published test cards, and knows them from others', () => {
    expect(reported('Card 5555555555554444')).toHaveLength(1);
    expect(isTestCard('5555555555554444')).toBe(true);
    expect(isTestCard('5555555555554443')).toBe(false);
  });

  it('gives less to a bare number beside a word for another thing, and asks a word for a weak range', () => {
    expect(reported('order 4242424242424242')).toEqual([]);
    expect(reported('5018 0000 0009')).toEqual([]);
    expect(reported('Maestro 5018 0000 0009')).toEqual(['5018 0000 0009']);
  });

  it('takes a run of millions of digits', () => {
    expect(paymentCard.detect('4'.repeat(4_000_000))).toEqual([]);
    expect(paymentCard.detect('4 '.repeat(1_000_000))).toEqual([]);
  });
});
