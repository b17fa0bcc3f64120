import { readdirSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseScannerOptions } from '../../src/core/options-schema.ts';
import type { Report } from '../../src/core/types.ts';
import { textDetectors } from '../../src/detectors/text-detectors.ts';
import { createEngine } from '../../src/scanner/scanner.ts';
import type { Engine } from '../../src/scanner/types.ts';
import { exifBlock, jpegWith, phonePhoto, picture, pngWith, uprightPhoto } from '../fixtures/images.ts';

const SAMPLE = new URL('../../models/doctor-sample.jpg', import.meta.url);
const typesOf = ({ findings }: Report) => new Set(findings.map(({ type }) => type));
const spoolFolders = () => readdirSync(tmpdir()).filter((name) => name.startsWith(`bystander-scan-${process.pid}-`));

/** As many colours that tell frames apart. */
function someColours(count: number): { r: number; g: number; b: number }[] {
  return Array.from({ length: count }, (_, index) => ({
    r: (index % 5) * 50,
    g: (Math.floor(index / 5) % 5) * 50,
    b: index > 24 ? 50 * Math.floor(index / 25) : 0,
  }));
}

async function animationOf(colours: readonly { r: number; g: number; b: number }[]): Promise<Buffer> {
  const frames = colours.map((background) =>
    sharp({ create: { width: 16, height: 16, channels: 3, background } })
      .png()
      .toBuffer(),
  );
  return sharp(await Promise.all(frames), { join: { animated: true } })
    .webp({ lossless: true })
    .toBuffer();
}

async function engineWith(options: Parameters<typeof parseScannerOptions>[0]): Promise<Engine> {
  const { account, ...settings } = parseScannerOptions(options);
  return createEngine(settings, { account });
}

let engine: Engine;
let seeing: Engine;
let folder: string;
beforeAll(async () => {
  engine = await engineWith({ passThrough: ['video/webm'], limits: { pixels: 4_000_000 } });
  seeing = await engineWith({ engines: { ocr: false } });
  folder = await mkdtemp(join(tmpdir(), 'bystander-test-'));
});
afterAll(async () => {
  await engine.close();
  await seeing.close();
  await rm(folder, { recursive: true });
});

