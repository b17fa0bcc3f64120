import { describe, it } from 'vitest';
import { ipAddress } from '../../src/detectors/ip-address.ts';
import { textDetectorContract } from '../../src/testing/text-detector-contract.ts';
import crowded from '../fixtures/ip-address/crowded.json' with { type: 'json' };
import hit from '../fixtures/ip-address/hit.json' with { type: 'json' };
import miss from '../fixtures/ip-address/miss.json' with { type: 'json' };

describe('the IP address detector', () => {
  for (const { name, run } of textDetectorContract(ipAddress, { hit, miss, crowded })) it(name, run);
});
