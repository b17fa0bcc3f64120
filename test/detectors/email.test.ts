import { describe, expect, it } from 'vitest';
import { email } from '../../src/detectors/email.ts';
import { textDetectorContract } from '../../src/testing/text-detector-contract.ts';
import crowded from '../fixtures/email/crowded.json' with { type: 'json' };
import hit from '../fixtures/email/hit.json' with { type: 'json' };
import miss from '../fixtures/email/miss.json' with { type: 'json' };

describe('the e-mail detector', () => {
  for (const { name, run } of textDetectorContract(email, { hit, miss, crowded })) it(name, run);

  it('reports an address without a top-level domain with a low score', () => {
    expect(email.detect('root@server').map(({ score }) => score)).toEqual([0.3]);
  });

  it('trusts an unknown ending less than a known one', () => {
    const [unknown, known] = email.detect('a@kvist.zzzz a@kvist.test');
    expect(unknown?.score).toBeGreaterThanOrEqual(0.5);
    expect(unknown?.score).toBeLessThan(known?.score ?? 0);
  });

  it('takes no local part of more than 64 units and no domain of more than 253', () => {
    expect(email.detect(`${'a'.repeat(64)}@example.com`)).toHaveLength(1);
    expect(email.detect(`${'a'.repeat(65)}@example.com`)).toEqual([]);
    expect(email.detect(`a@${'b.'.repeat(130)}com`)).toEqual([]);
  });

  it('counts offsets in UTF-16 units', () => {
    expect(email.detect('😀 anna@example.com')[0]).toMatchObject({ start: 3, end: 19 });
  });
});
