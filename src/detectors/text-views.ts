/**
 * The ways a text can be read: with its characters folded, and, around what seems to be disguised, with the disguise taken off.
 * Every place found in a view has a place in the text as given.
 *
 * Misses: text backwards or shifted (ROT13), encodings within encodings, an `@` or a full stop said in another language than
 * `spoken-words.ts` lists, a line break within the part of an address before its `@`.
 */
import { encoded } from './text-views/encoded.ts';
import { encodedRuns } from './text-views/encoded-runs.ts';
import { oneScript } from './text-views/one-script.ts';
import { plainCharacters } from './text-views/plain-characters.ts';
import { asGiven, type Place, type Rewriting, type Rewritten, rewritten } from './text-views/rewritten.ts';
import { spokenAddresses } from './text-views/spoken-addresses.ts';
import { spokenNumbers } from './text-views/spoken-numbers.ts';
import { unbroken } from './text-views/unbroken.ts';
import { markedGroups, markedSingles, spelled } from './text-views/unspaced.ts';
import { urlWords } from './text-views/url-words.ts';
import { visible } from './text-views/visible.ts';
import { windowsAround } from './text-views/windows.ts';
import { withinMarks } from './text-views/within-marks.ts';

/** A text as a reader sees it, with the way back. */
export interface TextView extends Rewritten {
  /** Whether the view shows from `start` to `end` what the views before it do not. */
  isNew(start: number, end: number): boolean;
}

/** Character by character, all over the text; each needs what the ones before it made. */
const FOLDS: readonly Rewriting[] = [visible, plainCharacters, oneScript];
/** Nothing else is folded. */
const BEYOND_ASCII = /[^\0-\x7f]/;
/** Text that stands for other text. */
const CODES: readonly Rewriting[] = [encodedRuns, urlWords, encoded, withinMarks];
/** Characters and words taken apart, or said. */
const WRITINGS: readonly Rewriting[] = [markedGroups, unbroken, spelled, markedSingles, spokenNumbers, spokenAddresses];
const DISGUISES: readonly Rewriting[] = [...CODES, ...WRITINGS];

/**
 * The views of a text, the first being all of it, the others windows of it. Any string is taken. Linear; the windows together are
 * not longer than the text by more than what they decode.
 */
export function viewsOf(text: string): readonly TextView[] {
  const given = asGiven(text);
  const folded = BEYOND_ASCII.test(text)
    ? FOLDS.reduce((view, fold) => rewritten(view, fold(view.text)), given)
    : given;
  const windows = windowsAround(folded.text, disguisedPlaces(folded.text));
  return [{ ...folded, isNew: () => true }, ...windows.map((window) => windowView(folded, window))];
}

function disguisedPlaces(text: string): Place[] {
  const places: Place[] = [];
  for (const disguise of DISGUISES) for (const edit of disguise(text)) if (!edit.isMinor) places.push(edit);
  return places.sort((a, b) => a.start - b.start);
}

function windowView(folded: Rewritten, window: Place): TextView {
  // What is decoded may hold any disguise of characters, and what these are in may be said.
  const view = [...CODES, ...FOLDS, ...WRITINGS].reduce<Rewritten>(
    (reading, disguise) => rewritten(reading, disguise(reading.text)),
    rewritten(asGiven(folded.text), [], window),
  );
  return {
    text: view.text,
    placeOf: (start, end) => {
      const place = view.placeOf(start, end);
      return folded.placeOf(place.start, place.end);
    },
    isNew: (start, end) => {
      const place = view.placeOf(start, end);
      return folded.text.slice(place.start, place.end) !== view.text.slice(start, end);
    },
  };
}
