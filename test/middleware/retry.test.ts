/** A picture whose codes nobody could read: held, tried again, asked about, decided and handed on, by the real middleware. */
import express, { type Express } from 'express';
import request, { type Test } from 'supertest';
import { describe, expect, test } from 'vitest';
import type { Detection, Gap } from '../../src/core/types.ts';
import type { HeldBody } from '../../src/middleware/held-body.ts';
import type { FakeEngineOptions, Seen } from '../../src/testing/fake-engine.ts';
import { createGuard, face, finding, PNG } from './app.ts';
import { SAME_ORIGIN } from './decide.ts';

const BOX = { x: 300, y: 300, width: 200, height: 200 };
const OWN = 'anna@firma.se';
const FAILED: Gap = { id: 'g1', detector: 'codes', reason: 'failed' };
const TRUNCATED: Gap = { id: 'g1', detector: 'codes', reason: 'truncated' };

/** What a code says; whose it is depends on what the host knows of the user. */
function inCode({ kind, call }: Seen): Detection[] {
  if (kind !== 'image') return [];
  const subject = call.account?.emails?.includes(OWN) ? 'self' : 'unknown';
  return [{ type: 'email', score: 0.98, detector: 'email', source: 'code', subject, box: BOX }];
}

const written = finding('someone@firma.se');

/** An engine whose first look at a picture leaves the first gaps, the second the second ones, and so on; then all is seen. */
function blindAtFirst(rounds: readonly (readonly Gap[])[], seen: (seen: Seen) => Detection[]): FakeEngineOptions {
  let looks = 0;
  const gapsNow = (): readonly Gap[] => rounds[looks] ?? [];
  return {
    findings: (input) => (gapsNow().length > 0 && input.kind === 'image' ? [] : [...seen(input), ...written(input)]),
    gaps: ({ kind }) => {
      const gaps = kind === 'image' ? gapsNow() : [];
      // What is cleaned is looked at, too, by this engine; gaps are asked for after findings.
      if (kind === 'image') looks++;
      return gaps;
    },
  };
}

async function setUp(engine: FakeEngineOptions, emails: readonly string[] = [], prompt = '') {
  const handed: Buffer[] = [];
  const { bystander } = await createGuard({ account: () => ({ emails }) }, engine);
  const app = express();
  app.use('/privacy', bystander.router());
  app.post(
    '/uploads',
    bystander.upload({ files: [{ name: 'image' }], text: ['prompt'], as: 'buffer' }),
    ({ file }, response) => {
      if (file !== undefined) handed.push(file.buffer);
      response.sendStatus(201);
    },
  );
  const upload = request(app).post('/uploads').field('prompt', prompt).attach('image', PNG, 'a.png');
  const held: HeldBody = (await upload.expect(202)).body;
  return { app, held, handed };
}

function answer(app: Express, held: HeldBody, choices: Readonly<Record<string, string>>): Test {
  const given = Object.entries(choices).map(([finding, choice]) => ({ finding, choice }));
  return request(app)
    .post(`/privacy/holds/${held.hold}/decision`)
    .set(SAME_ORIGIN)
    .set('If-Match', `"${held.version}"`)
    .send({ token: held.confirm?.token, statement: { ...held.statement, accepted: true }, choices: given });
}

