/** Fields of a document as they are printed: a label, in one or more languages, and its value behind, below or beside it. Pure. */
import { matchesOf } from '../matches-of.ts';
import { type FoldedWord, foldedWords } from './fold-words.ts';
import { below, beside, type Placed } from './placed.ts';
import { FIELDS, type Field, NUMBERED_FIELDS } from './words.ts';

export interface LabelledField {
  readonly field: Field;
  readonly label: Placed;
  readonly value?: FieldValue;
  /** By its number only, as on driving licences: `4b. 01.02.2030`. */
  readonly isNumbered: boolean;
}

/** UTF-16 offsets into the page's text, end exclusive. */
interface FieldValue {
  readonly placed: Placed;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Labels of one picture that are looked at: a document has twenty. */
const MAX_LABELS = 80;
const MAX_PHRASE_WORDS = 5;
const HAS_DIGITS: readonly Field[] = ['number', 'birth', 'issue', 'expiry'];
/** A label longer than this is a sentence. */
const MAX_LABEL_UNITS = 90;
const NUMBER = /^(\d{1,2}[abcd]?)[.:)]\s?(?=\S)/i;
const BEHIND = /^[\s:;.,/()№#°-]*/u;

/** In the order of the page. */
export function labelledFields(all: readonly Placed[]): LabelledField[] {
  const labels = all.flatMap((placed) => labelOf(placed) ?? []).slice(0, MAX_LABELS);
  const isLabel = new Set(labels.map(({ label }) => label));
  return labels.map(({ rest, ...found }) => {
    const own = valueAt(found.label, rest);
    // What stands behind a label of a number may be the label in a language that is not known here.
    const isWord = own !== undefined && HAS_DIGITS.includes(found.field) && digitsIn(own.text) === 0;
    const value = own === undefined || isWord ? (valueNear(found.label, all, isLabel) ?? own) : own;
    return value === undefined ? found : { ...found, value };
  });
}

interface Label extends LabelledField {
  /** Where in the stretch the label ends. */
  readonly rest: number;
}

function labelOf(label: Placed): Label | undefined {
  if (label.text.length > MAX_LABEL_UNITS) return undefined;
  const number = NUMBER.exec(label.text);
  const words = foldedWords(label.text);
  // `1. Surname`: the number of a label that has words as well.
  const named = fieldAt(words, number === null ? 0 : 1) ?? fieldAt(words, 0);
  if (named !== undefined) {
    const rest = named.end + (BEHIND.exec(label.text.slice(named.end))?.[0].length ?? 0);
    return { field: named.field, label, rest, isNumbered: false };
  }
  const field = NUMBERED_FIELDS[number?.[1]?.toLowerCase() ?? ''];
  return field === undefined || number === null
    ? undefined
    : { field, label, rest: number[0].length, isNumbered: true };
}

/** The label from word `from` on, with what it says in other languages behind it. */
function fieldAt(
  words: readonly FoldedWord[],
  from: number,
): { readonly field: Field; readonly end: number } | undefined {
  const first = phraseAt(words, from);
  if (first === undefined) return undefined;
  let { end } = first;
  for (let next = first.next, phrase = phraseAt(words, next); phrase !== undefined; phrase = phraseAt(words, next)) {
    end = phrase.end;
    next = phrase.next;
  }
  return { field: first.field, end };
}

/** The longest phrase of the words from `from` on. */
function phraseAt(words: readonly FoldedWord[], from: number): { field: Field; end: number; next: number } | undefined {
  for (let count = Math.min(MAX_PHRASE_WORDS, words.length - from); count > 0; count--) {
    const phrase = words.slice(from, from + count);
    const field = FIELDS.get(phrase.map(({ folded }) => folded).join(''));
    const end = phrase.at(-1)?.end;
    if (field !== undefined && end !== undefined) return { field, end, next: from + count };
  }
  return undefined;
}

function valueAt(placed: Placed, rest: number): FieldValue | undefined {
  const text = placed.text.slice(rest);
  if ((text.match(/[\p{L}\p{N}]/gu)?.length ?? 0) < 2) return undefined;
  return { placed, start: placed.start + rest, end: placed.end, text };
}

function valueNear(label: Placed, all: readonly Placed[], isLabel: ReadonlySet<Placed>): FieldValue | undefined {
  const near = [below(label, all), beside(label, all)];
  const placed = near.find((one) => one !== undefined && !isLabel.has(one));
  return placed && { placed, start: placed.start, end: placed.end, text: placed.text };
}

/** Digits of a value, whatever stands between them. */
export function digitsIn(text: string): number {
  return matchesOf(text, /\d/g).length;
}
