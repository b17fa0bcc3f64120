/** Reads the lines of a picture: finds where text stands, settles which way it runs, and reads line after line. */
import type { Picture } from '../../media/picture.ts';
import { type OnnxRuntime, type OnnxSession, openSession } from '../onnx-session.ts';
import { cropLine, type LineCrop } from './crop-line.ts';
import { divideWords, type ReadWord } from './divide-words.ts';
import { findText } from './find-text.ts';
import { layLines } from './lay-lines.ts';
import { OCR_OPTION, ocrModelPaths } from './models.ts';
import { LINE_HEIGHT, openRecogniser, type Recogniser } from './recogniser.ts';
import type { TextRegion } from './text-regions.ts';
import { quarterTurned, type TurnedRectangle } from './turned-rectangle.ts';

export interface ReadLine {
  /** Along the reading direction, in pixels of the picture. */
  readonly rectangle: TurnedRectangle;
  readonly crop: LineCrop;
  readonly words: readonly ReadWord[];
  /** Mean of the characters, 0..1. */
  readonly confidence: number;
}

interface LineReading {
  readonly lines: readonly ReadLine[];
  /** Whether there was more than could be read. */
  readonly isCut: boolean;
}

interface LineReader {
  readonly sessions: readonly OnnxSession[];
  /** In no order. `until`: a time of `performance.now()` after which no further line is begun. Throws when a model fails. */
  read(picture: Picture, until?: number): Promise<LineReading>;
}

interface ReadingLimits {
  /** The largest and surest are read. */
  readonly lines: number;
  /** Of all crops together; the longest lines first. */
  readonly columns: number;
  /** Of the crops in which no way up shows letters. */
  readonly illegibleColumns: number;
}

/**
 * A page of 60 lines of 90 characters has 117,000 columns; 1,000 of them take about 60 ms of CPU natively and 160 ms as WebAssembly. Patterns
 * are taken for lines as well, and each is read both ways: 10,000 squares have 60,000 illegible columns, 40 photos of crowds 3,000 at most.
 */
const LIMITS: ReadingLimits = { lines: 400, columns: 120_000, illegibleColumns: 10_000 };

/** Lines higher than this in the picture are read squeezed: the same letters in less time. */
const LARGE_LETTERS = 24;
const SQUEEZE = 0.85;

/** 0..1. Print that is the right way up is nearly always read with more, upside down with less. */
const SURE = 0.85;

/** 0..1, the mean of all lines. */
const MIN_TURNING_GAIN = 0.1;

/** 0..1. Under it both ways, it is mostly no text. */
const LEGIBLE = 0.5;

/** What may still be read. */
interface Budget {
  columns: number;
  illegibleColumns: number;
  readonly until: number;
  /** Whether something was left out. */
  isSpent: boolean;
}

/** Throws `ConfigError`: `CONFIG_MODEL_MISSING`, `CONFIG_RUNTIME_MISSING`. */
export async function openLineReader(runtime?: OnnxRuntime, limits: ReadingLimits = LIMITS): Promise<LineReader> {
  const paths = ocrModelPaths();
  const detector = await openSession({ model: paths.detection, option: OCR_OPTION, runtime });
  const recogniser = await openRecogniser(paths, runtime);
  return {
    sessions: [detector, recogniser.session],
    async read(picture, until = Number.POSITIVE_INFINITY) {
      const regions = await findText(detector, picture);
      const { flat, steep } = layLines(largest(regions, limits.lines));
      const budget: Budget = { ...limits, until, isSpent: regions.length > limits.lines };
      const lines = [
        ...(await readAll(recogniser, picture, flat, budget)),
        ...(await readAll(recogniser, picture, steep, budget)),
      ];
      return { lines, isCut: budget.isSpent };
    },
  };
}

function largest(regions: readonly TextRegion[], count: number): readonly TextRegion[] {
  return [...regions].sort((a, b) => b.area * b.score - a.area * a.score).slice(0, count);
}

/**
 * The longest first: they tell best which way is up, and each line is tried first the way the last sure one ran. Lines that are read badly
 * both ways, of another script or no text, are taken to run as the sure ones do.
 */
async function readAll(
  recogniser: Recogniser,
  picture: Picture,
  rectangles: readonly TurnedRectangle[],
  budget: Budget,
): Promise<ReadLine[]> {
  const sure: ReadLine[] = [];
  const unsure: { readonly upright: ReadLine; readonly upsideDown: ReadLine }[] = [];
  let isUpsideDown = false;
  let votes = 0;
  for (const rectangle of [...rectangles].sort((a, b) => b.width - a.width)) {
    const first = await readLine(recogniser, picture, quarterTurned(rectangle, isUpsideDown ? 2 : 0), budget);
    if (!first) break;
    const second =
      first.confidence < SURE && (await readLine(recogniser, picture, quarterTurned(first.rectangle, 2), budget));
    if (second && second.confidence < SURE) {
      if (Math.max(first.confidence, second.confidence) < LEGIBLE) budget.illegibleColumns -= first.crop.width;
      unsure.push(isUpsideDown ? { upright: second, upsideDown: first } : { upright: first, upsideDown: second });
      continue;
    }
    if (second) isUpsideDown = !isUpsideDown;
    sure.push(second || first);
    votes += isUpsideDown ? -rectangle.width : rectangle.width;
  }
  const isTurned = sure.length > 0 ? votes < 0 : looksTurned(unsure);
  return [...sure, ...unsure.map(({ upright, upsideDown }) => (isTurned ? upsideDown : upright))];
}

/** Most pages are upright: without a sure line it takes more to believe otherwise. */
function looksTurned(lines: readonly { readonly upright: ReadLine; readonly upsideDown: ReadLine }[]): boolean {
  const gain = lines.reduce((sum, line) => sum + line.upsideDown.confidence - line.upright.confidence, 0);
  return gain > MIN_TURNING_GAIN * lines.length;
}

/** Undefined when nothing more may be read. */
async function readLine(
  recogniser: Recogniser,
  picture: Picture,
  rectangle: TurnedRectangle,
  budget: Budget,
): Promise<ReadLine | undefined> {
  const squeeze = rectangle.height > LARGE_LETTERS ? SQUEEZE : 1;
  const crop = cropLine(picture, rectangle, LINE_HEIGHT, squeeze);
  budget.columns -= crop.width;
  if (budget.columns < 0 || budget.illegibleColumns < 0 || performance.now() > budget.until) {
    budget.isSpent = true;
    return undefined;
  }
  const characters = await recogniser.read(crop);
  const confidence = characters.reduce((sum, c) => sum + c.confidence, 0) / Math.max(1, characters.length);
  return { rectangle, crop, words: divideWords(characters, crop), confidence };
}
