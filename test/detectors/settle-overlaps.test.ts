import { describe, expect, it } from 'vitest';
import { settleOverlaps } from '../../src/detectors/settle-overlaps.ts';
import type { TextDetection } from '../../src/detectors/text-detector.ts';

function one(type: TextDetection['type'], start: number, end: number, score: number): TextDetection {
  return { type, detector: type, start, end, score };
}

describe('of detections that overlap', () => {
  it.each(['payment-card', 'iban'] as const)('a surer telephone number is a part of the %s around it', (type) => {
    const whole = one(type, 0, 19, 0.85);
    const part = one('phone', 10, 19, 0.9);
    expect(settleOverlaps([whole, part])).toEqual([whole]);
    expect(settleOverlaps([part, whole])).toEqual([whole]);
  });

  it('the surer stays, and of equals the longer', () => {
    const name = one('person', 0, 4, 0.99);
    const address = one('email', 0, 20, 0.6);
    const number = one('phone', 15, 30, 0.7);
    expect(settleOverlaps([name, address, number])).toEqual([number]);
    expect(settleOverlaps([name, address])).toEqual([address]);
  });
});
