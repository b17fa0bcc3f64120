import { existsSync, readdirSync } from 'node:fs';
import express from 'express';
import request from 'supertest';
import { describe, expect, test, vi } from 'vitest';
import { BystanderError, ConfigError, UncleanableError } from '../../src/errors.ts';
import { createGuard, face, listen, PNG, spooledFiles, type TestGuard } from './app.ts';
import { answer, chunk, END, multipartHead, openFilePart, part, send, wholeRequest } from './raw-http.ts';

const FIELDS = { files: [{ name: 'image', maxCount: 1 }], text: ['prompt'] } as const;

function appWith({ bystander }: TestGuard): { app: express.Express; handler: ReturnType<typeof vi.fn> } {
  const handler = vi.fn();
  const app = express().post('/uploads', bystander.upload(FIELDS), (request, response) => {
    handler(request.body);
    response.sendStatus(201);
  });
  return { app, handler };
}

async function expectNothingLeft(): Promise<void> {
  await vi.waitFor(async () => expect(await spooledFiles()).toEqual([]));
}

describe('too large', () => {
  const limits = { limits: { bytes: 10_000 } };

  test('an announced length over the limit is 413 before a byte of the body is sent', async () => {
    const { app } = appWith(await createGuard(limits));
    const { port } = await listen(app);
    const { status, text, closed } = await answer(
      await send(port, multipartHead('/uploads', ['Content-Length: 1000000'])),
    );
    expect(status).toBe(413);
    expect(text).toContain('"code":"TOO_LARGE"');
    await closed;
  });

  test('a chunked body over the limit is 413 while its client stalls, and the file and the connection go', async () => {
    const { app } = appWith(await createGuard(limits));
    const { port } = await listen(app);
    const socket = await send(port, multipartHead('/uploads', ['Transfer-Encoding: chunked']));
    socket.write(chunk(openFilePart('image', 'a.png') + 'x'.repeat(20_000)));
    const { status, text, closed } = await answer(socket);
    expect(status).toBe(413);
    expect(text).toContain('"code":"TOO_LARGE"');
    await expectNothingLeft();
    await closed;
  });

  test('a client that goes on sending gets to read its answer', async () => {
    const { app } = appWith(await createGuard(limits));
    const { status, body } = await request(app).post('/uploads').attach('image', Buffer.alloc(8_000_000), 'a.png');
    expect([status, body.code]).toEqual([413, 'TOO_LARGE']);
  });
});

describe('fields', () => {
  const cases = [
    [
      'an undeclared text field',
      400,
      'UNDECLARED_FIELD',
      part(['Content-Disposition: form-data; name="note"'], 'hello'),
    ],
    [
      'an undeclared file field',
      400,
      'UNDECLARED_FIELD',
      part(['Content-Disposition: form-data; name="other"; filename="a.png"'], 'hello'),
    ],
    [
      'a text field where a file is declared',
      400,
      'UNDECLARED_FIELD',
      part(['Content-Disposition: form-data; name="image"', 'Content-Type: image/png'], 'hello'),
    ],
    [
      'a file part without a file name',
      400,
      'MALFORMED_BODY',
      part(['Content-Disposition: form-data; name="image"', 'Content-Type: application/octet-stream'], 'hello'),
    ],
    [
      'more files than the field takes',
      413,
      'TOO_MANY_FIELDS',
      part(['Content-Disposition: form-data; name="image"; filename="a.png"'], 'a').repeat(2),
    ],
    [
      'more parts than the limit',
      413,
      'TOO_MANY_FIELDS',
      part(['Content-Disposition: form-data; name="prompt"'], 'a').repeat(9),
    ],
    ['a part without a field name', 400, 'MALFORMED_BODY', part(['Content-Disposition: form-data'], 'a')],
    ['a header that is none', 400, 'MALFORMED_BODY', part(['Content Disposition'], 'a')],
    [
      'a deep field name',
      413,
      'TOO_MANY_FIELDS',
      part([`Content-Disposition: form-data; name="prompt${'[a]'.repeat(30)}"`], 'a'),
    ],
  ] as const;

  test.each(cases)('%s is %i %s, at once even when the body never ends', async (_name, status, code, content) => {
    const { app, handler } = appWith(await createGuard({ limits: { fields: 8 } }));
    const { port } = await listen(app);
    const socket = await send(port, multipartHead('/uploads', ['Content-Length: 5000']), content, '--boundary');
    const { status: given, text } = await answer(socket);
    socket.destroy();
    expect(given).toBe(status);
    expect(text).toContain(`"code":"${code}"`);
    expect(handler).not.toHaveBeenCalled();
    await expectNothingLeft();
  });

  test('a body that ends in the middle is 400 MALFORMED_BODY', async () => {
    const { app } = appWith(await createGuard());
    const { port } = await listen(app);
    const { status, text } = await answer(await send(port, wholeRequest('/uploads', openFilePart('image', 'a.png'))));
    expect(status).toBe(400);
    expect(text).toContain('"code":"MALFORMED_BODY"');
    await expectNothingLeft();
  });

  test('multipart without a boundary is 400 MALFORMED_BODY', async () => {
    const { app } = appWith(await createGuard());
    const { status, body } = await request(app).post('/uploads').set('Content-Type', 'multipart/form-data').send('x');
    expect([status, body.code]).toEqual([400, 'MALFORMED_BODY']);
  });

  test('the empty file input of a form is no file', async () => {
    const { app, handler } = appWith(await createGuard());
    const { port } = await listen(app);
    const body =
      part(
        ['Content-Disposition: form-data; name="image"; filename=""', 'Content-Type: application/octet-stream'],
        '',
      ) +
      part(['Content-Disposition: form-data; name="prompt"'], 'a shoe') +
      END;
    await send(port, wholeRequest('/uploads', body));
    await vi.waitFor(() => expect(handler).toHaveBeenCalledWith({ prompt: 'a shoe' }));
  });
});

