/** What codes and writing in a picture say is in the picture and nowhere else: not in answers, pages, logs, errors, records, reports or files. */
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { createCanvas, GlobalFonts, loadImage } from '@napi-rs/canvas';
import express, { type ErrorRequestHandler, type Express } from 'express';
import request, { type Test } from 'supertest';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { drawCodePicture } from '../../scripts/accuracy/codes/draw-code-picture.mjs';
import { createRandom } from '../../scripts/accuracy/random.mjs';
import { reportLines } from '../../src/cli/report-lines.ts';
import type { Finding } from '../../src/core/types.ts';
import type { HeldBody } from '../../src/middleware/held-body.ts';
import { type Bystander, createBystander } from '../../src/middleware/index.ts';
import { createScanner } from '../../src/scanner/scanner.ts';
import { findLeaks } from '../../src/testing/find-leaks.ts';
import { decide, decisionFor, SAME_ORIGIN } from './decide.ts';

const FONT = createRequire(import.meta.url).resolve('dejavu-fonts-ttf/ttf/DejaVuSansMono.ttf');
const [WIDTH, HEIGHT] = [920, 640];

const MRZ = ['P<UTOQUISTGAARD<<DAGNYLIV<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10'];
const PRINTED = ['Dagnyliv Quistgaard, +995 599 41 28 73', 'dagnyliv@quistgaard-post.no', ...MRZ];
const VCARD = [
  ...['BEGIN:VCARD', 'VERSION:3.0', 'N:Zimmerlund;Odalrik;;;', 'FN:Odalrik Zimmerlund', 'TEL:+46701740605'],
  ...['EMAIL:odalrik@zimmerlund-hus.se', 'END:VCARD'],
].join('\n');
const WIFI = 'WIFI:T:WPA;S:Familie Zimmerlund;P:kv4rn-Hj2xPq81w;;';
const LICENCE = [
  ...[
    '@',
    '\x1e\rANSI 636014040002DL00410100ZC01410010',
    'DLDAQD98374512',
    'DCSBRANDVOLD',
    'DACTORLEIF',
    'DBB07231984',
  ],
  ...['DAG2570 24TH STREET', 'DAIANYTOWN', 'DAJCA', 'DAK958180000  ', ''],
].join('\n');

const SECRETS = [
  ...['Quistgaard', 'Dagnyliv', '+995 599 41 28 73', 'dagnyliv@quistgaard-post.no', 'L898902C36', 'ZE184226B'],
  ...[
    'Zimmerlund',
    '+46701740605',
    'odalrik@zimmerlund-hus.se',
    'kv4rn-Hj2xPq81w',
    'D98374512',
    'Brandvold',
    '07231984',
  ],
];
/** As it stands, in one case, the digits alone, and what is left without the blanks and signs. */
const CANARIES = Object.fromEntries(
  SECRETS.flatMap((secret, at) =>
    [secret, secret.toUpperCase(), secret.toLowerCase(), secret.replace(/\D/g, ''), secret.replace(/\W/g, '')]
      .filter((form) => form.length >= 8)
      .map((form, index) => [`secret ${at}, form ${index}`, form]),
  ),
);

let folder: string;
let picture: Buffer;
let bystander: Bystander;
let app: Express;
/** Everything that left by an answer, a log, an error or an address. */
const seen: string[] = [];

beforeAll(async () => {
  GlobalFonts.registerFromPath(FONT, 'DejaVu Sans Mono');
  folder = await mkdtemp(join(tmpdir(), 'bystander-test-'));
  picture = await drawnPicture();
  const say = (line: string): void => void seen.push(line);
  bystander = await createBystander({
    subject: () => 'anna',
    storage: { directory: join(folder, 'storage') },
    logger: { info: say, warn: say, error: say },
    onEvent: (event) => say(JSON.stringify(event)),
  });
  app = express();
  app.use((asked, answer, next) => {
    answer.once('finish', () => say(asked.originalUrl));
    next();
  });
  app.use('/privacy', bystander.router());
  app.post('/uploads', bystander.upload({ files: [{ name: 'image' }] }), (_asked, answer) => void answer.send('kept'));
  const record: ErrorRequestHandler = (error, _asked, _answer, next) => {
    say(inspect(error, { depth: 10, showHidden: true }));
    next(error);
  };
  app.use(record, bystander.errorHandler());
}, 30_000);

