/** Reads a picture as one upright page with tesseract.js alone: what is left where no ONNX runtime can be loaded. */
import type { Picture } from '../../media/picture.ts';
import { resizeLuma } from '../../media/resize-pixels.ts';
import { type Size, scaledSize } from '../../media/size.ts';
import { darkOnLight } from '../dark-on-light.ts';
import type { TextLine } from '../read-text.ts';
import type { RecognizedWord, Recognizer } from '../tesseract.ts';
import { joinWords } from './join-words.ts';

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

/** From top to bottom as far as the layout is understood. */
export async function readPage(recognizer: Recognizer, picture: Picture): Promise<TextLine[]> {
  const { width, height } = readingSize(picture);
  const grey = await resizeLuma(picture, { width, height });
  const lines = await recognizer.recognize({ data: darkOnLight(grey, width, height), width, height }, 'page');
  const [across, down] = [picture.fullWidth / width, picture.fullHeight / height];
  return lines.filter(isText).map((words) => ({
    ...joinWords(
      words.map(({ text, bbox: { x0, y0, x1, y1 } }) => {
        const [x, y] = [Math.floor(x0 * across), Math.floor(y0 * down)];
        return { text, box: { x, y, width: Math.ceil(x1 * across) - x, height: Math.ceil(y1 * down) - y } };
      }),
    ),
    turns: 0,
    frame: picture.frame,
  }));
}

function readingSize({ width, height }: Picture): Size {
  const pixels = width * height;
  const enlargement = Math.min(MAX_ENLARGEMENT, Math.sqrt(GOOD_PIXELS / pixels));
  const reduction = Math.min(1, Math.sqrt(MAX_PIXELS / pixels));
  const scale = enlargement >= MIN_ENLARGEMENT ? enlargement : reduction;
  return scaledSize({ width, height }, scale);
}

function isText(words: readonly RecognizedWord[]): boolean {
  const sure = words.filter(({ confidence }) => confidence >= SURE_CONFIDENCE);
  return sure.reduce((sum, { text }) => sum + (text.match(/[\p{L}\p{N}]/gu)?.length ?? 0), 0) >= SURE_CHARACTERS;
}