describe('types', () => {
  test('what multer does not read is 415 BODY_NOT_PARSED', async () => {
    const { app } = appWith(await createGuard());
    for (const [type, content] of [
      ['application/json', '{"prompt":"a"}'],
      ['application/json', JSON.stringify({ prompt: 'a'.repeat(5000) })],
      ['text/plain', 'hello'],
    ] as const) {
      const { status, body } = await request(app).post('/uploads').set('Content-Type', type).send(content);
      expect([status, body.code]).toEqual([415, 'BODY_NOT_PARSED']);
    }
  });

  test('a type out of scope is 415 UNSUPPORTED_TYPE, or let by unscanned where it is listed', async () => {
    const pdf = Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3');
    const { app } = appWith(await createGuard());
    const { status, body } = await request(app).post('/uploads').attach('image', pdf, 'a.png');
    expect([status, body.code]).toEqual([415, 'UNSUPPORTED_TYPE']);
    const { app: open } = appWith(await createGuard({ passThrough: ['application/pdf'] }));
    await request(open).post('/uploads').attach('image', pdf, 'a.png').expect(201);
  });

  test('what cannot be cleaned is 422 UNCLEANABLE and nothing of it is kept', async () => {
    const { bystander } = await createGuard(
      {},
      {
        cleaned: () => {
          throw new UncleanableError('residue', 'metadata is left');
        },
      },
    );
    const app = express().post('/uploads', bystander.upload(FIELDS));
    const { status, body } = await request(app).post('/uploads').attach('image', PNG, 'a.png');
    expect([status, body.code]).toEqual([422, 'UNCLEANABLE']);
    expect((await bystander.holds.list({ limit: 10 })).holds).toEqual([]);
    await expectNothingLeft();
  });
});

describe('who asks', () => {
  const subjects = [
    ['undefined', () => undefined],
    ['empty', () => ''],
    [
      'thrown',
      () => {
        throw new Error('database down');
      },
    ],
    ['rejected', () => Promise.reject(new Error('database down'))],
  ] as const;

  test.each(subjects)('a subject that is %s is 401 before the body is read', async (_name, subject) => {
    const { app } = appWith(await createGuard({ subject }));
    const { port } = await listen(app);
    const { status, text } = await answer(await send(port, multipartHead('/uploads', ['Content-Length: 5000'])));
    expect(status).toBe(401);
    expect(text).toContain('"code":"SUBJECT_REQUIRED"');
    expect(text).not.toContain('database');
  });

  test('a subject that is a number is that user', async () => {
    const { app } = appWith(await createGuard(Object({ subject: () => 0 })));
    await request(app).post('/uploads').field('prompt', 'a').expect(201);
  });

  test('without the option a random cookie is the subject, secure but on this machine', async () => {
    const { app } = appWith(await createGuard({ subject: undefined }));
    const local = await request(app).post('/uploads').field('prompt', 'a').expect(201);
    expect(local.headers['set-cookie']?.[0]).toMatch(/^bystander=[\w-]{22}; Path=\/; HttpOnly; SameSite=Lax$/);
    const far = await request(app).post('/uploads').set('Host', 'shop.example').field('prompt', 'a').expect(201);
    expect(far.headers['set-cookie']?.[0]).toMatch(/^__Host-bystander=[\w-]{22}; .*; Secure$/);
    const known = await request(app)
      .post('/uploads')
      .set('Cookie', 'a=b; bystander=0123456789012345678901')
      .field('prompt', 'a');
    expect(known.headers['set-cookie']).toBeUndefined();
  });
});

