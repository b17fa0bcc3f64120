import { describe, expect, it } from 'vitest';
import { boxOfSpan } from '../../src/detectors/line-boxes.ts';
import type { TextLine } from '../../src/detectors/read-text.ts';

const line: TextLine = {
  turns: 0,
  frame: 0,
  text: 'call 020 7946 now',
  words: [
    { text: 'call', start: 0, end: 4, box: { x: 10, y: 20, width: 40, height: 12 } },
    { text: '020', start: 5, end: 8, box: { x: 60, y: 18, width: 30, height: 14 } },
    { text: '7946', start: 9, end: 13, box: { x: 100, y: 20, width: 40, height: 16 } },
    { text: 'now', start: 14, end: 17, box: { x: 150, y: 20, width: 30, height: 12 } },
  ],
};

describe('boxOfSpan', () => {
  it('is the box of a whole word', () => {
    expect(boxOfSpan(line, 5, 8)).toEqual({ x: 60, y: 18, width: 30, height: 14 });
  });

  it('joins the words that a span touches', () => {
    expect(boxOfSpan(line, 5, 13)).toEqual({ x: 60, y: 18, width: 80, height: 18 });
  });

  it('does not take in the words beside a span that ends at a space', () => {
    expect(boxOfSpan(line, 4, 9)).toEqual({ x: 60, y: 18, width: 30, height: 14 });
  });

  it('cuts a word by characters and adds half a character at the cut', () => {
    expect(boxOfSpan(line, 11, 13)).toEqual({ x: 115, y: 20, width: 25, height: 16 });
    expect(boxOfSpan(line, 9, 11)).toEqual({ x: 100, y: 20, width: 25, height: 16 });
    expect(boxOfSpan(line, 10, 12)).toEqual({ x: 105, y: 20, width: 30, height: 16 });
  });

  it('cuts the words of a turned line along the way they run', () => {
    const box = { x: 10, y: 100, width: 12, height: 40 };
    const sideways = (turns: 1 | 3): TextLine => {
      return { turns, frame: 0, text: '7946', words: [{ text: '7946', start: 0, end: 4, box }] };
    };
    expect(boxOfSpan(sideways(3), 0, 2)).toEqual({ x: 10, y: 100, width: 12, height: 25 });
    expect(boxOfSpan(sideways(1), 0, 2)).toEqual({ x: 10, y: 115, width: 12, height: 25 });
    const upsideDown: TextLine = { ...line, turns: 2 };
    expect(boxOfSpan(upsideDown, 9, 11)).toEqual({ x: 115, y: 20, width: 25, height: 16 });
  });

  it('takes a word that runs from right to left whole', () => {
    const box = { x: 5, y: 5, width: 50, height: 10 };
    const hebrew: TextLine = { turns: 0, frame: 0, text: 'שלום', words: [{ text: 'שלום', start: 0, end: 4, box }] };
    expect(boxOfSpan(hebrew, 1, 2)).toEqual(box);
  });

  it('refuses a span without a word', () => {
    expect(() => boxOfSpan(line, 4, 5)).toThrow(RangeError);
    expect(() => boxOfSpan(line, 17, 30)).toThrow(RangeError);
  });
});
