/**
 * How a text that was read from a picture may have been meant: readers of pictures take letters for digits and signs for others, lose
 * blanks and add some. Sibling of `text-views.ts`, whose views of disguises are searched as well. Each view is a window of the text with
 * the repairs made, and the way back; what is found in it counts only by the rules of `isTrusted`. Pure, linear.
 *
 * Misses: a digit read as another digit, a character lost within a value, a value with more than a few faults.
 */

import { accounts } from './ocr-views/accounts.ts';
import { digitsForLetters } from './ocr-views/digits-for-letters.ts';
import { lettersForDigits } from './ocr-views/letters-for-digits.ts';
import { isFaint } from './ocr-views/look-alikes.ts';
import { mailSigns } from './ocr-views/mail-signs.ts';
import type { TextDetection } from './text-detector.ts';
import { asGiven, type Edit, type Rewriting, type Rewritten, rewritten } from './text-views/rewritten.ts';
import { windowsAround } from './text-views/windows.ts';

export interface OcrView extends Rewritten {
  /** Whether what was found in this view is worth reporting: a repair made it, and something besides its look speaks for it. */
  isTrusted(detection: TextDetection): boolean;
}

/** Named in the reasons of what was found in a view. */
export const OCR_REPAIRED = 'ocr-repaired';

/** Where two want the same place, the first has it: a whole account number goes before its digits. */
const REPAIRS: readonly Rewriting[] = [accounts, mailSigns, lettersForDigits, digitsForLetters];

/** Types whose detectors ask for a check digit, or for a word that names the number. */
const PROVED: readonly TextDetection['type'][] = [
  'payment-card',
  'iban',
  'national-id',
  'passport',
  'drivers-licence',
  'date-of-birth',
];
/** Repairs within one value: more of them make a number out of any word. */
const MAX_REPAIRS = 4;
const MAX_PHONE_REPAIRS = 3;
/** A number with a phone word beside it, or one of a country's plan: one faint look-alike is forgiven. */
const SURE = 0.8;

/** None where nothing can be repaired, which is the rule. */
export function ocrViews(text: string): readonly OcrView[] {
  const edits = repairsOf(text);
  const given = asGiven(text);
  return windowsAround(text, edits).map((window) => {
    const within = edits.filter(({ start, end }) => start >= window.start && end <= window.end);
    const view = rewritten(given, within, window);
    return { ...view, isTrusted: (detection) => isTrusted(detection, view, text, within) };
  });
}

function repairsOf(text: string): Edit[] {
  const taken: Edit[] = [];
  for (const repair of REPAIRS) {
    const before = taken.toSorted((a, b) => a.start - b.start);
    taken.push(...withoutTaken(repair(text), before));
  }
  return taken.sort((a, b) => a.start - b.start);
}

/** Both in order, neither with overlaps of its own. */
function withoutTaken(edits: readonly Edit[], taken: readonly Edit[]): Edit[] {
  let next = 0;
  return edits.filter(({ start, end }) => {
    while (next < taken.length && (taken[next]?.end ?? 0) <= start) next++;
    return (taken[next]?.start ?? Number.POSITIVE_INFINITY) >= end;
  });
}

function isTrusted(
  { type, score, start, end, reasons = [] }: TextDetection,
  view: Rewritten,
  text: string,
  edits: readonly Edit[],
): boolean {
  const place = view.placeOf(start, end);
  const made = edits.filter((edit) => edit.start < place.end && place.start < edit.end);
  if (made.length === 0) return false;
  if (type === 'email' || reasons.includes('deny-list')) return true;
  const letters = made.filter((edit) => /[^\s]/.test(text.slice(edit.start, edit.end)));
  if (type === 'iban') return true;
  if (type === 'person') return made.length === 1;
  if (PROVED.includes(type)) return letters.length <= MAX_REPAIRS;
  if (type !== 'phone' && type !== 'address') return false;
  const faint = letters.filter((edit) => isFaint(text.slice(edit.start, edit.end)));
  return letters.length <= MAX_PHONE_REPAIRS && (faint.length === 0 || (score >= SURE && letters.length === 1));
}
