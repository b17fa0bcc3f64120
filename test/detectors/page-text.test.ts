import { describe, expect, it } from 'vitest';
import { createRandom } from '../../scripts/accuracy/random.mjs';
import { pageTexts } from '../../src/detectors/page-text.ts';
import type { TextLine, TextWord } from '../../src/detectors/read-text.ts';
import { ocrLine, ocrLines, turned } from '../fixtures/ocr-lines.ts';

const textsOf = (lines: readonly TextLine[]): string[] => pageTexts(lines).map(({ text }) => text);

function sunk(word: TextWord, slope: number): TextWord {
  const { x, y, width, height } = word.box;
  const ends = [x, x + width].map((end) => y + slope * end);
  return { ...word, box: { x, y: Math.min(...ends), width, height: height + Math.abs(slope) * width } };
}

describe('pageTexts', () => {
  it('joins the lines of a block, one below the other', () => {
    expect(textsOf(ocrLines('12 Baker Street\nSpringfield\nSP1 2AB'))).toEqual([
      '12 Baker Street\nSpringfield\nSP1 2AB',
    ]);
  });

  it('keeps blocks apart that stand far from each other', () => {
    expect(textsOf(ocrLines('first block\nof two lines\n\n\nsecond block'))).toEqual([
      'first block\nof two lines',
      'second block',
    ]);
  });

  it('keeps columns apart, also where one line was read across both', () => {
    const columns = ocrLines('left one          right one\nleft two          right two');
    expect(textsOf(columns)).toEqual(['left one\nleft two', 'right one\nright two']);
  });

  it('puts a label before the value that stands far to its right', () => {
    expect(textsOf([ocrLine('Phone'), ocrLine('020 7946 0958', { x: 400, y: 2 })])).toEqual(['Phone 020 7946 0958']);
  });

  it('ends a label with a colon, so that it speaks for the value below it', () => {
    expect(textsOf(ocrLines('Phone number\n020 7946 0958'))).toEqual(['Phone number:\n020 7946 0958']);
    expect(textsOf(ocrLines('Nice weather\n020 7946 0958'))).toEqual(['Nice weather\n020 7946 0958']);
  });

  it('joins the groups of a number that are printed over several rows', () => {
    expect(textsOf(ocrLines('4111\n1111\n1111\n1111'))).toEqual(['4111 1111 1111 1111']);
  });

  it.each([1, 2, 3] as const)('reads a page that was turned by %i quarters like the upright one', (quarters) => {
    const upright = ocrLines(
      'Phone number\n020 7946 0958\n\n\nleft one          right one\nleft two          right two',
    );
    expect(textsOf(turned(upright, quarters, { width: 900, height: 600 }))).toEqual(textsOf(upright));
  });

  it.each([-0.1, -0.03, 0.03, 0.1])('reads a page that sinks by %d for each pixel like the level one', (slope) => {
    const level = ocrLines(
      'who can be reached at +46\n(0)70 174 06 08 in the office or on the road\nand by mail\n\n\nName     Phone number     Office\nAnna     020 7946 0958     3.07',
    );
    const askew = level.map((line) => ({ ...line, words: line.words.map((word) => sunk(word, slope)) }));
    expect(textsOf(askew).toSorted()).toEqual(textsOf(level).toSorted());
  });

  it('puts lines of different frames or directions into different texts', () => {
    const [one, two] = [ocrLine('one'), ocrLine('two', { y: 30 })];
    expect(textsOf([one, { ...two, frame: 1 }])).toHaveLength(2);
    expect(textsOf([one, { ...two, turns: 1 }])).toHaveLength(2);
  });

  it('knows the place in its line of every character', () => {
    const [page] = pageTexts(ocrLines('Phone number\ncall 020 7946 0958 now'));
    const start = page?.text.indexOf('020') ?? 0;
    const [part, ...others] = page?.partsOf(start, start + 13) ?? [];
    expect(others).toEqual([]);
    expect(part?.line.text.slice(part.start, part.end)).toBe('020 7946 0958');
    expect(page?.partsOf(0, page.text.length)).toHaveLength(2);
  });

  it('loses no word and shows none twice, wherever the lines stand', () => {
    const random = createRandom(3);
    for (let round = 0; round < 30; round++) {
      const lines = Array.from({ length: 40 }, (_, at) =>
        ocrLine(`word${at} other${at}   apart${at}`, {
          x: Math.floor(random() * 800),
          y: Math.floor(random() * 600),
          size: 8 + Math.floor(random() * 40),
        }),
      );
      const words = pageTexts(lines).flatMap(({ text }) => text.match(/[a-z]+\d+/g) ?? []);
      expect(words.toSorted()).toEqual(lines.flatMap(({ words: own }) => own.map(({ text }) => text)).sort());
    }
  });

  it('cuts a long block between two lines', () => {
    const texts = textsOf(ocrLines(Array.from({ length: 100 }, (_, at) => `line ${at} ${'x'.repeat(80)}`).join('\n')));
    expect(texts.length).toBeGreaterThan(1);
    expect(Math.max(...texts.map(({ length }) => length))).toBeLessThanOrEqual(3072);
  });
});
