import { describe, it } from 'vitest';
import { paymentCard } from '../../src/detectors/payment-card.ts';
import { textDetectorContract } from '../../src/testing/text-detector-contract.ts';
import crowded from '../fixtures/payment-card/crowded.json' with { type: 'json' };
import hit from '../fixtures/payment-card/hit.json' with { type: 'json' };
import miss from '../fixtures/payment-card/miss.json' with { type: 'json' };

describe('the payment card detector', () => {
  for (const { name, run } of textDetectorContract(paymentCard, { hit, miss, crowded })) it(name, run);
});
