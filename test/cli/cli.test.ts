import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text as readAll } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exifBlock, jpegWith } from '../fixtures/images.ts';

const MAIN = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));
const SAMPLE = fileURLToPath(new URL('../../models/doctor-sample.jpg', import.meta.url));
const ADDRESS = 'anna.kvist@firma.se';
/** Starts fast: neither faces, codes nor letters in pictures are looked for. */
const LIGHT = { detectors: { face: { enabled: false } }, engines: { codes: false, ocr: false } };

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

async function bystander(args: readonly string[], stdin = ''): Promise<Ended> {
  const child = spawn(process.execPath, [MAIN, ...args], { cwd: folder });
  child.stdin.end(stdin);
  const code = new Promise<number | null>((resolve) => child.once('close', resolve));
  const [out, err] = await Promise.all([readAll(child.stdout), readAll(child.stderr)]);
  return { code: await code, out, err };
}

let folder: string;
let light: readonly string[];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bystander-test-'));
  light = ['--config', join(folder, 'light.json')];
  await writeFile(join(folder, 'light.json'), JSON.stringify(LIGHT));
  await mkdir(join(folder, 'uploads', 'deeper'), { recursive: true });
  await writeFile(join(folder, 'uploads', 'b.txt'), 'a bowl of fruit');
  await writeFile(join(folder, 'uploads', 'deeper', 'a.txt'), `Her address: ${ADDRESS}`);
});
afterAll(() => rm(folder, { recursive: true }));

