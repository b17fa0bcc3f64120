import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { detectMetadata } from '../../../src/detectors/metadata.ts';
import { neutralProfile } from '../../../src/media/neutral-profile.ts';
import { byteView } from '../../../src/media/walkers/byte-view.ts';
import { stripInMemory } from '../../../src/redactors/strip-in-place.ts';
import { bmpFile } from '../../fixtures/bmp.ts';
import { decodeBmp } from '../../fixtures/decode-bmp.ts';
import { picture } from '../../fixtures/images.ts';
import { bmpPlaces } from '../../fixtures/planted/bmp.ts';
import { CANARY } from '../../fixtures/planted/planted-place.ts';
import { stripBytes } from '../strip.ts';

describe('stripping a BMP in place', () => {
  it.each(bmpPlaces.map((place) => [place.place, place] as const))('takes out: %s', async (_name, place) => {
    const isIn = place.isIn ?? ((bytes: Buffer) => bytes.includes(CANARY));
    const given = await place.plant();
    expect(isIn(given)).toBe(true);
    const { bytes, method } = await stripBytes(given);
    expect([isIn(Buffer.from(bytes)), method]).toEqual([false, 'lossless']);
    expect(Buffer.from(bytes).readUInt32LE(2)).toBe(bytes.length);
    expect(decodeBmp(byteView(bytes))).toEqual(decodeBmp(byteView(given)));
    const { detections, texts } = await detectMetadata(byteView(bytes), 'image/bmp');
    expect([...detections, ...texts]).toEqual([]);
  });

  it('leaves a plain file as it is', async () => {
    for (const fields of [{}, { bits: 8 }, { headerBytes: 12 }, { headerBytes: 124 }, { isTopDown: true }] as const) {
      const given = bmpFile(fields);
      expect(Buffer.from((await stripBytes(given)).bytes).equals(given)).toBe(true);
    }
  });

  it('keeps an embedded profile only where it is wanted', async () => {
    const { icc = Buffer.alloc(0) } = await sharp(await picture().withIccProfile('p3').jpeg().toBuffer()).metadata();
    const given = bmpFile({ headerBytes: 124, profile: { kind: 'MBED', data: icc } });
    const kept = await stripBytes(given);
    expect(kept).toMatchObject({ kept: ['icc'], method: 'lossless' });
    const neutral = neutralProfile(icc) ?? Buffer.alloc(0);
    expect(
      Buffer.from(kept.bytes).equals(bmpFile({ headerBytes: 124, profile: { kind: 'MBED', data: neutral } })),
    ).toBe(true);
    const { bytes } = await stripBytes(given, { keep: [] });
    expect(Buffer.from(bytes).includes('desc')).toBe(false);
    expect(Buffer.from(bytes).toString('latin1', 70, 74)).toBe('BGRs');
  });

  it('ends run lengths where they end', () => {
    // A run, three colours as they are with their padding, a jump, the end.
    const runs = Buffer.from([5, 1, 0, 3, 1, 2, 3, 0, 0, 2, 1, 1, 0, 1]);
    const given = bmpFile({ bits: 8, runs, trailer: Buffer.from(CANARY) });
    const cleaned = stripInMemory(byteView(given), 'image/bmp', { icc: true, exif: undefined });
    expect(cleaned.equals(bmpFile({ bits: 8, runs }))).toBe(true);
  });

  it('refuses what is not all there, or has bytes in two roles', async () => {
    const given = bmpFile({ headerBytes: 124, profile: { kind: 'MBED', data: Buffer.alloc(200) } });
    const overlapping = bmpFile({ headerBytes: 124, profile: { kind: 'MBED', data: Buffer.alloc(200) } });
    overlapping.writeUInt32LE(100, 126);
    const endless = bmpFile({ bits: 8, runs: Buffer.from([5, 1, 5, 1]) });
    const header = { mediaType: 'image/bmp', width: 48, height: 32, frames: 1, orientation: 1 };
    for (const bytes of [given.subarray(0, 900), overlapping, endless])
      await expect(stripBytes(bytes, { header })).rejects.toMatchObject({ code: 'UNCLEANABLE', reason: 'undecodable' });
  });
});
