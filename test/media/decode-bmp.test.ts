import { describe, expect, it } from 'vitest';
import { decodeBmp } from '../../src/media/decode-bmp.ts';
import { decodePicture } from '../../src/media/decode-picture.ts';
import { inMemory } from '../../src/media/image-file.ts';
import { readImageHeader } from '../../src/media/image-header.ts';
import { renderPreview } from '../../src/media/render-preview.ts';
import { byteView } from '../../src/media/walkers/byte-view.ts';
import { type BmpFields, bmpFile, bmpSamples } from '../fixtures/bmp.ts';
import { HEIGHT, rgbSamples, WIDTH } from '../fixtures/images.ts';

const LIMITS = { pixels: 1_000_000, frames: 10 };

describe('decodeBmp', () => {
  const cases: readonly BmpFields[] = [
    ...([1, 4, 8, 16, 24, 32] as const).map((bits) => ({ bits })),
    { headerBytes: 12, bits: 8 },
    { headerBytes: 12 },
    { headerBytes: 124 },
    { isTopDown: true },
    { width: 47 },
    { width: 45, bits: 4 },
    { bits: 32, masks: [0xff, 0xff00, 0xff0000] },
    { bits: 16, masks: [0x7c00, 0x3e0, 0x1f] },
    { bits: 32, masks: [0xff, 0xff00, 0xff0000], headerBytes: 124 },
  ];

  it.each(cases.map((fields) => [JSON.stringify(fields), fields] as const))(
    'shows every pixel of %s',
    (_name, fields) => {
      const { width = WIDTH } = fields;
      expect(decodeBmp(byteView(bmpFile(fields)))).toEqual({ data: bmpSamples(fields), width, height: HEIGHT });
    },
  );

  it('does not know run lengths', () => {
    const runs = bmpFile({ bits: 8, runs: Buffer.from([5, 1, 0, 1]) });
    expect(() => decodeBmp(byteView(runs))).toThrow(expect.objectContaining({ code: 'UNSUPPORTED_TYPE' }));
  });

  it('feeds the detectors and the preview', async () => {
    const file = inMemory(bmpFile({}));
    const header = await readImageHeader(file, LIMITS);
    expect(header).toEqual({ mediaType: 'image/bmp', width: WIDTH, height: HEIGHT, frames: 1, orientation: 1 });
    expect(await decodePicture(file, header, { maxSide: 100 })).toMatchObject({ data: rgbSamples(), fullWidth: WIDTH });
    expect(await decodePicture(file, header, { maxSide: 24 })).toMatchObject({ width: 24, height: 16 });
    expect(await renderPreview(file, 24)).toMatchObject({ mediaType: 'image/jpeg' });
  });
});
