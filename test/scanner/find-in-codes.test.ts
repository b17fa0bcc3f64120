import { describe, expect, it } from 'vitest';
import type { ScannerOptions } from '../../src/core/options.ts';
import { parseScannerOptions } from '../../src/core/options-schema.ts';
import type { AccountIdentity } from '../../src/core/types.ts';
import { type CodeRead, MAX_CODES } from '../../src/detectors/code-reader.ts';
import { findInCodes } from '../../src/scanner/look/find-in-codes.ts';
import { createPlan } from '../../src/scanner/plan.ts';
import { PAYLOADS } from '../fixtures/code-payloads.ts';

const BOX = { x: 10, y: 20, width: 30, height: 30 };
const codeOf = (text: string, format = 'qr-code'): CodeRead => ({ format, text, box: BOX, frame: 0 });

async function found(codes: readonly CodeRead[], options: ScannerOptions = {}, account: AccountIdentity = {}) {
  const { account: _, ...settings } = parseScannerOptions(options);
  return findInCodes(codes, createPlan(settings), { account });
}

describe('what codes say', () => {
  it.each(PAYLOADS.filter(({ known }) => known.length > 0))(
    'is found with its types: $name',
    async ({ payload, known }) => {
      const { detections, gaps } = await found([codeOf(payload)]);
      expect(gaps).toEqual([]);
      const types = detections.map(({ type }) => type);
      expect(types).toEqual(expect.arrayContaining([...new Set(known.map(([type]) => type))]));
      expect(new Set(types).size).toBe(types.length);
      for (const detection of detections) {
        expect(detection).toMatchObject({ source: 'code', box: BOX });
        expect(detection).not.toHaveProperty('start');
      }
    },
  );

  it('holds no value of what it says', async () => {
    const { detections } = await found([codeOf('BEGIN:VCARD\nFN:Canary Birdsong\nEMAIL:canary@kvist.at\nEND:VCARD')]);
    expect(detections).toHaveLength(2);
    expect(JSON.stringify(detections)).not.toMatch(/canary/i);
  });

  it('is the user’s own only where all of a type is', async () => {
    const own = { emails: ['anna@kvist.at'] };
    const subjects = async (text: string) =>
      (await found([codeOf(text)], {}, own)).detections.map(({ type, subject }) => [type, subject]);
    expect(await subjects('mailto:anna@kvist.at')).toEqual([['email', 'self']]);
    expect(await subjects('mailto:anna@kvist.at,peter@kvist.at')).toEqual([['email', 'unknown']]);
    expect(await subjects('mailto:peter@kvist.at,anna@kvist.at')).toEqual([['email', 'unknown']]);
  });

  it('is found where characters of it are folded before it', async () => {
    const { detections } = await found([codeOf('BEGIN:VCARD\nNOTE:\u200bﬁx ①②③ ｗｉｄｅ\u200b\nFN:Xq Zw\nEND:VCARD')]);
    expect(detections).toMatchObject([{ type: 'person', reasons: expect.arrayContaining(['vcard']), score: 0.99 }]);
  });

  it('is found in every place that says it, also beside what is too long to be searched', async () => {
    const elsewhere = { ...codeOf('tel:+436641234567'), box: { ...BOX, x: 90 }, frame: 1 };
    const { detections, gaps } = await found([codeOf('x '.repeat(20_000)), codeOf('tel:+436641234567'), elsewhere]);
    expect(detections.map((detection) => 'box' in detection && detection.box.x)).toEqual([10, 90]);
    expect(gaps).toEqual([{ detector: 'codes', reason: 'truncated' }]);
  });

  it('is nothing where its type is off', async () => {
    const { detections } = await found([codeOf('tel:+436641234567')], { detectors: { phone: { enabled: false } } });
    expect(detections).toEqual([]);
  });

  it('is the number of an article in product codes, for the host’s own detectors only', async () => {
    const card = '4111111111111111';
    expect((await found([codeOf(card)])).detections).toMatchObject([{ type: 'payment-card' }]);
    expect((await found([codeOf(card, 'ean-13')])).detections).toEqual([]);
    const customDetectors = [{ type: 'member', label: 'Member', pattern: '41\\d{14}' }];
    expect((await found([codeOf(card, 'ean-13')], { customDetectors })).detections).toMatchObject([
      { type: 'custom:member', source: 'code' },
    ]);
  });

  it('is a gap beyond a number of codes or units', async () => {
    const many = Array.from({ length: MAX_CODES }, (_, index) => ({ ...codeOf(`n${index}`) }));
    const long = Array.from({ length: 8 }, (_, index) => codeOf(`${index} ${'Regen '.repeat(480)}`));
    const full = [{ detector: 'codes', reason: 'truncated' }];
    const inFrames = (count: number, text: string) =>
      Array.from({ length: count }, (_, frame) => ({ ...codeOf(text), frame }));
    for (const codes of [many, long, inFrames(300, 'a')]) expect((await found(codes)).gaps).toEqual(full);
    for (const codes of [many.slice(1), inFrames(40, long[0]?.text ?? '')])
      expect((await found(codes)).gaps).toEqual([]);
  });
});
