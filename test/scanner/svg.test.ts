import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseScannerOptions } from '../../src/core/options-schema.ts';
import type { Report } from '../../src/core/types.ts';
import { createEngine } from '../../src/scanner/scanner.ts';
import type { Engine } from '../../src/scanner/types.ts';
import { BARE_SVG, svgWith } from '../fixtures/svg.ts';

const PERSONAL = svgWith('<title>Logo</title><text>Call +44 20 7946 0123 or write to anna.kvist@firma.se</text>', {
  root: 'onload="alert(1)"',
});

async function engineWith(options: Parameters<typeof parseScannerOptions>[0]): Promise<Engine> {
  const { account, ...settings } = parseScannerOptions(options);
  return createEngine(settings, { account });
}

function rowsOf({ findings }: Report): (readonly [string, string, string])[] {
  return findings.map(({ type, action, ...place }) => [type, action, 'field' in place ? place.field : '']);
}

let accepting: Engine;
let refusing: Engine;
beforeAll(async () => {
  [accepting, refusing] = await Promise.all([engineWith({ acceptSvg: true }), engineWith({})]);
});
afterAll(async () => {
  await Promise.all([accepting.close(), refusing.close()]);
});

describe('an SVG', () => {
  test('is refused by default, and stays so when it is compressed or hides its root', async () => {
    for (const bytes of [PERSONAL, svgWith('', { before: `<!--${' '.repeat(5000)}-->` })]) {
      const { report, refusal } = await refusing.inspect({ bytes });
      expect([report.input, refusal]).toEqual([
        { kind: 'other', mediaType: 'image/svg+xml', bytes: bytes.length },
        'UNSUPPORTED_TYPE',
      ]);
      await expect(refusing.clean({ bytes })).rejects.toMatchObject({ code: 'UNCLEANABLE' });
    }
    const hidden = svgWith('', { before: `<!--${' '.repeat(5000)}-->` });
    for (const bytes of [gzipSync(PERSONAL), hidden])
      expect((await accepting.inspect({ bytes })).refusal).toBe('UNSUPPORTED_TYPE');
  });

  test('is a picture where it is accepted: scanned, and held because nobody saw its pixels', async () => {
    const report = await accepting.scan({ bytes: PERSONAL });
    expect(report.input).toMatchObject({
      kind: 'image',
      mediaType: 'image/svg+xml',
      width: 100,
      height: 100,
      frames: 1,
    });
    expect(report.verdict).toBe('hold');
    expect(report.gaps.map(({ detector, reason }) => [detector, reason])).toEqual([
      ['face', 'unsupported'],
      ['codes', 'unsupported'],
      ['ocr', 'unsupported'],
    ]);
    expect(rowsOf(report)).toEqual(
      expect.arrayContaining([
        ['comment', 'strip', 'SVG:Title'],
        ['metadata-block', 'strip', 'SVG:Script'],
        ['phone', 'confirm', 'SVG:Text'],
        ['email', 'confirm', 'SVG:Text'],
      ]),
    );
    expect(report.findings.filter(({ type }) => type === 'comment')).toHaveLength(1);
  });

  test('is cleaned, and says whether something that could be seen went with it', async () => {
    const { bytes, mediaType, changes } = await accepting.clean({ bytes: svgWith('<title>Anna</title>') });
    expect([Buffer.from(bytes ?? []).toString(), mediaType]).toEqual([BARE_SVG, 'image/svg+xml']);
    expect(changes).toEqual([{ kind: 'stripped', what: 'comment' }]);
    const external = svgWith('<image href="https://example.org/a.png"/>');
    for (const mode of ['lossless', 'reencode'] as const) {
      const cleaned = await accepting.clean({ bytes: external }, { strip: { mode } });
      expect(cleaned.changes).toContainEqual({ kind: 're-encoded', mediaType: 'image/svg+xml' });
    }
  });

  test('keeps its text, which cannot be covered', async () => {
    const { bytes } = await accepting.clean({ bytes: PERSONAL });
    expect(Buffer.from(bytes ?? []).toString()).toContain('anna.kvist@firma.se');
    const places = (await accepting.scan({ bytes: PERSONAL })).findings.filter(({ type }) => type === 'email');
    await expect(accepting.clean({ bytes: PERSONAL }, { places })).rejects.toMatchObject({
      code: 'UNCLEANABLE',
      reason: 'unsupported',
    });
    await expect(accepting.clean({ bytes: PERSONAL }, { redact: ['email'] })).rejects.toMatchObject({
      code: 'UNCLEANABLE',
    });
  });

  test('with more text than is looked at has a gap for the rest', async () => {
    const { gaps } = await accepting.scan({ bytes: svgWith(`<text>${'many words '.repeat(2000)}</text>`) });
    expect(gaps.map(({ detector, reason }) => [detector, reason])).toContainEqual(['metadata', 'truncated']);
  });

  test('that is broken or hostile is a gap, and is not cleaned', async () => {
    const broken = PERSONAL.subarray(0, -20);
    const report = await accepting.scan({ bytes: broken });
    expect(rowsOf(report)).toEqual([['metadata-block', 'strip', 'SVG:Unreadable']]);
    expect(report.verdict).toBe('hold');
    await expect(accepting.clean({ bytes: broken })).rejects.toMatchObject({ code: 'UNCLEANABLE' });
    const html = Buffer.from('<html><svg></svg></html>');
    expect((await accepting.scan({ bytes: html })).gaps).toMatchObject([{ detector: 'media', reason: 'failed' }]);
  });
});