describe('bystander scan', () => {
  test('says pass with 0', async () => {
    const { code, out } = await bystander(['scan', 'uploads/b.txt', ...light]);
    expect({ code, out }).toEqual({ code: 0, out: 'uploads/b.txt: pass, text of 15 characters\n' });
  });

  test('lists findings without their values and ends with 1 for a hold', async () => {
    const { code, out } = await bystander(['scan', 'uploads/deeper/a.txt', ...light]);
    expect(code).toBe(1);
    expect(out).toMatch(/email +0\.9\d +confirm +third-party +13-32/);
    expect(out).not.toContain(ADDRESS);
  });

  test('shows the values of a text when it is asked to', async () => {
    const { out } = await bystander(['scan', '-', '--reveal', ...light], `Write to ${ADDRESS}`);
    expect(out).toContain(`"${ADDRESS}"`);
  });

  test('says how scores came about when it is asked to, in lines and as JSON', async () => {
    const { out } = await bystander(['scan', 'uploads/deeper/a.txt', '--explain', ...light]);
    const [, finding, ...steps] = out.trimEnd().split('\n');
    expect(finding).toMatch(/email +0\.98 /);
    expect(steps).toEqual([
      '      +0.30  base',
      '      +0.40  top-level-domain',
      '      +0.28  known-top-level-domain',
      '      reasons: third-person-possessive',
    ]);
    const json = await bystander(['scan', 'uploads/deeper/a.txt', '--explain', '--json', ...light]);
    expect(JSON.parse(json.out).findings[0].trace[0]).toEqual({ signal: 'base', weight: 0.3 });
    const plain = await bystander(['scan', 'uploads/deeper/a.txt', '--json', ...light]);
    expect(plain.out).not.toContain('trace');
  });

  test('looks at the first part of 10 MB from standard input, and says so', async () => {
    const { code, out } = await bystander(['scan', '-', ...light], 'a@'.repeat(5_000_000));
    expect({ code, out }).toMatchObject({
      code: 2,
      out: expect.stringContaining('gap: media, truncated (there is too much of it'),
    });
  });

  test('takes a custom detector from its configuration, and proves it', async () => {
    const member = { type: 'member-number', label: 'Member', pattern: '\\bM-\\d{6}\\b', example: 'Member M-100042.' };
    await writeFile(join(folder, 'custom.json'), JSON.stringify({ ...LIGHT, customDetectors: [member] }));
    await writeFile(join(folder, 'member.txt'), 'Member M-100777 asked.');
    const config = ['--config', 'custom.json'];
    const scanned = await bystander(['scan', 'member.txt', ...config]);
    expect(scanned).toMatchObject({ code: 1, out: expect.stringMatching(/custom:member-number +0\.60 +confirm/) });
    const args = [
      'clean',
      'member.txt',
      '-o',
      'member-masked.txt',
      '--redact',
      'email,custom:member-number',
      ...config,
    ];
    expect(await bystander(args)).toMatchObject({
      code: 0,
      out: expect.stringContaining('masked: custom:member-number'),
    });
    expect(await readFile(join(folder, 'member-masked.txt'), 'utf8')).toBe('Member [member-number] asked.');
    const { out } = await bystander(['doctor', ...config]);
    expect(out).toMatch(/^ok +custom:member-number live: /m);
    expect(out).toMatch(/^ok +email live: /m);
  });

  test('walks folders, gives one JSON object a line, and ends with 2 for a gap', async () => {
    await writeFile(join(folder, 'uploads', 'c.pdf'), '%PDF-1.7\n');
    const { code, out } = await bystander(['scan', 'uploads', '--json', ...light]);
    const reports = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(reports.map(({ path, verdict }) => [path, verdict])).toEqual([
      ['uploads/b.txt', 'pass'],
      ['uploads/c.pdf', 'hold'],
      ['uploads/deeper/a.txt', 'hold'],
    ]);
    expect(code).toBe(2);
    await rm(join(folder, 'uploads', 'c.pdf'));
  });

  test.each([
    [['scan'], 'USAGE: scan needs a path'],
    [['scan', 'uploads', '--jsn'], "USAGE: Unknown option '--jsn'"],
    [['scan', 'uploads', 'no-such-file'], 'USAGE: path 2 is no file or folder'],
    [['scan', 'uploads', '--config', 'uploads/b.txt'], 'CONFIG_INVALID: --config'],
    [['clean', 'uploads/b.txt'], 'USAGE: clean needs one path and -o OUT'],
    [['clean', 'uploads/b.txt', '-o', 'out.txt', '--redact', 'faces'], 'USAGE: --redact takes all, or finding types'],
    [
      ['clean', 'uploads/b.txt', '-o', 'out.txt', '--keep', 'gps'],
      'USAGE: --keep takes none, or: icc, copyright, capture-time',
    ],
    [
      ['clean', 'uploads/b.txt', '-o', 'out.txt', '--cover', 'hearts'],
      'USAGE: --cover takes one of: solid, mosaic, blur',
    ],
    [['clean', 'uploads/b.txt', '-o', 'out.txt', '--strip', 'all'], 'USAGE: --strip takes one of: lossless, reencode'],
    [['clean', 'uploads/b.txt', '-o', 'out.txt', '--strip', 'lossless,reencode'], 'USAGE: --strip takes one of'],
  ])('wrong use, as %j, is one line and 2', async (args, message) => {
    const { code, out, err } = await bystander(args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(`bystander: ${message}`);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
  });

  test('takes options strictly', async () => {
    await writeFile(join(folder, 'wrong.json'), JSON.stringify({ presett: 'strict' }));
    const { code, err } = await bystander(['scan', 'uploads', '--config', 'wrong.json']);
    expect({ code, err }).toEqual({ code: 2, err: 'bystander: CONFIG_INVALID: presett: no such option\n' });
  });
});

describe('bystander clean', () => {
  test('writes the cleaned file and says what it did', async () => {
    const { code, out } = await bystander(['clean', SAMPLE, '-o', 'clean.jpg', ...light]);
    expect(code).toBe(0);
    expect(out).toContain('clean.jpg: image/jpeg, cleaned\n');
    expect(out).toContain('stripped: gps');
    expect((await readFile(join(folder, 'clean.jpg'))).includes('Exif')).toBe(false);
  });

  test('keeps what it is told to keep, and turns pixels upright', async () => {
    const whole = jpegWith(
      await sharp({ create: { width: 40, height: 20, channels: 3, background: 'teal' } })
        .jpeg()
        .toBuffer(),
      {
        exif: exifBlock({ orientation: 6, copyright: '2026 Anna Berger', dateTimeOriginal: '2026:05:17 13:45:10' }),
      },
    );
    await writeFile(join(folder, 'turned.jpg'), whole);
    const kept = await bystander([
      'clean',
      'turned.jpg',
      '-o',
      'kept.jpg',
      '--keep',
      'copyright,capture-time',
      ...light,
    ]);
    expect(kept.out).toMatch(/kept: copyright\n {2}kept: capture-time\n {2}kept: orientation\n$/);
    expect((await readFile(join(folder, 'kept.jpg'))).includes('Anna Berger')).toBe(true);
    const upright = await bystander([
      'clean',
      'turned.jpg',
      '-o',
      'upright.jpg',
      '--upright',
      '--keep',
      'none',
      ...light,
    ]);
    expect(upright).toMatchObject({ code: 0, out: expect.stringContaining('re-encoded as image/jpeg') });
    expect(upright.out).not.toContain('kept');
    const { width, height, orientation } = await sharp(join(folder, 'upright.jpg')).metadata();
    expect({ width, height, orientation }).toEqual({ width: 20, height: 40, orientation: undefined });
  });

  test('encodes again when it is told to', async () => {
    const { out } = await bystander(['clean', SAMPLE, '-o', 'again.jpg', '--strip', 'reencode', ...light]);
    expect(out).toContain('re-encoded as image/jpeg');
  });

  test('masks what it is told to mask', async () => {
    const args = ['clean', 'uploads/deeper/a.txt', '-o', 'masked.txt', '--redact', 'email,phone', ...light];
    expect(await bystander(args)).toMatchObject({ code: 0, out: 'masked.txt: text/plain, cleaned\n  masked: email\n' });
    expect(await readFile(join(folder, 'masked.txt'), 'utf8')).toBe('Her address: [email]');
  });

  test('masks all that it looks for with "all", and otherwise says what it left', async () => {
    const run = (...args: string[]) => bystander(['clean', 'uploads/deeper/a.txt', '-o', 'all.txt', ...args, ...light]);
    expect((await run()).out).toBe(
      'all.txt: text/plain, nothing to clean\n  left as it is: email (--redact covers or masks)\n',
    );
    expect((await run('--redact', 'all')).out).toBe('all.txt: text/plain, cleaned\n  masked: email\n');
    expect(await readFile(join(folder, 'all.txt'), 'utf8')).toBe('Her address: [email]');
  });

  test('names the format that it cannot clean', async () => {
    await writeFile(join(folder, 'photo.jxl'), Buffer.from([0xff, 0x0a, 0x00, 0x10]));
    const { code, err } = await bystander(['clean', 'photo.jxl', '-o', 'never.jxl', '--redact', 'email', ...light]);
    expect({ code, err }).toEqual({ code: 2, err: 'bystander: UNCLEANABLE: JPEG XL cannot be cleaned\n' });
  });

  test('writes nothing when it cannot clean', async () => {
    await writeFile(join(folder, 'video.webm'), Buffer.from([0x1a, 0x45, 0xdf, 0xa3, 0x00]));
    const { code, err } = await bystander(['clean', 'video.webm', '-o', 'never.webm', ...light]);
    expect(code).toBe(2);
    expect(err).toMatch(/^bystander: UNCLEANABLE: .*\n$/);
    await expect(readFile(join(folder, 'never.webm'))).rejects.toMatchObject({ code: 'ENOENT' });
  });
});

describe('bystander doctor', () => {
  test('proves every detector on its own samples', async () => {
    const { code, out } = await bystander(['doctor']);
    for (const detector of ['metadata', 'face', 'ocr', 'email', 'phone', 'person']) {
      expect(out).toMatch(new RegExp(`^ok +${detector} live: `, 'm'));
    }
    const cards = { person: 'person-names', face: 'yunet-s', codes: 'zxing-reader', ocr: 'pp-ocrv4' };
    for (const [detector, card] of Object.entries(cards)) {
      expect(out).toMatch(new RegExp(`^ok +${detector} model: SHA-256 [0-9a-f]{64}, as on ${card}.md$`, 'm'));
    }
    expect(out).toMatch(/^ok +node: /m);
    expect(code).toBe(0);
  });

  test('names all that production lacks', async () => {
    const { code, out } = await bystander(['doctor', '--production', ...light]);
    for (const name of ['keys', 'controller', 'processing', 'retention.evidence']) {
      expect(out).toContain(`missing ${name}: required in production`);
    }
    expect(code).toBe(2);
  });

  test('names a model that is not there', async () => {
    const options = { engines: { face: { model: 'gone.onnx' }, ocr: false } };
    await writeFile(join(folder, 'no-model.json'), JSON.stringify(options));
    const { code, out } = await bystander(['doctor', '--config', 'no-model.json']);
    expect(out).toContain('missing engines.face.model:');
    expect(code).toBe(2);
  });
});

describe('bystander', () => {
  test('prints the options as JSON Schema', async () => {
    const { code, out } = await bystander(['schema']);
    expect(JSON.parse(out)).toMatchObject({ type: 'object', properties: { preset: {}, limits: {} } });
    expect(code).toBe(0);
  });

  test('explains itself when it is asked, and to standard error when it is misunderstood', async () => {
    for (const asked of [['--help'], ['scan', '--help']]) {
      expect(await bystander(asked)).toMatchObject({ code: 0, err: '', out: expect.stringContaining('scan PATH') });
    }
    expect(await bystander(['toString'])).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining('scan PATH'),
    });
  });
});
