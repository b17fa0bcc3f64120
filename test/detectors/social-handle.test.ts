import { describe, it } from 'vitest';
import { socialHandle } from '../../src/detectors/social-handle.ts';
import { textDetectorContract } from '../../src/testing/text-detector-contract.ts';
import crowded from '../fixtures/social-handle/crowded.json' with { type: 'json' };
import hit from '../fixtures/social-handle/hit.json' with { type: 'json' };
import miss from '../fixtures/social-handle/miss.json' with { type: 'json' };

describe('the social handle detector', () => {
  for (const { name, run } of textDetectorContract(socialHandle, { hit, miss, crowded })) it(name, run);
});
