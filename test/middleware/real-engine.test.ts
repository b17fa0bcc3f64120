import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express, { type Express } from 'express';
import sharp from 'sharp';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { walkImage } from '../../src/media/walk-image.ts';
import { byteView } from '../../src/media/walkers/byte-view.ts';
import { type Bystander, createBystander } from '../../src/middleware/index.ts';
import { bmpFile } from '../fixtures/bmp.ts';
import { PLANTED, phonePhoto } from '../fixtures/phone-photo.ts';
import { frames } from '../fixtures/pictures.ts';
import { spooledFiles } from './app.ts';
import { decide, SAME_ORIGIN } from './decide.ts';

let directory = '';
let bystander: Bystander;
let app: Express;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'bystander-test-'));
  bystander = await createBystander({
    subject: () => 'anna',
    storage: { directory },
    logger: { info: () => undefined, warn: () => undefined, error: () => undefined },
    engines: { ocr: false },
    limits: { pixels: 4_000_000, frames: 3 },
  });
  app = express();
  app.use('/privacy', bystander.router());
  app.post(
    '/uploads',
    bystander.upload({ files: [{ name: 'image' }], text: ['prompt'] }),
    async ({ file, body }, response) => {
      const { path = '', originalname, mimetype } = file ?? {};
      response.json({ body, picture: file && (await readFile(path, 'base64')), originalname, mimetype });
    },
  );
  app.post('/prompts', express.json({ limit: '5mb' }), bystander.inspect(), ({ body }, response) => {
    response.json(body);
  });
});

afterAll(async () => {
  await bystander.close();
  await rm(directory, { recursive: true, force: true });
});

describe('with the real engine', () => {
  test('a phone photo and a number are held, decided, and handed on without metadata, faces and number', async () => {
    const photo = await phonePhoto();
    const upload = request(app)
      .post('/uploads')
      .field('prompt', 'Call Nino: +995 599 12 34 56')
      .attach('image', photo, 'p.jpg');
    const held = (await upload.expect(202)).body;
    const types = held.items.flatMap(({ findings }: { findings: { type: string }[] }) =>
      findings.map(({ type }) => type),
    );
    expect(types).toEqual(expect.arrayContaining(['face', 'gps', 'phone']));
    await decide(app, held, () => 'redact').expect(200);
    const { body } = await request(app).post('/uploads').send({ hold: held.hold }).expect(200);
    expect(body.body.prompt).not.toContain('599');
    const picture = Buffer.from(body.picture, 'base64');
    expect(picture.includes(PLANTED.serial)).toBe(false);
    expect(walkImage(byteView(picture), 'image/jpeg')?.blocks.filter(({ kind }) => kind !== 'icc')).toEqual([]);
    const again = await request(app).post('/uploads').attach('image', picture, 'p.jpg').expect(200);
    expect(again.body.picture).toBeDefined();
  });

  test('a HEIC is shown, decided and handed on as the JPEG that covering made of it', async () => {
    const photo = await readFile(new URL('../fixtures/doctor-sample.heic', import.meta.url));
    const { body: held } = await request(app).post('/uploads').attach('image', photo, 'photo.heic').expect(202);
    expect(held.items).toMatchObject([{ type: 'image/heic', gaps: [] }]);
    const preview = await request(app).get(held.items[0].preview).expect(200);
    expect(preview.type).toBe('image/jpeg');
    await decide(app, held, () => 'redact').expect(200);
    const { body } = await request(app).post('/uploads').send({ hold: held.hold }).expect(200);
    expect(body).toMatchObject({ originalname: 'photo.jpg', mimetype: 'image/jpeg' });
    expect(Buffer.from(body.picture, 'base64').readUInt16BE()).toBe(0xffd8);
  });

  test('a picture that nothing here decodes is held without a preview, and only leaving it out is offered', async () => {
    const bmp = bmpFile({ trailer: Buffer.from(PLANTED.artist) });
    const { body: held } = await request(app).post('/uploads').attach('image', bmp, 'p.bmp').expect(202);
    const [item] = held.items;
    expect(item).toMatchObject({ type: 'image/bmp', preview: null });
    expect(item.gaps).toMatchObject([
      { detector: 'face', reason: 'unsupported', choices: ['remove'] },
      { detector: 'codes', reason: 'unsupported', choices: ['remove'] },
    ]);
    expect(item.findings.map(({ type, action }: { type: string; action: string }) => `${action} ${type}`)).toContain(
      'strip appended-data',
    );
    await request(app).get(`/privacy/holds/${held.hold}/items/${item.n}/preview`).expect(404);
    const { text } = await request(app).get(held.prompt.href).expect(200);
    expect(text).not.toContain('<img');
    expect(text.match(/<fieldset/g)).toHaveLength(1);
    await request(app).delete(`/privacy/holds/${held.hold}`).set(SAME_ORIGIN).expect(204);
  });

  test('a picture inside JSON is scanned like an upload', async () => {
    const picture = `data:image/jpeg;base64,${(await phonePhoto()).toString('base64')}`;
    const { body } = await request(app).post('/prompts').send({ picture }).expect(202);
    expect(body.items).toMatchObject([{ field: '/body/picture', type: 'image/jpeg' }]);
  });

  test('metadata goes from a picture with nobody in it, without a question', async () => {
    const bare = await sharp({ create: { width: 64, height: 64, channels: 3, background: '#c33' } })
      .withExif({ IFD0: { Artist: PLANTED.artist } })
      .jpeg()
      .toBuffer();
    const { body } = await request(app).post('/uploads').attach('image', bare, 'p.jpg').expect(200);
    expect(Buffer.from(body.picture, 'base64').includes(PLANTED.artist)).toBe(false);
  });

  test('too many pixels and too many frames are 413, an unknown type is 415', async () => {
    const large = await sharp({ create: { width: 3000, height: 2000, channels: 3, background: '#c33' } })
      .png()
      .toBuffer();
    const long = await frames(4).gif().toBuffer();
    const cases = [
      [large, 413, 'TOO_MANY_PIXELS'],
      [long, 413, 'TOO_MANY_FRAMES'],
      [Buffer.from('%PDF-1.7\n'), 415, 'UNSUPPORTED_TYPE'],
    ] as const;
    for (const [bytes, status, code] of cases) {
      const answer = await request(app).post('/uploads').attach('image', bytes, 'p.png');
      expect([answer.status, answer.body.code]).toEqual([status, code]);
    }
    await expect.poll(spooledFiles).toEqual([]);
  });

  test('a picture that ends in the middle is not taken for clean', async () => {
    const photo = await phonePhoto();
    const { status, body } = await request(app)
      .post('/uploads')
      .attach('image', photo.subarray(0, photo.length / 2), 'p.jpg');
    expect([status, body.code]).toEqual([422, 'UNCLEANABLE']);
  });
});
