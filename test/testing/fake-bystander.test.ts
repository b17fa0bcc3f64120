import express from 'express';
import request from 'supertest';
import { afterEach, expect, it } from 'vitest';
import { type FakeBystander, type FakeBystanderOptions, fakeBystander } from '../../src/testing/index.ts';

const HOUR_MS = 3_600_000;
const phone = { type: 'phone', score: 0.9, detector: 'phone', start: 5, end: 14 } as const;
const open: FakeBystander[] = [];

afterEach(async () => {
  for (const bystander of open.splice(0)) await bystander.close();
});

async function appWith(options: FakeBystanderOptions): Promise<{ app: express.Express; bystander: FakeBystander }> {
  const bystander = await fakeBystander(options);
  open.push(bystander);
  const app = express();
  app.post('/prompts', express.json(), bystander.inspect(), (req, res) => void res.status(201).json(req.body));
  app.use('/privacy', bystander.router());
  app.use(((e, _q, r, _n) => {
    console.log('ERR', e);
    r.status(500).end();
  }) as express.ErrorRequestHandler);
  return { app, bystander };
}

const findsPhones = { findings: ({ text = '' }: { text?: string }) => (text.startsWith('Call') ? [phone] : []) };

it('a host sees its handler called when nothing is found', async () => {
  const { app } = await appWith(findsPhones);
  await request(app).post('/prompts').send({ prompt: 'a quiet harbour' }).expect(201, { prompt: 'a quiet harbour' });
});

it('a host plays a hold through: held, decided with one answer for all, resumed with the masked text', async () => {
  const { app, bystander } = await appWith(findsPhones);
  const held = await request(app).post('/prompts').send({ prompt: 'Call 555-0100x now' }).expect(202);
  const decided = await bystander.decide(held.body.hold, 'redact');
  expect(decided.status).toBe('released');
  const answer = await request(app).post('/prompts').send({ hold: held.body.hold }).expect(201);
  expect(answer.body.prompt).toBe('Call [phone] now');
});

it('a host answers each finding by its id, and a missing answer is refused by its code', async () => {
  const { app, bystander } = await appWith(findsPhones);
  const { body } = await request(app).post('/prompts').send({ prompt: 'Call 555-0100x now' }).expect(202);
  await expect(bystander.decide(body.hold, {})).rejects.toMatchObject({ code: 'CHOICES_INCOMPLETE' });
  const [finding] = body.items[0].findings;
  expect((await bystander.decide(body.hold, { [finding.id]: 'consent' })).status).toBe('released');
});

it('a host sees what a gap does', async () => {
  const { app } = await appWith({ gaps: [{ id: 'g1', detector: 'ocr', reason: 'timeout' }] });
  const { body } = await request(app).post('/prompts').send({ prompt: 'anything' }).expect(202);
  expect(body.items[0].gaps[0].choices).toEqual(['retry', 'remove']);
});

it('a host lets time pass: an undecided hold is gone after 72 hours', async () => {
  const { app, bystander } = await appWith(findsPhones);
  const { body } = await request(app).post('/prompts').send({ prompt: 'Call 555-0100x now' }).expect(202);
  bystander.clock.advance(73 * HOUR_MS);
  await bystander.sweep();
  await request(app).get(`/privacy/holds/${body.hold}`).expect(410);
});

it('a type of the host is asked about by its label, masked by its name, and recorded', async () => {
  const member = {
    type: 'custom:member-number',
    score: 0.9,
    detector: 'custom:member-number',
    start: 4,
    end: 12,
  } as const;
  const asked: unknown[] = [];
  const { app, bystander } = await appWith({
    customDetectors: [
      { type: 'member-number', label: { en: 'Membership number', de: 'Mitgliedsnummer' }, pattern: /M-\d{6}/ },
    ],
    findings: ({ text = '', call }) => {
      asked.push(call.explain);
      return text.startsWith('Ask ') ? [member] : [];
    },
  });
  const { body } = await request(app).post('/prompts').send({ prompt: 'Ask M-100042 now' }).expect(202);
  expect(body.items[0].findings[0]).toMatchObject({ type: 'custom:member-number', action: 'confirm' });
  expect(asked).not.toContain(true);
  for (const [lang, label] of [
    ['de', 'Mitgliedsnummer'],
    ['fr', 'Membership number'],
  ] as const) {
    const page = await request(app).get(`/privacy/holds/${body.hold}/prompt`).set('Accept-Language', lang).expect(200);
    expect(page.text).toContain(`<span class="what">${label} `);
  }
  expect((await request(app).get('/privacy/notice')).body.scanned).toContainEqual({
    type: 'custom:member-number',
    action: 'confirm',
    label: { en: 'Membership number', de: 'Mitgliedsnummer' },
  });
  await bystander.decide(body.hold, 'redact');
  const answer = await request(app).post('/prompts').send({ hold: body.hold }).expect(201);
  expect(answer.body.prompt).toBe('Ask [member-number] now');
  const { records } = await bystander.records.list({ limit: 1 });
  expect(JSON.stringify(records)).toContain('custom:member-number');
  expect(JSON.stringify(records)).not.toMatch(/100042|Mitgliedsnummer|\\d\{6/);
});
