import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Finding } from '../../src/core/types.ts';
import { createScanner } from '../../src/scanner/scanner.ts';
import type { Scanner } from '../../src/scanner/types.ts';
import { PLANTED, phonePhoto } from '../fixtures/phone-photo.ts';
import { frames } from '../fixtures/pictures.ts';

const SAMPLE = new URL('../../models/doctor-sample.jpg', import.meta.url);
const TEXT = 'Her number is +44 20 7946 0123, her address anna.kvist@firma.se, mine is me@firma.se.';

let scanner: Scanner;
/** Looks at metadata only, which is faster. */
let stripper: Scanner;
let folder: string;
beforeAll(async () => {
  scanner = await createScanner();
  stripper = await createScanner({ engines: { ocr: false }, detectors: { face: { enabled: false } } });
  folder = await mkdtemp(join(tmpdir(), 'bystander-test-'));
});
afterAll(async () => {
  await Promise.all([scanner.close(), stripper.close()]);
  await rm(folder, { recursive: true });
});

describe('cleaning a picture', () => {
  test('strips its metadata and leaves its pixels as they are', async () => {
    const given = await phonePhoto();
    const { bytes = new Uint8Array(), report, changes } = await stripper.clean({ bytes: given });
    expect(Buffer.from(bytes).includes(PLANTED.serial)).toBe(false);
    expect((await stripper.scan({ bytes })).findings.filter((finding) => 'field' in finding)).toEqual([]);
    expect(changes).toContainEqual({ kind: 'stripped', what: 'gps' });
    expect(changes.map(({ kind }) => kind)).not.toContain('covered');
    expect(report.findings.map(({ type }) => type)).toContain('gps');
    const pixels = (picture: Uint8Array) => sharp(picture).autoOrient().raw().toBuffer();
    expect((await pixels(bytes)).equals(await pixels(given))).toBe(true);
  });

  test('covers what it is asked to cover, and does not find it again', async () => {
    const given = await readFile(SAMPLE);
    const { bytes = new Uint8Array(), changes } = await scanner.clean({ bytes: given }, { redact: ['face', 'email'] });
    const after = await scanner.scan({ bytes });
    expect(after.findings.map(({ type }) => type)).toEqual(['phone']);
    const covered = changes.filter(({ kind }) => kind === 'covered').map((change) => 'type' in change && change.type);
    expect(new Set(covered)).toEqual(new Set(['face', 'email']));
  });

  test('refuses a result in which a covered face is found again', async () => {
    const face = (await scanner.scan({ bytes: await readFile(SAMPLE) })).findings.find(({ type }) => type === 'face');
    if (face === undefined || !('box' in face)) throw new Error('no face in the sample');
    const chin: Finding = {
      ...face,
      box: { x: face.box.x + 40, y: face.box.y + face.box.height - 12, width: 8, height: 8 },
    };
    const cleaning = scanner.clean({ bytes: await readFile(SAMPLE) }, { places: [chin] });
    await expect(cleaning).rejects.toMatchObject({ code: 'UNCLEANABLE', reason: 'residue' });
  });

  test('covers exact places without scanning, also those that a user drew', async () => {
    const region: Finding = {
      id: 'f9',
      type: 'region',
      score: 1,
      detector: 'user',
      action: 'confirm',
      box: { x: 0, y: 0, width: 90, height: 90 },
    };
    const { bytes, report, changes } = await scanner.clean({ bytes: await readFile(SAMPLE) }, { places: [region] });
    expect(report.findings).toEqual([region]);
    expect(changes).toContainEqual({ kind: 'covered', finding: 'f9', type: 'region', box: region.box });
    const corner = await sharp(bytes).extract({ left: 0, top: 0, width: 80, height: 80 }).png().toBuffer();
    expect((await sharp(corner).stats()).entropy).toBeLessThan(0.1);
  });

  test('lets all detectors look at a place that a user drew, and at what another detector found in its place', async () => {
    const given = await readFile(SAMPLE);
    const { findings } = await scanner.scan({ bytes: given });
    const face = findings.find(({ type }) => type === 'face');
    if (face === undefined || !('box' in face)) throw new Error('no face in the sample');
    const { x, y, width, height } = face.box;
    // A strip over the eyes: the face is still found, its middle in the strip.
    const eyes = { x, y: y + height * 0.46, width, height: height * 0.08 };
    const region: Finding = { ...face, id: 'f9', type: 'region', detector: 'user', box: eyes };
    const cleaning = scanner.clean({ bytes: given }, { places: [region] });
    await expect(cleaning).rejects.toMatchObject({ code: 'UNCLEANABLE', reason: 'residue' });
  });

  test('refuses a drawn place in a picture that is looked at in part, unless the first look left the same out', async () => {
    // Shown at under half of the size that writing needs.
    const strip = { create: { width: 31_000, height: 20, channels: 3, background: '#c33' } } as const;
    const given = { bytes: await sharp(strip).png().toBuffer() };
    const box = { x: 0, y: 0, width: 9, height: 9 };
    const region: Finding = { id: 'f9', type: 'region', score: 1, detector: 'user', action: 'confirm', box };
    const { gaps } = await scanner.scan(given);
    expect(gaps.map(({ reason }) => reason)).toContain('truncated');
    const cleaned = await scanner.clean(given, { places: [region], gaps });
    expect(cleaned.report).toMatchObject({ verdict: 'hold', gaps });
    const refused = { code: 'UNCLEANABLE', reason: 'failed' };
    await expect(scanner.clean(given, { places: [region] })).rejects.toMatchObject(refused);
    const others = gaps.filter(({ detector }) => detector !== 'codes');
    await expect(scanner.clean(given, { places: [region], gaps: others })).rejects.toMatchObject(refused);
  });

  test.each(['mosaic', 'blur'] as const)('covers faces with a %s in which nothing is found', async (cover) => {
    const call = { redact: ['face'], redaction: { cover } } as const;
    const { changes } = await scanner.clean({ bytes: await readFile(SAMPLE) }, call);
    expect(changes.map(({ kind }) => kind)).toContain('covered');
  });

  test('covers a drawn place in all frames, also in more than are looked at', async () => {
    const given = await frames(9)
      .gif({ delay: Array(9).fill(50) })
      .toBuffer();
    const box = { x: 8, y: 6, width: 20, height: 14 };
    const region: Finding = { id: 'f9', type: 'region', score: 1, detector: 'user', action: 'confirm', box };
    const { bytes } = await scanner.clean({ bytes: given }, { places: [region] });
    for (const page of [0, 8]) {
      const shown = sharp(bytes, { page }).removeAlpha().extract({ left: 8, top: 6, width: 20, height: 14 });
      expect(Math.max(...(await shown.raw().toBuffer()))).toBeLessThan(60);
    }
  });

  test('refuses a look that there is none of', async () => {
    const redaction = JSON.parse('{ "cover": "hearts" }');
    const cleaning = scanner.clean({ bytes: await readFile(SAMPLE) }, { redact: ['face'], redaction });
    await expect(cleaning).rejects.toMatchObject({ code: 'CONFIG_INVALID' });
  });

  test('keeps of a covered picture what is asked for, and says what went', async () => {
    const box = { x: 0, y: 0, width: 90, height: 90 };
    const region: Finding = { id: 'f9', type: 'region', score: 1, detector: 'user', action: 'confirm', box };
    const strip = { keep: ['capture-time'] } as const;
    const cleaned = await stripper.clean({ bytes: await phonePhoto() }, { places: [region], strip });
    expect(cleaned.report.metadata?.kept).toEqual(['capture-time']);
    expect(cleaned.report.metadata?.removed).toEqual(expect.arrayContaining(['gps', 'device-id', 'author']));
    expect(cleaned.report.metadata?.removed).not.toContain('capture-time');
    const { findings } = await stripper.scan({ bytes: cleaned.bytes ?? new Uint8Array() });
    expect(findings).toEqual([expect.objectContaining({ type: 'capture-time', field: 'EXIF:DateTimeOriginal' })]);
  });

  test('writes to a file of its own, readable by nobody else', async () => {
    const out = join(folder, 'clean.jpg');
    const cleaned = await stripper.clean({ bytes: await phonePhoto() }, { out });
    expect(cleaned).not.toHaveProperty('bytes');
    expect((await stat(out)).mode & 0o777).toBe(0o600);
    expect((await stripper.scan({ path: out })).findings.filter((finding) => 'field' in finding)).toEqual([]);
    expect(await readdir(folder)).toEqual(['clean.jpg']);
  });

  test('leaves no file behind when it fails', async () => {
    const broken = (await readFile(SAMPLE)).subarray(0, 9000);
    const cleaning = scanner.clean({ bytes: broken }, { redact: ['face'], out: join(folder, 'broken.jpg') });
    await expect(cleaning).rejects.toMatchObject({ code: 'UNCLEANABLE' });
    expect(await readdir(folder)).not.toContain('broken.jpg');
  });

  test('of what is neither picture nor text is UNCLEANABLE', async () => {
    const cleaning = scanner.clean({ bytes: Buffer.from('%PDF-1.7\n…') });
    await expect(cleaning).rejects.toMatchObject({ code: 'UNCLEANABLE', reason: 'unsupported' });
  });

  test.each([
    ['JPEG XL', '\xff\x0a'],
    ['JPEG 2000', '\0\0\0\x0cjP  \r\n\x87\n'],
    ['Photoshop (PSD)', '8BPS\0\x01'],
    ['Windows icon (ICO)', '\0\0\x01\0\x01\0'],
    ['camera raw', 'FUJIFILMCCD-RAW '],
    ['BigTIFF', 'II+\0\x08\0\0\0'],
    ['PDF', '%PDF-1.7\n'],
    ['video', '\x1aE\xdf\xa3'],
  ])('of %s says what it is', async (name, start) => {
    const bytes = Buffer.concat([Buffer.from(start, 'latin1'), Buffer.alloc(64)]);
    await expect(stripper.clean({ bytes })).rejects.toMatchObject({ message: `${name} cannot be cleaned` });
  });

  test('of a picture that breaks off says so', async () => {
    const bytes = (await phonePhoto()).subarray(0, 30_000);
    await expect(stripper.clean({ bytes })).rejects.toMatchObject({
      code: 'UNCLEANABLE',
      reason: 'undecodable',
      message: 'a part of the picture does not decode',
    });
  });
});

