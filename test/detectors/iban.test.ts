import { describe, it } from 'vitest';
import { iban } from '../../src/detectors/iban.ts';
import { textDetectorContract } from '../../src/testing/text-detector-contract.ts';
import crowded from '../fixtures/iban/crowded.json' with { type: 'json' };
import hit from '../fixtures/iban/hit.json' with { type: 'json' };
import miss from '../fixtures/iban/miss.json' with { type: 'json' };

describe('the IBAN detector', () => {
  for (const { name, run } of textDetectorContract(iban, { hit, miss, crowded })) it(name, run);
});
