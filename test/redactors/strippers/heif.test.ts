import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { detectMetadata } from '../../../src/detectors/metadata.ts';
import { openImageFile } from '../../../src/media/image-file.ts';
import { neutralProfile } from '../../../src/media/neutral-profile.ts';
import { walkImage } from '../../../src/media/walk-image.ts';
import { byteView } from '../../../src/media/walkers/byte-view.ts';
import { stripInMemory } from '../../../src/redactors/strip-in-place.ts';
import { stripMetadata } from '../../../src/redactors/strip-metadata.ts';
import {
  auxiliary,
  avifPicture,
  box,
  exifBlock,
  exifItem,
  fullBox,
  HEIGHT,
  type HeifFile,
  type HeifItem,
  heicPicture,
  heifFile,
  picture,
  rgbSamples,
  sequenceBox,
  uint32,
  WIDTH,
  xmpItem,
  xmpPacket,
} from '../../fixtures/images.ts';
import { avifPlaces } from '../../fixtures/planted/avif.ts';
import { heicPlaces } from '../../fixtures/planted/heic.ts';
import { CANARY } from '../../fixtures/planted/planted-place.ts';
import { stripBytes } from '../strip.ts';

const ALPHA = auxiliary('urn:mpeg:mpegB:cicp:systems:auxiliary:alpha');
const EXIF = exifBlock({ artist: CANARY, copyright: 'Canary Press', gps: { latitude: 1, longitude: 2 } });
const XMP = xmpPacket({ 'dc:creator': CANARY });

function strip(bytes: Uint8Array, mediaType = 'image/heic', exif?: Buffer, icc = true): Buffer {
  return stripInMemory(byteView(bytes), mediaType, { icc, exif });
}

async function refusal(bytes: Uint8Array): Promise<unknown> {
  try {
    return strip(bytes);
  } catch (error) {
    return error;
  }
}

/** A HEIC whose coded bytes are as told; what follows them is for each test. */
function heic(file: Partial<HeifFile> & { readonly more?: readonly HeifItem[] } = {}): Buffer {
  const { more = [], ...rest } = file;
  return heifFile({ items: [heicPicture(), ...more], ...rest });
}

describe.each([...heicPlaces, ...avifPlaces])('$format: $place', ({ plant, mediaType, isIn, reported }) => {
  const holds = isIn ?? ((bytes: Buffer): boolean => bytes.includes(CANARY));

  it('is found, and gone from the cleaned file, which has the same size or less', async () => {
    const bytes = await plant();
    expect(holds(bytes)).toBe(true);
    const { detections } = await detectMetadata(byteView(bytes), mediaType);
    expect(detections).toContainEqual(expect.objectContaining(reported));
    const cleaned = strip(bytes, mediaType);
    expect(holds(cleaned)).toBe(false);
    expect(cleaned.length).toBeLessThanOrEqual(bytes.length);
    expect(walkImage(byteView(cleaned), mediaType)).toEqual({ blocks: [], isComplete: true });
    // The second time there is nothing left to do.
    expect(strip(cleaned, mediaType).equals(cleaned)).toBe(true);
  });
});

