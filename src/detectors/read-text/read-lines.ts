/** Reads the lines of a picture: finds where text stands, settles which way it runs, and reads line after line. */
import type { Picture } from '../../media/picture.ts';
import { type OnnxRuntime, type OnnxSession, openSession } from '../onnx-session.ts';
import { busiestPart } from './busiest-part.ts';
import { cropLine, type LineCrop } from './crop-line.ts';
import { divideWords, type ReadWord } from './divide-words.ts';
import { layLines } from './lay-lines.ts';
import { OCR_OPTION, ocrModelPaths } from './models.ts';
import { LINE_HEIGHT, openRecogniser, type Recogniser } from './recogniser.ts';
import { mapText } from './text-map.ts';
import { findRegions, type RegionLimits, type TextRegion } from './text-regions.ts';
import { quarterTurned, type TurnedRectangle } from './turned-rectangle.ts';

export interface ReadLine {
  /** Along the reading direction, in pixels of the picture. */
  readonly rectangle: TurnedRectangle;
  readonly crop: LineCrop;
  readonly words: readonly ReadWord[];
  /** Mean of the characters, 0..1. */
  readonly confidence: number;
}

export interface LineReading {
  readonly lines: readonly ReadLine[];
  /** Whether there was more than could be read. */
  readonly isCut: boolean;
}

export interface LineReader {
  readonly sessions: readonly OnnxSession[];
  read(picture: Picture): Promise<LineReading>;
}

/** The first look's size: letters of 5 pixels are found in it, in a picture of 2,000,000 pixels those of 13. */
const GATE_PIXELS = 640 * 480;
/** The second look's, where the first one found text. */
const DETAIL_PIXELS = 2_100_000;
/** A second look at hardly more pixels shows nothing new. */
const MIN_GAIN = 1.1;
/** The network is sure of nearly all that it marks: stricter limits skip no more of the text-free photos. */
const MIN_REGION: RegionLimits = { minScore: 0.5, minArea: 10 };

const MAX_LINES = 400;
/** Columns of all crops together. */
const MAX_COLUMNS = 120_000;

/** Lines higher than this in the picture are read squeezed: the same letters in less time. */
const LARGE_LETTERS = 24;
const SQUEEZE = 0.85;

const SURE = 0.85;
/** A direction is settled by its longest lines. */
const SAMPLES = 3;

interface Budget {
  columns: number;
}

export async function openLineReader(runtime?: OnnxRuntime): Promise<LineReader> {
  const paths = ocrModelPaths();
  const detector = await openSession({ model: paths.detection, option: OCR_OPTION, runtime });
  const recogniser = await openRecogniser(paths, runtime);
  return {
    sessions: [detector, recogniser.session],
    async read(picture) {
      const regions = await findText(detector, picture);
      const { flat, steep } = layLines(bounded(regions));
      const budget = { columns: MAX_COLUMNS };
      const lines = [
        ...(await readGroup(recogniser, picture, flat, budget)),
        ...(await readGroup(recogniser, picture, steep, budget)),
      ];
      return { lines, isCut: regions.length > MAX_LINES || budget.columns < 0 };
    },
  };
}

/** Nothing is found in most pictures, and the first look at a small size says so; for small print there the busiest part is looked at in full. */
async function findText(detector: OnnxSession, picture: Picture): Promise<TextRegion[]> {
  const first = scaleFor(GATE_PIXELS, picture);
  const second = scaleFor(DETAIL_PIXELS, picture);
  const regions = findRegions(await mapText(detector, picture, first), MIN_REGION);
  if (second < first * MIN_GAIN) return regions;
  if (regions.length === 0) {
    const part = await mapText(detector, busiestPart(picture), 1);
    if (findRegions(part, MIN_REGION).length === 0) return [];
  }
  return findRegions(await mapText(detector, picture, second), MIN_REGION);
}

function scaleFor(pixels: number, { width, height }: Picture): number {
  return Math.min(1, Math.sqrt(pixels / (width * height)));
}

function bounded(regions: readonly TextRegion[]): readonly TextRegion[] {
  return [...regions].sort((a, b) => b.area * b.score - a.area * a.score).slice(0, MAX_LINES);
}

/** Lines that run the same way or the opposite one; the longest ones tell which. */
async function readGroup(
  recogniser: Recogniser,
  picture: Picture,
  rectangles: readonly TurnedRectangle[],
  budget: Budget,
): Promise<ReadLine[]> {
  const byLength = [...rectangles].sort((a, b) => b.width - a.width);
  const samples = byLength.slice(0, SAMPLES);
  const forward = await readAll(recogniser, picture, samples, budget);
  const isSettled = forward.every(({ confidence }) => confidence >= SURE);
  const backward = isSettled ? [] : await readAll(recogniser, picture, samples.map(upsideDown), budget);
  // What is read badly both ways is of another script, or no text: then the page is the right way up.
  const isBackward = meanConfidence(backward) >= SURE && meanConfidence(backward) > meanConfidence(forward);
  const others = byLength.slice(SAMPLES).map((rectangle) => (isBackward ? upsideDown(rectangle) : rectangle));
  return [...(isBackward ? backward : forward), ...(await readAll(recogniser, picture, others, budget))];
}

function meanConfidence(lines: readonly ReadLine[]): number {
  return lines.reduce((sum, { confidence }) => sum + confidence, 0) / Math.max(1, lines.length);
}

function upsideDown(rectangle: TurnedRectangle): TurnedRectangle {
  return quarterTurned(rectangle, 2);
}

async function readAll(
  recogniser: Recogniser,
  picture: Picture,
  rectangles: readonly TurnedRectangle[],
  budget: Budget,
): Promise<ReadLine[]> {
  const lines: ReadLine[] = [];
  for (const rectangle of rectangles) {
    const squeeze = rectangle.height > LARGE_LETTERS ? SQUEEZE : 1;
    const crop = cropLine(picture, rectangle, LINE_HEIGHT, squeeze);
    budget.columns -= crop.width;
    if (budget.columns < 0) break;
    const characters = await recogniser.read(crop);
    const confidence = characters.reduce((sum, c) => sum + c.confidence, 0) / Math.max(1, characters.length);
    lines.push({ rectangle, crop, words: divideWords(characters, crop), confidence });
  }
  return lines;
}
