import { createRequire } from 'node:module';
import { createCanvas, GlobalFonts } from '@napi-rs/canvas';
import sharp, { type Sharp } from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Finding, Report } from '../../src/core/types.ts';
import { createScanner } from '../../src/scanner/scanner.ts';
import type { Scanner } from '../../src/scanner/types.ts';
import { HIDING_PLACES, halfTransparent, landscape, people, SIDE, withGainMap } from '../fixtures/hidden-pictures.ts';
import { exifBlock, jpegWith, uprightPhoto } from '../fixtures/images.ts';

const FONT = createRequire(import.meta.url).resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf');

let scanner: Scanner;
beforeAll(async () => {
  scanner = await createScanner({ engines: { ocr: false } });
});
afterAll(() => scanner.close());

const facesOf = ({ findings }: Report): Finding[] => findings.filter(({ type }) => type === 'face');

describe('people in a picture that is hidden in another', () => {
  test.each(HIDING_PLACES)('are reported from $name, and are gone when it was cleaned', async (place) => {
    const { field, source } = place;
    const bytes = await place.hide(await people());
    const cleaned = await scanner.clean({ bytes }, { redact: ['face'] });
    expect(facesOf(cleaned.report)).toEqual([expect.objectContaining({ field, source, action: 'strip' })]);
    expect(cleaned.report).toMatchObject({ verdict: 'pass', gaps: [], assessed: { face: 'found' } });
    const again = await scanner.scan({ bytes: cleaned.bytes ?? Buffer.alloc(0) });
    expect(again.findings).toEqual([]);
    expect(again.assessed.face).toBe('none_found');
  });
});

test('people in a thumbnail that is stored turned, as its picture is, are seen', async () => {
  const thumbnail = await (await people()).rotate(270).jpeg().toBuffer();
  const exif = exifBlock({ orientation: 6, thumbnail });
  const report = await scanner.scan({ bytes: jpegWith(await landscape().jpeg().toBuffer(), { exif }) });
  expect(facesOf(report)).toEqual([expect.objectContaining({ field: 'EXIF:ThumbnailImage' })]);
  expect(facesOf(report)[0]?.score).toBeGreaterThan(0.9);
});

test('people are seen whom a bar covers in the picture but not in its thumbnail, or whose picture is plain', async () => {
  const group = await people();
  const thumbnail = await group.jpeg().toBuffer();
  const exif = exifBlock({ make: 'Canary', thumbnail });
  const whole = facesOf(await scanner.scan({ bytes: thumbnail }));
  const bars = whole.flatMap((face) => ('box' in face ? [face.box] : []));
  const covered = await sharp(thumbnail)
    .composite(
      bars.map(({ x, y, width, height }) => ({
        input: { create: { width, height, channels: 3 as const, background: 'black' } },
        left: x,
        top: y,
      })),
    )
    .jpeg()
    .toBuffer();
  const plain = sharp({ create: { width: SIDE, height: SIDE, channels: 3, background: 'teal' } });
  for (const picture of [covered, await plain.jpeg().toBuffer()])
    expect(facesOf(await scanner.scan({ bytes: jpegWith(picture, { exif }) }))).toContainEqual(
      expect.objectContaining({ field: 'EXIF:ThumbnailImage', source: 'thumbnail' }),
    );
});

describe('a page of a TIFF that says it is a smaller copy', () => {
  test('is not in the result when the other pages are encoded again', async () => {
    const place = HIDING_PLACES.find(({ name }) => name.startsWith('a page of a TIFF'));
    const bytes = (await place?.hide(await people())) ?? Buffer.alloc(0);
    const cleaned = await scanner.clean({ bytes }, { strip: { mode: 'reencode' } });
    expect((await sharp(cleaned.bytes).metadata()).pages).toBe(1);
    expect((await scanner.scan({ bytes: cleaned.bytes ?? Buffer.alloc(0) })).findings).toEqual([]);
  });
});

describe('people under little alpha, who stay when the file is stripped', () => {
  test.each([
    ['PNG', (picture: Sharp) => picture.png()],
    ['PNG of 16 bits whose alpha is none when it has 8', (picture: Sharp) => picture.toColourspace('rgb16').png()],
    ['WebP', (picture: Sharp) => picture.webp({ lossless: true, exact: true })],
  ])('are asked about in a %s, and covered', async (name, encode) => {
    const bits = name.includes('16') ? 16 : 8;
    const bytes = await encode(await halfTransparent(await people(), bits === 16 ? 0.5 : 12, bits)).toBuffer();
    const cleaned = await scanner.clean({ bytes }, { redact: ['face'] });
    const { report } = cleaned;
    expect(facesOf(report)[0]).toMatchObject({ source: 'hidden-colour', action: 'confirm' });
    for (const face of facesOf(report)) expect('box' in face && face.box.y >= SIDE).toBe(true);
    expect(report).toMatchObject({ verdict: 'hold', gaps: [] });
    expect(cleaned.changes).toContainEqual(expect.objectContaining({ kind: 'covered', type: 'face' }));
    expect((await scanner.scan({ bytes: cleaned.bytes ?? Buffer.alloc(0) })).findings).toEqual([]);
  });
});

