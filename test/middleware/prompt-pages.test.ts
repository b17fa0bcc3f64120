import type { Express } from 'express';
import request from 'supertest';
import { describe, expect, test } from 'vitest';
import { createGuard, EXPRESS_VERSIONS, face, finding, PNG } from './app.ts';
import { SAME_ORIGIN } from './decide.ts';

const MAIL = 'anna@example.org';
const FIELDS = { files: [{ name: 'image' }], text: ['prompt'] } as const;
const BROWSER = 'text/html,application/xhtml+xml';

/** An app, and the address of the page that a form post was led to. */
async function setUp(): Promise<{ app: Express; page: string }> {
  const { bystander } = await createGuard({}, { findings: (seen) => [...finding(MAIL)(seen), ...face(seen)] });
  const app = EXPRESS_VERSIONS['Express 5']();
  app.use('/privacy', bystander.router());
  app.post('/uploads', bystander.upload(FIELDS), (_request, response) => response.status(201).send('thank you'));
  const upload = request(app)
    .post('/uploads')
    .set('Accept', BROWSER)
    .field('prompt', `ask ${MAIL}`)
    .attach('image', PNG, 'a.png');
  return { app, page: (await upload.expect(303)).headers.location ?? '' };
}

/** What a browser would send of the page's first form, with these answers. */
function formOf(html: string, answers: Record<string, string>): string {
  const hidden = html
    .slice(0, html.indexOf('</form>'))
    .matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)">/g);
  const fields = [...hidden].map(([, name = '', value = '']): [string, string] => [name, value]);
  return new URLSearchParams([...fields, ...Object.entries(answers)]).toString();
}

function choices(html: string, choice: string): Record<string, string> {
  const names = [...html.matchAll(/name="(choice\.[\w.-]+)"/g)].map(([, name = '']) => name);
  return Object.fromEntries([...new Set(names)].map((name) => [name, choice]));
}

async function post(app: Express, page: string, body: string): Promise<request.Response> {
  return request(app).post(page).set(SAME_ORIGIN).set('Accept', BROWSER).type('form').send(body);
}

describe('the prompt page', () => {
  test('says that nothing is left when every file and text was left out', async () => {
    const { app, page } = await setUp();
    const asked = await request(app).get(page).expect(200);
    const answer = await post(app, page, formOf(asked.text, { ...choices(asked.text, 'remove'), accepted: 'yes' }));
    expect(answer.status).toBe(200);
    expect(answer.text).not.toContain('name="hold"');
    await request(app).get(page).set('Accept', BROWSER).expect(410);
  });

  test('asks, takes the answers and ends with the host’s own answer, without a script', async () => {
    const { app, page } = await setUp();
    const asked = await request(app).get(page).expect(200);
    expect(asked.headers['content-security-policy']).toContain("default-src 'none'");
    expect(asked.headers['cache-control']).toBe('private, no-store');
    expect(asked.text).not.toContain('<script');
    const decided = await post(app, page, formOf(asked.text, { ...choices(asked.text, 'redact'), accepted: 'yes' }));
    expect([decided.status, decided.headers.location]).toEqual([303, page]);
    const last = await request(app).get(page).expect(200);
    expect(last.text).toContain('action="/uploads"');
    const finished = await request(app)
      .post('/uploads')
      .set('Accept', BROWSER)
      .type('form')
      .send(formOf(last.text, {}));
    expect([finished.status, finished.text]).toEqual([201, 'thank you']);
    const over = await request(app).get(page);
    expect(over.text).not.toContain('<form');
  });

  test('says on the page what is missing', async () => {
    const { app, page } = await setUp();
    const { text } = await request(app).get(page);
    const incomplete = await post(app, page, formOf(text, { accepted: 'yes' }));
    expect([incomplete.status, incomplete.text.includes('role="alert"')]).toEqual([422, true]);
    const unconfirmed = await post(app, page, formOf(text, choices(text, 'redact')));
    expect([unconfirmed.status, unconfirmed.text.includes('role="alert"')]).toEqual([422, true]);
    const malformed = await post(app, page, 'version=1&token=a&nonsense=1');
    expect(malformed.status).toBe(400);
  });

  test('deletes the upload', async () => {
    const { app, page } = await setUp();
    const { text } = await request(app).get(page);
    await post(app, page, formOf(text, { intent: 'delete' })).then(({ status }) => expect(status).toBe(200));
    const gone = await request(app).get(page);
    expect([gone.status, gone.headers['content-type']]).toEqual([410, 'text/html; charset=utf-8']);
  });

  test('is for its user and its own site only', async () => {
    const { app, page } = await setUp();
    await request(app).get(page).set('X-User', 'boris').expect(404);
    const { text } = await request(app).get(page);
    const form = formOf(text, { ...choices(text, 'redact'), accepted: 'yes' });
    const cross = await request(app).post(page).set('Sec-Fetch-Site', 'cross-site').type('form').send(form);
    expect([cross.status, cross.body.code]).toEqual([403, 'CROSS_SITE']);
  });
});
