import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inspect } from 'node:util';
import type { ErrorRequestHandler, Express } from 'express';
import express from 'express';
import request, { type Response, type Test } from 'supertest';
import { afterEach, expect, test, vi } from 'vitest';
import { createGuard, finding, PNG, type TestGuard } from './app.ts';
import { decisionFor, SAME_ORIGIN } from './decide.ts';

const CANARY = 'canary-7f3ad91c@leak.example';
const FIELDS = { files: [{ name: 'image' }], text: ['prompt'] } as const;

afterEach(() => vi.restoreAllMocks());

interface Observed {
  readonly guard: TestGuard;
  readonly app: Express;
  /** Everything that left by an error, a log, standard error or an answer. */
  readonly seen: string[];
  ask(test: Test): Promise<Response>;
}

async function observe(action: 'confirm' | 'block'): Promise<Observed> {
  const seen: string[] = [];
  vi.spyOn(process.stderr, 'write').mockImplementation((line) => seen.push(String(line)) > 0);
  const guard = await createGuard({ detectors: { email: { action } } }, { findings: finding(CANARY) });
  const { bystander } = guard;
  const record: ErrorRequestHandler = (error, _request, _response, next) => {
    // The host's own parser quotes the body in its errors; that is not ours to change.
    if (error.body === undefined) seen.push(inspect(error, { depth: 10, showHidden: true }));
    next(error);
  };
  const app = express();
  // As access logs do.
  app.use('/uploads', (request, response, next) => {
    response.once('finish', () => seen.push(request.originalUrl, request.url));
    next();
  });
  app.use('/privacy', bystander.router());
  app.post('/uploads', bystander.upload(FIELDS), (_request, response) => response.sendStatus(201));
  app.post('/prompts', express.json(), bystander.inspect(), (_request, response) => response.sendStatus(201));
  app.use(record, bystander.errorHandler());
  async function ask(asked: Test): Promise<Response> {
    const answer = await asked;
    seen.push(answer.text, JSON.stringify(answer.headers));
    return answer;
  }
  return { guard, app, seen, ask };
}

async function expectNoLeak({ guard, seen }: Observed): Promise<void> {
  const { records } = await guard.bystander.records.list({ limit: 100 });
  const { holds } = await guard.bystander.holds.list({ limit: 100 });
  for (const text of [...seen, ...guard.lines, JSON.stringify(records), JSON.stringify(holds)]) {
    expect(text).not.toContain(CANARY);
  }
  const files = await readdir(guard.directory, { recursive: true, withFileTypes: true });
  for (const file of files.filter((entry) => entry.isFile())) {
    const bytes = await readFile(join(file.parentPath, file.name));
    expect(bytes.includes(CANARY) || bytes.includes(Buffer.from(CANARY, 'utf16le')), file.name).toBe(false);
  }
}

test('a held upload leaves its data in no answer, log, error, record or file', async () => {
  const observed = await observe('confirm');
  const { app, ask } = observed;
  const upload = request(app)
    .post(`/uploads?q=${encodeURIComponent(CANARY)}`)
    .field('prompt', `ask ${CANARY}`)
    .attach('image', PNG, `${CANARY}.png`);
  const held = (await ask(upload)).body;
  expect(held.items).toHaveLength(4);
  const json = (
    await ask(
      request(app)
        .post('/prompts')
        .send({ [CANARY]: [CANARY] }),
    )
  ).body;
  expect(json.items).toHaveLength(2);
  const hold = `/privacy/holds/${held.hold}`;
  await ask(request(app).get(hold));
  await ask(request(app).get('/privacy/holds'));
  await ask(request(app).post(`${hold}/extend`).set(SAME_ORIGIN));
  const decision = decisionFor(held, () => 'consent');
  const decide = (body: object): Test =>
    request(app).post(`${hold}/decision`).set(SAME_ORIGIN).set('If-Match', `"${held.version}"`).send(body);
  await ask(decide({ ...decision, token: CANARY }));
  await ask(decide({ ...decision, choices: [{ finding: CANARY, choice: 'redact' }] }));
  await ask(decide({ ...decision, choices: [{ finding: 'f1', choice: CANARY }] }));
  await ask(decide({ ...decision, statement: { ...held.statement, id: CANARY, accepted: true } }));
  const released = await ask(decide(decision).set('Idempotency-Key', CANARY));
  expect(released.body.status).toBe('released');
  await ask(request(app).get(`/privacy/records/${released.body.record}`));
  await ask(request(app).post('/uploads').send({ hold: held.hold })).then(({ status }) => expect(status).toBe(201));
  await ask(request(app).post(`/privacy/records/${released.body.record}/withdraw`).set(SAME_ORIGIN));
  await ask(request(app).delete(`/privacy/holds/${json.hold}`).set(SAME_ORIGIN));
  await expectNoLeak(observed);
});

test('what is refused is not quoted', async () => {
  const observed = await observe('block');
  const { app, ask } = observed;
  const statuses: number[] = [];
  for (const asked of [
    request(app).post(`/uploads?q=${CANARY}`).field('prompt', CANARY),
    request(app).post(`/uploads?q=${CANARY}`).attach('other', PNG, 'a.png'),
    request(app).post('/uploads').field(CANARY, 'a'),
    request(app).post('/uploads').attach(CANARY, PNG, CANARY),
    request(app).post('/uploads').attach('image', Buffer.from('%PDF-1.7'), `${CANARY}.pdf`),
    request(app).post('/uploads').type('json').send(`{"${CANARY}`),
    request(app)
      .post('/uploads')
      .send({ hold: `hld_${CANARY}` }),
    request(app).post('/uploads').type('multipart/form-data').send(CANARY),
    request(app)
      .post('/prompts')
      .send({ [CANARY]: CANARY }),
    request(app).post('/prompts').type('text/plain').send(CANARY),
    request(app).post('/prompts').type('json').send(`{${CANARY}`),
    request(app).post(`/privacy/holds/${CANARY}/decision`).set(SAME_ORIGIN).type('json').send(`{${CANARY}`),
    request(app).get(`/privacy/holds/${CANARY}`),
    request(app).get(`/privacy/holds?cursor=${CANARY}`),
    request(app).get(`/privacy/holds/${CANARY}/items/1/preview`),
    request(app).get(`/privacy/holds/${CANARY}/prompt`),
    request(app)
      .post(`/privacy/holds/${CANARY}/prompt`)
      .set(SAME_ORIGIN)
      .type('form')
      .send({ [CANARY]: CANARY }),
    request(app)
      .post(`/privacy/holds/${CANARY}/decision`)
      .set(SAME_ORIGIN)
      .set('If-Match', CANARY)
      .send({ token: CANARY }),
    request(app)
      .post(`/privacy/holds/${CANARY}/regions`)
      .set(SAME_ORIGIN)
      .set('If-Match', '"1"')
      .send({ item: CANARY }),
    request(app).post(`/privacy/holds/${CANARY}/extend`).set('Origin', `https://${CANARY}`),
    request(app).get(`/privacy/statements/${CANARY}?lang=${CANARY}`),
    request(app).get(`/privacy/records/${CANARY}`),
    request(app).post(`/privacy/records/${CANARY}/withdraw`).set(SAME_ORIGIN),
  ]) {
    statuses.push((await ask(asked)).status);
  }
  expect(statuses.filter((status) => status < 400 || status >= 500)).toEqual([]);
  await expectNoLeak(observed);
});