describe('nobody is reported twice', () => {
  test('from a thumbnail of the same picture, or a map of how bright it may be shown', async () => {
    const whole = await uprightPhoto();
    const thumbnail = await sharp(whole).resize(160, 160, { fit: 'inside' }).jpeg().toBuffer();
    const visible = facesOf(await scanner.scan({ bytes: whole })).length;
    expect(visible).toBeGreaterThan(1);
    for (const bytes of [jpegWith(whole, { exif: exifBlock({ thumbnail }) }), await withGainMap(sharp(whole))]) {
      const report = await scanner.scan({ bytes });
      expect(facesOf(report).map((face) => 'box' in face)).toEqual(Array.from({ length: visible }, () => true));
      expect(report.gaps).toEqual([]);
    }
  });

  test('who can be seen though the picture is a bit transparent', async () => {
    const bytes = await (await people()).ensureAlpha(0.5).png().toBuffer();
    for (const face of facesOf(await scanner.scan({ bytes }))) expect(face).not.toHaveProperty('source');
  });
});

describe('what cannot be looked at', () => {
  const scanned = async (trailer: Buffer): Promise<Report> =>
    scanner.scan({ bytes: jpegWith(await landscape().jpeg().toBuffer(), { trailer }) });
  const unseen = { verdict: 'pass', gaps: [], assessed: { face: 'not_assessed', 'appended-data': 'found' } };

  test('is no gap, as it goes, but nobody is said to be absent from it', async () => {
    const broken = (await (await people()).jpeg().toBuffer()).subarray(0, 5000);
    expect(await scanned(broken)).toMatchObject(unseen);
    const bomb = await sharp({ create: { width: 8000, height: 8000, channels: 3, background: 'teal' } })
      .png()
      .toBuffer();
    expect(await scanned(bomb)).toMatchObject(unseen);
    const cleaned = await scanner.clean(
      { bytes: jpegWith(await landscape().jpeg().toBuffer(), { trailer: broken }) },
      { redact: ['face'] },
    );
    expect(cleaned.bytes).toEqual(await landscape().jpeg().toBuffer());
  });

  test('beyond the first pictures is said to be unseen as well', async () => {
    const many = await Promise.all(
      Array.from({ length: 50 }, (_, index) => landscape().linear(1, index).jpeg().toBuffer()),
    );
    expect(await scanned(Buffer.concat(many))).toMatchObject(unseen);
  });

  test('is nothing where bytes only look like the start of a picture', async () => {
    const report = await scanned(Buffer.concat([Buffer.alloc(9), Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 9, 1, 2])]));
    expect(report.assessed.face).toBe('none_found');
  });
});

describe('writing under transparency', () => {
  let reader: Scanner;
  beforeAll(async () => {
    GlobalFonts.registerFromPath(FONT, 'DejaVu Sans');
    reader = await createScanner({ detectors: { face: { enabled: false } } });
  });
  afterAll(() => reader.close());

  const page = (text: string): Promise<Buffer> => {
    const canvas = createCanvas(SIDE, SIDE);
    const context = canvas.getContext('2d');
    context.fillStyle = 'white';
    context.fillRect(0, 0, SIDE, SIDE);
    context.fillStyle = 'black';
    context.font = '16px DejaVu Sans';
    context.fillText(text, 6, 60);
    return canvas.encode('png');
  };

  test('is read, and gone when the picture was cleaned', async () => {
    const bytes = await (await halfTransparent(sharp(await page('anna.kvist@firma.se')), 0)).png().toBuffer();
    const cleaned = await reader.clean({ bytes }, { redact: ['email'] });
    expect(cleaned.report.findings).toEqual([
      expect.objectContaining({ type: 'email', field: 'PNG:HiddenColours', source: 'hidden-colour', action: 'strip' }),
    ]);
    expect((await reader.scan({ bytes: cleaned.bytes ?? Buffer.alloc(0) })).findings).toEqual([]);
  });
});
