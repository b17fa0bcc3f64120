import { describe, it } from 'vitest';
import { nationalId } from '../../src/detectors/national-id.ts';
import { textDetectorContract } from '../../src/testing/text-detector-contract.ts';
import crowded from '../fixtures/national-id/crowded.json' with { type: 'json' };
import hit from '../fixtures/national-id/hit.json' with { type: 'json' };
import miss from '../fixtures/national-id/miss.json' with { type: 'json' };

describe('the identity number detector', () => {
  for (const { name, run } of textDetectorContract(nationalId, { hit, miss, crowded })) it(name, run);
});
