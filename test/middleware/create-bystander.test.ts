import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ErrorRequestHandler, RequestHandler } from 'express';
import request from 'supertest';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { ConfigError } from '../../src/errors.ts';
import type { BystanderOptions } from '../../src/middleware/create-bystander-with.ts';
import { createGuard, EXPRESS_VERSIONS, face, finding, PNG } from './app.ts';

const express = EXPRESS_VERSIONS['Express 5'];
const created: RequestHandler = (_request, response) => {
  response.sendStatus(201);
};

afterEach(() => vi.unstubAllEnvs());

async function problemsOf(options: BystanderOptions): Promise<string[]> {
  try {
    await createGuard(options);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems.map(({ path }) => path);
    throw error;
  }
}

describe('options', () => {
  test('that are wrong are named all at once', async () => {
    const options: BystanderOptions = Object({
      presett: 'strict',
      detectors: { face: { threshold: 2 } },
      origins: ['x'],
    });
    expect((await problemsOf(options)).sort()).toEqual(['detectors.face.threshold', 'origins[0]', 'presett']);
  });

  test('that production needs are missed in production only', async () => {
    expect(await problemsOf({ subject: undefined })).toEqual([]);
    vi.stubEnv('NODE_ENV', 'production');
    expect(await problemsOf({ subject: undefined })).toEqual([
      'subject',
      'keys',
      'controller',
      'processing',
      'retention.evidence',
    ]);
  });

  test('without keys make a development key that only its owner reads, and say so once', async () => {
    const first = await createGuard();
    const path = join(first.directory, 'key');
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect(first.lines.filter((line) => line.includes('key'))).toHaveLength(1);
    const made = await readFile(path, 'utf8');
    const second = await createGuard({ storage: { directory: first.directory } });
    expect(second.lines).toEqual([]);
    expect(await readFile(path, 'utf8')).toBe(made);
    expect(first.lines.join()).not.toContain(made.trim());
  });
});

for (const [version, createApp] of Object.entries(EXPRESS_VERSIONS)) {
  describe(`errors on ${version}`, () => {
    test('are answered by the middleware itself as long as there is no error handler', async () => {
      const { bystander } = await createGuard({ subject: () => undefined });
      const seen = vi.fn();
      const host: ErrorRequestHandler = (error, _request, _response, next) => {
        seen(error);
        next(error);
      };
      const app = createApp().post('/prompts', createApp.json(), bystander.inspect(), created).use(host);
      const { status, headers, body } = await request(app).post('/prompts').send({ a: 'b' });
      expect([status, body.code]).toEqual([401, 'SUBJECT_REQUIRED']);
      expect(headers['content-type']).toBe('application/problem+json; charset=utf-8');
      expect(headers['cache-control']).toBe('no-store');
      expect(seen).not.toHaveBeenCalled();
    });

    test('go to the host and its error handler where there is one', async () => {
      const { bystander } = await createGuard({ subject: () => undefined });
      const seen = vi.fn();
      const host: ErrorRequestHandler = (error, _request, _response, next) => {
        seen(error.code);
        next(error);
      };
      const app = createApp();
      app.post('/prompts', createApp.json({ limit: 10 }), bystander.inspect(), created);
      app.get('/fails', () => {
        throw new Error('the host’s own');
      });
      app.use(host, bystander.errorHandler(), ((error, _request, response, _next) => {
        response.status(500).send(error.message);
      }) satisfies ErrorRequestHandler);
      const refused = await request(app).post('/prompts').send({ a: 'b' });
      expect([refused.status, refused.body.code]).toEqual([401, 'SUBJECT_REQUIRED']);
      expect(seen).toHaveBeenCalledWith('SUBJECT_REQUIRED');
      const large = await request(app).post('/prompts').send({ a: 'longer than ten bytes' });
      expect([large.status, large.body.code]).toEqual([413, 'TOO_LARGE']);
      const own = await request(app).get('/fails');
      expect([own.status, own.text]).toEqual([500, 'the host’s own']);
    });
  });
}

describe('the account option', () => {
  test('reaches the scanner, and a minor may only redact or remove', async () => {
    const accounts: unknown[] = [];
    const { bystander } = await createGuard(
      { account: () => ({ emails: ['me@example.org'], isMinor: true }) },
      {
        findings: (seen) => {
          accounts.push(seen.call.account);
          return face(seen);
        },
      },
    );
    const app = express().post('/uploads', bystander.upload({ files: [{ name: 'image' }] }), created);
    const { body } = await request(app).post('/uploads').attach('image', PNG, 'a.png').expect(202);
    expect(accounts).toContainEqual({ emails: ['me@example.org'], isMinor: true });
    expect(body.items[0].findings[0].choices).toEqual(['redact', 'remove']);
  });
});

