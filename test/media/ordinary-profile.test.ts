import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { decodePicture } from '../../src/media/decode-picture.ts';
import { inMemory } from '../../src/media/image-file.ts';
import { readImageHeader } from '../../src/media/image-header.ts';
import { isOrdinaryProfile } from '../../src/media/ordinary-profile.ts';
import { picture, rgbSamples } from '../fixtures/images.ts';

async function profileOf(name: 'p3' | 'srgb' | 'cmyk'): Promise<Buffer> {
  const { icc } = await sharp(await picture().withIccProfile(name).jpeg().toBuffer()).metadata();
  return icc ?? Buffer.alloc(0);
}

/** Exchanges two tags of a profile by their names in its table. */
function exchange(profile: Buffer, one: string, other: string): Buffer {
  const result = Buffer.from(profile);
  const [a, b] = [profile.indexOf(one, 128), profile.indexOf(other, 128)];
  result.write(other, a, 'latin1');
  result.write(one, b, 'latin1');
  return result;
}

describe('isOrdinaryProfile', () => {
  it('takes the profiles of screens and cameras', async () => {
    expect(isOrdinaryProfile(await profileOf('p3'))).toBe(true);
    expect(isOrdinaryProfile(await profileOf('srgb'))).toBe(true);
  });

  it('takes none that swaps colours, inverts them, uses tables, or is broken', async () => {
    const p3 = await profileOf('p3');
    const tables = Buffer.from(p3);
    tables.write('A2B0', p3.indexOf('cprt', 128), 'latin1');
    const falling = Buffer.from(p3);
    const curveAt = p3.readUInt32BE(p3.indexOf('rTRC', 128) + 4);
    falling.write('curv\0\0\0\0\0\0\0\x02\xff\xff\0\0', curveAt, 'latin1');
    for (const profile of [
      exchange(p3, 'rXYZ', 'bXYZ'),
      tables,
      falling,
      p3.subarray(0, 200),
      Buffer.alloc(0),
      await profileOf('cmyk'),
    ])
      expect(isOrdinaryProfile(profile)).toBe(false);
  });

  it('decides whether the detectors see the numbers as they are', async () => {
    const decode = async (profile: Uint8Array): Promise<Uint8Array> => {
      const bytes = await picture().withIccProfile('p3').tiff({ compression: 'none' }).toBuffer();
      bytes.set(profile, bytes.indexOf(await profileOf('p3')));
      const header = await readImageHeader(inMemory(bytes), { pixels: 10_000, frames: 1 });
      return (await decodePicture(inMemory(bytes), header, { maxSide: 100 })).data;
    };
    const p3 = await profileOf('p3');
    const [ordinary, swapped] = [await decode(p3), await decode(exchange(p3, 'rXYZ', 'bXYZ'))];
    const stored = await sharp(await picture().withIccProfile('p3').png().toBuffer(), { ignoreIcc: true })
      .raw()
      .toBuffer();
    expect(Buffer.from(ordinary).equals(stored)).toBe(true);
    const [red = 0, , blue = 0] = swapped;
    expect(blue).toBeGreaterThan(red);
    expect(rgbSamples()[0]).toBeGreaterThan(rgbSamples()[2] ?? 255);
  });
});