describe('a cleaned AVIF', () => {
  it.each(avifPlaces)('shows the same samples without its $place', async ({ plant }) => {
    const bytes = await plant();
    const cleaned = strip(bytes, 'image/avif');
    const [before, after] = await Promise.all([bytes, cleaned].map((file) => sharp(file).raw().toBuffer()));
    expect(after?.equals(before ?? Buffer.alloc(0))).toBe(true);
  });

  it('keeps what another writer coded, its colour profile and its transparency, sample by sample', async () => {
    const samples = rgbSamples(64, 48);
    const rgba = Buffer.alloc(64 * 48 * 4);
    for (let pixel = 0; pixel < 64 * 48; pixel++) {
      samples.copy(rgba, pixel * 4, pixel * 3, pixel * 3 + 3);
      rgba[pixel * 4 + 3] = pixel % 256;
    }
    const images = [
      picture().avif({ effort: 0 }),
      picture().withIccProfile('p3').avif({ effort: 0, chromaSubsampling: '4:2:0' }),
      sharp(rgba, { raw: { width: 64, height: 48, channels: 4 } }).avif({ effort: 0 }),
    ];
    for (const image of images) {
      const bytes = await image
        .withExif({ IFD0: { Artist: CANARY } })
        .withXmp(XMP)
        .toBuffer();
      const { bytes: cleaned, method, kept } = await stripBytes(bytes);
      const [before, after] = await Promise.all([sharp(bytes).metadata(), sharp(cleaned).metadata()]);
      expect([method, Buffer.from(cleaned).includes(CANARY)]).toEqual(['lossless', false]);
      expect(after.icc).toEqual(before.icc && neutralProfile(before.icc));
      expect(kept).toEqual(before.icc === undefined ? [] : ['icc']);
      expect({ ...after, exif: 0, xmp: 0 }).toMatchObject({ channels: before.channels, depth: before.depth });
      const raw = await Promise.all([bytes, cleaned].map((file) => sharp(file, { ignoreIcc: true }).raw().toBuffer()));
      expect(raw[1]?.equals(raw[0] ?? Buffer.alloc(0))).toBe(true);
    }
  });

  it('keeps pictures of different sizes', async () => {
    const [small, large] = await Promise.all([avifPicture(), avifPicture(undefined, 2)]);
    const bytes = heifFile({ brand: 'avif', items: [small, large, exifItem(EXIF)] });
    const { bytes: cleaned, method } = await stripBytes(bytes);
    expect(method).toBe('lossless');
    for (const page of [0, 1]) {
      const [before, after] = await Promise.all([bytes, cleaned].map((file) => sharp(file, { page }).raw().toBuffer()));
      expect(before?.length).toBe(WIDTH * HEIGHT * 3 * (page + 1) ** 2);
      expect(after?.equals(before ?? Buffer.alloc(0))).toBe(true);
    }
  });

  it('is refused when what is left does not decode', async () => {
    const { data, ...item } = await avifPicture();
    const damaged = Buffer.from(data).fill(0x55, data.length >> 1);
    await expect(stripBytes(heifFile({ brand: 'avif', items: [{ ...item, data: damaged }] }))).rejects.toMatchObject({
      reason: 'undecodable',
    });
  });

  it('loses its colour profile when that is not to stay', async () => {
    const bytes = await picture().withIccProfile('p3').avif({ effort: 0 }).toBuffer();
    const cleaned = strip(bytes, 'image/avif', undefined, false);
    expect((await sharp(cleaned).metadata()).icc).toBeUndefined();
  });

  it('is still turned as its properties say, whatever its EXIF said', async () => {
    const turned = await avifPicture({ properties: [box('irot', Buffer.from([1]))] });
    const bytes = heifFile({ brand: 'avif', items: [turned, exifItem(exifBlock({ orientation: 3, artist: CANARY }))] });
    const { bytes: cleaned, kept } = await stripBytes(bytes);
    const [before, after] = await Promise.all([bytes, cleaned].map((file) => sharp(file).metadata()));
    expect(after).toMatchObject({ width: before?.width, height: before?.height });
    expect(kept).toEqual([]);
    const { kept: reported } = await detectMetadata(byteView(bytes), 'image/avif');
    expect(reported).toEqual([]);
  });
});

