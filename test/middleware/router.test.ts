import { createHash } from 'node:crypto';
import type { Express } from 'express';
import request from 'supertest';
import { describe, expect, test } from 'vitest';
import type { BystanderOptions } from '../../src/middleware/create-bystander-with.ts';
import type { HeldBody } from '../../src/middleware/held-body.ts';
import { createGuard, EXPRESS_VERSIONS, face, finding, PNG, type TestGuard } from './app.ts';
import { decide, decisionFor, SAME_ORIGIN } from './decide.ts';

const MAIL = 'anna@example.org';
const express = EXPRESS_VERSIONS['Express 5'];
const FIELDS = { files: [{ name: 'image' }], text: ['prompt'] } as const;

interface Setting {
  readonly guard: TestGuard;
  readonly app: Express;
  readonly held: HeldBody;
}

/** A hold with one picture (item 1) and one text (item 2). */
async function setUp(options: BystanderOptions = {}, createApp: typeof express = express): Promise<Setting> {
  const guard = await createGuard(options, { findings: (seen) => [...finding(MAIL)(seen), ...face(seen)] });
  const app = createApp();
  app.use('/privacy', guard.bystander.router());
  app.post('/uploads', guard.bystander.upload(FIELDS), (_request, response) => response.sendStatus(201));
  const upload = request(app).post('/uploads').field('prompt', `ask ${MAIL}`).attach('image', PNG, 'a.png');
  return { guard, app, held: (await upload.expect(202)).body };
}

function hrefOf({ held }: Setting, rest = ''): string {
  return `/privacy/holds/${held.hold}${rest}`;
}

for (const [version, createApp] of Object.entries(EXPRESS_VERSIONS)) {
  test(`${version}: a hold is shown to its user, and to nobody else`, async () => {
    const setting = await setUp({}, createApp);
    const { app, held } = setting;
    const { status, body, headers } = await request(app).get(hrefOf(setting));
    expect(status).toBe(200);
    expect(body).toEqual(held);
    expect(headers).toMatchObject({
      etag: `"${held.version}"`,
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    });
    const other = await request(app).get(hrefOf(setting)).set('X-User', 'boris');
    expect([other.status, other.body.code]).toEqual([404, 'NOT_FOUND']);
  });

  test(`${version}: a router under another base is 500 ROUTER_PATH_MISMATCH`, async () => {
    const { bystander } = await createGuard();
    const app = createApp().use('/elsewhere', bystander.router());
    const { status, body } = await request(app).get('/elsewhere/notice');
    expect([status, body.code]).toEqual([500, 'ROUTER_PATH_MISMATCH']);
  });
}