describe('cleaning a text', () => {
  test('changes nothing unless it is told what to mask', async () => {
    expect(await scanner.clean({ text: TEXT })).toMatchObject({ text: TEXT, changes: [] });
  });

  test('masks the types that it is given and leaves the rest', async () => {
    const { text, changes } = await scanner.clean({ text: TEXT }, { redact: ['phone'] });
    expect(text).toBe(TEXT.replace('+44 20 7946 0123', '[phone]'));
    expect(changes).toEqual([expect.objectContaining({ kind: 'masked', type: 'phone' })]);
  });

  test('masks exact places only, when it is given those', async () => {
    const { findings } = await scanner.scan({ text: TEXT });
    const places = findings.filter(
      (finding) => 'start' in finding && TEXT.slice(finding.start).startsWith('anna.kvist@'),
    );
    const { text } = await scanner.clean({ text: TEXT }, { places });
    expect(text).toBe(TEXT.replace('anna.kvist@firma.se', '[email]'));
  });

  test('gives the same pseudonym to the same value', async () => {
    const twice = 'Write to anna.kvist@firma.se, yes, anna.kvist@firma.se.';
    const { text = '' } = await scanner.clean({ text: twice }, { redact: ['email'], redaction: { mask: 'pseudonym' } });
    const [first, second] = text.match(/\[email-[0-9a-f]+\]/g) ?? [];
    expect(first).toBeDefined();
    expect(second).toBe(first);
  });

  test('masks by a label where a hint would be a number with the digits beside it', async () => {
    const beside = { text: 'call +44 20 7946 0123#512 345 678' };
    const { text } = await scanner.clean(beside, { redact: ['phone'], redaction: { mask: 'partial' } });
    expect(text).toBe('call [phone] 345 678');
  });

  test('masks a text file, and gives one without findings back as it was', async () => {
    const { bytes } = await scanner.clean({ bytes: Buffer.from(TEXT) }, { redact: ['email', 'face'] });
    expect(Buffer.from(bytes ?? []).toString()).toContain('[email]');
    const harmless = Buffer.from('\ufeffa bowl of fruit');
    expect((await scanner.clean({ bytes: harmless }, { redact: ['email'] })).bytes).toEqual(harmless);
  });

  test('does not promise what it could not look for', async () => {
    const brief = await createScanner({
      engines: { ocr: false },
      detectors: { face: { enabled: false } },
      limits: { textLength: 1000 },
    });
    const cleaning = brief.clean({ text: 'Anna. '.repeat(1000) }, { redact: ['person'] });
    await expect(cleaning).rejects.toMatchObject({ code: 'UNCLEANABLE', reason: 'unsupported' });
    await brief.close();
  });

  test('refuses places of another input, which it would leave as they are', async () => {
    const { findings: inText } = await scanner.scan({ text: TEXT });
    const box = { x: 0, y: 0, width: 9, height: 9 };
    const region: Finding = { id: 'f9', type: 'region', score: 1, detector: 'user', action: 'confirm', box };
    const refused = { code: 'UNCLEANABLE', reason: 'unsupported' };
    await expect(scanner.clean({ bytes: await phonePhoto() }, { places: inText })).rejects.toMatchObject(refused);
    await expect(scanner.clean({ text: TEXT }, { places: [region] })).rejects.toMatchObject(refused);
    await expect(scanner.clean({ bytes: Buffer.from(TEXT) }, { places: [region] })).rejects.toMatchObject(refused);
  });

  test('does not take a type that nothing finds, nor types and places at once', async () => {
    const unknown = scanner.clean({ text: TEXT }, { redact: ['region'] });
    await expect(unknown).rejects.toMatchObject({ code: 'CONFIG_INVALID', problems: [{ path: 'redact.region' }] });
    await expect(scanner.clean({ text: TEXT }, { redact: [], places: [] })).rejects.toMatchObject({
      code: 'CONFIG_INVALID',
    });
  });
});
