/**
 * Passports, identity cards and driving licences by what is printed on them: a title, the labels of their fields, and values. Their number
 * is raised where it could be told by its place only, or the whole block where none was read; names and the date of birth likewise.
 */
import type { FindingType } from '../../core/types.ts';
import { matchesOf } from '../matches-of.ts';
import type { TextDetection } from '../text-detector.ts';
import { foldedWords } from './fold-words.ts';
import { digitsIn, type LabelledField } from './labelled-fields.ts';
import type { NamesIn } from './name-lines.ts';
import type { Placed, Raised } from './placed.ts';
import { printedDates } from './printed-dates.ts';
import { isolatedDates, unlabelledValues } from './unlabelled-values.ts';
import { type DocumentType, type Field, TITLES } from './words.ts';

export const DOCUMENT_FINDING: Readonly<Record<DocumentType, FindingType>> = {
  passport: 'passport',
  'identity-card': 'national-id',
  'driving-licence': 'drivers-licence',
};

/** Different fields that a titled document has at least, and an untitled one. */
const MIN_FIELDS = 3;
const MIN_FIELDS_UNTITLED = 5;
const MIN_NUMBERED = 4;
/** Fields that forms and accounts have as well: without others they make no document. */
const COMMON: readonly Field[] = ['surname', 'given-names', 'name', 'birth', 'address', 'number', 'sex', 'category'];
/** Of a value that stands for a date or a number: an empty form has none. */
const MIN_VALUE_DIGITS = 4;
const MAX_TITLE_UNITS = 60;
const MAX_TITLE_WORDS = 9;
/** Of its stretch, in letters: a document's own title stands by itself, or in two languages. */
const MIN_TITLE_SHARE = 0.4;
/** Dates by themselves that stand for fields whose labels were not read. */
const MAX_UNLABELLED = 2;
/** A page with more of it than a document has room for. */
const MAX_STRETCHES_UNLABELLED = 60;
const MIN_NUMBER_UNITS = 6;
const MAX_NUMBER_UNITS = 26;
/** A document bears its own number, one of its holder and one to read it by. */
const MAX_NUMBERS = 6;
const NUMBER_WORD = /(?<![\p{L}\p{N}./<-])[A-Z\d|lo]{7,12}(?![\p{L}\p{N}./<-])/gu;
const MIN_NUMBER_DIGITS = 5;
const SCORE = {
  number: 0.8,
  elsewhere: 0.65,
  block: 0.6,
  name: 0.75,
  birth: 0.8,
  unlabelledBirth: 0.7,
  unlabelledName: 0.65,
};
const DATE = /(?<!\d)\d{1,4}[ ./-]{1,3}(?:\d{1,2}|\p{L}{3,9})[ ./-]{1,3}\d{2,4}(?!\d)/u;
/** `17MAY2 024`: a date whose blanks and digits were misread is no number. */
const NAMED_MONTH = /\d ?(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Z]{0,6}[ .]?\d/;
/** Of the holder, or the document's number: without one of them only print is left that all documents of a kind share. */
const OF_HOLDER: readonly Field[] = ['surname', 'given-names', 'name', 'birth', 'number'];
const NAME_PART = /^[\p{L}][\p{L}\p{M}'’ ./-]{1,48}$/u;
/** Their fields have numbers for labels, others number the labels themselves: `2. DATE-OF BIRTH`. */
const NUMBERED: DocumentType = 'driving-licence';

export interface IdentityDocument {
  readonly kind: DocumentType;
  readonly fields: readonly LabelledField[];
}

export function identityDocument(
  all: readonly Placed[],
  fields: readonly LabelledField[],
): IdentityDocument | undefined {
  const kinds = new Set(fields.filter(({ isNumbered }) => !isNumbered).map(({ field }) => field));
  const numbered = new Set(fields.filter(({ isNumbered }) => isNumbered).map(({ field }) => field));
  const title = titleOf(all);
  const kind = title?.kind;
  const isAlone = title?.isAlone === true && all.length <= MAX_STRETCHES_UNLABELLED;
  const dates = isAlone ? Math.min(MAX_UNLABELLED, isolatedDates(all).length) : 0;
  const hasNumber = dates === MAX_UNLABELLED && all.some(({ text }) => isNumber(text));
  const hasValues = fields.some(({ value }) => value !== undefined && digitsIn(value.text) >= MIN_VALUE_DIGITS);
  if (!hasValues && dates < MAX_UNLABELLED) return undefined;
  const own = [...kinds].filter((field) => !COMMON.includes(field)).length;
  const shown = Math.max(kinds.size, dates + (hasNumber ? 1 : 0));
  if (kind !== undefined && shown >= MIN_FIELDS) return { kind, fields };
  if (kind === 'driving-licence' && numbered.size >= MIN_NUMBERED) return { kind, fields };
  return own > 2 && kinds.size >= MIN_FIELDS_UNTITLED ? { kind: kind ?? 'identity-card', fields } : undefined;
}

interface Title {
  readonly kind: DocumentType;
  /** As `foldedText` gives it. */
  readonly phrase: string;
  /** Nothing else stands beside it. */
  readonly isAlone: boolean;
}

/** The document named first: others are named in smaller print. */
export function titleOf(all: readonly Placed[]): Title | undefined {
  for (const { text } of all) {
    if (text.length > MAX_TITLE_UNITS) continue;
    const words = foldedWords(text).map(({ folded }) => folded);
    const joined = words.length <= MAX_TITLE_WORDS ? words.join('') : '';
    const isNumber = words.some((word) => /^(?:no|nr|number|номер|ნომერი)$/.test(word)) && words.length <= 3;
    if (isNumber || joined === '') continue;
    for (const [kind, phrases] of TITLES) {
      const phrase = phrases.find((one) => joined.includes(one));
      if (phrase !== undefined) return { kind, phrase, isAlone: phrase.length >= MIN_TITLE_SHARE * joined.length };
    }
  }
  return undefined;
}

/** What the document says of its holder beside what its zone told of them, `byZone`; `hasNumber` where a number of its type was found by itself, if only in its zone. */
export function raisedBy(
  { kind, fields: labels }: IdentityDocument,
  all: readonly Placed[],
  byZone: readonly Raised[],
  hasNumber: boolean,
  namesIn: NamesIn,
): Raised[] {
  const type = DOCUMENT_FINDING[kind];
  const fields = kind === NUMBERED ? labels : labels.filter(({ isNumbered }) => !isNumbered);
  const reasons = [`document:${kind}`];
  const raise: Raise = (placed, raised) => ({
    page: placed.page,
    detection: { detector: 'document-kind', reasons, ...raised },
  });
  const found = fields.flatMap(({ field, value }): Raised[] => {
    if (value === undefined) return [];
    const { placed, start, end, text } = value;
    if (field === 'birth') {
      return digitsIn(text) >= MIN_VALUE_DIGITS && text.length <= MAX_NUMBER_UNITS
        ? [raise(placed, { type: 'date-of-birth', score: SCORE.birth, start, end })]
        : [];
    }
    const isName = (field === 'surname' || field === 'given-names' || field === 'name') && NAME_PART.test(text.trim());
    return isName ? [raise(placed, { type: 'person', score: SCORE.name, start, end })] : [];
  });
  const named = fields.flatMap(({ field, value }) =>
    field === 'number' && value !== undefined && isNumber(value.text) ? [value] : [],
  );
  const labelled = named.map(({ placed, start, end }) => raise(placed, { type, score: SCORE.number, start, end }));
  const dates = printedDates(all).filter(({ year }) => year !== undefined);
  const others = all
    .filter((placed) => !named.some((value) => value.placed === placed))
    .flatMap((placed) => numbersIn(placed).map((place) => raise(placed, { type, score: SCORE.elsewhere, ...place })))
    .filter(({ page, detection }) => !dates.some((date) => date.placed.page === page && overlaps(date, detection)));
  const numbers = [...labelled, ...others].slice(0, MAX_NUMBERS);
  const known = [...found, ...unlabelled([...found, ...byZone], all, raise, namesIn)];
  if (numbers.length > 0 || hasNumber || !hasHolder(fields)) return [...known, ...numbers];
  const blocks = blockOf(fields).map((placed) =>
    raise(placed, { type, score: SCORE.block, start: placed.start, end: placed.end }),
  );
  return [...known, ...blocks.map((block) => ({ ...block, isWhole: true as const }))];
}

type Raise = (placed: Placed, raised: Pick<TextDetection, 'type' | 'score' | 'start' | 'end'>) => Raised;

/** Where no label named a date of birth. */
function unlabelled(found: readonly Raised[], all: readonly Placed[], raise: Raise, namesIn: NamesIn): Raised[] {
  if (found.some(({ detection }) => detection.type === 'date-of-birth')) return [];
  const { birth, names } = unlabelledValues(
    all.filter((placed) => titleOf([placed]) === undefined),
    isolatedDates(all),
    namesIn,
  );
  if (birth === undefined) return [];
  const { placed, start, end } = birth;
  return [
    raise(placed, { type: 'date-of-birth', score: SCORE.unlabelledBirth, start, end }),
    ...(found.length > 0 ? [] : names).map((name) =>
      raise(name, { type: 'person', score: SCORE.unlabelledName, start: name.start, end: name.end }),
    ),
  ];
}

/** A document on which the holder was covered shows its labels still, and its dates of issue and expiry: that is nobody's. */
function hasHolder(fields: readonly LabelledField[]): boolean {
  const hasEmptyNumber = fields.some(({ field, value }) => field === 'number' && value === undefined);
  return !hasEmptyNumber && fields.some(({ field, value }) => OF_HOLDER.includes(field) && value !== undefined);
}

function overlaps(a: Pick<TextDetection, 'start' | 'end'>, b: Pick<TextDetection, 'start' | 'end'>): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Of a stretch: all of it, or those of its words that look like one. */
function numbersIn({ text, start, end }: Placed): { readonly start: number; readonly end: number }[] {
  if (isNumber(text)) return [{ start, end }];
  return matchesOf(text, NUMBER_WORD)
    .filter(({ 0: word }) => digitsIn(word) >= MIN_NUMBER_DIGITS)
    .map(({ 0: word, index }) => ({ start: start + index, end: start + index + word.length }));
}

/** Letters and digits in groups, digits in the majority or near it, and no date. */
function isNumber(text: string): boolean {
  const given = text.trim();
  const signs = given.replace(/[^\p{L}\p{N}]/gu, '');
  if (signs.length < MIN_NUMBER_UNITS || given.length > MAX_NUMBER_UNITS) return false;
  if (DATE.test(given) || NAMED_MONTH.test(given)) return false;
  if (/[^\p{Lu}\p{N} ./№#|lo-]/u.test(given)) return false;
  return digitsIn(given) * 2 >= signs.length - 1;
}

/** Without a number: the values of the block in which most fields stand. */
function blockOf(fields: readonly LabelledField[]): Placed[] {
  const values = fields.flatMap(({ value, label }) => value?.placed ?? label);
  const pages = values.map(({ page }) => page);
  const most = pages.toSorted(
    (a, b) => pages.filter((one) => one === b).length - pages.filter((one) => one === a).length,
  )[0];
  const own = values.filter(({ page }) => page === most);
  const first = own.reduce<Placed | undefined>(
    (least, one) => (least === undefined || one.start < least.start ? one : least),
    undefined,
  );
  const end = Math.max(...own.map((one) => one.end));
  return first === undefined ? [] : [{ ...first, end }];
}
