import { describe, it } from 'vitest';
import { passport } from '../../src/detectors/passport.ts';
import { textDetectorContract } from '../../src/testing/text-detector-contract.ts';
import crowded from '../fixtures/passport/crowded.json' with { type: 'json' };
import hit from '../fixtures/passport/hit.json' with { type: 'json' };
import miss from '../fixtures/passport/miss.json' with { type: 'json' };

describe('the passport detector', () => {
  for (const { name, run } of textDetectorContract(passport, { hit, miss, crowded })) it(name, run);
});