describe('holds', () => {
  test('are listed page by page', async () => {
    const { app, held } = await setUp();
    const second = (await request(app).post('/uploads').attach('image', PNG, 'b.png').expect(202)).body;
    await request(app).post('/uploads').set('X-User', 'boris').attach('image', PNG, 'c.png').expect(202);
    const ids: string[] = [];
    let next = '';
    do {
      const { body } = await request(app).get(`/privacy/holds?limit=1${next && `&cursor=${encodeURIComponent(next)}`}`);
      ids.push(...body.holds.map(({ hold }: HeldBody) => hold));
      next = body.next ?? '';
    } while (next !== '');
    expect(ids.sort()).toEqual([held.hold, second.hold].sort());
  });

  test('show previews that cannot run and are not kept', async () => {
    const setting = await setUp();
    const picture = await request(setting.app).get(hrefOf(setting, '/items/1/preview'));
    expect([picture.status, picture.headers['content-type'], picture.body]).toEqual([200, 'image/png', PNG]);
    expect(picture.headers).toMatchObject({
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    });
    const text = await request(setting.app).get(hrefOf(setting, '/items/2/preview'));
    expect([text.headers['content-type'], text.text]).toEqual(['text/plain; charset=utf-8', `ask ${MAIL}`]);
    for (const n of ['3', 'x'])
      await request(setting.app)
        .get(hrefOf(setting, `/items/${n}/preview`))
        .expect(404);
  });

  test('are extended once', async () => {
    const setting = await setUp();
    const extend = () => request(setting.app).post(hrefOf(setting, '/extend')).set(SAME_ORIGIN);
    const { body } = await extend().expect(200);
    expect(Date.parse(body.expiresAt)).toBeGreaterThan(Date.parse(setting.held.expiresAt));
    expect((await extend()).status).toBeGreaterThanOrEqual(400);
  });

  test('are deleted with 204 and are 410 from then on', async () => {
    const setting = await setUp();
    await request(setting.app).delete(hrefOf(setting)).set(SAME_ORIGIN).expect(204);
    const { status, body } = await request(setting.app).get(hrefOf(setting));
    expect([status, body.code]).toEqual([410, 'GONE']);
  });

  test('take a place that the detectors missed', async () => {
    const setting = await setUp();
    const post = (region: object) =>
      request(setting.app)
        .post(hrefOf(setting, '/regions'))
        .set(SAME_ORIGIN)
        .set('If-Match', `"${setting.held.version}"`)
        .send(region);
    const box = { x: 1, y: 2, width: 3, height: 4 };
    const wrong = await post({ item: 1, box: { ...box, width: -1 } });
    expect([wrong.status, wrong.body.code]).toEqual([400, 'DECISION_MALFORMED']);
    const { body } = await post({ item: 1, box }).expect(200);
    expect(body.version).toBe(setting.held.version + 1);
    expect(body.items[0].findings).toContainEqual(expect.objectContaining({ type: 'region', box }));
    const outdated = await decide(setting.app, setting.held, () => 'redact');
    expect([outdated.status, outdated.body.code]).toEqual([412, 'FINDINGS_CHANGED']);
  });
});

