import { describe, expect, it } from 'vitest';
import { createRandom } from '../../scripts/accuracy/random.mjs';
import type { ScannerOptions } from '../../src/core/options.ts';
import { parseScannerOptions } from '../../src/core/options-schema.ts';
import type { Box, FindingType } from '../../src/core/types.ts';
import type { TextLine } from '../../src/detectors/read-text.ts';
import { findInLines } from '../../src/scanner/look/find-in-lines.ts';
import { createPlan } from '../../src/scanner/plan.ts';
import { ocrLine, ocrLines } from '../fixtures/ocr-lines.ts';
import { misread } from '../fixtures/ocr-noise.ts';

const plan = createPlan(parseScannerOptions({}));

async function find(lines: readonly TextLine[], options?: ScannerOptions): ReturnType<typeof findInLines> {
  const chosen = options === undefined ? plan : createPlan(parseScannerOptions(options));
  return findInLines(lines, chosen, { account: {} });
}

async function typesIn(text: string): Promise<FindingType[]> {
  const { detections } = await find(ocrLines(text));
  return detections.map(({ type }) => type);
}

function wordsIn({ x, y, width, height }: Box, lines: readonly TextLine[]): string {
  const isIn = (box: Box): boolean =>
    box.x < x + width && x < box.x + box.width && box.y < y + height && y < box.y + box.height;
  return lines.flatMap(({ words }) => words.filter(({ box }) => isIn(box)).map(({ text }) => text)).join(' ');
}

describe('findInLines', () => {
  it('finds a number by the label above it', async () => {
    expect(await typesIn('Passport no.\nX1234567')).toEqual(['passport']);
    expect(await typesIn('X1234567')).toEqual([]);
  });

  it('finds an address over several lines as one box, where that covers nothing else', async () => {
    const lines = ocrLines('14 Rosewood Close\nLeeds LS8 2QT\nUnited Kingdom\n\n\n\nThe weather is fine');
    const { detections } = await find(lines);
    expect(detections.map(({ type, box }) => [type, wordsIn(box, lines)])).toEqual([
      ['address', '14 Rosewood Close Leeds LS8 2QT United Kingdom'],
    ]);
  });

  it('gives each line its own box, where one around them would cover something else', async () => {
    const lines = [...ocrLines('14 Rosewood Close, Harehills\nLeeds LS8 2QT'), ocrLine('Hello', { x: 200, y: 30 })];
    const { detections } = await find(lines);
    expect(detections.map(({ box }) => wordsIn(box, lines))).toEqual(['14 Rosewood Close, Harehills', 'Leeds LS8 2QT']);
    const [first, second] = detections;
    expect(first?.whole).toEqual(second?.whole);
    expect(first?.whole && wordsIn(first.whole, lines)).toContain('Hello');
  });

  it('finds a number that a sentence breaks in two', async () => {
    expect(await typesIn('please call Amelia Rose, phone 030\n23125467 or write')).toContain('phone');
  });

  it('finds an address below a name that is little more than possible by itself', async () => {
    expect(await typesIn('Andrew Miller\nPuerta Isabela Zaragoza Otero 73\n50508 Badajoz')).toContain('address');
  });

  it('leaves the number of the next row out of a telephone number', async () => {
    const lines = ocrLines('1 Bruno Krupa 1 (604) 555-0187\n4 Eliah Berning');
    const { detections } = await find(lines);
    const phones = detections.filter(({ type }) => type === 'phone');
    expect(phones.map(({ box }) => wordsIn(box, lines))).toEqual(['1 (604) 555-0187']);
  });

  it('says what was found after a repair', async () => {
    const { detections } = await find([ocrLine('Call +44 2O 7946 O958 or write to anna@example,com')]);
    expect(detections.map(({ type, reasons, source }) => [type, reasons?.includes('ocr-repaired'), source])).toEqual([
      ['phone', true, 'ocr'],
      ['email', true, 'ocr'],
    ]);
  });

  it('finds what it read well once, without a word of repairs', async () => {
    const { detections } = await find([ocrLine('Call +44 20 7946 0958 or write to anna@example.com')]);
    expect(detections.map(({ type }) => type)).toEqual(['phone', 'email']);
    expect(JSON.stringify(detections)).not.toContain('repaired');
    expect(JSON.stringify(detections)).not.toContain('disguised');
  });

  it('makes no name and no address of words above and below each other', async () => {
    expect(await typesIn('BEST BEFORE 11 2026\nLOT R1234B15')).toEqual([]);
    expect(await typesIn('Auth 093812  Ref 015B2111552\nVAT 19% 1.23')).toEqual([]);
  });

  it('raises a document with the score of its layout, and explains it', async () => {
    const lines = ocrLines('PASSPORT\nSurname\nMILLER\nNationality\nBRITISH\nDate of issue\n12.03.2019');
    const { detections } = await findInLines(lines, plan, { account: { names: ['Anna Miller'] }, explain: true });
    const [block, ...others] = detections.filter(({ type }) => type === 'passport');
    expect(others).toEqual([]);
    expect(block).toMatchObject({
      reasons: ['document:passport'],
      trace: [{ signal: 'layout', weight: block?.score }],
    });
    const silent = await find(lines, { detectors: { passport: { enabled: false } } });
    expect(silent.detections.map(({ type }) => type)).not.toContain('passport');
  });

  it('keeps each frame to itself', async () => {
    const lines = [ocrLine('Passport no.'), ocrLine('X1234567', { y: 30, frame: 1 })];
    expect((await find(lines)).detections).toEqual([]);
  });

  it('reports that not everything was searched, and what was found before', async () => {
    const many = Array.from({ length: 2100 }, (_, at) => ocrLine('some words', { y: at * 30 }));
    const { detections, gaps } = await find([ocrLine('anna@example.com', { y: -60 }), ...many]);
    expect(detections.map(({ type }) => type)).toEqual(['email']);
    expect(gaps).toEqual([{ detector: 'ocr', reason: 'truncated' }]);
    const long = await find([ocrLine(`anna@example.com ${'word '.repeat(1000)}`)]);
    expect(long.gaps).toEqual([{ detector: 'ocr', reason: 'truncated' }]);
    expect(long.detections).toHaveLength(1);
  });

  it('obeys an abort', async () => {
    const signal = AbortSignal.abort();
    await expect(findInLines([ocrLine('a@b.de')], plan, { account: {}, signal })).rejects.toMatchObject({
      code: 'ABORTED',
    });
  });

  it('leaves out types that are off, values that the host allows, and repairs under a threshold', async () => {
    const lines = ocrLines('Phone: +44 2O 7946 O958');
    expect((await find(lines, { detectors: { phone: { enabled: false } } })).detections).toEqual([]);
    expect((await find(lines, { detectors: { phone: { allow: ['+442079460958'] } } })).detections).toEqual([]);
    expect((await find(lines, { detectors: { phone: { threshold: 0.99 } } })).detections).toEqual([]);
  });
});

