import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { detectMetadata } from '../../src/detectors/metadata.ts';
import { inMemory } from '../../src/media/image-file.ts';
import { renderPreview } from '../../src/media/render-preview.ts';
import { byteView } from '../../src/media/walkers/byte-view.ts';
import { HEIGHT, orientedJpeg, phonePhoto, picture, WIDTH } from '../fixtures/images.ts';

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

  it('fails on a picture that does not decode', async () => {
    const cut = (await phonePhoto()).subarray(0, -5000);
    await expect(renderPreview(inMemory(cut), 320)).rejects.toThrow();
  });
});
