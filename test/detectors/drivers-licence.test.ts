import { describe, it } from 'vitest';
import { driversLicence } from '../../src/detectors/drivers-licence.ts';
import { textDetectorContract } from '../../src/testing/text-detector-contract.ts';
import crowded from '../fixtures/drivers-licence/crowded.json' with { type: 'json' };
import hit from '../fixtures/drivers-licence/hit.json' with { type: 'json' };
import miss from '../fixtures/drivers-licence/miss.json' with { type: 'json' };

describe('the driving licence detector', () => {
  for (const { name, run } of textDetectorContract(driversLicence, { hit, miss, crowded })) it(name, run);
});
