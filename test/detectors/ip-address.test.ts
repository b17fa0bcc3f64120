import { isIPv6 } from 'node:net';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ipAddress } from '../../src/detectors/ip-address.ts';
import { textDetectorContract } from '../../src/testing/text-detector-contract.ts';
import crowded from '../fixtures/ip-address/crowded.json' with { type: 'json' };
import hit from '../fixtures/ip-address/hit.json' with { type: 'json' };
import miss from '../fixtures/ip-address/miss.json' with { type: 'json' };

const seed = 22;

function placed(text: string): string[] {
  return ipAddress.detect(text).map(({ start, end }) => text.slice(start, end));
}

describe('the IP address detector', () => {
  for (const { name, run } of textDetectorContract(ipAddress, { hit, miss, crowded })) it(name, run);

  it('places every IPv4 address from its first to its last digit', () => {
    const property = fc.property(fc.ipV4(), (address) => {
      expect(placed(`from ${address}:80, (${address}) and ${address}.`)).toEqual([address, address, address]);
    });
    fc.assert(property, { seed });
  });

  it('places every IPv6 address from its first to its last place', () => {
    const property = fc.property(fc.ipV6().filter(isIPv6), (address) => {
      expect(placed(`from [${address}]:80 to ${address}/64`)).toContain(address);
    });
    fc.assert(property, { seed });
  });

  it('lowers what is nobody’s, what is small and what stands beside a word for a version', () => {
    const scores = ['127.0.0.1', '1.2.3.4', 'version 81.92.10.4', 'from 81.92.10.4'].map(
      (text) => ipAddress.detect(text)[0]?.score ?? 0,
    );
    expect(scores.map((score) => score >= 0.5)).toEqual([false, false, false, true]);
  });
});