describe('a cleaned HEIC', () => {
  it('keeps every coded byte at its offset: the tiles of a grid, further pictures, and the alpha of both', () => {
    const tile = heicPicture({ isHidden: true });
    const grid: HeifItem = {
      type: 'grid',
      data: Buffer.from([0, 0, 0, 1, 0, 128, 0, 64]),
      isInMeta: true,
      references: [['dimg', 2, 3]],
    };
    const items = [
      grid,
      tile,
      tile,
      heicPicture(),
      heicPicture({ properties: [ALPHA], references: [['auxl', 1]] }),
      heicPicture({ references: [['thmb', 4]] }),
      exifItem(EXIF),
      xmpItem(XMP),
    ];
    for (const version of [1, 2] as const) {
      const bytes = heifFile({ items, version });
      const cleaned = strip(bytes);
      const mdat = bytes.indexOf('mdat');
      const kept = 4 * tile.data.length;
      expect(cleaned.length).toBe(bytes.length);
      expect(cleaned.subarray(mdat, mdat + 4 + kept)).toEqual(bytes.subarray(mdat, mdat + 4 + kept));
      expect(cleaned.subarray(mdat + 4 + kept).every((byte) => byte === 0)).toBe(true);
      expect(cleaned.includes(Buffer.from(grid.data))).toBe(true);
      for (const type of ['dimg', 'auxl', 'infe', 'hvcC']) expect(cleaned.includes(type)).toBe(true);
      for (const type of ['thmb', 'cdsc', 'Exif', 'mime']) expect(cleaned.includes(type)).toBe(false);
    }
  });

  it('has the EXIF that is to stay in the place of the old one, and nowhere where there was none', () => {
    const kept = exifBlock({ copyright: 'Canary Press' });
    for (const isInMeta of [false, true]) {
      const cleaned = strip(heic({ more: [{ ...exifItem(EXIF), isInMeta }, exifItem(EXIF)] }), 'image/heic', kept);
      const blocks = walkImage(byteView(cleaned), 'image/heic')?.blocks ?? [];
      expect(blocks.map(({ kind, data }) => [kind, kept.equals(data)])).toEqual([['exif', true]]);
      expect(cleaned.includes(CANARY)).toBe(false);
    }
    expect(strip(heic({ more: [exifItem(Buffer.alloc(4))] }), 'image/heic', kept).includes('Canary Press')).toBe(false);
    expect(strip(heic(), 'image/heic', kept).includes('Canary Press')).toBe(false);
    const elsewhere = heic({ more: [exifItem(EXIF)], boxes: () => [box('free', Buffer.alloc(2000))] });
    const place = elsewhere.indexOf('iloc') + 12 + 16 + 8;
    elsewhere.writeUInt32BE(elsewhere.indexOf('free') + 4, place);
    expect(strip(elsewhere, 'image/heic', kept).includes('Canary Press')).toBe(false);
  });

  it('has messages of any length overwritten by as many bytes that say nothing', () => {
    const { data, ...item } = heicPicture();
    for (const [type, header] of [
      ['prefix SEI', [0x4e, 0x01]],
      ['suffix SEI', [0x50, 0x01]],
      ['filler data', [0x4c, 0x01]],
      ['a reserved type', [0x7e, 0x01]],
    ] as const)
      for (const length of [1, 2, 3, 5, 18, 255, 256, 257, 258, 259, 260, 513, 514, 515, 516, 517]) {
        const message = Buffer.concat([Buffer.from(header), Buffer.alloc(length, CANARY)]);
        const bytes = heifFile({ items: [{ ...item, data: Buffer.concat([data, uint32(message.length), message]) }] });
        const cleaned = strip(bytes);
        const at = bytes.indexOf(data);
        const end = at + data.length + 4 + header.length;
        expect([type, length, cleaned.subarray(at, end).equals(bytes.subarray(at, end))]).toEqual([type, length, true]);
        expect([type, length, cleaned.subarray(end).includes('C')]).toEqual([type, length, false]);
      }
  });

  it('keeps the pictures of a sequence, and none of a track of video or metadata', () => {
    const item = heicPicture();
    for (const handler of ['pict', 'vide', 'meta']) {
      const bytes = heic({
        brand: 'hevc',
        // Only the track points to these.
        hidden: item.data,
        boxes: ([first = 0]) => [sequenceBox(item, [first - item.data.length], { handler, seconds: 9 })],
      });
      const cleaned = strip(bytes);
      const at = bytes.indexOf(item.data);
      const track = cleaned.subarray(at, at + item.data.length);
      expect([handler, track.equals(item.data)]).toEqual([handler, handler === 'pict']);
      expect([handler, cleaned.includes('stbl')]).toEqual([handler, handler === 'pict']);
      expect(cleaned.subarray(at + item.data.length)).toEqual(bytes.subarray(at + item.data.length));
    }
  });

  it('is the same when it was too large for memory and cleaned part by part', async () => {
    const bytes = heic({ more: [exifItem(EXIF), xmpItem(XMP)], hidden: Buffer.alloc(600_000, 7) });
    const folder = await mkdtemp(join(tmpdir(), 'heif-'));
    await writeFile(join(folder, 'in.heic'), bytes);
    const file = await openImageFile(join(folder, 'in.heic'), 0);
    const header = { mediaType: 'image/heic', width: 64, height: 64, frames: 1, orientation: 1 };
    const options = { mode: 'lossless', keep: ['icc'], orientation: 'tag' } as const;
    const { file: cleaned } = await stripMetadata(file, header, options, join(folder, 'out.heic'));
    expect(cleaned.source).toBe(join(folder, 'out.heic'));
    expect((await readFile(join(folder, 'out.heic'))).equals(strip(bytes))).toBe(true);
    file.close();
    cleaned.close();
    await rm(folder, { recursive: true });
  });

  it('has no sequence left where the main brand says that a still is shown', async () => {
    const bytes = heic({ boxes: ([at = 0]) => [sequenceBox(heicPicture(), [at])] });
    expect((await detectMetadata(byteView(bytes), 'image/heic')).detections).toContainEqual(
      expect.objectContaining({ type: 'appended-data', field: 'HEIF:ImageSequence' }),
    );
    expect(strip(bytes).includes('moov')).toBe(false);
  });
});

