/** Reads the lines of a picture: finds where text stands, settles which way it runs, and reads line after line. */
import type { Picture } from '../../media/picture.ts';
import { type OnnxRuntime, type OnnxSession, openSession } from '../onnx-session.ts';
import { findText, type TextProof } from './find-text.ts';
import { hasLetters } from './has-letters.ts';
import { layLines } from './lay-lines.ts';
import { OCR_MODELS, OCR_OPTION } from './models.ts';
import { type ReadingBudget, type ReadLine, readLine } from './read-line.ts';
import { openRecogniser, type Recogniser } from './recogniser.ts';
import type { TextRegion } from './text-regions.ts';
import { quarterTurned, type TurnedRectangle } from './turned-rectangle.ts';

interface LineReading {
  readonly lines: readonly ReadLine[];
  /** Whether there was more than could be read. */
  readonly isCut: boolean;
}

interface LineReader {
  readonly sessions: readonly OnnxSession[];
  /** In no order. Throws when a model fails. */
  read(picture: Picture, options?: LineReaderOptions): Promise<LineReading>;
}

interface LineReaderOptions {
  /** Whether lines are wanted too that cannot be read here: of scripts that another reader is asked about. */
  readonly otherScripts?: boolean;
  /** A time of `performance.now()` after which no further line is begun. */
  readonly until?: number | undefined;
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

/** 0..1. Print that is the right way up is nearly always read with more, upside down with less. */
const SURE = 0.85;

/** 0..1, the mean of all lines. */
const MIN_TURNING_GAIN = 0.1;

/** 0..1. Under it both ways, it is mostly no text. */
const LEGIBLE = 0.5;

/** Throws `ConfigError`: `CONFIG_MODEL_MISSING`, `CONFIG_RUNTIME_MISSING`. */
export async function openLineReader(runtime?: OnnxRuntime, limits: ReadingLimits = LIMITS): Promise<LineReader> {
  const detector = await openSession({ model: OCR_MODELS.detection, option: OCR_OPTION, runtime });
  const recogniser = await openRecogniser(OCR_MODELS, runtime);
  return {
    sessions: [detector, recogniser.session],
    async read(picture, { otherScripts = false, until = Number.POSITIVE_INFINITY } = {}) {
      const isText: TextProof = async (pixels, found) =>
        otherScripts ? found.length > 0 : hasLetters(recogniser, pixels, found);
      const regions = await findText(detector, picture, isText);
      const { flat, steep } = layLines(largest(regions, limits.lines));
      const budget: ReadingBudget = { ...limits, until, msPerColumn: 0, isSpent: regions.length > limits.lines };
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
  budget: ReadingBudget,
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