afterAll(async () => {
  await bystander.close();
  await rm(folder, { recursive: true, force: true });
});

async function drawnPicture(): Promise<Buffer> {
  const codes = [
    { format: 'QRCode', text: VCARD, module: 3, x: 120, y: 120 },
    { format: 'QRCode', text: WIFI, module: 3, x: 340, y: 120 },
    { format: 'PDF417', text: LICENCE, module: 2, x: 660, y: 300 },
  ];
  const { encoded } = await drawCodePicture({
    width: WIDTH,
    height: HEIGHT,
    codes,
    quality: 95,
    random: createRandom(1),
  });
  const canvas = createCanvas(WIDTH, HEIGHT);
  const context = canvas.getContext('2d');
  context.drawImage(await loadImage(encoded), 0, 0);
  context.fillStyle = 'black';
  context.font = '18px "DejaVu Sans Mono"';
  for (const [row, text] of PRINTED.entries()) context.fillText(text, 20, 470 + row * 44);
  return canvas.encode('png');
}

async function ask(asked: Test): Promise<{ readonly status: number; readonly body: HeldBody & { record: string } }> {
  const { status, body, text, headers } = await asked;
  seen.push(text ?? '', JSON.stringify(headers));
  return { status, body };
}

test('what codes and writing in a picture say is in no answer, page, log, error, record or file', async () => {
  const { status, body: held } = await ask(request(app).post('/uploads').attach('image', picture, 'a.png'));
  expect(status).toBe(202);
  const found = held.items[0]?.findings.map(
    (finding) => `${'source' in finding ? finding.source : ''} ${finding.type}`,
  );
  const kinds = [
    'code email',
    'code phone',
    'code person',
    'code drivers-licence',
    'ocr email',
    'ocr phone',
    'ocr passport',
  ];
  expect(found).toEqual(expect.arrayContaining(kinds));
  const hold = `/privacy/holds/${held.hold}`;
  for (const path of [hold, '/privacy/holds', `${hold}/prompt`, '/privacy/notice']) await ask(request(app).get(path));
  const wrong = request(app).post(`${hold}/decision`).set(SAME_ORIGIN).set('If-Match', '"1"');
  await ask(wrong.send({ ...decisionFor(held, () => 'redact'), token: 'no' }));
  const { body: released } = await ask(decide(app, held, ({ type }) => (type === 'phone' ? 'redact' : 'consent')));
  expect(released.status).toBe('released');
  await ask(request(app).get(`/privacy/records/${released.record}`));
  expect((await ask(request(app).post('/uploads').send({ hold: held.hold }))).status).toBe(200);
  const { records } = await bystander.records.list({ limit: 9 });
  const texts = { answers: seen.join('\n'), records: JSON.stringify(records) };
  expect(await findLeaks({ canaries: CANARIES, texts, folders: [join(folder, 'storage')] })).toEqual([]);
}, 60_000);

test('nor in a report, as it is or as it is printed, or in a refusal', async () => {
  const scanner = await createScanner();
  const report = await scanner.scan({ bytes: picture }, { explain: true });
  const corner = (finding: Finding): Finding =>
    'box' in finding ? { ...finding, box: { ...finding.box, width: 4, height: 4 } } : finding;
  const places = report.findings.filter((finding) => 'box' in finding).map(corner);
  const refusal: unknown = await scanner.clean({ bytes: picture }, { places }).then(
    () => 'cleaned',
    (error: unknown) => error,
  );
  await scanner.close();
  expect(refusal).toMatchObject({ code: 'UNCLEANABLE', reason: 'residue' });
  const texts = {
    report: JSON.stringify(report),
    refusal: inspect(refusal, { depth: 10, showHidden: true }),
    lines: reportLines('a.png', report).join('\n'),
  };
  expect(await findLeaks({ canaries: CANARIES, texts })).toEqual([]);
}, 60_000);
