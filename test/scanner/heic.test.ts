import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseScannerOptions } from '../../src/core/options-schema.ts';
import type { Box, Detection, Report } from '../../src/core/types.ts';
import { createEngine } from '../../src/scanner/scanner.ts';
import type { Engine } from '../../src/scanner/types.ts';
import { exifBlock, exifItem, heicItemOf, heicPicture, heifFile, sequenceBox } from '../fixtures/images.ts';
import { PLANTED } from '../fixtures/phone-photo.ts';

const MODELS = new URL('../../models/', import.meta.url);
let engine: Engine;
let face: Buffer;

beforeAll(async () => {
  const { account, ...settings } = parseScannerOptions({ engines: { ocr: false } });
  engine = await createEngine(settings, { account });
  face = await readFile(new URL('../fixtures/doctor-sample.heic', import.meta.url));
});
afterAll(() => engine.close());

function boxesOf({ findings }: { readonly findings: readonly Detection[] }): Box[] {
  return findings.flatMap((found) => (found.type === 'face' && 'box' in found ? [found.box] : []));
}

async function scan(bytes: Uint8Array): Promise<Report> {
  return engine.scan({ bytes });
}

describe('a HEIC photo', () => {
  test('is looked at like any other: the same face in the same place, and no gap', async () => {
    const [found, expected] = [await scan(face), await scan(await readFile(new URL('doctor-sample.jpg', MODELS)))];
    expect(found.gaps).toEqual([]);
    const [[mine], [its]] = [boxesOf(found), boxesOf(expected)];
    for (const side of ['x', 'y', 'width', 'height'] as const)
      expect(Math.abs((mine?.[side] ?? 0) - (its?.[side] ?? 999))).toBeLessThan(12);
  });

  test('stays a HEIC, pixel for pixel, where only metadata goes', async () => {
    const photo = heifFile({ items: [heicItemOf(face), exifItem(exifBlock({ gps: PLANTED.gps }))] });
    expect((await scan(photo)).findings.map(({ type }) => type)).toContain('gps');
    const { bytes = new Uint8Array(), mediaType, changes } = await engine.clean({ bytes: photo });
    expect([mediaType, changes]).toEqual(['image/heic', [{ kind: 'stripped', what: 'gps' }]]);
    expect(boxesOf(await scan(bytes))).toEqual(boxesOf(await scan(photo)));
  });

  test('comes out as JPEG where a face is covered, and nobody is found in it', async () => {
    const { bytes = new Uint8Array(), mediaType, changes } = await engine.clean({ bytes: face }, { redact: ['face'] });
    expect(mediaType).toBe('image/jpeg');
    expect(changes).toContainEqual({ kind: 're-encoded', mediaType: 'image/jpeg' });
    const { input, findings } = await scan(bytes);
    expect([input.mediaType, findings]).toEqual(['image/jpeg', []]);
  });

  test('shows the faces of its thumbnail and of its other pictures, too', async () => {
    const aside = { references: [['thmb', 1]] } as const;
    const cropped = heifFile({ items: [heicPicture(), heicItemOf(face, aside)] });
    expect((await scan(cropped)).findings).toContainEqual(
      expect.objectContaining({ type: 'face', source: 'thumbnail', field: 'HEIF:Thumbnail' }),
    );
    const burst = heifFile({ items: [heicPicture(), heicItemOf(face)] });
    expect((await scan(burst)).findings).toContainEqual(
      expect.objectContaining({ type: 'face', box: expect.anything() }),
    );
    await expect(engine.clean({ bytes: burst }, { redact: ['face'] })).rejects.toMatchObject({ code: 'UNCLEANABLE' });
  });

  test('is encoded again where transparency hides a face, without it', async () => {
    const photo = await readFile(new URL('../fixtures/hidden-in-alpha.heic', import.meta.url));
    expect((await scan(photo)).findings).toContainEqual(
      expect.objectContaining({ type: 'face', source: 'hidden-colour', field: 'HEIF:HiddenColours', action: 'strip' }),
    );
    const { bytes = new Uint8Array(), mediaType } = await engine.clean({ bytes: photo });
    expect(mediaType).toBe('image/jpeg');
    const { input, findings } = await scan(bytes);
    expect([input, findings]).toEqual([expect.objectContaining({ width: 256, height: 512 }), []]);
  });

  test('has a preview', async () => {
    const { mediaType } = await engine.preview({ bytes: face }, { maxSide: 100 });
    expect(mediaType).toBe('image/jpeg');
  });

  test('of moving pictures, or broken, is a gap and never clean', async () => {
    const item = heicItemOf(face);
    const film = heifFile({ brand: 'hevc', items: [item], boxes: (offsets) => [sequenceBox(item, offsets)] });
    for (const bytes of [film, face.subarray(0, -3000)]) {
      const { verdict, gaps } = await scan(bytes);
      expect([verdict, gaps.length > 0]).toEqual(['hold', true]);
    }
    await expect(engine.clean({ bytes: face.subarray(0, -3000) })).rejects.toMatchObject({ code: 'UNCLEANABLE' });
  });

  test('that ends in the middle of its coded bytes, or whose primary picture is a thumbnail, is a gap and never clean', async () => {
    const cut = Buffer.from(face);
    const coded = cut.indexOf('mdat') + 4;
    cut.fill(0xff, coded + ((cut.length - coded) >> 1));
    const item = heicItemOf(face, { references: [['thmb', 2]] });
    for (const bytes of [cut, heifFile({ items: [item, heicPicture()] })]) {
      const { verdict, gaps } = await scan(bytes);
      expect([verdict, gaps.length > 0]).toEqual(['hold', true]);
      await expect(engine.clean({ bytes })).rejects.toMatchObject({ code: 'UNCLEANABLE' });
    }
  });
});
