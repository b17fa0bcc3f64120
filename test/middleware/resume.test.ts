import { readFile } from 'node:fs/promises';
import type { Express, Request, RequestHandler } from 'express';
import multer from 'multer';
import request from 'supertest';
import { describe, expect, test } from 'vitest';
import type { HeldBody } from '../../src/middleware/held-body.ts';
import { createGuard, EXPRESS_VERSIONS, face, finding, listen, PNG, spooledFiles, type TestGuard } from './app.ts';
import { decide } from './decide.ts';
import { send } from './raw-http.ts';

const MAIL = 'anna@example.org';
const FIELDS = { files: [{ name: 'image', maxCount: 3 }], text: ['prompt', 'style'] } as const;
const seesAll = { findings: (seen: Parameters<typeof face>[0]) => [...finding(MAIL)(seen), ...face(seen)] };
const express = EXPRESS_VERSIONS['Express 5'];

/** The routes that hosts have, with a handler that says what it got. */
function appOf({ bystander }: TestGuard, handler: RequestHandler, createApp: typeof express = express): Express {
  const app = createApp();
  app.use('/privacy', bystander.router());
  app.post('/uploads', bystander.upload(FIELDS), handler);
  app.post('/other', bystander.upload(FIELDS), handler);
  app.post('/prompts', createApp.json(), bystander.inspect(), handler);
  app.post('/memory', createApp.json(), multer().single('image'), bystander.inspect(), handler);
  return app;
}

const tell: RequestHandler = async (request, response) => {
  const files = await Promise.all(
    filesOf(request).map(async (file) => ({
      name: file.originalname,
      type: file.mimetype,
      content: (file.buffer ?? (await readFile(file.path))).toString('base64'),
    })),
  );
  const { body, query, originalUrl, bystander } = request;
  bystander?.consumed({ asset: 'asset-1', recipients: ['painter'] });
  response.status(201).json({ files, body, query, originalUrl, bystander });
};

function filesOf({ file, files }: Request): Express.Multer.File[] {
  return files === undefined ? (file === undefined ? [] : [file]) : Object.values(files).flat();
}

for (const [version, createApp] of Object.entries(EXPRESS_VERSIONS)) {
  test(`${version}: a decided upload reaches the handler of the same route, once`, async () => {
    const app = appOf(await createGuard({}, seesAll), tell, createApp);
    const held: HeldBody = (
      await request(app)
        .post(`/uploads?note=${encodeURIComponent(MAIL)}&plain=1`)
        .field('prompt', `ask ${MAIL} and ${MAIL}`)
        .field('style', 'flat')
        .attach('image', PNG, 'one.png')
        .attach('image', PNG, `two ${MAIL}.png`)
        .expect(202)
    ).body;
    const texts = held.items.flatMap(({ kind, field }) => (kind === 'text' ? [field] : []));
    expect(texts).toEqual(['/body/prompt', '/query/note', '/files/1/name']);
    await decide(app, held, ({ type }) => (type === 'face' ? 'consent' : 'redact')).expect(200);
    const { status, body } = await request(app).post('/uploads').send({ hold: held.hold });
    expect(status).toBe(201);
    expect(body.body).toEqual({ prompt: 'ask [email] and [email]', style: 'flat' });
    expect(body.query).toEqual({ note: '[email]', plain: '1' });
    expect(body.originalUrl).toBe('/uploads');
    expect(body.files).toEqual([
      { name: 'one.png', type: 'image/png', content: PNG.toString('base64') },
      { name: 'two [email].png', type: 'image/png', content: PNG.toString('base64') },
    ]);
    expect(body.bystander).toMatchObject({ verdict: 'pass', hold: held.hold, record: expect.any(String) });
    const again = await request(app).post('/uploads').send({ hold: held.hold });
    expect([again.status, again.body.code]).toEqual([410, 'GONE']);
    await expect.poll(spooledFiles).toEqual([]);
  });
}

describe('what was decided', () => {
  test('comes back into a JSON body: masked, removed, and pictures in their strings', async () => {
    const app = appOf(await createGuard({}, seesAll), tell);
    const uri = `data:image/png;base64,${PNG.toString('base64')}`;
    const held: HeldBody = (
      await request(app)
        .post('/prompts')
        .send({
          [MAIL]: 1,
          keep: MAIL,
          drop: [`no ${MAIL}`, 'yes'],
          picture: uri,
          page: `<img src="${uri}"> ${MAIL}`,
          count: 7,
        })
        .expect(202)
    ).body;
    await decide(app, held, ({ type }, { field }) => {
      if (field === '/body/drop/0') return 'remove';
      return type === 'face' || field === '/body/keep' ? 'consent' : 'redact';
    }).expect(200);
    const { body } = await request(app).post('/prompts').send({ hold: held.hold }).expect(201);
    expect(body.body).toEqual({
      '[email]': 1,
      keep: MAIL,
      drop: ['yes'],
      picture: uri,
      page: `<img src="${uri}"> [email]`,
      count: 7,
    });
  });

  test('comes back as the kind of file that the host’s own multer had made', async () => {
    const app = appOf(await createGuard({}, seesAll), tell);
    const held: HeldBody = (await request(app).post('/memory').attach('image', PNG, 'one.png').expect(202)).body;
    await decide(app, held, () => 'consent').expect(200);
    const { body } = await request(app).post('/memory').send({ hold: held.hold }).expect(201);
    expect(body.files).toEqual([{ name: 'one.png', type: 'image/png', content: PNG.toString('base64') }]);
  });

  test('leaves out a file that its user removed', async () => {
    const app = appOf(await createGuard({}, seesAll), tell);
    const upload = request(app).post('/uploads').attach('image', PNG, 'one.png').attach('image', PNG, 'two.png');
    const held: HeldBody = (await upload.expect(202)).body;
    await decide(app, held, (_finding, { n }) => (n === 1 ? 'remove' : 'consent')).expect(200);
    const { body } = await request(app).post('/uploads').send({ hold: held.hold }).expect(201);
    expect(body.files.map(({ name }: { name: string }) => name)).toEqual(['two.png']);
  });
});

