/**
 * Asks tesseract.js about a line that PP-OCRv4 has read: PP-OCRv4 knows no script but Latin and Chinese, and leaves accents out without being
 * any less sure ("Müller" is "Muller" at 0.98), so its own confidence does not tell which lines need this.
 */
import { type GreyPicture, luma } from '../../media/luma.ts';
import type { Picture } from '../../media/picture.ts';
import { darkOnLight } from '../dark-on-light.ts';
import type { RecognizedWord, Recognizer } from '../tesseract.ts';
import { cropLine } from './crop-line.ts';
import type { ReadWord } from './divide-words.ts';
import type { ReadLine } from './read-line.ts';
import { LINE_HEIGHT } from './recogniser.ts';

/** Of 100: how sure tesseract must be of a word. */
const SURE_CONFIDENCE = 60;
/** White around the line, in pixels: tesseract reads nothing that touches the edge. */
const PADDING = 12;
/** Letters that PP-OCRv4 does not know, or knows and does not tell apart from their plain forms. */
const FOREIGN_LETTER = /(?![A-Za-z\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])\p{L}/u;
const LETTER = /\p{L}/u;

interface TesseractWord extends ReadWord {
  readonly confidence: number;
}

/** The same line, with tesseract's words where they have letters that PP-OCRv4 cannot read, and PP-OCRv4's elsewhere. */
export async function readAgain(line: ReadLine, picture: Picture, tesseract: Recognizer): Promise<ReadLine> {
  if (line.words.length > 0 && !line.words.some(({ text }) => LETTER.test(text))) return line;
  const crop = cropLine(picture, line.rectangle, LINE_HEIGHT, 1);
  const grey = darkOnLight(luma(crop.data), crop.width, crop.height);
  const recognized = await tesseract.recognize(padded({ data: grey, width: crop.width, height: crop.height }), 'line');
  const words = recognized.flat().map((word) => wordOf(word, line.crop.width / crop.width, line.crop.width));
  const sure = words.filter(({ text, confidence }) => confidence >= SURE_CONFIDENCE && FOREIGN_LETTER.test(text));
  if (sure.length === 0) return line;
  const merged = stretches([...words, ...line.words]).flatMap((stretch) => {
    const theirs = words.filter((word) => isWithin(word, stretch));
    const isForeign = theirs.some((word) => sure.includes(word));
    return isForeign ? theirs : line.words.filter((word) => isWithin(word, stretch));
  });
  const confidence = sure.reduce((sum, word) => sum + word.confidence, 0) / sure.length / 100;
  return { ...line, words: merged, confidence: Math.max(line.confidence, confidence) };
}

function padded({ data, width, height }: GreyPicture): GreyPicture {
  const [wide, high] = [width + 2 * PADDING, height + 2 * PADDING];
  const result = new Uint8Array(wide * high).fill(255);
  for (let y = 0; y < height; y++)
    result.set(data.subarray(y * width, (y + 1) * width), (y + PADDING) * wide + PADDING);
  return { data: result, width: wide, height: high };
}

function wordOf({ text, confidence, bbox }: RecognizedWord, scale: number, width: number): TesseractWord {
  const [from, to] = [bbox.x0, bbox.x1].map((x) => Math.max(0, Math.min(width, Math.round((x - PADDING) * scale))));
  return { text, confidence, from: from ?? 0, to: to ?? width };
}

interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Stretches of columns that are apart from each other, whoever read their words; from left to right. */
function stretches(words: readonly Stretch[]): Stretch[] {
  const found: Stretch[] = [];
  for (const { from, to } of [...words].sort((a, b) => a.from - b.from)) {
    const last = found.at(-1);
    if (last && from < last.to) found.splice(-1, 1, { from: last.from, to: Math.max(last.to, to) });
    else found.push({ from, to });
  }
  return found;
}

function isWithin(word: Stretch, stretch: Stretch): boolean {
  return word.from >= stretch.from && word.to <= stretch.to;
}
