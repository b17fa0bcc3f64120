import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { boxOfSpan } from '../../../src/detectors/line-boxes.ts';
import { openLineReader } from '../../../src/detectors/read-text/read-lines.ts';
import { createTextReader, type TextLine, type TextReader } from '../../../src/detectors/read-text.ts';
import { pictureOf } from '../picture-of.ts';
import { drawnPage, writeLines } from './drawn-page.ts';

const NOTE = ['Please write to anna.miller@example.com', 'or call +44 20 7946 0958 today'];

let reader: TextReader;
beforeAll(async () => {
  reader = await createTextReader({ languages: ['eng'] });
});
afterAll(async () => {
  await reader.close();
});

const textsOf = (lines: readonly TextLine[]) => lines.map(({ text }) => text);
const note = (options?: Parameters<typeof writeLines>[2]) =>
  drawnPage({ width: 460, height: 120 }, (context) => writeLines(context, NOTE, options));

describe('the text reader', () => {
  it.each([
    ['in narrow letters', { size: 20 }],
    ['of 12 pixels', { size: 12 }],
    ['of one width each', { size: 17, font: 'Mono' }],
  ])('keeps the spaces between words %s', async (_, options) => {
    const { lines } = await reader.read(await pictureOf(note(options)));
    expect(textsOf(lines)).toEqual(NOTE);
  });

  it('leaves a name whole whose first letter has its bar at the edge of the line', async () => {
    const names = ['Thomas met Theresa Turner', 'today in the Tate with Timo'];
    const page = drawnPage({ width: 460, height: 120 }, (context) => writeLines(context, names, { size: 28 }));
    expect(textsOf((await reader.read(await pictureOf(page))).lines)).toEqual(names);
  });

  it('reads light letters on dark bubbles', async () => {
    const chat = drawnPage({ width: 480, height: 140, ground: '#0b141a' }, (context) => {
      context.fillStyle = '#005c4b';
      context.fillRect(10, 10, 460, 50);
      context.fillStyle = '#e9edef';
      writeLines(context, NOTE);
    });
    expect(textsOf((await reader.read(await pictureOf(chat))).lines)).toEqual(NOTE);
  });

  it.each([
    [90, 3],
    [180, 2],
    [270, 1],
  ])('reads a page turned by %i degrees, and says so', async (degrees, turns) => {
    const { lines } = await reader.read(await pictureOf(note().rotate(degrees)));
    expect(textsOf(lines)).toEqual(NOTE);
    expect(lines.map((line) => line.turns)).toEqual([turns, turns]);
  });

  it('knows where a word of a turned page stands', async () => {
    const upright = await pictureOf(note());
    const [first] = (await reader.read(upright)).lines;
    const [turned] = (await reader.read(await pictureOf(note().rotate(90)))).lines;
    if (!first || !turned) throw new Error('nothing was read');
    const box = boxOfSpan(first, first.text.indexOf('anna'), first.text.indexOf('@'));
    const sideways = boxOfSpan(turned, turned.text.indexOf('anna'), turned.text.indexOf('@'));
    // A turn clockwise makes what was left the top, and what was the bottom left.
    const near = (value: number) => ({ asymmetricMatch: (given: number) => Math.abs(given - value) <= 4 });
    expect(sideways).toEqual({
      x: near(upright.height - box.y - box.height),
      y: near(box.x),
      width: near(box.height),
      height: near(box.width),
    });
  });

  it.each([8, -12])('reads a page that is skewed by %i degrees', async (degrees) => {
    const { lines } = await reader.read(await pictureOf(note().rotate(degrees, { background: '#ffffff' })));
    expect(textsOf(lines)).toEqual(NOTE);
    expect(lines.map((line) => line.turns)).toEqual([0, 0]);
  });

  it('reads one column after the other', async () => {
    const left = [
      'the meeting was moved to',
      'the second week of March',
      'because of the holidays',
      'in the first one',
    ];
    const right = [
      'all papers are in the file',
      'that was sent on Monday',
      'please read them before',
      'we talk about them',
    ];
    const page = drawnPage({ width: 620, height: 190 }, (context) => {
      writeLines(context, left);
      writeLines(context, right, { x: 330 });
    });
    expect(textsOf((await reader.read(await pictureOf(page))).lines)).toEqual([...left, ...right]);
  });

  it('finds small print on a large page', async () => {
    const page = drawnPage({ width: 1900, height: 1400 }, (context) => {
      context.font = '13px Text';
      context.fillText(NOTE[0] ?? '', 900, 1300);
    });
    expect(textsOf((await reader.read(await pictureOf(page))).lines)).toEqual([NOTE[0]]);
  });

  it.each([
    [30_000, 1],
    [1, 30_000],
  ])('has an answer for a picture of %i x %i', async (width, height) => {
    const data = Uint8Array.from({ length: width * height * 3 }, (_, n) => (n * 37) % 256);
    const picture = { data, width, height, fullWidth: width, fullHeight: height, frame: 0 };
    expect(await reader.read(picture)).toEqual({ lines: [], isCut: false });
  });
});

describe('the line reader', () => {
  const LIMITS = { lines: 100, columns: 10_000, illegibleColumns: 10_000 };
  const page = drawnPage({ width: 300, height: 300 }, (context) => {
    writeLines(context, ['a line', 'another line', 'the longest line of all', 'and one']);
  });

  it('says when there are more lines than it reads, and reads the largest', async () => {
    const few = await openLineReader(undefined, { ...LIMITS, lines: 2 });
    const { lines, isCut } = await few.read(await pictureOf(page.clone()));
    expect(isCut).toBe(true);
    expect(lines.map(({ words }) => words.map(({ text }) => text).join(' '))).toEqual([
      'the longest line of all',
      'another line',
    ]);
  });

  it('says when they are longer than it reads', async () => {
    const short = await openLineReader(undefined, { ...LIMITS, columns: 500 });
    const { lines, isCut } = await short.read(await pictureOf(page.clone()));
    expect(isCut).toBe(true);
    expect(lines.length).toBe(1);
  });

  it('says when time was up, and when too much of what it read was illegible', async () => {
    const picture = await pictureOf(page.clone());
    expect(
      await (await openLineReader(undefined, LIMITS)).read(picture, { until: performance.now() - 1 }),
    ).toMatchObject({
      lines: [],
      isCut: true,
    });
    const squares = drawnPage({ width: 600, height: 600 }, (context) => {
      for (let at = 0; at < 900; at++) context.strokeRect((at % 30) * 20 + 3, Math.floor(at / 30) * 20 + 3, 12, 12);
    });
    const impatient = await openLineReader(undefined, { ...LIMITS, illegibleColumns: 0 });
    expect((await impatient.read(await pictureOf(squares))).isCut).toBe(true);
    expect((await impatient.read(picture)).isCut).toBe(false);
  });

  it('reads a line as long as a panorama', async () => {
    const wide = drawnPage({ width: 9000, height: 44 }, (context) =>
      writeLines(context, [`${'lorem ipsum dolor '.repeat(44)}anna.miller@example.com`], { size: 20 }),
    );
    const { lines } = await reader.read(await pictureOf(wide));
    expect(textsOf(lines).join(' ')).toContain('anna.miller@example.com');
  });

  it('reads the same on both runtimes', async () => {
    const portable = await openLineReader('onnxruntime-web');
    const { lines, isCut } = await portable.read(await pictureOf(note()));
    expect(isCut).toBe(false);
    expect(lines.map(({ words }) => words.map(({ text }) => text).join(' '))).toEqual(NOTE);
  });
});
