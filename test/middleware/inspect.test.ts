import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RequestHandler } from 'express';
import multer from 'multer';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BystanderError } from '../../src/errors.ts';
import type { Bystander } from '../../src/middleware/create-bystander-with.ts';
import { createGuard, EXPRESS_VERSIONS, face, finding, PNG } from './app.ts';

const MAIL = 'anna@example.org';
const redacts = { detectors: { email: { action: 'redact' }, face: { action: 'redact' } } } as const;
const seesMail = { findings: finding(MAIL) };
const coversFaces = {
  findings: face,
  cleaned: ({ bytes }: { bytes: Uint8Array }) => Buffer.concat([bytes, Buffer.from('covered')]),
};
const COVERED = Buffer.concat([PNG, Buffer.from('covered')]);

let directory = '';
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'bystander-host-'));
});
afterAll(() => rm(directory, { recursive: true, force: true }));

const echo: RequestHandler = (request, response) => {
  const { body, query, originalUrl } = request;
  response.json({ body: Buffer.isBuffer(body) ? body.toString('base64') : body, query, originalUrl });
};

for (const [version, express] of Object.entries(EXPRESS_VERSIONS)) {
  const inspected = (bystander: Bystander, parser: RequestHandler, handler: RequestHandler = echo) =>
    express().post('/prompts', parser, bystander.inspect(), handler);

  describe(version, () => {
    test('strings, keys and long numbers at any depth are masked where they stand', async () => {
      const { bystander } = await createGuard(redacts, {
        findings: (seen) => [...finding(MAIL)(seen), ...finding('995599123456', 'email')(seen)],
      });
      const app = inspected(bystander, express.json());
      const { body } = await request(app)
        .post('/prompts')
        .send({
          prompt: `ask ${MAIL}`,
          list: [1, null, true, { deep: [`${MAIL}, ${MAIL}`] }],
          [MAIL]: 'a',
          [`x${MAIL}`]: 'b',
          call: 995599123456,
          short: 123456,
        });
      expect(body.body).toEqual({
        prompt: 'ask [email]',
        list: [1, null, true, { deep: ['[email], [email]'] }],
        '[email]': 'a',
        'x[email]': 'b',
        call: '[email]',
        short: 123456,
      });
    });

    test('query keys and values are masked in the query and in the urls that loggers read', async () => {
      const { bystander } = await createGuard(redacts, seesMail);
      const app = express().get('/prompts', bystander.inspect(), echo);
      const { body } = await request(app).get(
        `/prompts?q=${encodeURIComponent(MAIL)}&${encodeURIComponent(MAIL)}=1&b=%zz`,
      );
      expect(body.query).toMatchObject({ q: '[email]', b: '%zz' });
      expect(body.originalUrl).toBe('/prompts?q=%5Bemail%5D&%5Bemail%5D=1&b=%zz');
    });

    test('pictures inside strings are cleaned and put back as the same kind of string', async () => {
      const { bystander } = await createGuard(redacts, coversFaces);
      const base64 = PNG.toString('base64');
      const { body } = await request(inspected(bystander, express.json()))
        .post('/prompts')
        .send({
          uri: `data:image/png;base64,${base64}`,
          bare: base64,
          safe: PNG.toString('base64url'),
          inside: `<img src="data:image/png;base64,${base64}"> and <img src="DATA:image/png;base64,${base64}">`,
        });
      const covered = COVERED.toString('base64');
      const uri = `data:image/png;base64,${covered}`;
      expect(body.body).toEqual({
        uri,
        bare: covered,
        safe: COVERED.toString('base64url'),
        inside: `<img src="${uri}"> and <img src="${uri}">`,
      });
    });

    test('urlencoded, text and byte bodies are looked at', async () => {
      const { bystander } = await createGuard(redacts, {
        findings: (seen) => [...finding(MAIL)(seen), ...face(seen)],
        cleaned: coversFaces.cleaned,
      });
      const form = inspected(bystander, express.urlencoded({ extended: true }));
      const posted = await request(form).post('/prompts').type('form').send({ 'a[b]': MAIL });
      expect(posted.body.body).toEqual({ a: { b: '[email]' } });
      const text = inspected(bystander, express.text());
      const written = await request(text).post('/prompts').type('text/plain').send(MAIL);
      expect(written.body.body).toBe('[email]');
      const raw = inspected(bystander, express.raw({ type: 'image/*' }));
      const sent = await request(raw).post('/prompts').type('image/png').send(PNG);
      expect(sent.body.body).toBe(COVERED.toString('base64'));
    });

    test('a body without findings stays the same object', async () => {
      const { bystander } = await createGuard(redacts, seesMail);
      let before: unknown;
      const app = express().post(
        '/prompts',
        express.json(),
        (request, _response, next) => {
          before = request.body;
          next();
        },
        bystander.inspect(),
        (request, response) => response.json({ same: request.body === before, report: request.bystander }),
      );
      const { body } = await request(app).post('/prompts').send({ prompt: 'a red shoe' });
      expect(body.same).toBe(true);
      expect(body.report).toMatchObject({ verdict: 'pass', changes: [] });
      expect(body.report.items.map(({ field }: { field: string }) => field)).toEqual(['/body/prompt', '/body/prompt']);
    });

    test('a body that nobody parsed is 415 BODY_NOT_PARSED', async () => {
      const { bystander } = await createGuard();
      const none: RequestHandler = (_request, _response, next) => next();
      for (const parser of [none, express.json()]) {
        const { status, body } = await request(inspected(bystander, parser))
          .post('/prompts')
          .type('text/plain')
          .send('hello');
        expect([status, body.code]).toEqual([415, 'BODY_NOT_PARSED']);
      }
      const { status } = await request(inspected(bystander, express.json())).post('/prompts');
      expect(status).toBe(200);
    });

    test('files of multer on disk are cleaned in place', async () => {
      const { bystander } = await createGuard(redacts, coversFaces);
      const app = inspected(
        bystander,
        multer({ dest: directory }).single('image'),
        async ({ file, body }, response) => {
          const content = await readFile(file?.path ?? '', 'base64');
          response.json({ file, body, content });
        },
      );
      const { body } = await request(app)
        .post('/prompts')
        .field('prompt', 'x')
        .attach('image', PNG, { filename: 'photo.exe', contentType: 'text/html' });
      expect(body.content).toBe(COVERED.toString('base64'));
      expect(body.body).toEqual({ prompt: 'x' });
      expect(body.file).toMatchObject({
        originalname: 'photo.png',
        mimetype: 'image/png',
        size: COVERED.length,
        destination: directory,
      });
      await rm(body.file.path);
    });

    test('files of multer in memory are cleaned in place', async () => {
      const { bystander } = await createGuard(redacts, coversFaces);
      const app = inspected(bystander, multer().any(), ({ files }, response) => {
        response.json(Object.values(files ?? {}).map(({ buffer }) => buffer.toString('base64')));
      });
      const { body } = await request(app).post('/prompts').attach('a', PNG, 'a.png').attach('b', PNG, 'b.png');
      expect(body).toEqual([COVERED.toString('base64'), COVERED.toString('base64')]);
    });

    test('files of the host are gone after a hold, a block and a refusal', async () => {
      const disk = multer({ dest: directory }).fields([{ name: 'image' }]);
      const held = await createGuard({}, { findings: face });
      await request(inspected(held.bystander, disk)).post('/prompts').attach('image', PNG, 'a.png').expect(202);
      const blocking = await createGuard({ detectors: { face: { action: 'block' } } }, { findings: face });
      await request(inspected(blocking.bystander, disk)).post('/prompts').attach('image', PNG, 'a.png').expect(422);
      const pdf = Buffer.from('%PDF-1.7');
      await request(inspected(held.bystander, disk)).post('/prompts').attach('image', pdf, 'a.pdf').expect(415);
      expect(await readdir(directory)).toEqual([]);
    });

    test('a file with neither buffer nor readable path is 500 UNSUPPORTED_STORAGE', async () => {
      const { bystander } = await createGuard();
      const elsewhere = { fieldname: 'image', originalname: 'a.png', location: 'https://bucket.example/a.png' };
      for (const file of [
        elsewhere,
        { ...elsewhere, path: '/no/such/file' },
        { ...elsewhere, path: '/tmp', buffer: PNG },
      ]) {
        const set: RequestHandler = (request, _response, next) => {
          Object.assign(request, { file });
          next();
        };
        const { status, body } = await request(inspected(bystander, set)).post('/prompts');
        expect([status, body.code]).toEqual([500, 'UNSUPPORTED_STORAGE']);
      }
    });
  });
}

