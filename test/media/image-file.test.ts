import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import sharp, { type Sharp } from 'sharp';
import { afterAll, describe, expect, it } from 'vitest';
import { type ImageFile, inMemory, openImageFile } from '../../src/media/image-file.ts';
import { sniff } from '../../src/media/sniff.ts';
import { walkImage } from '../../src/media/walk-image.ts';
import { MalformedImageError } from '../../src/media/walkers/byte-view.ts';
import { exifBlock, jpegWith, pngWith } from '../fixtures/images.ts';

const folder = mkdtempSync(join(tmpdir(), 'image-file-'));
const path = join(folder, 'picture');
afterAll(() => rmSync(folder, { recursive: true }));

/** Bytes in a file that is read in parts. */
async function inParts(bytes: Uint8Array): Promise<ImageFile> {
  writeFileSync(path, bytes);
  return openImageFile(path, 0);
}

/** Samples that no encoder makes small. */
function noise(width: number, height: number): Sharp {
  const data = Buffer.from(Array.from({ length: width * height * 3 }, (_, index) => (index * index * 31) >> 7));
  return sharp(data, { raw: { width, height, channels: 3 } });
}

describe('a picture that is read in parts', () => {
  it('is walked like the same bytes in memory, across the edges of parts', async () => {
    const exif = exifBlock({ artist: 'Anna', thumbnail: Buffer.alloc(300_000, 1) });
    const files = [
      jpegWith(await noise(900, 700).jpeg({ quality: 95 }).toBuffer(), {
        comment: 'c',
        trailer: Buffer.alloc(600_000, 2),
      }),
      jpegWith(await noise(900, 700).jpeg({ quality: 95, progressive: true }).toBuffer(), { comment: 'c' }),
      pngWith(await noise(600, 600).png().toBuffer(), { exif, trailer: Buffer.alloc(300_000, 3) }),
    ];
    for (const bytes of files) {
      expect(bytes.length).toBeGreaterThan(600_000);
      const { mediaType } = sniff(bytes);
      const file = await inParts(bytes);
      expect(file.source).toBe(path);
      const walk = walkImage(file.view, mediaType);
      expect(walk?.isComplete).toBe(true);
      expect(isDeepStrictEqual(walk, walkImage(inMemory(bytes).view, mediaType))).toBe(true);
      file.close();
    }
  });

  it('gives numbers of both byte orders, and none beyond its end', async () => {
    const file = await inParts(Buffer.from([1, 2, 3, 4, 5, 6, 7, 8, 9]));
    const { view } = file;
    expect([view.size, view.u8(8), view.u16(0), view.littleEndian().u32(5)]).toEqual([9, 9, 0x0102, 0x09080706]);
    expect(view.window(9)).toHaveLength(0);
    expect(() => view.u16(8)).toThrow(MalformedImageError);
    expect(() => view.slice(-1, 2)).toThrow(MalformedImageError);
    expect(() => view.slice(0, 2 ** 53)).toThrow(MalformedImageError);
    file.close();
  });

  it('is malformed when it has become shorter since', async () => {
    const file = await inParts(Buffer.alloc(600_000));
    truncateSync(path, 1000);
    expect(() => file.view.u8(599_999)).toThrow(MalformedImageError);
    file.close();
  });
});