describe('scanning a picture', () => {
  test('finds its metadata, its faces and the text in it', async () => {
    const report = await engine.scan({ bytes: await readFile(SAMPLE) });
    expect(report.gaps).toEqual([]);
    expect(report.verdict).toBe('hold');
    expect([...typesOf(report)]).toEqual(expect.arrayContaining(['gps', 'face', 'email', 'phone']));
    expect(report.input).toMatchObject({ kind: 'image', mediaType: 'image/jpeg', width: 640, height: 640, frames: 1 });
    expect(report.assessed).toMatchObject({ gps: 'found', face: 'found', email: 'found', 'person-tag': 'none_found' });
    const email = report.findings.find(({ type }) => type === 'email');
    expect(email).toMatchObject({ source: 'ocr', action: 'confirm' });
    // Where the sample's script wrote it.
    expect(email).toMatchObject({ box: { x: expect.closeTo(20, -1), y: expect.closeTo(520, -2) } });
  });

  test('says how scores of writing in it and of its comments came about when it is asked', async () => {
    const commented = jpegWith(await readFile(SAMPLE), { comment: 'by tom.kvist@firma.se' });
    const { findings } = await engine.scan({ bytes: commented }, { explain: true });
    const emails = findings.filter(({ type }) => type === 'email');
    expect(emails.map((finding) => 'box' in finding)).toEqual(expect.arrayContaining([true, false]));
    for (const { score, trace = [] } of emails)
      expect(trace.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(score, 9);
  });

  test('speaks of the upright picture of a phone photo', async () => {
    const report = await engine.scan({ bytes: await phonePhoto({ orientation: 6 }) });
    expect([...typesOf(report)]).toEqual(expect.arrayContaining(['gps', 'device-id', 'author', 'face', 'thumbnail']));
    const { width = 0, height = 0 } = report.input.kind === 'image' ? report.input : {};
    for (const finding of report.findings) {
      if (!('box' in finding)) continue;
      expect(finding.box.x + finding.box.width).toBeLessThanOrEqual(width);
      expect(finding.box.y + finding.box.height).toBeLessThanOrEqual(height);
    }
    expect(report.metadata?.removed).toContain('gps');
  });

  test('notes when a thumbnail still shows what was cropped away', async () => {
    const whole = await uprightPhoto();
    const thumbnail = await sharp(whole).resize(160, 160, { fit: 'inside' }).jpeg().toBuffer();
    const { width, height } = await sharp(whole).metadata();
    const cropped = sharp(whole).extract({ left: 0, top: 0, width: Math.round(width / 2), height });
    const exif = exifBlock({ make: 'Canary', thumbnail });
    const noteOf = async (picture: Buffer) => {
      const { findings } = await engine.scan({ bytes: jpegWith(picture, { exif }) });
      return findings.find(({ type }) => type === 'thumbnail')?.reasons;
    };
    expect(await noteOf(await cropped.jpeg().toBuffer())).toEqual(['different-crop']);
    expect(await noteOf(await sharp(whole).jpeg().toBuffer())).toBeUndefined();
  });

  test('asks nobody about a number in a comment that is stripped', async () => {
    const picture = await sharp({ create: { width: 64, height: 64, channels: 3, background: 'teal' } })
      .withExif({ IFD0: { ImageDescription: 'call +44 20 7946 0123' } })
      .jpeg()
      .toBuffer();
    const report = await engine.scan({ bytes: picture });
    expect(report.findings).toContainEqual(
      expect.objectContaining({ type: 'phone', action: 'strip', field: expect.any(String) }),
    );
    expect(report.verdict).toBe('pass');
  });

  test('finds people, addresses and numbers in the workflow of an image generator', async () => {
    const words = 'portrait of my neighbour Anna Kvist,\nanna.kvist@firma.se\nphone +44 20 7946 0123';
    const workflow = JSON.stringify({ nodes: [{ type: 'CLIPTextEncode', widgets_values: [words, 0] }] });
    const report = await engine.scan({
      bytes: pngWith(await picture().png().toBuffer(), { text: [['workflow', workflow]] }),
    });
    const found = report.findings.map(({ type, action, ...place }) => [type, action, 'field' in place && place.field]);
    for (const type of ['comment', 'person', 'email', 'phone'])
      expect(found).toContainEqual([type, 'strip', 'PNG:workflow']);
    expect(report.verdict).toBe('pass');
  });

  test('reports a comment that is too long to be searched as not read', async () => {
    const text = [['Comment', 'fruit '.repeat(4000)]] as const;
    const report = await engine.scan({ bytes: pngWith(await picture().png().toBuffer(), { text }) });
    expect(report.findings).toContainEqual(
      expect.objectContaining({ type: 'metadata-block', action: 'strip', field: 'PNG:Comment' }),
    );
    expect(report.gaps).toEqual([]);
  });

  test('leaves nothing in the spool of bytes over 1 MB', async () => {
    const noise = await sharp({
      create: { width: 800, height: 800, channels: 3, background: 'grey', noise: { type: 'gaussian', sigma: 80 } },
    })
      .png()
      .toBuffer();
    expect(noise.length).toBeGreaterThan(2 ** 20);
    const report = await engine.scan({ bytes: noise });
    expect(report.input).toMatchObject({ kind: 'image', width: 800, bytes: noise.length });
    expect(spoolFolders().flatMap((name) => readdirSync(join(tmpdir(), name)))).toEqual([]);
  });

  test('takes a path', async () => {
    const path = join(folder, 'photo.jpg');
    await writeFile(path, await readFile(SAMPLE));
    expect(typesOf(await engine.scan({ path }))).toContain('face');
  });

  test('looks at every frame of an animation that shows something new', async () => {
    const report = await engine.scan({ bytes: await animationOf([...someColours(6), ...someColours(6)]) });
    expect(report).toMatchObject({ verdict: 'pass', gaps: [], input: { frames: 12 } });
    expect(report.assessed).toMatchObject({ face: 'none_found', email: 'none_found' });
  });

  test('says that it did not see all of an animation that shows too much', async () => {
    const report = await engine.scan({ bytes: await animationOf(someColours(66)) });
    expect(report.input).toMatchObject({ frames: 66 });
    expect(report.gaps.map(({ detector, reason }) => [detector, reason])).toEqual([
      ['face', 'truncated'],
      ['codes', 'truncated'],
      ['ocr', 'truncated'],
    ]);
    expect(report.assessed).toMatchObject({ face: 'not_assessed', email: 'not_assessed', gps: 'none_found' });
  });

  test('finds a face that stands still in an animation once, wherever it begins', async () => {
    const photo = await sharp(await uprightPhoto())
      .resize(320, 240, { fit: 'cover' })
      .png()
      .toBuffer();
    const empty = await sharp({ create: { width: 320, height: 240, channels: 3, background: 'teal' } })
      .png()
      .toBuffer();
    const dot = (left: number) =>
      sharp(photo).composite([
        { input: { create: { width: 8, height: 8, channels: 3, background: 'lime' } }, left, top: 2 },
      ]);
    const moving = await Promise.all([10, 40, 70].map((left) => dot(left).png().toBuffer()));
    const still = await seeing.scan({ bytes: photo });
    const animation = await sharp([empty, photo, ...moving], { join: { animated: true } })
      .webp({ quality: 90 })
      .toBuffer();
    const moved = await seeing.scan({ bytes: animation });
    const facesOf = ({ findings }: Report) => findings.filter(({ type }) => type === 'face').length;
    expect(facesOf(still)).toBeGreaterThan(0);
    expect(facesOf(moved)).toBe(facesOf(still));
  });

  test.each([
    [30_000, 1],
    [1, 30_000],
    [1, 1],
  ])('looks at a picture of %i x %i', async (width, height) => {
    const create = { width, height, channels: 3, background: 'teal' } as const;
    const report = await engine.scan({ bytes: await sharp({ create }).png().toBuffer() });
    expect(report).toMatchObject({ verdict: 'pass', gaps: [], input: { width, height } });
  });

  test('does not run what is switched off', async () => {
    const blind = await engineWith({ engines: { ocr: false }, detectors: { face: { enabled: false } } });
    const report = await blind.scan({ bytes: await readFile(SAMPLE) });
    expect([...typesOf(report)].sort()).toEqual(
      ['device-id', 'gps'].filter((type) => typesOf(report).has(type as 'gps')),
    );
    expect(report.assessed).toMatchObject({ face: 'not_assessed', email: 'not_assessed', gps: 'found' });
    expect(report.verdict).toBe('pass');
    await blind.close();
  });
});

describe('what cannot be looked at is a gap, not an error', () => {
  const cases: readonly (readonly [string, () => Promise<Uint8Array>, object])[] = [
    [
      'broken bytes',
      async () => Buffer.from([0x00, 0x01, 0x02, 0x99]),
      { gaps: [{ reason: 'unsupported' }], refusal: 'UNSUPPORTED_TYPE' },
    ],
    ['a file of no bytes', async () => new Uint8Array(), { gaps: [{ reason: 'failed' }] }],
    ['half a photo', async () => (await readFile(SAMPLE)).subarray(0, 9000), { gaps: [{ reason: 'failed' }] }],
    [
      'a PDF',
      async () => Buffer.from('%PDF-1.7\n%…'),
      { gaps: [{ reason: 'unsupported' }], refusal: 'UNSUPPORTED_TYPE' },
    ],
    [
      'a picture of too many pixels',
      () =>
        sharp({ create: { width: 2001, height: 2000, channels: 3, background: 'teal' } })
          .png()
          .toBuffer(),
      { gaps: [{ reason: 'truncated' }], refusal: 'TOO_MANY_PIXELS' },
    ],
  ];

  test.each(cases)('%s', async (_name, make, { gaps, refusal }: { gaps?: object[]; refusal?: string }) => {
    const inspection = await engine.inspect({ bytes: await make() });
    expect(inspection.report.gaps).toMatchObject(gaps?.map((gap) => ({ detector: 'media', ...gap })) ?? []);
    expect(inspection.report.verdict).toBe('hold');
    expect(inspection.refusal).toBe(refusal);
    expect(Object.values(inspection.report.assessed)).not.toContain('none_found');
  });

  test('a file that is not there', async () => {
    expect(await engine.scan({ path: join(folder, 'nothing-here') })).toMatchObject({
      verdict: 'hold',
      gaps: [{ detector: 'media', reason: 'failed' }],
    });
  });

  test('more bytes than the limit', async () => {
    const small = await engineWith({
      engines: { ocr: false },
      detectors: { face: { enabled: false } },
      limits: { bytes: 100 },
    });
    const inspection = await small.inspect({ bytes: Buffer.alloc(101) });
    expect(inspection).toMatchObject({ refusal: 'TOO_LARGE', report: { verdict: 'hold', input: { bytes: 101 } } });
    await small.close();
  });

  test('unless the type is let by: then it passes, and nothing was assessed', async () => {
    const webm = Buffer.concat([Buffer.from([0x1a, 0x45, 0xdf, 0xa3]), Buffer.alloc(100)]);
    const { report, refusal } = await engine.inspect({ bytes: webm });
    expect(report).toMatchObject({ verdict: 'pass', gaps: [], input: { kind: 'other', mediaType: 'video/webm' } });
    expect(new Set(Object.values(report.assessed))).toEqual(new Set(['not_assessed']));
    expect(refusal).toBeUndefined();
  });
});

test('a damaged picture ends in a report, and in a hold where it cannot be decoded', async () => {
  const sample = await sharp(await readFile(SAMPLE))
    .resize(240)
    .keepMetadata()
    .jpeg()
    .toBuffer();
  for (let damage = 1; damage <= 20; damage++) {
    const bytes = Buffer.from(sample.subarray(0, damage % 4 === 0 ? (sample.length * damage) / 24 : sample.length));
    // A few bytes at places that differ from one damage to the next, the same in every run.
    for (let at = damage * 41; at < bytes.length; at += 1531) bytes[at] = (at * damage) % 256;
    const { verdict, gaps } = await seeing.scan({ bytes });
    const decodes = await sharp(bytes, { failOn: 'error' })
      .raw()
      .toBuffer()
      .then(
        () => true,
        () => false,
      );
    if (!decodes) expect({ verdict, gaps: gaps.length }).toEqual({ verdict: 'hold', gaps: 1 });
  }
});

describe('a preview', () => {
  test('is small, upright and without metadata', async () => {
    const { bytes, mediaType } = await engine.preview(
      { bytes: await phonePhoto({ orientation: 6 }) },
      { maxSide: 200 },
    );
    const metadata = await sharp(bytes).metadata();
    expect(mediaType).toBe('image/jpeg');
    expect(Math.max(metadata.width, metadata.height)).toBe(200);
    expect(metadata).not.toHaveProperty('exif');
    expect(metadata).not.toHaveProperty('orientation');
  });

  test('of half a picture is UNCLEANABLE', async () => {
    const half = (await readFile(SAMPLE)).subarray(0, 9000);
    const preview = engine.preview({ bytes: half }, { maxSide: 200 });
    await expect(preview).rejects.toMatchObject({ code: 'UNCLEANABLE', reason: 'undecodable' });
  });

  test('of what is no picture is UNCLEANABLE', async () => {
    await expect(engine.preview({ bytes: Buffer.from('text') }, { maxSide: 200 })).rejects.toMatchObject({
      code: 'UNCLEANABLE',
    });
  });
});

test('an engine says which detectors and models it uses', () => {
  const described = engine.describe();
  const inText = textDetectors.map(({ id }) => id);
  expect(described.map(({ id }) => id).sort()).toEqual([...inText, 'codes', 'face', 'metadata', 'ocr'].sort());
  expect(described.find(({ id }) => id === 'person')?.modelSha256).toMatch(/^[0-9a-f]{64}$/);
  expect(described.find(({ id }) => id === 'face')).toMatchObject({
    modelSha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    runtime: expect.stringMatching(/^onnxruntime-(node|web) /),
  });
  expect(described.find(({ id }) => id === 'codes')).toMatchObject({
    modelSha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    runtime: expect.stringMatching(/^zxing-wasm \d/),
  });
});
