import { cp, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Box } from '../../src/core/types.ts';
import { boxOfSpan } from '../../src/detectors/line-boxes.ts';
import { createTextReader, type TextLine, type TextReader } from '../../src/detectors/read-text.ts';
import type { Picture } from '../../src/media/picture.ts';
import { overlap } from './overlap.ts';
import { noise, pictureOf } from './picture-of.ts';

const fixture = (name: string): string =>
  fileURLToPath(new URL(`../fixtures/text-pictures/${name}.png`, import.meta.url));
const PHOTO = fileURLToPath(new URL('../../node_modules/@vladmandic/face-api/demo/sample2.jpg', import.meta.url));

let reader: TextReader;

beforeAll(async () => {
  reader = await createTextReader({ languages: ['eng'] });
});

afterAll(async () => {
  await reader.close();
});

describe('the text reader', () => {
  it.each([
    ['note', ['anna.miller@example.com', '+44 20 7946 0958']],
    ['small-print', ['peter.novak@example.org', '(212) 555-0147']],
    ['dark-chat', ['maria.rossi@example.net', '+1 (212) 555-0162', 'Thanks, that works for me']],
  ])('reads what the picture %s says', async (name, expected) => {
    const text = (await reader.read(await pictureOf(fixture(name)))).lines.map((line) => line.text).join('\n');
    for (const part of expected) expect(text).toContain(part);
  });

  it('gives each word with its offsets in the line', async () => {
    const { lines } = await reader.read(await pictureOf(fixture('note')));
    expect(lines.length).toBe(4);
    for (const { text, words } of lines) {
      for (const word of words) expect(text.slice(word.start, word.end)).toBe(word.text);
      expect(words.map((word) => word.text).join(' ')).toBe(text);
    }
  });

  it('says where a line stands, in pixels of the original', async () => {
    const picture = await pictureOf(fixture('note'));
    const ink = inkOf(picture, 78, 115);
    const address = boxOf((await reader.read(picture)).lines, 'anna.miller@example.com');
    expect(overlap(address, ink)).toBeGreaterThan(0.75);

    const reduced = await pictureOf(sharp(fixture('note')), { width: 1280, height: 780 });
    const larger = boxOf((await reader.read(reduced)).lines, 'anna.miller@example.com');
    const enlarged = { x: ink.x * 2, y: ink.y * 3, width: ink.width * 2, height: ink.height * 3 };
    expect(overlap(larger, enlarged)).toBeGreaterThan(0.75);
  });

  it('reads nothing where nothing is written', async () => {
    const [width, height] = [640, 480];
    const plain = sharp({ create: { width, height, channels: 3, background: '#c8a080' } });
    const dot = sharp({ create: { width: 1, height: 1, channels: 3, background: '#000' } });
    for (const source of [PHOTO, noise(width, height), plain, dot])
      expect(await reader.read(await pictureOf(source))).toEqual({ lines: [], isCut: false });
  });

  it('reads several languages, also from packages of the host, and leaves no file behind', async () => {
    const here = process.cwd();
    const folder = await mkdtemp(join(tmpdir(), 'bystander-languages-'));
    const data = createRequire(import.meta.url).resolve('@tesseract.js-data/eng/4.0.0_best_int/eng.traineddata.gz');
    const copy = join(folder, 'node_modules/@tesseract.js-data/xxx/4.0.0_best_int/xxx.traineddata.gz');
    try {
      await mkdir(dirname(copy), { recursive: true });
      await cp(data, copy);
      process.chdir(folder);
      const bilingual = await createTextReader({ languages: ['eng', 'xxx'] });
      const { lines } = await bilingual.read(await pictureOf(fixture('note')));
      await bilingual.close();
      expect(lines.map((line) => line.text)).toContain('anna.miller@example.com');
      expect(await readdir(folder)).toEqual(['node_modules']);
      expect(bilingual.modelSha256).not.toBe(reader.modelSha256);
    } finally {
      process.chdir(here);
      await rm(folder, { recursive: true });
    }
  });

  it('names every language package that is missing, and follows no path in a code', async () => {
    await expect(createTextReader({ languages: ['eng', 'qqq', '../eng', 'zzz'] })).rejects.toMatchObject({
      code: 'CONFIG_MODEL_MISSING',
      problems: [
        { path: 'engines.ocr.languages', expected: expect.stringContaining('@tesseract.js-data/qqq') },
        { path: 'engines.ocr.languages', expected: expect.not.stringContaining('..') },
        { path: 'engines.ocr.languages', expected: expect.stringContaining('@tesseract.js-data/zzz') },
      ],
    });
  });

  it('reads no more once it is closed', async () => {
    const other = await createTextReader({ languages: ['eng'] });
    await other.close();
    await expect(other.read(await pictureOf(fixture('note')))).rejects.toMatchObject({ code: 'CLOSED' });
  });

  it('needs a language', async () => {
    await expect(createTextReader({ languages: [] })).rejects.toMatchObject({ code: 'CONFIG_INVALID' });
  });
});

/** The box of the one line that has these words in it. */
function boxOf(lines: readonly TextLine[], words: string): Box {
  const line = lines.find(({ text }) => text.includes(words));
  if (!line) throw new Error('the words were not read');
  const start = line.text.indexOf(words);
  return boxOfSpan(line, start, start + words.length);
}

/** The box around everything dark between two rows. */
function inkOf({ data, width }: Picture, top: number, bottom: number): Box {
  const [columns, rows]: [number[], number[]] = [[], []];
  for (let at = top * width; at < bottom * width; at++) {
    if ((data[at * 3] ?? 255) > 128) continue;
    columns.push(at % width);
    rows.push(Math.floor(at / width));
  }
  const [x, y] = [Math.min(...columns), Math.min(...rows)];
  return { x, y, width: Math.max(...columns) + 1 - x, height: Math.max(...rows) + 1 - y };
}
