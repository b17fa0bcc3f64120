import { describe, expect, it } from 'vitest';
import { avifPicture, box, fullBox, heifFile, uint16, uint32 } from '../fixtures/heif.ts';
import { picture, pngChunk, WIDTH } from '../fixtures/images.ts';
import { svgWith } from '../fixtures/svg.ts';
import { rgbPage, SHORT, tiffFile } from '../fixtures/tiff.ts';
import { stripBytes } from './strip.ts';

const CANARY = 'Canary-4711-canary';
const unsupported = { code: 'UNCLEANABLE', reason: 'unsupported' };

describe('what no viewer shows', () => {
  it('is refused in an AVIF: a second frame, a repeated property, a crop, bytes behind a grid', async () => {
    const item = await avifPicture();
    const size = fullBox('ispe', 0, uint32(48), uint32(32));
    const grid = Buffer.concat([Buffer.alloc(4), uint16(48), uint16(32), Buffer.from(CANARY)]);
    const files = [
      [{ ...item, data: Buffer.concat([item.data, item.data]) }],
      [await avifPicture({ properties: [size, size].map((_, at) => box('mdcv', Buffer.alloc(24, at))) })],
      [await avifPicture({ properties: [box('clap', ...[8, 1, 8, 1, 0, 1, 0, 1].map(uint32))] })],
      [
        { type: 'grid', data: grid, properties: [size], references: [['dimg', 2]] as const },
        await avifPicture({ isHidden: true }),
      ],
    ];
    for (const items of files)
      await expect(stripBytes(heifFile({ brand: 'avif', items }))).rejects.toMatchObject(unsupported);
  });

  it('goes from an AVIF with the items that its coded picture does not need', async () => {
    const item = await avifPicture({ references: [['tbas', 2]] });
    const base = { ...(await avifPicture({ isHidden: true })), data: Buffer.alloc(300, CANARY) };
    const { bytes } = await stripBytes(heifFile({ brand: 'avif', items: [item, base] }));
    expect(Buffer.from(bytes).includes(CANARY)).toBe(false);
  });

  it('goes from a TIFF with the transfer curve, which readers do not heed', async () => {
    const curve = Array.from({ length: 256 }, () => 0x4361);
    const { bytes } = await stripBytes(tiffFile({ pages: [rgbPage([[0x012d, SHORT, curve]])] }));
    expect(Buffer.from(bytes).includes('CaCaCa')).toBe(false);
  });

  it('is refused in a picture inside a drawing', async () => {
    const jpeg = await picture().jpeg().toBuffer();
    const hidden = Buffer.concat([jpeg.subarray(0, -2), Buffer.from(CANARY), jpeg.subarray(-2)]);
    const drawing = (bytes: Buffer): Buffer =>
      svgWith(`<image width="${WIDTH}" href="data:image/jpeg;base64,${bytes.toString('base64')}"/>`);
    await expect(stripBytes(drawing(hidden))).rejects.toMatchObject(unsupported);
    expect((await stripBytes(drawing(jpeg))).method).toBe('lossless');
  });

  it('goes from a PNG with entries of its palette that look the same', async () => {
    const png = await picture().png({ palette: true, colours: 16 }).toBuffer();
    const at = png.indexOf('PLTE') - 4;
    const length = png.readUInt32BE(at);
    const same = pngChunk('PLTE', Buffer.alloc(length, 9));
    const { method } = await stripBytes(Buffer.concat([png.subarray(0, at), same, png.subarray(at + 12 + length)]));
    expect(method).toBe('re-encode');
  });
});
