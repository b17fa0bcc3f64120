import { describe, expect, it } from 'vitest';
import { readAgain } from '../../../src/detectors/read-text/read-again.ts';
import type { ReadLine } from '../../../src/detectors/read-text/read-line.ts';
import type { RecognizedWord, Recognizer } from '../../../src/detectors/tesseract.ts';
import type { Picture } from '../../../src/media/picture.ts';

const [width, height] = [200, 48];
const data = new Uint8Array(width * height * 3).fill(255);
const picture: Picture = { data, width, height, fullWidth: width, fullHeight: height, frame: 0 };
const PADDING = 12;

function lineOf(words: ReadLine['words']): ReadLine {
  const rectangle = { centre: { x: width / 2, y: height / 2 }, width, height, angle: 0 };
  return { rectangle, crop: { data, width, height }, words, confidence: 0.7 };
}

/** Answers these words, whatever it is shown. */
function answering(words: readonly { text: string; from: number; to: number; confidence?: number }[]): Recognizer {
  const recognized = words.map(({ text, from, to, confidence = 90 }): RecognizedWord => {
    return { text, confidence, bbox: { x0: from + PADDING, x1: to + PADDING, y0: 0, y1: height } };
  });
  return { runtime: 'fake', modelSha256: '', recognize: async () => [recognized], close: async () => undefined };
}

const textOf = ({ words }: ReadLine) => words.map(({ text }) => text).join(' ');

describe('reading a line again', () => {
  it('takes words with letters that the first reader lacks, and no others', async () => {
    const line = lineOf([
      { text: 'Muller,', from: 0, to: 60 },
      { text: 'mail@example.org', from: 70, to: 190 },
    ]);
    const tesseract = answering([
      { text: 'Müller,', from: 2, to: 59 },
      { text: 'maiI@exarnple.org', from: 70, to: 188 },
    ]);
    expect(textOf(await readAgain(line, picture, tesseract))).toBe('Müller, mail@example.org');
  });

  it('takes all words of a stretch that the first reader ran together', async () => {
    const line = lineOf([{ text: 'SchoneGruBe', from: 0, to: 120 }]);
    const tesseract = answering([
      { text: 'Schöne', from: 0, to: 55 },
      { text: 'Grüße', from: 65, to: 120 },
    ]);
    expect(textOf(await readAgain(line, picture, tesseract))).toBe('Schöne Grüße');
  });

  it('finds a line that the first reader saw nothing in', async () => {
    const read = await readAgain(
      { ...lineOf([]), confidence: 0 },
      picture,
      answering([{ text: 'ნინო', from: 0, to: 50 }]),
    );
    expect(textOf(read)).toBe('ნინო');
    expect(read.confidence).toBeCloseTo(0.9);
  });

  it('keeps what it has against an unsure word', async () => {
    const line = lineOf([{ text: 'Muller', from: 0, to: 60 }]);
    const tesseract = answering([{ text: 'Müłłer', from: 0, to: 60, confidence: 30 }]);
    expect(await readAgain(line, picture, tesseract)).toBe(line);
  });

  it('does not ask about numbers', async () => {
    const line = lineOf([{ text: '0958', from: 0, to: 60 }]);
    expect(await readAgain(line, picture, answering([{ text: 'ö', from: 0, to: 60 }]))).toBe(line);
  });
});
