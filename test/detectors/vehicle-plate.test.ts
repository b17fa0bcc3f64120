import { describe, expect, it } from 'vitest';
import { vehiclePlate } from '../../src/detectors/vehicle-plate.ts';
import { textDetectorContract } from '../../src/testing/text-detector-contract.ts';
import crowded from '../fixtures/vehicle-plate/crowded.json' with { type: 'json' };
import hit from '../fixtures/vehicle-plate/hit.json' with { type: 'json' };
import miss from '../fixtures/vehicle-plate/miss.json' with { type: 'json' };

const scoreOf = (text: string): number => vehiclePlate.detect(text)[0]?.score ?? 0;

describe('the vehicle plate detector', () => {
  for (const { name, run } of textDetectorContract(vehiclePlate, { hit, miss, crowded })) it(name, run);

  it('is surer the fewer other things are written so', () => {
    expect(scoreOf('plate AB12 CDE')).toBeGreaterThan(scoreOf('plate ABC 1234'));
    expect(scoreOf('plate ABC 1234')).toBeGreaterThan(scoreOf('plate A1 B2 C3'));
    expect(scoreOf('plate A1 B2 C3')).toBeGreaterThanOrEqual(0.5);
  });

  it('asks both a vehicle and a registration, or a telling form', () => {
    expect(scoreOf('the car ABC 1234')).toBeLessThan(0.5);
    expect(scoreOf('the car, registration ABC 1234')).toBeGreaterThanOrEqual(0.5);
    expect(scoreOf('the car AB12 CDE')).toBeGreaterThanOrEqual(0.5);
  });
});
