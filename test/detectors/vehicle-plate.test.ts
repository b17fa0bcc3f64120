import { describe, it } from 'vitest';
import { vehiclePlate } from '../../src/detectors/vehicle-plate.ts';
import { textDetectorContract } from '../../src/testing/text-detector-contract.ts';
import crowded from '../fixtures/vehicle-plate/crowded.json' with { type: 'json' };
import hit from '../fixtures/vehicle-plate/hit.json' with { type: 'json' };
import miss from '../fixtures/vehicle-plate/miss.json' with { type: 'json' };

describe('the vehicle plate detector', () => {
  for (const { name, run } of textDetectorContract(vehiclePlate, { hit, miss, crowded })) it(name, run);
});