describe('a decision', () => {
  const redact = () => 'redact';

  test('releases the hold and leaves a record', async () => {
    const { app, held } = await setUp();
    const { body, headers } = await decide(app, held, redact).expect(200);
    expect(body).toMatchObject({ status: 'released', asset: null });
    expect(body.confirm).toBeUndefined();
    expect(headers.etag).toBe(`"${body.version}"`);
    const record = await request(app).get(`/privacy/records/${body.record}`).expect(200);
    expect(JSON.stringify(record.body)).not.toContain(MAIL);
    await request(app).get(`/privacy/records/${body.record}`).set('X-User', 'boris').expect(404);
    await request(app).post(`/privacy/records/${body.record}/withdraw`).set(SAME_ORIGIN).expect(202);
  });

  const refusals: readonly (readonly [string, number, string, Record<string, string | undefined>, object])[] = [
    ['without If-Match', 428, 'PRECONDITION_REQUIRED', { 'If-Match': undefined }, {}],
    ['with a tag that is no version', 412, 'FINDINGS_CHANGED', { 'If-Match': '*' }, {}],
    ['with a wrong token', 403, 'TOKEN_INVALID', {}, { token: 'wrong' }],
    ['with too few choices', 422, 'CHOICES_INCOMPLETE', {}, { choices: [] }],
    ['with a member that is unknown', 400, 'DECISION_MALFORMED', {}, { more: 1 }],
    ['with an unknown look', 400, 'DECISION_MALFORMED', {}, { cover: 'hearts' }],
    ['from another site', 403, 'CROSS_SITE', { 'Sec-Fetch-Site': 'cross-site' }, {}],
    ['without a sign of its site', 403, 'CROSS_SITE', { 'Sec-Fetch-Site': undefined }, {}],
    ['of another origin', 403, 'CROSS_SITE', { 'Sec-Fetch-Site': 'same-site', Origin: 'https://evil.example' }, {}],
    ['that a plain form could send', 403, 'CROSS_SITE', { 'Content-Type': 'text/plain' }, {}],
    ['of another user', 404, 'NOT_FOUND', { 'X-User': 'boris' }, {}],
  ];

  test.each(refusals)('%s is %i %s', async (_name, status, code, headers, members) => {
    const { app, held } = await setUp();
    const all = { ...SAME_ORIGIN, 'If-Match': `"${held.version}"`, 'Content-Type': 'application/json', ...headers };
    const posted = request(app).post(held.confirm?.href ?? '');
    for (const [name, value] of Object.entries(all)) if (value !== undefined) posted.set(name, value);
    const answer = await posted.send(JSON.stringify({ ...decisionFor(held, redact), ...members }));
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(answer.headers['content-type']).toContain('application/problem+json');
  });

  test('may come from a listed origin and from the host’s own', async () => {
    for (const origin of ['https://app.example', 'http://shop.example', 'https://shop.example']) {
      const { app, held } = await setUp({ origins: ['https://app.example/'] });
      const { status } = await request(app)
        .post(held.confirm?.href ?? '')
        .set({ Host: 'shop.example', Origin: origin, 'Sec-Fetch-Site': 'same-site', 'If-Match': `"${held.version}"` })
        .send(decisionFor(held, redact));
      expect(status).toBe(200);
    }
  });

  test('is 409 the second time, and the first answer again with the same idempotency key', async () => {
    const { app, held } = await setUp();
    const first = await decide(app, held, redact).set('Idempotency-Key', 'k1').expect(200);
    const replay = await decide(app, held, redact).set('Idempotency-Key', 'k1').expect(200);
    expect(replay.body).toEqual(first.body);
    const other = await decide(app, held, () => 'consent').set('Idempotency-Key', 'k1');
    expect([other.status, other.body.code]).toEqual([422, 'IDEMPOTENCY_MISMATCH']);
    const second = await decide(app, held, redact);
    expect([second.status, second.body.code]).toEqual([409, 'ALREADY_DECIDED']);
  });
});

test('a body that is no JSON is 400 MALFORMED_BODY', async () => {
  const setting = await setUp();
  const { status, body } = await request(setting.app)
    .post(hrefOf(setting, '/decision'))
    .set(SAME_ORIGIN)
    .type('json')
    .send('{');
  expect([status, body.code]).toEqual([400, 'MALFORMED_BODY']);
});

test('a statement is served in the language asked for, with the hash of its wording', async () => {
  const { app, held } = await setUp();
  const { body, headers } = await request(app).get(`/privacy/statements/${held.statement.id}?lang=de`).expect(200);
  expect(headers['content-language']).toBe('de');
  expect(createHash('sha256').update(body.text, 'utf8').digest('hex')).toBe(body.sha256);
  const unknown = await request(app).get('/privacy/statements/none');
  expect([unknown.status, unknown.body.code]).toEqual([404, 'NOT_FOUND']);
});

test('the notice says what is scanned, by whom and for how long', async () => {
  const controller = { name: 'Shop', contact: 'privacy@shop.example', privacyUrl: 'https://shop.example/privacy' };
  const { app } = await setUp({
    controller,
    retention: { evidence: { days: 365 } },
    detectors: { person: { enabled: false } },
    customDetectors: [{ type: 'member', label: { en: 'Member number' }, pattern: /\bMB-\d{6}\b/ }],
  });
  const { body } = await request(app).get('/privacy/notice').expect(200);
  expect(body).toMatchObject({ controller, held: { undecidedHours: 72, releasedHours: 24, evidenceDays: 365 } });
  expect(body.scanned).toContainEqual({ type: 'face', action: 'confirm' });
  const label = { en: 'Member number' };
  expect(body.scanned).toContainEqual({ type: 'custom:member', action: 'confirm', label });
  expect(body.scanned.map(({ type }: { type: string }) => type)).not.toContain('person');
});
