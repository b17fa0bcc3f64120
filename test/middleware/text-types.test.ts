import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express, { type Express } from 'express';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { HeldBody } from '../../src/middleware/held-body.ts';
import { type Bystander, createBystander } from '../../src/middleware/index.ts';
import { decide } from './decide.ts';

/** One invented value of each type that the preset asks about; between ‹ and ›, in the order of the text. */
const TEXTS: Readonly<Record<string, string>> = {
  en: `My neighbour lives at ‹address:12 Harbour Street, Bristol BS1 4QA›. Her number is ‹phone:+44 7911 123456›, mail ‹email:anna.kvist@mail.com›,
instagram: ‹social-handle:@anna.kvist_88›. Her card is ‹payment-card:4539 1488 0343 6467›, IBAN ‹iban:DE12 5001 0517 0648 4898 90›, NI number
‹national-id:AB123456C›. Passport no. ‹passport:533401372›. Her driver's licence number is ‹drivers-licence:D1234567›. She was
born on ‹date-of-birth:4 May 1985›. Number plate: ‹vehicle-plate:AB12 CDE›. ‹minor:Her son is 7 years old›. ‹special-category:She has diabetes›. Member ‹custom:member:MB-123456›.`,
  de: `Sie wohnt in der ‹address:Lindenstraße 12, 10969 Berlin›, Kennzeichen ‹vehicle-plate:B-AB 1234›. ‹minor:Ihr Sohn ist 7 Jahre alt›. ‹special-category:Sie hat Diabetes›.`,
  fr: `Elle habite au ‹address:12 rue de la Paix, 75002 Paris›, née le ‹date-of-birth:4 mai 1985›. ‹minor:Son fils a 7 ans›. ‹special-category:Elle est diabétique›.`,
  es: `Vive en la ‹address:Calle Mayor 12, 28013 Madrid›, su DNI es ‹national-id:12345678Z›. ‹minor:Su hijo tiene 7 años›. ‹special-category:Ella tiene diabetes›.`,
  ru: `Адрес: ‹address:ул. Ленина, д. 12, кв. 3, Москва, 101000›, паспорт ‹passport:45 06 123456›, госномер ‹vehicle-plate:А123ВС77›. ‹special-category:Она беременна›.`,
  ka: `მისამართი: ‹address:რუსთაველის გამზირი 12, თბილისი 0108›, პირადი ნომერი ‹national-id:01024085083›. ‹special-category:მას აქვს დიაბეტი›.`,
};
const MARK = /‹((?:custom:)?[a-z-]+):([^›]+)›/g;
/** `minor` and documents: nobody's business, and no mistake is assumed. */
const FEW = ['redact', 'remove', 'self', 'consent'];
const MANY = ['redact', 'remove', 'self', 'ours', 'consent', 'not-personal'];
const GUARDED = ['minor', 'passport', 'national-id', 'drivers-licence', 'special-category'];

let directory = '';
let bystander: Bystander;
let app: Express;
const events: unknown[] = [];
const lines: string[] = [];

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'bystander-test-'));
  const say = (line: string): void => {
    lines.push(line);
  };
  bystander = await createBystander({
    subject: () => 'dana',
    storage: { directory },
    logger: { info: say, warn: say, error: say },
    onEvent: (event) => events.push(event),
    engines: { ocr: false },
    detectors: { face: { enabled: false }, person: { enabled: false } },
    customDetectors: [
      { type: 'member', label: { en: 'Member number', de: 'Mitgliedsnummer' }, pattern: /\bMB-\d{6}\b/ },
    ],
  });
  app = express();
  app.use('/privacy', bystander.router());
  app.post('/prompts', express.json(), bystander.inspect(), ({ body }, response) => {
    response.json(body);
  });
});

afterAll(async () => {
  await bystander.close();
  await rm(directory, { recursive: true, force: true });
});

describe.each(Object.entries(TEXTS))('a prompt in %s', (lang, marked) => {
  const text = marked.replace(MARK, '$2');
  const planted = [...marked.matchAll(MARK)].map(([, type = '', value = '']) => ({ type, value }));

  async function hold(): Promise<HeldBody> {
    const answer = await request(app).post('/prompts').set('Accept-Language', lang).send({ prompt: text }).expect(202);
    return answer.body;
  }

  async function resumed(held: HeldBody, choose: Parameters<typeof decide>[2]): Promise<unknown> {
    const decision = await decide(app, held, choose).expect(200);
    const said = [decision.body, (await request(app).get(`/privacy/records/${decision.body.record}`).expect(200)).body];
    for (const { value } of planted) expect(JSON.stringify([said, events, lines])).not.toContain(value);
    const { body } = await request(app).post('/prompts').send({ hold: held.hold }).expect(200);
    return body;
  }

  test('is held with every type in its place, each with the answers that fit it', async () => {
    const [item] = (await hold()).items;
    const asked = item?.findings.filter(({ action }) => action === 'confirm') ?? [];
    const found = asked.map((one) => ({ type: one.type, value: 'start' in one ? text.slice(one.start, one.end) : '' }));
    expect(found).toEqual(planted);
    for (const { type, choices } of asked) expect([type, choices]).toEqual([type, GUARDED.includes(type) ? FEW : MANY]);
    for (const { type } of planted) expect(item?.assessed).toHaveProperty([type], 'found');
  });

  test('goes on masked when its user says so', async () => {
    const expected = marked.replace(MARK, (_, type: string) => `[${type.replace('custom:', '')}]`);
    expect(await resumed(await hold(), () => 'redact')).toEqual({ prompt: expected });
  });

  test('goes on as it is where its user answers for it, and masked elsewhere', async () => {
    const expected = marked.replace(MARK, (_, type: string, value: string) =>
      type === 'address' ? value : `[${type.replace('custom:', '')}]`,
    );
    const body = await resumed(await hold(), ({ type }) => (type === 'address' ? 'self' : 'redact'));
    expect(body).toEqual({ prompt: expected });
  });

  test('is asked about on a page that names every type and shows every value', async () => {
    const { prompt } = await hold();
    const { text: page } = await request(app).get(prompt.href).set('Accept-Language', lang).expect(200);
    expect(page).toContain(`<html lang="${lang}">`);
    for (const { value } of planted) expect(page).toContain(value.replaceAll("'", '&#39;'));
  });
});
