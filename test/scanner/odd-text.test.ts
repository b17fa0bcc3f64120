import { afterAll, beforeAll, expect, test } from 'vitest';
import { createScanner } from '../../src/scanner/scanner.ts';
import type { Scanner } from '../../src/scanner/types.ts';

const MEBIBYTE = 2 ** 20;
const ADDRESS = 'anna.kvist@firma.se ';

let scanner: Scanner;
beforeAll(async () => {
  scanner = await createScanner({
    engines: { ocr: false },
    detectors: { face: { enabled: false }, person: { enabled: false } },
    limits: { findings: 100 },
  });
});
afterAll(() => scanner.close());

test.each([
  ['10 MB of one letter', 'a'.repeat(10 * MEBIBYTE)],
  ['10 MB of one sign', '@'.repeat(10 * MEBIBYTE)],
  ['10 MB of digits', '0'.repeat(10 * MEBIBYTE)],
])('%s are cut, with a gap', async (_, text) => {
  const report = await scanner.scan({ text });
  expect(report.gaps).toEqual([{ id: 'g1', detector: 'media', reason: 'truncated' }]);
  expect(report).toMatchObject({ verdict: 'hold', findings: [], assessed: { email: 'not_assessed' } });
});

test.each([
  ['lone surrogates', '\ud800'.repeat(MEBIBYTE)],
  ['surrogates the wrong way round', '\udc00\ud800'.repeat(10_000)],
  ['every unit there is', String.fromCharCode(...Array.from({ length: 2 ** 16 }, (_, unit) => unit))],
  [
    'bytes read as letters',
    Buffer.from(Array.from({ length: 50_000 }, (_, at) => (at * 7919) % 256)).toString('latin1'),
  ],
  ['nothing but nulls', '\0'.repeat(MEBIBYTE)],
])('%s are looked at to their end', async (_, text) => {
  expect(await scanner.scan({ text })).toMatchObject({ gaps: [], assessed: { email: 'none_found' } });
});

test('more findings than the limit says are reported up to it, with a gap', async () => {
  for (const text of [ADDRESS.repeat(101), ADDRESS.repeat(20_000)]) {
    const report = await scanner.scan({ text });
    expect(report.findings).toHaveLength(100);
    expect(report.gaps).toEqual([{ id: 'g1', detector: 'media', reason: 'truncated' }]);
    expect(report.assessed).toMatchObject({ email: 'found', phone: 'not_assessed' });
    await expect(scanner.clean({ text }, { redact: ['email'] })).rejects.toMatchObject({ code: 'UNCLEANABLE' });
  }
});

test('as many findings as the limit says are all of them', async () => {
  const text = ADDRESS.repeat(100);
  expect(await scanner.scan({ text })).toMatchObject({ gaps: [], assessed: { phone: 'none_found' } });
  const cleaned = await scanner.clean({ text }, { redact: ['email'] });
  expect(cleaned.text).toBe('[email] '.repeat(100));
});