describe('a HEIC is refused by name', () => {
  const shared = (bytes: Buffer): Buffer => {
    // The EXIF item's offset becomes that of the picture.
    const result = Buffer.from(bytes);
    const iloc = result.indexOf('iloc');
    const [first, second] = [iloc + 4 + 4 + 2 + 2, iloc + 4 + 4 + 2 + 2 + 16];
    result.copy(result, second + 8, first + 8, first + 12);
    return result;
  };

  it.each([
    [
      'an overlay, of which a picture may cover another one',
      heifFile({ items: [{ ...grid(64), type: 'iovl' }, heicPicture()] }),
    ],
    ['a grid with hidden tiles', heifFile({ items: [grid(64), heicPicture(), heicPicture()] })],
    ['this coding of pictures', heifFile({ items: [{ type: 'jpeg', data: Buffer.alloc(9, 1) }] })],
    ['a picture that shares bytes with metadata', shared(heic({ more: [exifItem(EXIF)] }))],
    [
      'a fragmented image sequence',
      heic({
        brand: 'hevc',
        boxes: ([at = 0]) => [sequenceBox(heicPicture(), [at]), box('moof', Buffer.alloc(9, 1))],
      }),
    ],
    ['a picture without bytes', heifFile({ items: [heicPicture({ data: Buffer.alloc(0) }), heicPicture()] })],
    [
      'pictures in another file',
      heic({
        brand: 'hevc',
        boxes: ([at = 0]) => {
          const moov = sequenceBox(heicPicture(), [at]);
          moov.writeUInt32BE(0, moov.indexOf('url ') + 4);
          return [moov];
        },
      }),
    ],
  ])('for %s', async (message, bytes) => {
    expect(await refusal(bytes)).toMatchObject({ code: 'UNCLEANABLE', reason: 'unsupported', message });
  });

  it('when its structure is broken', async () => {
    const whole = heic({ more: [exifItem(EXIF)] });
    const beyondTable = Buffer.from(heic());
    // One location less than there are items, and what was the last one stands behind the table.
    beyondTable.writeUInt16BE(0, beyondTable.indexOf('iloc') + 10);
    for (const bytes of [whole.subarray(0, -1), whole.subarray(0, 300), heifFile({ items: [] }), beyondTable])
      expect(await refusal(bytes)).toMatchObject({ reason: 'undecodable' });
  });

  it('leaves free space alone that is empty', () => {
    const bytes = heic({ boxes: () => [box('free', Buffer.alloc(40))], metaBoxes: [fullBox('free', 0, uint32(0))] });
    expect(walkImage(byteView(bytes), 'image/heic')).toEqual({ blocks: [], isComplete: true });
  });
});

/** Of two tiles beside each other, of 64 pixels each. */
function grid(width: number): HeifItem {
  const properties = [fullBox('ispe', 0, uint32(width), uint32(64))];
  return { type: 'grid', data: Buffer.from([0, 0, 0, 1, 0, width, 0, 64]), properties, references: [['dimg', 2, 3]] };
}
