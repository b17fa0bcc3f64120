/** What makes somebody a minor: an age up to 17, a year of birth, a school year, a birthday. Pure; looks at single places. */
import { byLanguage, type Language } from '../statement/people-words.ts';
import type { Reading } from '../statement/reading.ts';
import { type MinorRole, NUMBER_WORDS } from './minor-words.ts';

export interface Evidence {
  readonly signal: 'age' | 'adult-age' | 'birth-year' | 'school' | 'birthday' | 'young';
  /** Indexes of its first and last token. */
  readonly first: number;
  readonly last: number;
}

/** GDPR Art. 8 and the UN Convention on the Rights of the Child, Art. 1: a child is anybody under 18. */
const MAX_MINOR_YEARS = 17;
const MAX_AGE_YEARS = 120;
const MAX_MONTHS = 36;
const MAX_CLASS = 13;
const CHILDREN: readonly MinorRole[] = ['kin', 'child', 'small', 'baby'];
/** Languages that say an age by a bare number: "is 7", "ist sieben", "ему 14". */
const BARE_AGE: readonly Language[] = ['en', 'de', 'ru', 'ka'];
/** How far a year of birth is from its verb, a birthday from its number. */
const NEAR_TOKENS = 3;

const NUMBERS = byLanguage((language) => {
  const values = NUMBER_WORDS[language].split(/\s+/).map((forms) => forms.split('/'));
  return new Map(values.flatMap((forms, index) => forms.map((form) => [form, index + 1] as const)));
});

/** What the token at the index says or begins to say. */
export function evidenceAt(reading: Reading<MinorRole>, index: number): Evidence | undefined {
  if (reading.is(index, 'aged')) return { signal: 'age', first: index, last: index };
  return ageAt(reading, index) ?? schoolAt(reading, index) ?? birthYearAt(reading, index) ?? birthdayAt(reading, index);
}

/** An age with its unit, or a bare number where only an age can stand. */
export function ageAt(reading: Reading<MinorRole>, index: number): Evidence | undefined {
  const value = numberAt(reading, index);
  if (value === undefined || value > MAX_AGE_YEARS || isInRange(reading, index)) return undefined;
  return ageWithUnit(reading, index, value) ?? bareAge(reading, index, value);
}

function ageWithUnit(reading: Reading<MinorRole>, first: number, value: number): Evidence | undefined {
  const { tokens, language } = reading;
  const unit = skipHyphen(reading, first + 1);
  const isInMonths = reading.is(unit, 'months');
  if (!isInMonths && !reading.is(unit, 'years')) return listedAge(reading, first, value);
  if (reading.is(first - 1, 'duration') || isDifference(reading, first)) return undefined;
  for (let at = unit + 1; at <= unit + 2 && tokens[at]?.kind === 'word'; at += 1)
    if (reading.is(at, 'duration')) return undefined;
  const old = skipHyphen(reading, unit + 1);
  if (!reading.is(old, 'old') && isSpent(reading, first, unit)) return undefined;
  const last = reading.is(old, 'old') ? old : unit;
  // English says years of anything: what is not followed by "old" must end there or stand before the child.
  const isOpen = last === unit && tokens[old]?.kind === 'word' && !isChild(reading, old) && !reading.is(old, 'and');
  if (language === 'en' && isOpen) return undefined;
  const isMinor = isInMonths ? value <= MAX_MONTHS : value <= MAX_MINOR_YEARS;
  return { signal: isMinor ? 'age' : 'adult-age', first, last };
}

/** "6 and 9 years": the unit stands behind the last. */
function listedAge(reading: Reading<MinorRole>, first: number, value: number): Evidence | undefined {
  if (!reading.is(first + 1, 'and') || numberAt(reading, first + 2) === undefined) return undefined;
  if (!reading.is(first + 3, 'years') || value > MAX_MINOR_YEARS) return undefined;
  return { signal: 'age', first, last: first + 3 };
}

function bareAge(reading: Reading<MinorRole>, index: number, value: number): Evidence | undefined {
  const { tokens, language } = reading;
  const before = tokens[index - 1];
  const isEnclosed = before?.text === '(' || (before?.text === ',' && isBesideChild(reading, index - 2));
  const isSaid =
    BARE_AGE.includes(language) &&
    (reading.is(index - 1, 'turns') || (language === 'ru' && isChild(reading, index - 1)));
  if ((!isEnclosed && !isSaid) || isPast(reading, index)) return undefined;
  const next = tokens[index + 1];
  const isListed = reading.is(index + 1, 'and') && (isSaid || numberAt(reading, index + 2) !== undefined);
  const ends = next === undefined || /^[,.)!?:–—]$/.test(next.text) || isListed;
  if (!ends) return undefined;
  return { signal: value <= MAX_MINOR_YEARS ? 'age' : 'adult-age', first: index, last: index };
}

