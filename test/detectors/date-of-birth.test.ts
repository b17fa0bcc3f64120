import { describe, expect, it } from 'vitest';
import { dateOfBirth } from '../../src/detectors/date-of-birth.ts';
import { textDetectorContract } from '../../src/testing/text-detector-contract.ts';
import crowded from '../fixtures/date-of-birth/crowded.json' with { type: 'json' };
import hit from '../fixtures/date-of-birth/hit.json' with { type: 'json' };
import miss from '../fixtures/date-of-birth/miss.json' with { type: 'json' };

const scoreOf = (text: string): number => dateOfBirth.detect(text)[0]?.score ?? 0;

describe('the date of birth detector', () => {
  for (const { name, run } of textDetectorContract(dateOfBirth, { hit, miss, crowded })) it(name, run);

  it('is surer of a full date than of two digits of a year, and of those than of none', () => {
    expect(scoreOf('born 12/03/1990')).toBeGreaterThan(scoreOf('born 12/03/90'));
    expect(scoreOf('born 12/03/90')).toBeGreaterThan(scoreOf('born 12 March'));
    expect(scoreOf('born 12 March')).toBeGreaterThanOrEqual(0.5);
  });

  it('takes years from 1900 to this one', () => {
    const year = new Date().getUTCFullYear();
    expect(scoreOf(`born 01.01.${year}`)).toBeGreaterThanOrEqual(0.5);
    expect(scoreOf(`born 01.01.${year + 1}`)).toBe(0);
    expect(scoreOf('born 01.01.1899')).toBe(0);
  });

  it('gives a birth word to the next date only', () => {
    expect(dateOfBirth.detect('born 12 March 1990, 5 May 2015')).toHaveLength(1);
  });

  it('reads a label on the line above, but not the end of the sentence there', () => {
    expect(scoreOf('Date of birth\n12.03.1990')).toBeGreaterThanOrEqual(0.5);
    expect(scoreOf('Anna was born in 1990.\n12.03.2020')).toBe(0);
  });
});