describe('a gap of codes', () => {
  test('is tried again, finds what was missed, and asks then', async () => {
    const covered: Seen[] = [];
    const cleaned = (seen: Seen): Buffer => {
      covered.push(seen);
      return Buffer.concat([PNG, Buffer.from('covered')]);
    };
    // The upload is looked at, then cleaned.
    const { app, held, handed } = await setUp({ ...blindAtFirst([[FAILED], [FAILED]], inCode), cleaned });
    expect(held.items[0]?.gaps).toMatchObject([{ id: 'g1', reason: 'failed', choices: ['retry', 'remove'] }]);
    await request(app).post('/uploads').send({ hold: held.hold }).expect(409);
    await answer(app, held, {}).expect(422);
    const again: HeldBody = (await answer(app, held, { g1: 'retry' }).expect(200)).body;
    expect(again).toMatchObject({ status: 'awaiting', version: 2, items: [{ gaps: [] }] });
    expect(again.items[0]?.findings).toMatchObject([{ id: 'f1', type: 'email', source: 'code', box: BOX }]);
    await request(app).post('/uploads').send({ hold: held.hold }).expect(409);
    await answer(app, held, { g1: 'remove' }).expect(412);
    expect((await answer(app, again, { f1: 'redact' }).expect(200)).body.status).toBe('released');
    await request(app).post('/uploads').send({ hold: held.hold }).expect(201);
    expect(handed.map((bytes) => bytes.subarray(PNG.length).toString())).toEqual(['covered']);
    expect(covered.at(-1)?.call).toMatchObject({ places: [{ id: 'f1', box: BOX }], gaps: [] });
  });

  test('that is there again is asked about again, and leaving the file out ends it', async () => {
    const { app, held } = await setUp(blindAtFirst([[FAILED], [FAILED], [FAILED]], inCode));
    const again: HeldBody = (await answer(app, held, { g1: 'retry' }).expect(200)).body;
    expect(again.items[0]?.gaps).toMatchObject([{ id: 'g2', detector: 'codes', choices: ['retry', 'remove'] }]);
    expect((await answer(app, again, { g2: 'remove' }).expect(200)).body.status).toBe('declined');
    await request(app).post('/uploads').send({ hold: held.hold }).expect(410);
  });

  test('that no other time will close is not tried again', async () => {
    const { app, held } = await setUp(blindAtFirst([[TRUNCATED]], inCode));
    expect(held.items[0]?.gaps).toMatchObject([{ reason: 'truncated', choices: ['remove'] }]);
    expect((await answer(app, held, { g1: 'retry' }).expect(422)).body.code).toBe('CHOICE_NOT_ALLOWED');
  });

  test('does not ask the user about their own address when it is tried again', async () => {
    const { app, held } = await setUp(blindAtFirst([[FAILED], [FAILED]], inCode), [OWN]);
    const again: HeldBody = (await answer(app, held, { g1: 'retry' }).expect(200)).body;
    expect(again.items[0]?.findings).toMatchObject([{ subject: 'self', action: 'allow', choices: [] }]);
    expect((await answer(app, again, {}).expect(200)).body.status).toBe('released');
  });

  test('is tried again from the page, which then asks about what was found and keeps the other answers', async () => {
    const { app, held } = await setUp(blindAtFirst([[FAILED], [FAILED]], inCode), [], 'someone@firma.se');
    const page = `/privacy/holds/${held.hold}/prompt`;
    const { id, version, lang, sha256 } = held.statement;
    const form = {
      ...{ version: String(held.version), token: held.confirm?.token, accepted: 'yes' },
      ...{ 'choice.g1': 'retry', 'choice.f1': 'redact' },
      ...{ 'statement.id': id, 'statement.version': version, 'statement.lang': lang, 'statement.sha256': sha256 },
    };
    const { text } = await request(app).post(page).set(SAME_ORIGIN).type('form').send(form).expect(200);
    const answers = text.match(/<input[^>]*name="choice\.[^>]*>/g) ?? [];
    const isChecked = (name: string) =>
      answers.some((input) => input.includes(`"${name}"`) && input.includes('checked'));
    expect(answers.filter((input) => input.includes('choice.g1'))).toEqual([]);
    expect([isChecked('choice.f1'), isChecked('choice.f2')]).toEqual([true, false]);
    expect(answers.some((input) => input.includes('"choice.f2"'))).toBe(true);
  });
});

test('a picture that is covered at once is cleaned with the gaps of its first look', async () => {
  const covered: Seen[] = [];
  const { bystander } = await createGuard(
    { detectors: { face: { action: 'redact' } } },
    {
      findings: face,
      gaps: ({ kind }) => (kind === 'image' ? [TRUNCATED] : []),
      cleaned: (seen) => {
        covered.push(seen);
        return seen.bytes;
      },
    },
  );
  const app = express().post('/uploads', bystander.upload({ files: [{ name: 'image' }] }), (_request, response) => {
    response.sendStatus(201);
  });
  await request(app).post('/uploads').attach('image', PNG, 'a.png').expect(202);
  expect(covered[0]?.call).toMatchObject({ places: [{ type: 'face' }], gaps: [TRUNCATED] });
});
