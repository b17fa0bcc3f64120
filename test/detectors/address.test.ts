import { describe, expect, it } from 'vitest';
import { address } from '../../src/detectors/address.ts';
import { textDetectorContract } from '../../src/testing/text-detector-contract.ts';
import crowded from '../fixtures/address/crowded.json' with { type: 'json' };
import hit from '../fixtures/address/hit.json' with { type: 'json' };
import miss from '../fixtures/address/miss.json' with { type: 'json' };

const scoreOf = (text: string, fieldName?: string): number =>
  Math.max(0, ...address.detect(text, { fieldName }).map(({ score }) => score));

describe('the address detector', () => {
  for (const { name, run } of textDetectorContract(address, { hit, miss, crowded })) it(name, run);

  it('trusts an address more with every part that stands with it', () => {
    const steps = ['14 Elm Street', '14 Elm Street, Suite 3', '14 Elm Street, Suite 3, Denver, CO 80202'];
    const scores = steps.map((text) => scoreOf(text));
    expect(scores).toEqual([...new Set(scores)].sort((a, b) => a - b));
  });

  it('names the parts that it saw', () => {
    const [found] = address.detect('Ship to 14 Elm Street, Apt. 3, Denver, CO 80202, USA');
    const signals = found?.trace?.map(({ signal }) => signal);
    expect(signals).toEqual(
      expect.arrayContaining(['street-word', 'house-number', 'unit', 'state', 'postcode', 'country', 'word-for']),
    );
  });

  it('needs more than a name and a number', () => {
    expect(scoreOf('Sorlaskeid 32 was red')).toBeLessThan(0.5);
    expect(scoreOf('Meet me at Sorlaskeid 32')).toBeGreaterThanOrEqual(0.5);
    expect(scoreOf('Sorlaskeid 32', 'street')).toBeGreaterThanOrEqual(0.5);
  });

  it('takes no e-mail field for an address field', () => {
    expect(scoreOf('Sorlaskeid 32', 'emailAddress')).toBeLessThan(0.5);
  });

  it('lets a word for another thing speak against an address', () => {
    expect(scoreOf('see chapter 12 Baker Street')).toBeLessThan(scoreOf('see 12 Baker Street'));
  });

  it('doubts a year before a street and streets written small', () => {
    expect(scoreOf('1929 Wall Street')).toBeLessThan(scoreOf('1600 Wall Street'));
    expect(scoreOf('we like 12 baker street')).toBeLessThan(scoreOf('we like 12 Baker Street'));
  });

  it('ends with the address, not with the sentence', () => {
    const text = 'I live at 12 Baker Street. Please call me.';
    const [found] = address.detect(text);
    expect(text.slice(found?.start, found?.end)).toBe('12 Baker Street');
  });

  it('finds each address of a long list', () => {
    const text = '14 Elm Street, Denver, CO 80202\n'.repeat(500);
    expect(address.detect(text)).toHaveLength(500);
  });

  it('reads digits without end once', () => {
    const cpuMs = (units: number): number => {
      const text = '1-'.repeat(units / 2);
      const before = process.cpuUsage();
      address.detect(text);
      return process.cpuUsage(before).user / 1000;
    };
    const short = cpuMs(2 ** 17);
    // Quadratic time would be 64-fold.
    expect(cpuMs(2 ** 20)).toBeLessThan(Math.max(100, short * 24));
  });
});
