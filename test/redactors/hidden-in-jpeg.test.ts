import sharp, { type Sharp } from 'sharp';
import { describe, expect, it } from 'vitest';
import { stripBytes } from './strip.ts';

const CANARY = Buffer.from('Canary-4711-canary');
const [WIDTH, HEIGHT] = [900, 700];
const LARGE = 256 * 1024;

/** Samples that no encoder makes small, so that the file is one of those where the decoder is asked first. */
function noise(): Sharp {
  const data = Buffer.from(Array.from({ length: WIDTH * HEIGHT * 3 }, (_, index) => (index * index * 31) >> 7));
  return sharp(data, { raw: { width: WIDTH, height: HEIGHT, channels: 3 } });
}

const markerAt = (bytes: Buffer, marker: number, from = 0): number => bytes.indexOf(Buffer.from([0xff, marker]), from);
const inserted = (bytes: Buffer, at: number): Buffer =>
  Buffer.concat([bytes.subarray(0, at), CANARY, bytes.subarray(at)]);

/** Says that the frame is less high than it is coded. */
function lowered(bytes: Buffer, frameMarker: number): Buffer {
  const low = Buffer.from(bytes);
  low.writeUInt16BE(HEIGHT - 64, markerAt(bytes, frameMarker) + 5);
  return low;
}

const shown = (bytes: Uint8Array): Promise<Buffer> => sharp(bytes, { failOn: 'error' }).raw().toBuffer();

describe('a large JPEG', () => {
  it('loses what stands behind its last unit, between its scans and below its frame, and no sample', async () => {
    const baseline = await noise().jpeg({ quality: 90 }).toBuffer();
    const progressive = await noise().jpeg({ quality: 90, progressive: true }).toBuffer();
    const files = {
      'behind the last unit': inserted(baseline, baseline.length - 2),
      'behind the last unit of many scans': inserted(progressive, progressive.length - 2),
      'between scans': inserted(progressive, markerAt(progressive, 0xc4, markerAt(progressive, 0xda) + 10)),
      'below the frame': lowered(baseline, 0xc0),
      'below the frame of many scans': lowered(progressive, 0xc2),
    };
    for (const [name, given] of Object.entries(files)) {
      expect([name, given.length > LARGE]).toEqual([name, true]);
      const { bytes, method } = await stripBytes(given);
      expect([name, method, Buffer.from(bytes).includes(CANARY)]).toEqual([name, 'lossless', false]);
      expect([name, bytes.length < given.length]).toEqual([name, true]);
      expect((await shown(bytes)).equals(await shown(given))).toBe(true);
    }
  });

  it('stays byte for byte what it is when it hides nothing', async () => {
    for (const progressive of [false, true]) {
      const given = await noise().jpeg({ quality: 90, progressive }).toBuffer();
      expect(Buffer.from((await stripBytes(given)).bytes).equals(given)).toBe(true);
    }
  });
});
