import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { openImageFile } from '../../../src/media/image-file.ts';
import { walkImage } from '../../../src/media/walk-image.ts';
import { byteView } from '../../../src/media/walkers/byte-view.ts';
import { jpegSegment, jpegWith, picture } from '../../fixtures/images.ts';

const [DHT, DQT, DRI, RESTART, EOI, SOF, ADOBE] = [0xc4, 0xdb, 0xdd, 0xd3, 0xd9, 0xc0, 0xee];

function walk(bytes: Uint8Array): { names: string[]; isComplete: boolean | undefined } {
  const result = walkImage(byteView(bytes), 'image/jpeg');
  return { names: result?.blocks.map(({ name }) => name) ?? [], isComplete: result?.isComplete };
}

async function plain(): Promise<Buffer> {
  return picture().jpeg().toBuffer();
}

function adobe(transform: number): Buffer {
  return jpegSegment(ADOBE, Buffer.from(`Adobe\0\x64\0\0\0\0${String.fromCharCode(transform)}`));
}

describe('walkJpeg', () => {
  it('gives every appended picture a name of its own, whole or cut off, and what follows them', async () => {
    const jpeg = await plain();
    const film = Buffer.from('\0\0\0\x14ftypqt  \0\0\0\0qt  ');
    const names = ['JPEG:SecondPicture', 'JPEG:SecondPicture', 'JPEG:MotionPhoto'];
    expect(walk(jpegWith(jpeg, { trailer: Buffer.concat([jpeg, jpeg, film]) }))).toEqual({ names, isComplete: true });
    expect(walk(jpegWith(jpeg, { trailer: jpeg.subarray(0, -2) })).names).toEqual(['JPEG:SecondPicture']);
  });

  it.each([
    ['SEFH\0\0\0\0SEFT', 'JPEG:Samsung'],
    ['AXS*\0\0\0\0AXS*\0\0\0\0\0\0\0\0', 'JPEG:AFCP'],
    ['\0\0\0\0\0\0\xa1\xb2\xc3\xd4', 'JPEG:FotoStation'],
    ['\0\0\0\0cbipcbbl', 'JPEG:PhotoMechanic'],
    ['~\x10\x04\xfe0MIE~\0\x04\0zmie~\0\0\x06\0\0\0\x20\x10\x04', 'JPEG:MIE'],
    ['\0\0', 'JPEG:Trailer'],
  ])('knows a trailer by its last bytes: %#, %j', async (trailer, name) => {
    expect(walk(jpegWith(await plain(), { trailer: Buffer.from(trailer, 'latin1') })).names).toEqual([name]);
  });

  it('takes restart markers outside a scan for garbage', async () => {
    const jpeg = jpegWith(await plain(), { segments: [Buffer.from([0xff, RESTART])] });
    expect(walk(jpeg)).toEqual({ names: ['JPEG:Garbage'], isComplete: true });
  });

  it('lets an Adobe marker stay once, and calls two that disagree broken', async () => {
    expect(walk(jpegWith(await plain(), { segments: [adobe(1), adobe(1)] })).names).toEqual(['JPEG:APP14']);
    expect(walk(jpegWith(await plain(), { segments: [adobe(1), adobe(2)] })).isComplete).toBe(false);
  });

  it('lets a table be repeated, but not replaced before a scan', async () => {
    const jpeg = await plain();
    const tableAt = jpeg.indexOf(Buffer.from([0xff, DQT]));
    const table = jpeg.subarray(tableAt, tableAt + 2 + jpeg.readUInt16BE(tableAt + 2));
    expect(walk(jpegWith(jpeg, { segments: [table, table] }))).toEqual({ names: [], isComplete: true });
    const other = jpegSegment(DQT, Buffer.from([0]), Buffer.alloc(64, 'secret'));
    expect(walk(jpegWith(jpeg, { segments: [other] })).isComplete).toBe(false);
  });

  it.each([
    ['quantization table', jpegSegment(DQT, Buffer.alloc(65 + 5))],
    ['Huffman table', jpegSegment(DHT, Buffer.alloc(17 + 5))],
    ['table without a valid number', jpegSegment(DQT, Buffer.alloc(65, 4))],
    ['restart interval', jpegSegment(DRI, Buffer.alloc(2 + 5))],
    ['frame header', jpegSegment(SOF, Buffer.from([8, 0, 8, 0, 8, 1, 1, 0x11, 0, 0x73]))],
  ])('calls bytes behind the contents of a %s broken', async (_name, segment) => {
    expect(walk(jpegWith(await plain(), { segments: [segment] })).isComplete).toBe(false);
  });

  it('calls a frame without a height broken, and a second frame', async () => {
    const jpeg = await plain();
    const frameAt = jpeg.indexOf(Buffer.from([0xff, SOF]));
    const frame = jpeg.subarray(frameAt, frameAt + 2 + jpeg.readUInt16BE(frameAt + 2));
    expect(walk(jpegWith(jpeg, { segments: [frame] })).isComplete).toBe(false);
    const flat = Buffer.from(jpeg);
    flat.writeUInt16BE(0, frameAt + 5);
    expect(walk(flat).isComplete).toBe(false);
  });

  it('finds the same in a file that is read in parts', async () => {
    const large = await sharp(randomBytes(1200 * 1200 * 3), { raw: { width: 1200, height: 1200, channels: 3 } })
      .jpeg({ progressive: true })
      .toBuffer();
    const lastScan = large.lastIndexOf(Buffer.from([0xff, 0xda]));
    const comment = jpegSegment(0xfe, Buffer.from('between scans'));
    const bytes = Buffer.concat([large.subarray(0, lastScan), comment, large.subarray(lastScan), await plain()]);
    const directory = await mkdtemp(join(tmpdir(), 'bystander-test-'));
    const path = join(directory, 'large.jpg');
    await writeFile(path, bytes);
    const file = await openImageFile(path, 0);
    try {
      expect(bytes.length).toBeGreaterThan(2 * 256 * 1024);
      expect(walkImage(file.view, 'image/jpeg')).toEqual(walkImage(byteView(bytes), 'image/jpeg'));
      expect(walk(bytes)).toEqual({ names: ['JPEG:COM', 'JPEG:SecondPicture'], isComplete: true });
    } finally {
      file.close();
      await rm(directory, { recursive: true });
    }
  });

  it('takes time in proportion to the number of appended pictures', async () => {
    const empty = Buffer.from([0xff, 0xd8, 0xff, EOI]);
    const trailer = Buffer.concat(Array.from({ length: 20_000 }, () => empty));
    const { names } = walk(jpegWith(await plain(), { trailer }));
    expect(names).toHaveLength(101);
    expect(names.at(-1)).toBe('JPEG:Trailer');
  });
});