/** "my son, 7", "my son Luka, 7", and not "my son lives in Hill Street, 7". */
function isBesideChild(reading: Reading<MinorRole>, index: number): boolean {
  if (isChild(reading, index) || reading.is(index, 'relation')) return true;
  return reading.tokens[index]?.isCapital === true && isChild(reading, index - 1);
}

function isDifference(reading: Reading<MinorRole>, index: number): boolean {
  return [-4, -3, -2, -1, 2, 3].some((offset) => reading.is(index + offset, 'comparative')) || isPast(reading, index);
}

/** "lives here 5 years" */
function isSpent(reading: Reading<MinorRole>, first: number, unit: number): boolean {
  for (let at = first - 1; at >= first - 4 && reading.tokens[at]?.kind === 'word'; at -= 1)
    if (reading.is(at, 'spends')) return true;
  return reading.is(unit + 1, 'spends');
}

/** "when I was 7" */
function isPast(reading: Reading<MinorRole>, index: number): boolean {
  return [1, 2, 3, 4].some((distance) => reading.is(index - distance, 'when'));
}

function schoolAt(reading: Reading<MinorRole>, index: number): Evidence | undefined {
  if (reading.is(index, 'school') || reading.is(index, 'grader'))
    return { signal: 'school', first: index, last: index };
  if (!reading.is(index, 'class')) return undefined;
  const isNumbered = (at: number): boolean => reading.is(at, 'ordinal') || isClassNumber(reading, at);
  // "in year 4", and not "8 years"
  const before = reading.is(index, 'years') ? undefined : [index - 1, index - 2].find(isNumbered);
  if (before !== undefined) return { signal: 'school', first: before, last: index };
  return isNumbered(index + 1) ? { signal: 'school', first: index, last: index + 1 } : undefined;
}

function birthYearAt(reading: Reading<MinorRole>, index: number): Evidence | undefined {
  if (!reading.is(index, 'born')) return undefined;
  const latest = new Date().getFullYear();
  for (let distance = 1; distance <= NEAR_TOKENS; distance += 1) {
    for (const at of [index + distance, index - distance]) {
      const token = reading.tokens[at];
      if (token?.kind !== 'number' || token.text.length !== 4) continue;
      const years = latest - Number(token.text);
      if (years >= 0 && years <= MAX_MINOR_YEARS)
        return { signal: 'birth-year', first: Math.min(at, index), last: Math.max(at, index) };
    }
  }
  return undefined;
}

function birthdayAt(reading: Reading<MinorRole>, index: number): Evidence | undefined {
  if (!reading.is(index, 'birthday')) return undefined;
  for (let at = index - 1; at >= index - NEAR_TOKENS; at -= 1) {
    const isNth = reading.is(at, 'ordinal') && reading.tokens[at - 1]?.kind !== 'number';
    if (isNth || (numberAt(reading, at) ?? MAX_AGE_YEARS) <= MAX_MINOR_YEARS)
      return { signal: 'birthday', first: at, last: index };
  }
  return undefined;
}

function isClassNumber(reading: Reading<MinorRole>, index: number): boolean {
  return reading.tokens[index]?.kind === 'number' && Number(reading.tokens[index]?.text) <= MAX_CLASS;
}

/** The value of a number of up to three digits or of a number word. */
function numberAt({ tokens, language }: Reading<MinorRole>, index: number): number | undefined {
  const token = tokens[index];
  if (token?.kind === 'number') return token.text.length <= 3 ? Number(token.text) : undefined;
  return token === undefined ? undefined : NUMBERS[language].get(token.text);
}

/** `3-6`, `3–6`, `1.5`, `7%`: neither end is an age. */
function isInRange(reading: Reading<MinorRole>, index: number): boolean {
  const { tokens } = reading;
  const isNumber = (at: number): boolean => tokens[at]?.kind === 'number';
  const joins = (at: number): boolean => /^[-–—/.,:%]$/.test(tokens[at]?.text ?? '');
  return (joins(index - 1) && isNumber(index - 2)) || (joins(index + 1) && isNumber(index + 2));
}

function skipHyphen({ tokens }: Reading<MinorRole>, index: number): number {
  return /^[-‐‑]$/.test(tokens[index]?.text ?? '') ? index + 1 : index;
}

function isChild(reading: Reading<MinorRole>, index: number): boolean {
  return CHILDREN.some((role) => reading.is(index, role));
}
