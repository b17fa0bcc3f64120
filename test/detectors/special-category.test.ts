import { describe, expect, it } from 'vitest';
import { specialCategory } from '../../src/detectors/special-category.ts';
import { textDetectorContract } from '../../src/testing/text-detector-contract.ts';
import crowded from '../fixtures/special-category/crowded.json' with { type: 'json' };
import hit from '../fixtures/special-category/hit.json' with { type: 'json' };
import miss from '../fixtures/special-category/miss.json' with { type: 'json' };
import { labelledSentences } from './labelled-sentences.ts';

describe('the detector of special categories', () => {
  for (const { name, run } of textDetectorContract(specialCategory, { hit, miss, crowded })) it(name, run);

  it('names the category in its reasons and its trace', () => {
    const texts = {
      health: 'He has epilepsy.',
      religion: 'My colleague is a Catholic.',
      politics: 'She voted for the Republicans.',
      union: 'My brother is a member of the trade union.',
      'sexual-life': 'Peter is bisexual.',
      ethnicity: 'Her husband is Kurdish.',
      conviction: 'The tenant has a criminal record.',
    };
    for (const [category, text] of Object.entries(texts)) {
      const [found] = specialCategory.detect(text);
      expect(found?.reasons).toEqual([category]);
      expect(found?.trace?.[0]?.signal).toBe(category);
    }
  });

  it('needs a person in the same sentence', () => {
    expect(specialCategory.detect('He went home. Diabetes is common.')).toEqual([]);
    expect(specialCategory.detect('has diabetes')).toEqual([]);
  });

  it('lowers a score beside a star sign', () => {
    const [plain, sign] = ['He has cancer', 'He has cancer rising'].map((text) => specialCategory.detect(text)[0]);
    expect(plain?.score).toBeGreaterThan(0.5);
    expect(sign?.score ?? 0).toBeLessThan(0.5);
  });

  it('keeps what it reached on the labelled sentences', () => {
    const { precision, recall } = labelledSentences(specialCategory);
    expect(precision).toBeGreaterThanOrEqual(0.97);
    expect(recall).toBeGreaterThanOrEqual(0.9);
  });
});
