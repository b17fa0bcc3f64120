import { readFile, stat } from 'node:fs/promises';
import type { Request, Response } from 'express';
import request from 'supertest';
import { describe, expect, test } from 'vitest';
import type { MulterFile } from '../../src/middleware/multer-files.ts';
import { createGuard, EXPRESS_VERSIONS, face, finding, PNG, spooledFiles } from './app.ts';

const FIELDS = { files: [{ name: 'image', maxCount: 2 }], text: ['prompt'] } as const;

function listed(request: Request): MulterFile[] {
  return Object.values(request.files ?? {}).flat();
}

/** Answers with what the handler got. */
async function echo(request: Request, response: Response): Promise<void> {
  const files = await Promise.all(
    listed(request).map(async ({ path, buffer, ...file }) => {
      const bytes = buffer ?? (await readFile(path ?? ''));
      return { ...file, hasPath: path !== undefined, content: bytes.toString('base64') };
    }),
  );
  response.json({
    body: request.body,
    query: request.query,
    url: request.originalUrl,
    files,
    single: request.file?.originalname,
    bystander: request.bystander,
  });
}

for (const [version, express] of Object.entries(EXPRESS_VERSIONS)) {
  describe(version, () => {
    test('a clean upload reaches the handler in the shape of multer on disk', async () => {
      const { bystander } = await createGuard();
      const app = express().post('/uploads', bystander.upload(FIELDS), echo);
      const { status, body } = await request(app)
        .post('/uploads?style=flat')
        .field('prompt', 'a red shoe')
        .attach('image', PNG, { filename: 'schön.png', contentType: 'image/gif' });
      expect(status).toBe(200);
      expect(body.body).toEqual({ prompt: 'a red shoe' });
      expect(body.query).toEqual({ style: 'flat' });
      expect(body.single).toBe('schön.png');
      expect(body.files).toEqual([
        {
          fieldname: 'image',
          originalname: 'schön.png',
          encoding: '7bit',
          mimetype: 'image/png',
          size: PNG.length,
          destination: expect.any(String),
          filename: expect.stringMatching(/^[0-9a-f]{32}$/),
          hasPath: true,
          content: PNG.toString('base64'),
        },
      ]);
      expect(body.bystander).toMatchObject({ verdict: 'pass', changes: [{ kind: 'stripped', field: 'image' }] });
    });

    test('files come as buffers where the route wants them so', async () => {
      const { bystander } = await createGuard();
      const app = express().post('/uploads', bystander.upload({ ...FIELDS, as: 'buffer' }), echo);
      const { body } = await request(app).post('/uploads').attach('image', PNG, 'a.png').attach('image', PNG, 'b.png');
      expect(body.files.map(({ originalname }: MulterFile) => originalname)).toEqual(['a.png', 'b.png']);
      expect(body.files[0]).toMatchObject({ hasPath: false, content: PNG.toString('base64') });
      expect(body.files[0].destination).toBeUndefined();
    });

    test('what policy redacts is covered and masked before the handler sees it', async () => {
      const { bystander } = await createGuard(
        { detectors: { email: { action: 'redact' }, face: { action: 'redact' } } },
        {
          findings: (seen) => [...finding('anna@example.org')(seen), ...face(seen)],
          cleaned: ({ bytes }, places) => Buffer.concat([bytes, Buffer.from(places.map(({ type }) => type).join())]),
        },
      );
      const app = express().post('/uploads', bystander.upload(FIELDS), echo);
      const { status, body } = await request(app)
        .post('/uploads?to=anna%40example.org&plain=1')
        .field('prompt', 'write to anna@example.org')
        .attach('image', PNG, 'anna@example.org.png');
      expect(status).toBe(200);
      expect(body.body).toEqual({ prompt: 'write to [email]' });
      expect(body.query).toEqual({ to: '[email]', plain: '1' });
      expect(body.url).toBe('/uploads?to=%5Bemail%5D&plain=1');
      expect(body.files[0].originalname).toBe('[email].png');
      expect(Buffer.from(body.files[0].content, 'base64').subarray(PNG.length).toString()).toBe('face');
      expect(JSON.stringify(body)).not.toContain('anna@');
    });

    test('a finding to be confirmed holds everything and answers 202', async () => {
      const { bystander } = await createGuard({}, { findings: face });
      const app = express().post('/uploads', bystander.upload(FIELDS), echo);
      const { status, body, headers } = await request(app).post('/uploads').attach('image', PNG, 'a.png');
      expect(status).toBe(202);
      expect(headers.location).toBe(`/privacy/holds/${body.hold}`);
      expect(headers.etag).toBe(`"${body.version}"`);
      expect(body).toMatchObject({
        status: 'awaiting',
        asset: null,
        items: [
          {
            n: 1,
            type: 'image/png',
            field: 'image',
            preview: `/privacy/holds/${body.hold}/items/1/preview`,
            findings: [{ type: 'face', action: 'confirm' }],
          },
        ],
        confirm: { href: `/privacy/holds/${body.hold}/decision`, token: expect.any(String) },
        prompt: { href: `/privacy/holds/${body.hold}/prompt` },
      });
      await expect.poll(spooledFiles).toEqual([]);
    });

    test('a form of a browser is led to the prompt page', async () => {
      const { bystander } = await createGuard({}, { findings: face });
      const app = express().post('/uploads', bystander.upload(FIELDS), echo);
      const { status, headers } = await request(app)
        .post('/uploads')
        .set('Accept', 'text/html,application/xhtml+xml')
        .attach('image', PNG, 'a.png');
      expect(status).toBe(303);
      expect(headers.location).toMatch(/^\/privacy\/holds\/hld_[\w-]+\/prompt$/);
    });

    test('a finding that policy blocks is answered 422 with its types only', async () => {
      const { bystander } = await createGuard(
        { detectors: { email: { action: 'block' } } },
        { findings: finding('anna@') },
      );
      const app = express().post('/uploads', bystander.upload(FIELDS), echo);
      const { status, body, headers } = await request(app).post('/uploads').field('prompt', 'anna@');
      expect(status).toBe(422);
      expect(headers['content-type']).toContain('application/problem+json');
      expect(body).toEqual({
        type: 'urn:bystander:problem:BLOCKED',
        title: 'blocked',
        status: 422,
        detail: expect.any(String),
        code: 'BLOCKED',
        types: ['email'],
      });
    });

    test('a gap holds', async () => {
      const { bystander } = await createGuard({}, { gaps: [{ id: 'g1', detector: 'face', reason: 'timeout' }] });
      const app = express().post('/uploads', bystander.upload(FIELDS), echo);
      const { status, body } = await request(app).post('/uploads').attach('image', PNG, 'a.png');
      expect(status).toBe(202);
      expect(body.items[0].gaps).toMatchObject([{ detector: 'face', reason: 'timeout', choices: ['retry', 'remove'] }]);
    });

    test('observe changes nothing and holds nothing', async () => {
      const { bystander, lines } = await createGuard(
        { preset: 'observe' },
        {
          findings: (seen) => [...finding('anna@example.org')(seen), ...face(seen)],
          cleaned: () => Buffer.from('cleaned'),
        },
      );
      const app = express().post('/uploads', bystander.upload(FIELDS), echo);
      const { status, body } = await request(app)
        .post('/uploads')
        .field('prompt', 'anna@example.org')
        .attach('image', PNG, { filename: 'photo', contentType: 'image/x-odd' });
      expect(status).toBe(200);
      expect(body.body).toEqual({ prompt: 'anna@example.org' });
      expect(body.files[0]).toMatchObject({
        originalname: 'photo',
        mimetype: 'image/x-odd',
        content: PNG.toString('base64'),
      });
      expect(lines.join()).toContain('fail-open');
    });
  });
}

test('files are gone when the response is closed, unless the handler kept them', async () => {
  const { bystander } = await createGuard();
  const paths: string[] = [];
  const app = EXPRESS_VERSIONS['Express 5']().post('/uploads', bystander.upload(FIELDS), async (request, response) => {
    paths.push(...listed(request).map(({ path }) => path ?? ''));
    if (request.query.keep) await request.bystander?.keep();
    response.sendStatus(201);
  });
  await request(app).post('/uploads').attach('image', PNG, 'a.png').expect(201);
  await request(app).post('/uploads?keep=1').attach('image', PNG, 'a.png').expect(201);
  await expect(stat(paths[0] ?? '')).rejects.toThrow();
  const kept = await stat(paths[1] ?? '');
  expect(kept.mode & 0o777).toBe(0o600);
});
