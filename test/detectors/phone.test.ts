import { describe, expect, it } from 'vitest';
import { phone } from '../../src/detectors/phone.ts';
import { textDetectorContract } from '../../src/testing/text-detector-contract.ts';
import crowded from '../fixtures/phone/crowded.json' with { type: 'json' };
import hit from '../fixtures/phone/hit.json' with { type: 'json' };
import miss from '../fixtures/phone/miss.json' with { type: 'json' };

const scoreIn = (text: string, fieldName?: string): number => phone.detect(text, { fieldName })[0]?.score ?? 0;

describe('the phone detector', () => {
  for (const { name, run } of textDetectorContract(phone, { hit, miss, crowded })) it(name, run);

  it('is surer of a valid international number than of a possible one, and of that than of any other', () => {
    expect(scoreIn('+44 20 7946 0123')).toBeGreaterThan(scoreIn('+1 054 353 1726'));
    expect(scoreIn('+1 054 353 1726')).toBeGreaterThan(scoreIn('+999 123 456 789'));
  });

  it('lets the nearest word decide', () => {
    expect(scoreIn('call about order 55501420')).toBeLessThan(0.5);
    expect(scoreIn('about the order call 55501420')).toBeGreaterThan(0.5);
  });

  it('takes a plain number only beside a phone word or in a phone field', () => {
    expect(scoreIn('55501420')).toBeLessThan(0.5);
    expect(scoreIn('mobile 55501420')).toBeGreaterThan(0.5);
    expect(scoreIn('55501420', 'phone_number')).toBeGreaterThan(0.5);
    expect(scoreIn('55501420', 'orderNote')).toBeLessThan(0.5);
  });

  it('finds each of one number that stands several times in a row', () => {
    const row = '020 7946 0958 020 7946 0958 020 7946 0958';
    const found = phone.detect(row).filter(({ score }) => score > 0.5);
    expect(found.map(({ start, end }) => row.slice(start, end))).toEqual(Array(3).fill('020 7946 0958'));
  });

  it('hides no number behind a flood of others', () => {
    const flood = Array.from({ length: 3000 }, (_, index) => `020 7946 ${String(index).padStart(4, '0')}`).join('; ');
    const last = phone.detect(`${flood}; +44 7700 900123`).at(-1);
    expect(last?.score).toBeGreaterThan(0.5);
  });
});