describe('a resume', () => {
  async function released(guard: TestGuard, app: Express): Promise<string> {
    const held: HeldBody = (await request(app).post('/uploads').attach('image', PNG, 'one.png').expect(202)).body;
    await decide(app, held, () => 'consent').expect(200);
    expect((await guard.bystander.holds.get(held.hold))?.status).toBe('released');
    return held.hold;
  }

  test('may be a form, as the last page posts it', async () => {
    const guard = await createGuard({}, seesAll);
    const app = appOf(guard, (_request, response) => response.redirect(303, '/gallery'));
    const hold = await released(guard, app);
    await request(app).post('/uploads').type('form').send({ hold }).expect(303);
    expect((await guard.bystander.holds.get(hold))?.status).toBe('consumed');
  });

  test('that the host fails leaves the hold released for another try', async () => {
    const guard = await createGuard({}, seesAll);
    let fails = true;
    const app = appOf(guard, (_request, response) => response.sendStatus(fails ? 500 : 201));
    const hold = await released(guard, app);
    await request(app).post('/uploads').send({ hold }).expect(500);
    expect((await guard.bystander.holds.get(hold))?.status).toBe('released');
    fails = false;
    await request(app).post('/uploads').send({ hold }).expect(201);
  });

  test('whose client goes away leaves the hold released', async () => {
    const guard = await createGuard({}, seesAll);
    const started: (() => void)[] = [];
    const isStarted = new Promise<void>((resolve) => started.push(resolve));
    const ended = new Promise<void>((resolve) => started.push(resolve));
    const app = appOf(guard, (_request, response) => {
      started[0]?.();
      response.once('close', () => started[1]?.());
    });
    const hold = await released(guard, app);
    const { port } = await listen(app);
    const body = JSON.stringify({ hold });
    const head = `POST /uploads HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: ${body.length}`;
    const socket = await send(port, `${head}\r\n\r\n${body}`);
    await isStarted;
    expect((await request(app).post('/uploads').send({ hold })).body.code).toBe('RUNNING');
    socket.destroy();
    await ended;
    await expect.poll(async () => (await guard.bystander.holds.get(hold))?.status).toBe('released');
  });

  test('elsewhere, by another user or undecided is refused', async () => {
    const guard = await createGuard({}, seesAll);
    const app = appOf(guard, tell);
    const hold = await released(guard, app);
    const cases = [
      [request(app).post('/other').send({ hold }), 404, 'NOT_FOUND'],
      [request(app).post('/uploads').set('X-User', 'boris').send({ hold }), 404, 'NOT_FOUND'],
      [request(app).post('/uploads').send({ hold: 'hld_unknown' }), 404, 'NOT_FOUND'],
      [request(app).post('/uploads').send({ hold, more: 1 }), 415, 'BODY_NOT_PARSED'],
    ] as const;
    for (const [asked, status, code] of cases) {
      const answer = await asked;
      expect([answer.status, answer.body.code]).toEqual([status, code]);
    }
    const undecided = (await request(app).post('/uploads').attach('image', PNG, 'one.png')).body.hold;
    const answer = await request(app).post('/uploads').send({ hold: undecided });
    expect([answer.status, answer.body.code]).toEqual([409, 'UNDECIDED']);
  });

  test('is what an object with nothing but a hold’s id is; any other is a body', async () => {
    const app = appOf(await createGuard({}, seesAll), tell);
    const { body } = await request(app).post('/prompts').send({ hold: 'the line' }).expect(201);
    expect(body.body).toEqual({ hold: 'the line' });
  });
});

test('onRelease gets the decided upload in place of a resume', async () => {
  const uploads: unknown[] = [];
  const guard = await createGuard({ onRelease: (upload) => void uploads.push(upload) }, seesAll);
  const app = appOf(guard, tell);
  const held: HeldBody = (
    await request(app).post('/uploads').field('prompt', MAIL).attach('image', PNG, 'one.png').expect(202)
  ).body;
  await decide(app, held, ({ type }) => (type === 'face' ? 'consent' : 'redact')).expect(200);
  await expect
    .poll(() => uploads)
    .toEqual([
      {
        hold: held.hold,
        subject: 'anna',
        record: expect.any(String),
        body: { prompt: '[email]' },
        query: '',
        files: [{ fieldname: 'image', originalname: 'one.png', mimetype: 'image/png', size: PNG.length, buffer: PNG }],
      },
    ]);
});
