import { describe, expect, it } from 'vitest';
import { minor } from '../../src/detectors/minor.ts';
import { textDetectorContract } from '../../src/testing/text-detector-contract.ts';
import crowded from '../fixtures/minor/crowded.json' with { type: 'json' };
import hit from '../fixtures/minor/hit.json' with { type: 'json' };
import miss from '../fixtures/minor/miss.json' with { type: 'json' };
import { labelledSentences } from './labelled-sentences.ts';

describe('the detector of minors', () => {
  for (const { name, run } of textDetectorContract(minor, { hit, miss, crowded })) it(name, run);

  it('needs somebody in particular and an age or a school', () => {
    expect(minor.detect('my daughter')).toEqual([]);
    expect(minor.detect('7 years old')).toEqual([]);
    expect(minor.detect('my daughter, 7')).toHaveLength(1);
  });

  it('takes a year of birth for what it is today', () => {
    const year = new Date().getFullYear();
    expect(minor.detect(`my son, born in ${year - 17}`)).toHaveLength(1);
    expect(minor.detect(`my son, born in ${year - 19}`)).toEqual([]);
    expect(minor.detect(`my son, born in ${year + 1}`)).toEqual([]);
  });

  it('says by which signals it found a child', () => {
    const [found] = minor.detect('my son Luka, 7');
    expect(found?.trace?.map(({ signal }) => signal)).toEqual(['base', 'owner', 'name', 'age']);
  });

  it('trusts a possessive more than an article', () => {
    const [owned, definite] = ['my girl is 9 years old', 'the girl is 9 years old'].map(
      (text) => minor.detect(text)[0],
    );
    expect(owned?.score).toBeGreaterThan(definite?.score ?? 1);
  });

  it('keeps what it reached on the labelled sentences', () => {
    const { precision, recall } = labelledSentences(minor);
    expect(precision).toBeGreaterThanOrEqual(0.97);
    expect(recall).toBeGreaterThanOrEqual(0.9);
  });
});
