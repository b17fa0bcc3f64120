import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseScannerOptions } from '../../src/core/options-schema.ts';
import type { Report } from '../../src/core/types.ts';
import { lookAtText } from '../../src/scanner/look/look-at-text.ts';
import { createPlan } from '../../src/scanner/plan.ts';
import { createScanner } from '../../src/scanner/scanner.ts';
import type { Scanner } from '../../src/scanner/types.ts';

const TEXT = 'Please call my colleague, her number is +44 20 7946 0123, or write to anna.kvist@firma.se about it.';
/** So long that a child searches it. */
const LONG_TEXT = `${'a bowl of fruit. '.repeat(2000)}${TEXT}`;

/** Text detectors only: no model, no picture. */
const TEXT_ONLY = { engines: { ocr: false }, detectors: { face: { enabled: false } } } as const;

describe('scanning a text', () => {
  let scanner: Scanner;
  beforeAll(async () => {
    scanner = await createScanner({ ...TEXT_ONLY, limits: { textLength: 40_000 } });
  });
  afterAll(() => scanner.close());

  test('reports places and scores, never values', async () => {
    const report = await scanner.scan({ text: TEXT });
    const spans = report.findings.map(
      (finding) => 'start' in finding && [finding.type, TEXT.slice(finding.start, finding.end)],
    );
    expect(spans).toContainEqual(['phone', '+44 20 7946 0123']);
    expect(spans).toContainEqual(['email', 'anna.kvist@firma.se']);
    expect(report.verdict).toBe('hold');
    expect(JSON.stringify(report)).not.toMatch(/kvist|7946/);
    expect(report.input).toEqual({ kind: 'text', mediaType: 'text/plain', bytes: TEXT.length, length: TEXT.length });
  });

  test('says of every type whether it was looked for', async () => {
    const { assessed, verdict } = await scanner.scan({ text: 'a bowl of fruit on a wooden table' });
    expect(verdict).toBe('pass');
    expect(assessed).toMatchObject({ email: 'none_found', phone: 'none_found', person: 'none_found' });
    expect(assessed).toMatchObject({ face: 'not_assessed', gps: 'not_assessed' });
    expect(Object.keys(assessed)).toHaveLength(25);
  });

  test('passes an empty text', async () => {
    expect(await scanner.scan({ text: '' })).toMatchObject({ verdict: 'pass', gaps: [], findings: [] });
  });

  test('finds names at the end of a long text, without a gap', async () => {
    for (const times of [300, 2000]) {
      const text = `${'a bowl of fruit. '.repeat(times)}Ask Emily Watson.`;
      const report = await scanner.scan({ text });
      expect(report.gaps).toEqual([]);
      expect(report.findings).toEqual([expect.objectContaining({ type: 'person', end: text.length - 1 })]);
    }
  });

  test('looks at the first part of a text over the limit and promises nothing of the rest', async () => {
    const report = await scanner.scan({ text: `${TEXT}${' and more'.repeat(5000)}` });
    expect(report.gaps).toContainEqual({ id: 'g1', detector: 'media', reason: 'truncated' });
    expect(report.assessed).toMatchObject({ email: 'found', phone: 'found', person: 'not_assessed' });
  });

  test('finds the same in a text that is so long that a child searches it', async () => {
    const contacts = (report: Report) => report.findings.filter(({ type }) => type === 'email' || type === 'phone');
    const expected = contacts(await scanner.scan({ text: TEXT })).map(({ type, subject }) => [type, subject]);
    const found = contacts(await scanner.scan({ text: LONG_TEXT }));
    expect(found.map(({ type, subject }) => [type, subject])).toEqual(expected);
    expect(found.map((finding) => 'start' in finding && LONG_TEXT.slice(finding.start, finding.end))).toEqual([
      '+44 20 7946 0123',
      'anna.kvist@firma.se',
    ]);
  });

  test('answers BUSY when more wait than the limit says', async () => {
    const impatient = await createScanner({ ...TEXT_ONLY, limits: { queue: 1 } });
    const long = TEXT.repeat(100);
    const calls = await Promise.allSettled(Array.from({ length: 20 }, () => impatient.scan({ text: long })));
    const refused = calls.filter(({ status }) => status === 'rejected');
    expect(refused.length).toBeGreaterThan(0);
    expect(refused.length).toBeLessThan(20);
    for (const call of refused)
      expect(call).toMatchObject({ reason: { code: 'BUSY', retryAfterSeconds: expect.any(Number) } });
    await impatient.close();
  });

  test("does not ask about the account's own data", async () => {
    const account = { emails: ['anna.kvist@firma.se'], phones: ['+442079460123'] };
    const { findings } = await scanner.scan({ text: TEXT }, { account });
    const contacts = findings.filter(({ type }) => type === 'email' || type === 'phone');
    expect(contacts.map(({ subject, action }) => [subject, action])).toEqual([
      ['self', 'allow'],
      ['self', 'allow'],
    ]);
  });

  test('takes text by bytes as well', async () => {
    const report = await scanner.scan({ bytes: Buffer.from(TEXT), name: 'notes.txt' });
    expect(report.findings).toEqual((await scanner.scan({ text: TEXT })).findings);
  });
});

