// Why a value was missed: what the reader of text read in its place, and whether the search would have found the true text.
import { sharedShare } from './match.mjs';

/** Of a word's box, on the value: less is a neighbour. */
const OWN_SHARE = 0.3;
/** Wrong signs of a reading that repair may still mend. */
const NEAR_SHARE = 0.15;

/** In the order in which they would have to be mended. */
export const CAUSES = ['not found in true text', 'no line found', 'read wrong', 'read nearly', 'read right'];

/** `lines` as the reader answers them, `label` as `match` does. Answers `{ cause, read }`. */
export function causeOf(label, lines) {
  const words = lines.flatMap((line) => line.words).filter(({ box }) => sharedShare(box, [label]) >= OWN_SHARE);
  const read = words.map(({ text }) => text).join(' ');
  if (!label.isInText) return { cause: CAUSES[0], read };
  if (words.length === 0) return { cause: CAUSES[1], read };
  const [truth, found] = [compact(label.text), compact(read)];
  if (found.includes(truth)) return { cause: CAUSES[4], read };
  const isNear = distance(truth, found) <= NEAR_SHARE * truth.length;
  return { cause: isNear ? CAUSES[3] : CAUSES[2], read };
}

/** Blanks may stand elsewhere. */
function compact(text) {
  return text.replace(/\s/g, '');
}

/** Levenshtein's. */
function distance(a, b) {
  let row = Array.from({ length: b.length + 1 }, (_, n) => n);
  for (const [i, sign] of [...a].entries()) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j++)
      next.push(Math.min(row[j + 1] + 1, next[j] + 1, row[j] + (sign === b[j] ? 0 : 1)));
    row = next;
  }
  return row.at(-1);
}
