import sharp, { type Sharp } from 'sharp';
import { describe, expect, it } from 'vitest';
import { stripBytes } from './strip.ts';

const SIDE = 64;

/** A picture whose left half cannot be seen; there its colours are given by their place. */
function halfHidden(colourAt: (x: number, y: number) => number, depth: 8 | 16 = 8): Sharp {
  const data = depth === 8 ? new Uint8Array(SIDE * SIDE * 4) : new Uint16Array(SIDE * SIDE * 4);
  const opaque = depth === 8 ? 255 : 65_535;
  for (let y = 0; y < SIDE; y++)
    for (let x = 0; x < SIDE; x++) {
      const at = (y * SIDE + x) * 4;
      const isHidden = x < SIDE / 2;
      data.fill(isHidden ? colourAt(x, y) : 90, at, at + 3);
      data[at + 3] = isHidden ? 0 : opaque;
    }
  const picture = sharp(data, { raw: { width: SIDE, height: SIDE, channels: 4 } });
  return depth === 8 ? picture : picture.toColourspace('rgb16');
}

const plain = (): number => 17;
const checks = (x: number, y: number): number => (((x >> 3) + (y >> 3)) % 2 === 0 ? 230 : 10);
/** Differs from its neighbours in the lower byte only. */
const faint = (x: number): number => 256 + (x % 2);

async function hiddenColours(bytes: Uint8Array): Promise<Set<number>> {
  const data = await sharp(bytes).toColourspace('rgb16').raw({ depth: 'ushort' }).toBuffer();
  const samples = new Uint16Array(data.buffer, data.byteOffset, data.length / 2);
  const colours = new Set<number>();
  for (let at = 0; at < samples.length; at += 4) if (samples[at + 3] === 0) colours.add(samples[at] ?? 0);
  return colours;
}

const shown = (bytes: Uint8Array): Promise<Buffer> => sharp(bytes).flatten({ background: '#777' }).raw().toBuffer();

describe('colours under full transparency', () => {
  it('leave a TIFF and an AVIF as they are when they are one', async () => {
    for (const picture of [halfHidden(plain).tiff({ compression: 'lzw' }), halfHidden(plain).avif({ effort: 0 })])
      expect((await stripBytes(await picture.toBuffer())).method).toBe('lossless');
  });

  it('are cleared from a TIFF when they differ, at 8 and at 16 bits, and nothing that is seen changes', async () => {
    for (const picture of [halfHidden(checks), halfHidden(faint, 16)]) {
      const given = await picture.tiff({ compression: 'lzw' }).toBuffer();
      expect((await hiddenColours(given)).size).toBeGreaterThan(1);
      const { bytes, method } = await stripBytes(given);
      expect(method).toBe('re-encode');
      expect([...(await hiddenColours(bytes))]).toEqual([0]);
      expect(await shown(bytes)).toEqual(await shown(given));
    }
  });

  it('are cleared from an AVIF when they show something', async () => {
    const given = await halfHidden(checks).avif({ effort: 0 }).toBuffer();
    const { bytes, method } = await stripBytes(given);
    expect(method).toBe('re-encode');
    expect(Math.max(...(await hiddenColours(bytes)))).toBeLessThan(3000);
  });
});