describe('submit', () => {
  const redacts = { detectors: { email: { action: 'redact' } } } as const;

  test('gives back the cleaned texts and files', async () => {
    const { bystander, directory } = await createGuard(redacts, { findings: finding('anna@') });
    const path = join(directory, 'photo');
    await writeFile(path, PNG);
    const result = await bystander.submit({
      subject: 'anna',
      items: [{ text: 'to anna@' }, { path, name: 'a anna@.gif' }],
    });
    expect(result).toMatchObject({ verdict: 'pass', texts: ['to [email]'] });
    expect(result.files).toEqual([
      { originalname: 'a [email].png', mimetype: 'image/png', size: PNG.length, buffer: PNG },
    ]);
    expect(await readFile(path)).toEqual(PNG);
  });

  test('holds what has to be decided', async () => {
    const { bystander } = await createGuard({}, { findings: finding('anna@') });
    const { verdict, hold, texts } = await bystander.submit({ subject: 'anna', items: [{ text: 'to anna@' }] });
    expect([verdict, texts]).toEqual(['hold', []]);
    expect(await bystander.holds.get(hold?.hold ?? '')).toMatchObject({ status: 'awaiting' });
  });

  test('needs a subject, and refuses what policy blocks', async () => {
    const { bystander } = await createGuard(
      { detectors: { email: { action: 'block' } } },
      { findings: finding('anna@') },
    );
    await expect(bystander.submit({ subject: '', items: [] })).rejects.toMatchObject({ code: 'SUBJECT_REQUIRED' });
    const upload = { subject: 'anna', items: [{ text: 'anna@' }] };
    await expect(bystander.submit(upload)).rejects.toMatchObject({ code: 'BLOCKED', types: ['email'] });
  });
});

describe('the host', () => {
  test('deletes holds, and all of them when an account is closed', async () => {
    const { bystander } = await createGuard({}, { findings: finding('anna@') });
    const upload = { subject: 'anna', items: [{ text: 'anna@' }] };
    const first = (await bystander.submit(upload)).hold?.hold ?? '';
    await bystander.submit(upload);
    await bystander.holds.delete(first);
    expect(await bystander.holds.get(first)).toBeUndefined();
    expect(await bystander.accountClosed('anna')).toEqual({ purged: 1 });
    expect((await bystander.holds.list({ limit: 10 })).holds).toEqual([]);
    expect(await bystander.records.verify()).toMatchObject({ intact: true });
  });

  test('limits the holds of a subject: 429 TOO_MANY_HOLDS', async () => {
    const { bystander } = await createGuard({ limits: { holdsPerSubject: 1 } }, { findings: finding('anna@') });
    const app = express().post('/prompts', express.json(), bystander.inspect(), created);
    await request(app).post('/prompts').send(['anna@']).expect(202);
    const { status, body } = await request(app).post('/prompts').send(['anna@']);
    expect([status, body.code]).toEqual([429, 'TOO_MANY_HOLDS']);
  });

  test('limits the bytes of all holds: 507 STORAGE_FULL', async () => {
    const { bystander } = await createGuard({ limits: { heldBytes: 10 } }, { findings: finding('anna@') });
    const app = express().post('/prompts', express.json(), bystander.inspect(), created);
    const { status, body } = await request(app).post('/prompts').send(['a longer text of anna@']);
    expect([status, body.code]).toEqual([507, 'STORAGE_FULL']);
  });

  test('gets 503 CLOSED from a guard that is closed', async () => {
    const { bystander } = await createGuard();
    const app = express().post('/prompts', express.json(), bystander.inspect(), created);
    await bystander.close();
    await bystander.close();
    const { status, body } = await request(app).post('/prompts').send(['a']);
    expect([status, body.code]).toEqual([503, 'CLOSED']);
  });
});

test('a hold that nobody can decide on, because router() was never asked for, is said once', async () => {
  const WORD = 'anna@example.org';
  const { bystander, lines } = await createGuard({}, { findings: finding(WORD) });
  const app = express();
  app.post('/prompts', express.json(), bystander.inspect(), created);
  const warnings = (): string[] => lines.filter((line) => line.includes('router()'));
  for (const _ of [1, 2]) await request(app).post('/prompts').send({ prompt: WORD }).expect(202);
  expect(warnings()).toHaveLength(1);
});
