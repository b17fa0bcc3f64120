/**
 * Whether what the quick look took for text is any. Leaves, folds and hair that it mistook read as nothing or as one character; a full look at
 * the whole picture would cost five times as much as finding that out.
 */
import type { Pixels } from './crop-line.ts';
import { layLines } from './lay-lines.ts';
import { type ReadingBudget, type ReadLine, readLine } from './read-line.ts';
import type { Recogniser } from './recogniser.ts';
import type { TextRegion } from './text-regions.ts';
import { quarterTurned } from './turned-rectangle.ts';

/** More of them are text without being read. */
const MAX_REGIONS = 6;
/** Of all crops together, about 150 ms of CPU; what is longer is text without being read. */
const MAX_COLUMNS = 2400;
/** 0..1, the mean of a line: as much as a line needs to be kept. Foreign scripts come to 0.4 to 0.9, line by line. */
const MIN_CONFIDENCE = 0.5;
/** A single one is a mark or a shape, and no personal data. */
const MIN_CHARACTERS = 2;

/** False where there are no regions. Stops at the first that reads as letters, one way up or the other. */
export async function hasLetters(
  recogniser: Recogniser,
  picture: Pixels,
  regions: readonly TextRegion[],
): Promise<boolean> {
  if (regions.length > MAX_REGIONS) return true;
  const { flat, steep } = layLines(regions);
  const budget: ReadingBudget = {
    columns: MAX_COLUMNS,
    illegibleColumns: MAX_COLUMNS,
    until: Number.POSITIVE_INFINITY,
    msPerColumn: 0,
    isSpent: false,
  };
  for (const rectangle of [...flat, ...steep])
    for (const quarters of [0, 2]) {
      const line = await readLine(recogniser, picture, quarterTurned(rectangle, quarters), budget);
      if (line === undefined || isRead(line)) return true;
    }
  return false;
}

function isRead({ words, confidence }: ReadLine): boolean {
  return confidence >= MIN_CONFIDENCE && words.map(({ text }) => text).join('').length >= MIN_CHARACTERS;
}
