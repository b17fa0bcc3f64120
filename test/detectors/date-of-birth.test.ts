import { describe, it } from 'vitest';
import { dateOfBirth } from '../../src/detectors/date-of-birth.ts';
import { textDetectorContract } from '../../src/testing/text-detector-contract.ts';
import crowded from '../fixtures/date-of-birth/crowded.json' with { type: 'json' };
import hit from '../fixtures/date-of-birth/hit.json' with { type: 'json' };
import miss from '../fixtures/date-of-birth/miss.json' with { type: 'json' };

describe('the date of birth detector', () => {
  for (const { name, run } of textDetectorContract(dateOfBirth, { hit, miss, crowded })) it(name, run);
});