describe('settings', () => {
  test('keep what is allowed out of the report and put what is denied in', async () => {
    const scanner = await createScanner({
      ...TEXT_ONLY,
      detectors: {
        ...TEXT_ONLY.detectors,
        email: { allow: ['ANNA.kvist@firma.se'] },
        person: { deny: ['Project Falcon'] },
      },
    });
    const { findings } = await scanner.scan({ text: `${TEXT} Project Falcon.` });
    expect(findings.map(({ type }) => type)).not.toContain('email');
    expect(findings).toContainEqual(expect.objectContaining({ type: 'person', score: 1, reasons: ['deny-list'] }));
    await scanner.close();
  });

  test('under observe let everything pass and say what would have been', async () => {
    const scanner = await createScanner({ ...TEXT_ONLY, preset: 'observe', limits: { textLength: 1000 } });
    expect(await scanner.scan({ text: TEXT })).toMatchObject({ verdict: 'pass', wouldBe: 'hold' });
    expect(await scanner.scan({ text: 'a bowl of fruit. '.repeat(300) })).toMatchObject({
      verdict: 'pass',
      wouldBe: 'hold',
    });
    expect(await scanner.scan({ text: 'a bowl of fruit' })).toMatchObject({ verdict: 'pass', wouldBe: 'pass' });
    await scanner.close();
  });

  test('that switch names off leave the children alone', async () => {
    const { account: _, ...settings } = parseScannerOptions({ detectors: { person: { enabled: false } } });
    const untouchable = () => Promise.reject(new Error('a child was asked'));
    const pool = { start: untouchable, run: untouchable, close: untouchable, pids: () => [] };
    const look = await lookAtText(
      { text: TEXT, bytes: 1, length: TEXT.length },
      { plan: createPlan(settings), pool },
      { account: {} },
    );
    expect(look.detections.map(({ type }) => type)).toEqual(['phone', 'email']);
    expect(look.gaps).toEqual([]);
  });
});

describe('a scanner', () => {
  test('does not take options that do not exist', async () => {
    const options = { detectors: { face: { treshold: 0.5 } }, limits: { queue: -1 } };
    await expect(createScanner(options as object)).rejects.toMatchObject({
      code: 'CONFIG_INVALID',
      problems: [{ path: 'detectors.face.treshold' }, { path: 'limits.queue' }],
    });
  });

  test('does not start without the model that its options name', async () => {
    const options = { engines: { face: { model: '/nowhere/face.onnx' }, ocr: false } } as const;
    await expect(createScanner(options)).rejects.toMatchObject({
      code: 'CONFIG_MODEL_MISSING',
      problems: [{ path: 'engines.face.model' }],
    });
  });

  test('answers CLOSED after its end and ABORTED to a call that was given up', async () => {
    const scanner = await createScanner(TEXT_ONLY);
    await expect(scanner.scan({ text: TEXT }, { signal: AbortSignal.abort() })).rejects.toMatchObject({
      code: 'ABORTED',
    });
    await scanner.close();
    await expect(scanner.scan({ text: TEXT })).rejects.toMatchObject({ code: 'CLOSED' });
    await expect(scanner.clean({ text: TEXT })).rejects.toMatchObject({ code: 'CLOSED' });
    await expect(scanner.close()).resolves.toBeUndefined();
  });
});
