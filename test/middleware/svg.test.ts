import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express, { type Express } from 'express';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Bystander, createBystander } from '../../src/middleware/index.ts';
import { BARE_SVG, svgWith } from '../fixtures/svg.ts';

let directory = '';
let bystander: Bystander;
let app: Express;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'bystander-test-'));
  bystander = await createBystander({
    subject: () => 'anna',
    storage: { directory },
    logger: { info: () => undefined, warn: () => undefined, error: () => undefined },
    // Nothing looks at pixels, so that a drawing's are no gap.
    engines: { ocr: false, codes: false },
    detectors: { face: { enabled: false } },
    acceptSvg: true,
  });
  app = express();
  app.use('/privacy', bystander.router());
  app.post('/uploads', bystander.upload({ files: [{ name: 'logo' }] }), async ({ file }, response) => {
    response.json({
      type: file?.mimetype,
      name: file?.originalname,
      svg: file && (await readFile(file.path, 'utf8')),
    });
  });
  app.post('/prompts', express.json(), bystander.inspect(), ({ body }, response) => {
    response.json(body);
  });
  app.use(bystander.errorHandler());
});

afterAll(async () => {
  await bystander.close();
  await rm(directory, { recursive: true, force: true });
});

describe('where SVG is accepted', () => {
  test('the handler gets a drawing without scripts, links and metadata', async () => {
    const given = svgWith('<script>alert(1)</script><title>Anna</title>');
    const { status, body } = await request(app).post('/uploads').attach('logo', given, 'logo.html');
    expect([status, body]).toEqual([200, { type: 'image/svg+xml', name: 'logo.svg', svg: BARE_SVG }]);
  });

  test('so is one inside a JSON body', async () => {
    const uri = (svg: Uint8Array | string) => `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
    const given = svgWith('<desc>Anna</desc>');
    const { status, body } = await request(app)
      .post('/prompts')
      .send({ logo: uri(given) });
    expect([status, body]).toEqual([200, { logo: uri(BARE_SVG) }]);
  });

  test('a text that names somebody in it is asked about', async () => {
    const given = svgWith('<text>anna.kvist@firma.se</text>');
    const { status, body } = await request(app).post('/uploads').attach('logo', given, 'logo.svg');
    expect(status).toBe(202);
    expect(JSON.stringify(body)).not.toContain('anna.kvist');
  });

  test('one that draws without an end is refused', async () => {
    const given = svgWith('<g id="a"><use href="#a"/></g>');
    const { status, body } = await request(app).post('/uploads').attach('logo', given, 'logo.svg');
    expect([status, body.code]).toEqual([422, 'UNCLEANABLE']);
  });
});
