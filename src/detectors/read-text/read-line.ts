/** Reads one line of a picture, from its place to its words. */
import { cropLine, type LineCrop, type Pixels } from './crop-line.ts';
import { divideWords, type ReadWord } from './divide-words.ts';
import { LINE_HEIGHT, type Recogniser } from './recogniser.ts';
import type { TurnedRectangle } from './turned-rectangle.ts';

export interface ReadLine {
  /** Along the reading direction, in pixels of the picture. */
  readonly rectangle: TurnedRectangle;
  readonly crop: LineCrop;
  readonly words: readonly ReadWord[];
  /** Mean of the characters, 0..1; 0 where there are none. */
  readonly confidence: number;
}

/** What may still be read. */
export interface ReadingBudget {
  /** Of all crops. */
  columns: number;
  /** Of the crops in which no way up shows letters. */
  illegibleColumns: number;
  /** A time of `performance.now()`. */
  readonly until: number;
  /** Of the last line that was read: none is begun that would end behind `until`. */
  msPerColumn: number;
  /** Whether something was left out. */
  isSpent: boolean;
}

/** Lines higher than this in the picture are read squeezed: the same letters in less time. */
const LARGE_LETTERS = 24;
const SQUEEZE = 0.85;

/** Undefined when nothing more may be read. */
export async function readLine(
  recogniser: Pick<Recogniser, 'read'>,
  picture: Pixels,
  rectangle: TurnedRectangle,
  budget: ReadingBudget,
): Promise<ReadLine | undefined> {
  const squeeze = rectangle.height > LARGE_LETTERS ? SQUEEZE : 1;
  const crop = cropLine(picture, rectangle, LINE_HEIGHT, squeeze);
  budget.columns -= crop.width;
  const begunAt = performance.now();
  const endsAt = begunAt + crop.width * budget.msPerColumn;
  if (budget.columns < 0 || budget.illegibleColumns < 0 || endsAt > budget.until) {
    budget.isSpent = true;
    return undefined;
  }
  const characters = await recogniser.read(crop);
  budget.msPerColumn = (performance.now() - begunAt) / crop.width;
  const confidence = characters.reduce((sum, c) => sum + c.confidence, 0) / Math.max(1, characters.length);
  return { rectangle, crop, words: divideWords(characters, crop), confidence };
}
