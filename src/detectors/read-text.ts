/**
 * Reads printed text in pictures, for the text detectors. PP-OCRv4 finds the lines and reads Latin, digits and Chinese; tesseract.js reads
 * what other languages need, and everything where no ONNX runtime can be loaded. Everything runs on local files: nothing is downloaded or
 * written. Known misses: handwriting, letters under about 8 pixels, lines set downwards letter by letter, languages that are not loaded.
 */
import { createHash } from 'node:crypto';
import { touchedPixels } from '../core/boxes.ts';
import type { Box } from '../core/types.ts';
import { BystanderError, ConfigError } from '../errors.ts';
import type { Picture } from '../media/picture.ts';
import type { OnnxRuntime } from './onnx-session.ts';
import { joinWords } from './read-text/join-words.ts';
import { readAgain } from './read-text/read-again.ts';
import type { ReadLine } from './read-text/read-line.ts';
import { openLineReader } from './read-text/read-lines.ts';
import { readPage } from './read-text/read-page.ts';
import { inReadingOrder } from './read-text/reading-order.ts';
import { boxOfPart } from './read-text/turned-rectangle.ts';
import { openTesseract } from './tesseract.ts';

export interface TextWord {
  readonly text: string;
  /** UTF-16 offsets into the line's text, end exclusive. */
  readonly start: number;
  readonly end: number;
  /** In pixels of the upright original. */
  readonly box: Box;
}

/** One line as read: its words in reading order, one space between them. */
export interface TextLine {
  readonly text: string;
  readonly words: readonly TextWord[];
  /** Quarter turns clockwise that bring the upright picture into the position in which this line reads from left to right. */
  readonly turns: 0 | 1 | 2 | 3;
  /** Which frame of an animation or page of a TIFF, from 0. */
  readonly frame: number;
}

export interface TextReading {
  /** In the order in which they are read, as far as the layout is understood. */
  readonly lines: readonly TextLine[];
  /** Whether there was more text than is read of one picture. */
  readonly isCut: boolean;
}

export interface TextReader {
  /** Changes whenever the same picture may give other lines. */
  readonly version: string;
  /** SHA-256 of the hashes of all model and language files in use, with commas between, lower-case hex. */
  readonly modelSha256: string;
  /** Packages and versions of what reads. */
  readonly runtime: string;
  /** `until`: a time of `performance.now()` after which no further line is begun. Throws when it could not read; `CLOSED`. */
  read(picture: Picture, until?: number): Promise<TextReading>;
  close(): Promise<void>;
}

export interface TextReaderOptions {
  /** tesseract's codes, the most frequent language first; each needs its package `@tesseract.js-data/<code>`. */
  readonly languages: readonly string[];
  readonly runtime?: OnnxRuntime | undefined;
}

const VERSION = '4';
/** 0..1, the mean of a line: below, it is mostly no text (PaddleOCR's `drop_score`). */
const MIN_CONFIDENCE = 0.5;
/** What PP-OCRv4 reads by itself; for any other language tesseract.js is asked as well. */
const ALWAYS_READ = 'eng';

/**
 * Opens the models; the reader may then be used for any number of pictures, one at a time. Throws `ConfigError` (`CONFIG_MODEL_MISSING`) for
 * a model or a language that is not installed.
 */
export async function createTextReader({ languages, runtime }: TextReaderOptions): Promise<TextReader> {
  const tesseract = await openTesseract(languages);
  const reader = await openLineReader(runtime).catch(unlessRuntimeIsMissing);
  const asksTesseract = reader === undefined || languages.some((code) => code !== ALWAYS_READ);
  const parts = [...(reader?.sessions ?? []), ...(asksTesseract ? [tesseract] : [])];
  let isClosed = false;
  return {
    version: VERSION,
    modelSha256: sha256Of(parts.map(({ modelSha256 }) => modelSha256)),
    runtime: [...new Set(parts.map(({ runtime }) => runtime))].join(', '),
    async read(picture, until) {
      if (isClosed) throw new BystanderError('CLOSED', 'the text reader is closed');
      if (!reader) return { lines: await readPage(tesseract, picture), isCut: false };
      const { lines, isCut } = await reader.read(picture, { otherScripts: asksTesseract, until });
      const read: ReadLine[] = [];
      for (const line of lines) read.push(asksTesseract ? await readAgain(line, picture, tesseract) : line);
      return { lines: textLines(read.filter(isText), picture), isCut };
    },
    async close() {
      isClosed = true;
      await tesseract.close();
    },
  };
}

function unlessRuntimeIsMissing(error: unknown): undefined {
  if (error instanceof ConfigError && error.code === 'CONFIG_RUNTIME_MISSING') return undefined;
  throw error;
}

function sha256Of(hashes: readonly string[]): string {
  return createHash('sha256').update(hashes.join()).digest('hex');
}

function isText({ words, confidence }: ReadLine): boolean {
  return words.length > 0 && confidence >= MIN_CONFIDENCE;
}

/** Lines of one direction after those of another, upright ones first. */
function textLines(lines: readonly ReadLine[], picture: Picture): TextLine[] {
  const byTurns = [0, 1, 2, 3].map((turns) => lines.filter((line) => turnsOf(line) === turns));
  return byTurns.flatMap((group) => inReadingOrder(group)).map((line) => textLine(line, picture));
}

function textLine(line: ReadLine, picture: Picture): TextLine {
  const words = line.words.map(({ text, from, to }) => ({ text, box: boxOfColumns(line, from, to, picture) }));
  return { ...joinWords(words), turns: turnsOf(line), frame: picture.frame };
}

/** A line that runs downwards is brought back by three quarter turns. */
function turnsOf({ rectangle }: ReadLine): TextLine['turns'] {
  const quarters = ((Math.round(rectangle.angle / (Math.PI / 2)) % 4) + 4) % 4;
  return quarters === 0 ? 0 : quarters === 1 ? 3 : quarters === 2 ? 2 : 1;
}

/** In whole pixels of the upright original, within it. */
function boxOfColumns({ rectangle, crop }: ReadLine, from: number, to: number, picture: Picture): Box {
  const column = rectangle.width / crop.width;
  const box = boxOfPart(rectangle, from * column, to * column);
  const [across, down] = [picture.fullWidth / picture.width, picture.fullHeight / picture.height];
  const scaled = { x: box.x * across, y: box.y * down, width: box.width * across, height: box.height * down };
  return touchedPixels(scaled, { width: picture.fullWidth, height: picture.fullHeight });
}