test('observe lets by what cannot be looked at, and says so', async () => {
  const { bystander, lines } = await createGuard(
    { preset: 'observe' },
    {
      findings: () => {
        throw new BystanderError('BUSY', 'the queue is full');
      },
    },
  );
  const express = EXPRESS_VERSIONS['Express 5'];
  const app = express().post('/prompts', express.json(), bystander.inspect(), echo);
  await request(app).post('/prompts').type('text/plain').send('hello').expect(200);
  const { body } = await request(app).post('/prompts').send({ prompt: MAIL }).expect(200);
  expect(body.body).toEqual({ prompt: MAIL });
  expect(lines.filter((line) => line.includes('was let by'))).toHaveLength(2);
});

describe('limits', () => {
  const express = EXPRESS_VERSIONS['Express 5'];

  test('more keys and strings than the limit are 413 TOO_MANY_FIELDS', async () => {
    const { bystander } = await createGuard({ limits: { fields: 10 } });
    const app = express().post('/prompts', express.json(), bystander.inspect(), echo);
    const many = await request(app).post('/prompts').send(Array(11).fill('a'));
    expect([many.status, many.body.code]).toEqual([413, 'TOO_MANY_FIELDS']);
    const query = await request(app).post(`/prompts?${'a=1&'.repeat(6)}`);
    expect([query.status, query.body.code]).toEqual([413, 'TOO_MANY_FIELDS']);
    await request(app).post('/prompts').send(Array(10).fill('a')).expect(200);
  });

  test('a body that is too deep is 413 TOO_MANY_FIELDS', async () => {
    const { bystander } = await createGuard();
    const app = express().post('/prompts', express.json(), bystander.inspect(), echo);
    const { status, body } = await request(app)
      .post('/prompts')
      .type('json')
      .send('['.repeat(100) + ']'.repeat(100));
    expect([status, body.code]).toEqual([413, 'TOO_MANY_FIELDS']);
  });
});

test('a key in which something was found stands in no field name', async () => {
  const { bystander } = await createGuard({}, seesMail);
  const express = EXPRESS_VERSIONS['Express 5'];
  const app = express().post('/prompts', express.json(), bystander.inspect(), echo);
  const { status, body } = await request(app)
    .post('/prompts')
    .send({ [MAIL]: { note: `it is ${MAIL}` }, prompt: MAIL });
  expect(status).toBe(202);
  expect(body.items.map(({ field }: { field: string }) => field)).toEqual([
    '/body/*0',
    '/body/*0/note',
    '/body/prompt',
  ]);
  expect(JSON.stringify(body)).not.toContain(MAIL);
});
