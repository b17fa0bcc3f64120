import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { detectMetadata } from '../../src/detectors/metadata.ts';
import { inMemory } from '../../src/media/image-file.ts';
import { renderPreview } from '../../src/media/render-preview.ts';
import { byteView } from '../../src/media/walkers/byte-view.ts';
import {
  HEIGHT,
  heicItemOf,
  heicPicture,
  heifFile,
  orientedJpeg,
  phonePhoto,
  picture,
  WIDTH,
} from '../fixtures/images.ts';

describe('renderPreview', () => {
  it('is small, upright and free of metadata', async () => {
    const { bytes, mediaType } = await renderPreview(inMemory(await phonePhoto()), 320);
    const { width, height } = await sharp(bytes).metadata();
    expect(mediaType).toBe('image/jpeg');
    expect(Math.max(width, height)).toBe(320);
    expect(width).toBeGreaterThan(height);
    expect(await detectMetadata(byteView(bytes), mediaType)).toEqual({ detections: [], texts: [], kept: [] });
  });

  it('does not enlarge, and keeps transparency', async () => {
    const small = await renderPreview(inMemory(await orientedJpeg(6)), 320);
    expect(await sharp(small.bytes).metadata()).toMatchObject({ width: WIDTH, height: HEIGHT, format: 'jpeg' });
    const clear = await renderPreview(inMemory(await picture().ensureAlpha(0.5).png().toBuffer()), 20);
    expect(clear.mediaType).toBe('image/png');
    expect(await sharp(clear.bytes).metadata()).toMatchObject({ width: 20, hasAlpha: true });
  });

  it('shows the primary picture of a HEIC, which is not its first', async () => {
    const face = await readFile(new URL('../fixtures/doctor-sample.heic', import.meta.url));
    const bytes = heifFile({ items: [heicPicture(), heicItemOf(face)] });
    bytes.writeUInt16BE(2, bytes.indexOf('pitm') + 8);
    const preview = await renderPreview(inMemory(bytes), 320);
    expect(await sharp(preview.bytes).metadata()).toMatchObject({ width: 320, height: 320 });
  });

  it('fails on a picture that does not decode', async () => {
    const cut = (await phonePhoto()).subarray(0, -5000);
    await expect(renderPreview(inMemory(cut), 320)).rejects.toThrow();
  });
});
