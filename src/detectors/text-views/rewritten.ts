/** Rewrites places of a text and keeps the way back: every place in what results has its place in what it was made from. Pure, linear. */

/** UTF-16 offsets, end exclusive. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

/** A text as a reader sees it, with the way back. */
export interface Rewritten {
  readonly text: string;
  /** The place in the text it was made from that shows the units from `start` to `end`. */
  placeOf(start: number, end: number): Place;
}

/** One place that reads as `text`. Where both are as long, unit stands for unit, otherwise the whole place for the whole text. */
export interface Edit extends Place {
  readonly text: string;
  /** Made where something else is rewritten nearby, no reason to look by itself. */
  readonly isMinor?: true;
  /** For an edit whose parts have places of their own: offsets into `text` to offsets from `start`. */
  placeOf?(start: number, end: number): Place;
}

/** All that can be rewritten in a text, from left to right, without overlaps. */
export type Rewriting = (text: string) => Edit[];

/** A text as it is given. */
export function asGiven(text: string): Rewritten {
  return { text, placeOf: (start, end) => ({ start, end }) };
}

/** The units of `base` within `window`, with the edits made. */
export function rewritten(
  base: Rewritten,
  edits: readonly Edit[],
  window: Place = { start: 0, end: base.text.length },
): Rewritten {
  if (edits.length === 0 && window.start === 0 && window.end === base.text.length) return base;
  const made: Edit[] = [];
  /** Where each edit begins in the new text. */
  const begins: number[] = [];
  let text = '';
  let from = window.start;
  for (const edit of edits) {
    // Two patterns of one rewriting may want the same place: the first has it.
    if (edit.start < from) continue;
    made.push(edit);
    text += base.text.slice(from, edit.start);
    begins.push(text.length);
    text += edit.text;
    from = edit.end;
  }
  text += base.text.slice(from, window.end);
  const unitPlace = (unit: number): Place => {
    const index = lastAtOrBefore(begins, unit);
    const edit = made[index];
    const begin = begins[index];
    if (edit === undefined || begin === undefined) return unitAt(window.start + unit);
    const inEdit = unit - begin;
    if (inEdit >= edit.text.length) return unitAt(edit.end + inEdit - edit.text.length);
    if (edit.placeOf) return moved(edit.placeOf(inEdit, inEdit + 1), edit.start);
    return edit.text.length === edit.end - edit.start ? unitAt(edit.start + inEdit) : edit;
  };
  return {
    text,
    placeOf: (start, end) => base.placeOf(unitPlace(start).start, unitPlace(Math.max(start, end - 1)).end),
  };
}

function unitAt(start: number): Place {
  return { start, end: start + 1 };
}

function moved({ start, end }: Place, by: number): Place {
  return { start: start + by, end: end + by };
}

/** The last index whose number is not over `limit`; -1 where there is none. */
function lastAtOrBefore(ascending: readonly number[], limit: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) <= limit) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
