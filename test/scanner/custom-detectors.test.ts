import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ScannerOptions } from '../../src/core/options.ts';
import { createScanner } from '../../src/scanner/scanner.ts';
import type { Scanner } from '../../src/scanner/types.ts';
import { jpegWith } from '../fixtures/images.ts';

const TEXT = 'Member M-100042 wrote to anna.kvist@firma.se, member M-100777 did not.';
const LONG = `${'a bowl of fruit. '.repeat(1000)}${TEXT}`;

const OPTIONS: ScannerOptions = {
  engines: { ocr: false },
  detectors: { face: { enabled: false }, person: { enabled: false } },
  customDetectors: [
    { type: 'member-number', label: 'Membership number', pattern: /\bM-\d{6}\b/, action: 'block', allow: ['M-100777'] },
  ],
};

let scanner: Scanner;
beforeAll(async () => {
  scanner = await createScanner(OPTIONS);
});
afterAll(() => scanner.close());

describe('a custom type', () => {
  test.each([
    ['short', TEXT],
    ['so long that a child searches it', LONG],
  ])('is reported with its own action in a text that is %s', async (_, text) => {
    const report = await scanner.scan({ text }, { explain: true });
    const spans = report.findings.map(
      (one) => 'start' in one && [one.type, text.slice(one.start, one.end), one.action],
    );
    expect(spans).toEqual([
      ['custom:member-number', 'M-100042', 'block'],
      ['email', 'anna.kvist@firma.se', 'confirm'],
    ]);
    expect(report).toMatchObject({ verdict: 'block', gaps: [], assessed: { 'custom:member-number': 'found' } });
    expect(report.findings[0]?.trace).toEqual([{ signal: 'base', weight: 0.6 }]);
    expect(JSON.stringify(report)).not.toContain('100042');
  });

  test('is looked for where it is not, too', async () => {
    const { assessed, verdict } = await scanner.scan({ text: 'a bowl of fruit' });
    expect({ found: assessed['custom:member-number'], verdict }).toEqual({ found: 'none_found', verdict: 'pass' });
  });

  test('is masked by its own name', async () => {
    const { text } = await scanner.clean({ text: TEXT }, { redact: ['custom:member-number'] });
    expect(text).toBe(TEXT.replace('M-100042', '[member-number]'));
  });

  test('that nobody added cannot be redacted', async () => {
    await expect(scanner.clean({ text: TEXT }, { redact: ['custom:other'] })).rejects.toMatchObject({
      code: 'CONFIG_INVALID',
      problems: [{ path: 'redact.custom:other' }],
    });
  });

  test('is found in the metadata of a picture, and goes with it', async () => {
    const plain = await sharp({ create: { width: 40, height: 40, channels: 3, background: 'teal' } })
      .jpeg()
      .toBuffer();
    const report = await scanner.scan({ bytes: jpegWith(plain, { comment: 'for M-100042' }) });
    expect(report.findings).toContainEqual(
      expect.objectContaining({ type: 'custom:member-number', field: 'JPEG:COM', action: 'strip' }),
    );
  });
});

describe('a custom detector whose check throws', () => {
  test('is a gap of its own, and the others go on', async () => {
    const [member] = OPTIONS.customDetectors ?? [];
    const broken = {
      ...member,
      validate: () => {
        throw new Error(TEXT);
      },
    } as const;
    const failing = await createScanner({ ...OPTIONS, customDetectors: [broken as never] });
    for (const text of [TEXT, LONG]) {
      const report = await failing.scan({ text });
      expect(report.gaps).toEqual([{ id: 'g1', detector: 'custom:member-number', reason: 'failed' }]);
      expect(report.findings.map(({ type }) => type)).toEqual(['email']);
      expect(report.assessed).toMatchObject({ 'custom:member-number': 'not_assessed', email: 'found' });
    }
    await failing.close();
  });
});

describe('custom detectors that cannot be used', () => {
  test.each([
    [{ type: 'a', label: 'A', pattern: /(a+)+b/ }, 'customDetectors[1].pattern', 'linear time'],
    [{ type: 'a', label: 'A', pattern: '(' }, 'customDetectors[1].pattern', ''],
    [{ type: 'Member', label: 'A', pattern: /a/ }, 'customDetectors[1].type', 'lower case'],
    [{ type: 'a', pattern: /a/ }, 'customDetectors[1].label', ''],
    [{ type: 'member-number', label: 'A', pattern: /a/ }, 'customDetectors', 'once'],
    [{ type: 'a', label: 'A', pattern: /a/, context: { for: ['two words'] } }, 'customDetectors[1].context.for[0]', ''],
  ])('are a ConfigError: %j', async (detector, path, expected) => {
    const customDetectors = [...(OPTIONS.customDetectors ?? []), detector];
    const creating = createScanner({ ...OPTIONS, customDetectors } as ScannerOptions);
    await expect(creating).rejects.toMatchObject({
      code: 'CONFIG_INVALID',
      problems: [{ path, expected: expect.stringContaining(expected) }],
    });
  });
});
