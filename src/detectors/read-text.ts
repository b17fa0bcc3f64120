/**
 * Reads printed text in pictures, for the text detectors. Everything runs on local files: nothing is downloaded or written.
 * Known misses: text over photos, handwriting, pages turned on their side, capitals under about 8 pixels, languages that are not loaded.
 */
import type { Box } from '../core/types.ts';
import type { Picture } from '../media/picture.ts';
import { resizePixels } from '../media/resize-pixels.ts';
import { darkOnLight } from './dark-on-light.ts';
import { type RecognizedWord, startTesseract } from './tesseract.ts';

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

export interface TextReader {
  /** Changes whenever the same picture may give other lines. */
  readonly version: string;
  /** Of the language data in use, lower-case hex. */
  readonly modelSha256: string;
  /** Package and version of the recogniser. */
  readonly runtime: string;
  /** From top to bottom as far as the layout is understood. Throws when it could not read; `CLOSED`. */
  read(picture: Picture): Promise<TextLine[]>;
  close(): Promise<void>;
}

export interface TextReaderOptions {
  /** tesseract's codes, the most frequent language first; each needs its package `@tesseract.js-data/<code>`. */
  readonly languages: readonly string[];
}

const VERSION = '1';

/** Small pictures are enlarged towards this many pixels, twice at most: on screens, letters of 11 pixels are read at 22 and not at 11. */
const GOOD_PIXELS = 2_500_000;
const MAX_ENLARGEMENT = 2;
/** Less is not worth the work. */
const MIN_ENLARGEMENT = 1.2;
/** Larger pictures cost time and find nothing more. */
const MAX_PIXELS = 4_200_000;

/**
 * A line is text when words of at least this confidence (0..100) have at least this many letters and digits together; then all of its
 * words are kept. Of 85 lines in 104 photos this leaves 8, most of them written on signs, and it loses no address or number of rendered screenshots.
 */
const SURE_CONFIDENCE = 60;
const SURE_CHARACTERS = 4;

/** Loads the language data; the reader may then be used for any number of pictures. Throws `ConfigError` (`CONFIG_MODEL_MISSING`). */
export async function createTextReader({ languages }: TextReaderOptions): Promise<TextReader> {
  const recognizer = await startTesseract(languages);
  return {
    version: VERSION,
    modelSha256: recognizer.modelSha256,
    runtime: recognizer.runtime,
    async read(picture) {
      const { width, height } = readingSize(picture);
      const grey = brightness(await resizePixels(picture, { width, height }));
      const lines = await recognizer.recognize(darkOnLight(grey, width, height), width, height);
      const [across, down] = [picture.fullWidth / width, picture.fullHeight / height];
      return lines.filter(isText).map((words) => ({ ...lineOf(words, across, down), turns: 0, frame: picture.frame }));
    },
    close: recognizer.close,
  };
}

function readingSize({ width, height }: Picture): { width: number; height: number } {
  const pixels = width * height;
  const enlargement = Math.min(MAX_ENLARGEMENT, Math.sqrt(GOOD_PIXELS / pixels));
  const reduction = Math.min(1, Math.sqrt(MAX_PIXELS / pixels));
  const scale = enlargement >= MIN_ENLARGEMENT ? enlargement : reduction;
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/** Luma of ITU-R BT.601. */
function brightness(rgb: Uint8Array): Uint8Array {
  const grey = new Uint8Array(rgb.length / 3);
  for (let pixel = 0, at = 0; pixel < grey.length; pixel++, at += 3) {
    grey[pixel] = 0.299 * (rgb[at] ?? 0) + 0.587 * (rgb[at + 1] ?? 0) + 0.114 * (rgb[at + 2] ?? 0);
  }
  return grey;
}

function isText(words: readonly RecognizedWord[]): boolean {
  const sure = words.filter(({ confidence }) => confidence >= SURE_CONFIDENCE);
  return sure.reduce((sum, { text }) => sum + (text.match(/[\p{L}\p{N}]/gu)?.length ?? 0), 0) >= SURE_CHARACTERS;
}

function lineOf(recognized: readonly RecognizedWord[], across: number, down: number): Pick<TextLine, 'text' | 'words'> {
  const words: TextWord[] = [];
  let text = '';
  for (const { text: word, bbox } of recognized) {
    if (text) text += ' ';
    const [x, y] = [Math.floor(bbox.x0 * across), Math.floor(bbox.y0 * down)];
    const box = { x, y, width: Math.ceil(bbox.x1 * across) - x, height: Math.ceil(bbox.y1 * down) - y };
    words.push({ text: word, start: text.length, end: text.length + word.length, box });
    text += word;
  }
  return { text, words };
}