describe('values with faults of a reader', () => {
  const random = createRandom(21);
  const digits = (count: number): string => Array.from({ length: count }, () => Math.floor(random() * 10)).join('');
  const pick = <T>(list: readonly [T, ...T[]]): T => list[Math.floor(random() * list.length)] ?? list[0];
  const VALUES = {
    email: () =>
      `${pick(['anna.miller', 'mia_rossi', 'john84', 'e.novak'])}@${pick(['example.com', 'mail.example.org', 'firma-nord.de', 'studio.co.uk'])}`,
    phone: () =>
      pick([
        `+44 20 7946 0${digits(3)}`,
        `(212) 555-01${digits(2)}`,
        `+995 599 12 ${digits(2)} ${digits(2)}`,
        `020 7946 0${digits(3)}`,
      ]),
    'payment-card': () => pick(['4111 1111 1111 1111', '5425 2334 3010 9903', '4000 0566 5566 5556']),
    iban: () =>
      pick(['DE89 3704 0044 0532 0130 00', 'GB82 WEST 1234 5698 7654 32', 'FR14 2004 1010 0505 0001 3M02 606']),
  };
  const LABELS = { email: 'E-mail: ', phone: 'Phone: ', 'payment-card': '', iban: 'IBAN ' };

  it.each([
    ['email', 0.95],
    ['phone', 0.97],
    ['payment-card', 0.97],
    ['iban', 0.97],
  ] as const)('are found with one fault each: %s', async (type, least) => {
    const rounds = 60;
    let found = 0;
    for (let round = 0; round < rounds; round++) {
      const types = await typesIn(LABELS[type] + misread(VALUES[type](), random));
      if (types.includes(type)) found++;
    }
    expect(found / rounds).toBeGreaterThanOrEqual(least);
  });

  it.each([
    [
      'a product',
      'Golden Harvest\nNET WT 12 OZ (340 g)\nBEST BEFORE 12/27\nLOT L2309B15\n4 006381 333931\nArt. No. 120.345.67',
    ],
    [
      'a receipt',
      'ORGANIC MARKET\nStore #4521  Trans 093812\n2023-11-05 14:32:11\nBananas 1.2kg  2.39\nTOTAL  10.58\nVISA **** 1234',
    ],
    ['a menu', 'Lunch Specials\nMargherita Pizza  9.50\nCaesar Salad  7.20\nOpen daily 10:00 - 22:00'],
    [
      'code',
      'const MAX = 1024 * 768;\n"version": "2.14.0",\n0xDEADBEEF 1699191919\nnpm install react@18.2.0\nuser@2x.png',
    ],
    [
      'settings',
      'Settings\nLast updated 12:45 Today\nVersion 2.14.0 (build 20231105)\nStorage 128 GB\nModel S21-FE G502',
    ],
    ['a sign', 'WELCOME TO\nSAINT PETERSBURG\nGrand Palace Hotel\nOpen 10:00 - 18:00'],
  ])('make nothing out of %s', async (_name, text) => {
    expect(await typesIn(text)).toEqual([]);
    for (let round = 0; round < 6; round++) {
      const noisy = text
        .split('\n')
        .map((line) => misread(line, random))
        .join('\n');
      const found = (await typesIn(noisy)).filter(
        (type) => type !== 'person' && type !== 'address' && type !== 'ip-address',
      );
      expect(found).toEqual([]);
    }
  });

  it('searches a line of many doubtful names once by itself, not once for each of them', async () => {
    let searches = 0;
    const detectors = plan.detectors.map((detector) => ({
      ...detector,
      detect(...given: Parameters<typeof detector.detect>) {
        if (detector.id === 'person') searches++;
        return detector.detect(...given);
      },
    }));
    const crowded = ocrLine(`DRIVING LICENCE 1. BERGER ${'2. ANNA R '.repeat(150)}`);
    await findInLines([crowded], { ...plan, detectors }, { account: {} });
    expect(searches).toBeLessThan(20);
  });

  it('looks for the head of a long column of numbers once', async () => {
    const column = ocrLines(
      Array.from({ length: 400 }, (_, at) => `12 34 ${10 + (at % 90)} ${99 - (at % 90)}`).join('\n'),
    );
    await find(column);
    const before = process.cpuUsage();
    await find(column);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1000).toBeLessThan(1000);
  });
});