describe('the scanner', () => {
  test('a full queue is 503 with Retry-After', async () => {
    const { app } = appWith(
      await createGuard(
        {},
        {
          findings: () => {
            throw new BystanderError('BUSY', 'the queue is full', { retryAfterSeconds: 3 });
          },
        },
      ),
    );
    const { status, body, headers } = await request(app).post('/uploads').field('prompt', 'a');
    expect([status, body.code, headers['retry-after']]).toEqual([503, 'BUSY', '3']);
  });

  test('a client that goes away stops the scan, and no file is left', async () => {
    let isStarted = false;
    let isAborted = false;
    const { app, handler } = appWith(
      await createGuard(
        {},
        {
          findings: async ({ call, kind }) => {
            if (kind !== 'image') return [];
            isStarted = true;
            await new Promise((resolve) => call.signal?.addEventListener('abort', resolve));
            isAborted = true;
            return [];
          },
        },
      ),
    );
    const { port } = await listen(app);
    const file = `${openFilePart('image', 'a.gif')}GIF89a\r\n${END}`;
    const socket = await send(port, wholeRequest('/uploads', file));
    await vi.waitFor(() => expect(isStarted).toBe(true));
    expect(await spooledFiles()).toHaveLength(1);
    socket.destroy();
    await vi.waitFor(() => expect(isAborted).toBe(true));
    await expectNothingLeft();
    expect(handler).not.toHaveBeenCalled();
  });

  test('a client that goes away while it sends leaves no file', async () => {
    const { app, handler } = appWith(await createGuard());
    const { port } = await listen(app);
    const head = multipartHead('/uploads', ['Content-Length: 5000']);
    const socket = await send(port, head, openFilePart('image', 'a.gif'), 'GIF89a');
    await vi.waitFor(async () => expect(await spooledFiles()).toHaveLength(1));
    socket.destroy();
    await expectNothingLeft();
    expect(handler).not.toHaveBeenCalled();
  });
});

test('what is not clean yet is on the request for nobody, error handlers neither', async () => {
  const { bystander } = await createGuard({ detectors: { face: { action: 'block' } } }, { findings: face });
  const seen = vi.fn();
  const handler: express.ErrorRequestHandler = ({ code }, { body, files, file }, _response, next) => {
    seen(code, body, files, file);
    next(code);
  };
  const app = express().post('/uploads', bystander.upload(FIELDS), handler, bystander.errorHandler());
  await request(app).post('/uploads').field('prompt', 'secret').attach('image', PNG, 'a.png');
  await request(app).post('/uploads').field('prompt', 'secret').field('other', 'secret');
  expect(seen.mock.calls).toEqual([
    ['BLOCKED', undefined, [], undefined],
    ['UNDECLARED_FIELD', undefined, [], undefined],
  ]);
});

test.runIf(existsSync('/proc/self/fd'))('uploads that break off leave no descriptor open', async () => {
  const { app } = appWith(await createGuard());
  const { port, server } = await listen(app);
  const isQuiet = () =>
    new Promise<boolean>((resolve) => server.getConnections((_error, count) => resolve(count === 0)));
  const before = readdirSync('/proc/self/fd').length;
  for (let count = 0; count < 20; count++) {
    const head = multipartHead('/uploads', ['Content-Length: 100000']);
    const socket = await send(port, head, openFilePart('image', 'a.gif'), 'GIF89a'.repeat(5000));
    await vi.waitFor(async () => expect(await spooledFiles()).not.toEqual([]));
    socket.destroy();
  }
  await expectNothingLeft();
  await vi.waitFor(async () => expect(await isQuiet()).toBe(true));
  expect(readdirSync('/proc/self/fd').length).toBeLessThanOrEqual(before + 2);
});

test('wrong options of a route are a ConfigError with every problem', async () => {
  const { bystander } = await createGuard();
  const wrong = { files: [{ name: '', maxcount: 2 }], texts: ['prompt'] };
  const paths: string[] = [];
  try {
    bystander.upload(Object(wrong));
  } catch (error) {
    if (error instanceof ConfigError) paths.push(...error.problems.map(({ path }) => path));
  }
  expect(paths).toEqual(expect.arrayContaining(['upload.files.0.name', 'upload.files.0', 'upload']));
  expect(() => bystander.upload({})).toThrow(ConfigError);
  expect(() => bystander.upload({ files: [{ name: 'a' }], text: ['a'] })).toThrow(ConfigError);
});
