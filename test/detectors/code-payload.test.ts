import { describe, expect, it } from 'vitest';
import { readPayload } from '../../src/detectors/code-payload.ts';
import { PAYLOADS } from '../fixtures/code-payloads.ts';
import { smartHealthCard } from '../fixtures/health-certificates.ts';

describe('a payload', () => {
  it.each(PAYLOADS)('is read: $name', ({ payload, known, lines = [], without = [] }) => {
    const read = readPayload(payload);
    expect(read.known.map(({ type, start, end }) => [type, read.text.slice(start, end)])).toEqual(known);
    for (const line of lines) expect(read.text.split('\n')).toContain(line);
    for (const part of without) expect(read.text).not.toContain(part);
  });

  it('says which format named a place, and how sure that is', () => {
    const [place] = readPayload('tel:+43-664-1234567').known;
    expect(place).toMatchObject({ type: 'phone', detector: 'phone', reasons: ['tel'], score: 0.99 });
    expect(place?.trace?.reduce((sum, { weight }) => sum + weight, 0)).toBe(0.99);
  });

  it('is read in little time and without an error, whatever it is', () => {
    const started = performance.now();
    for (const { payload } of PAYLOADS) {
      for (let cut = 0; cut <= payload.length; cut += 7) readPayload(payload.slice(0, cut));
      readPayload(payload.repeat(20));
    }
    for (const head of [
      'BEGIN:VCARD\n',
      'MECARD:',
      'mailto:',
      'geo:',
      'https://',
      '{"a":',
      '[',
      'HC1:',
      '@\nANSI ',
      'M1',
    ])
      for (const tail of ['\\', ';', ',', '%', '&a=', '[', '=\n', 'A:', 'DL00000000', '/', '"a":[', '0'])
        readPayload(head + tail.repeat(4000));
    expect(performance.now() - started).toBeLessThan(4000);
  });

  it('that unpacks to very much is health data all the same, and no more is read of it', () => {
    const { text, known } = readPayload(smartHealthCard({ name: 'a'.repeat(500_000) }));
    expect(text).toBe('Document: health card\n');
    expect(known).toHaveLength(1);
  });
});
