/** What can be said of a single word, wherever it stands: its form, its use and the lists of names it is on. */
import { hashOf, joined, mix } from './hash.ts';
import { stemsOf } from './name-stems.ts';
import { LANGUAGES, NAME_BITS, type NameTables, namesOf, useOf } from './name-tables.ts';
import { KIND } from './split-words.ts';

/** How a word is written. */
export const SHAPE = {
  lower: 0,
  title: 1,
  capitals: 2,
  initial: 3,
  mixed: 4,
  uncased: 5,
  number: 6,
  other: 7,
  sign: 8,
  lineEnd: 9,
  none: 10,
} as const;

export interface WordTraits {
  /** As written, cut to what is looked at; empty for what is no word. */
  readonly word: string;
  /** Hash of the word in lower case, or of the sign. */
  readonly lower: number;
  readonly shape: number;
  /** Bits as in `NAME_BITS`, and `VIA_STEM`. */
  readonly names: number;
  /** Brown clusters by language: of the word as written, then, where that is another way, as written with one capital; 0 where unknown. */
  readonly clusters: readonly number[];
  /** Brown cluster in English, near ones by near numbers; for a word that the table has not as written, that of the form with a capital. */
  readonly cluster: number;
  /** How common it is and how often it has a capital, in one small number. */
  readonly use: number;
  /** Hash of the last three letters. */
  readonly ending: number;
  /** May be a name by itself or with others. */
  readonly isCandidate: boolean;
  /** With a capital, but usually without and on no list of names: alone it stands first in a sentence, or in a title. */
  readonly isCommon: boolean;
  /** May stand in lower case within a name. */
  readonly isParticle: boolean;
}

/** Set in `names` where only a dictionary form of the word is on a list. */
const VIA_STEM = 0b1000000;

/** In lower case within names: of nobility, of descent, "and" in Spanish and Catalan surnames. */
const PARTICLES: ReadonlySet<string> = new Set(
  'de del della di da do dos das du des la le las los van von der den ten ter zu zum af av bin bint ibn al el abu ben y e i st фон де ван ибн бен ал'.split(
    ' ',
  ),
);
/** Longer words are no names; their first units stand for them. */
export const MAX_WORD_UNITS = 48;
const MAX_AFFIX_UNITS = 5;
/** -shvili, -dze, -ava, -ua in their cases, https://en.wikipedia.org/wiki/Georgian_surname; other endings are those of words, too. */
const GEORGIAN_SURNAME =
  /[ა-ჰ]{3}(?:შვილ[ა-ჰ]{0,7}|ძე(?:ს|მ|ზე|თან|სთან)?|ძის(?:თვის|გან|კენ)?|ავა(?:ს|მ|ზე|სთან)?|ავის(?:თვის)?|უა(?:ს|მ|ზე|სთან)?)$/u;
/** As `WordUse` has it: with a capital in one of eight cases. */
const MIN_LOWER_CANDIDATE_CAPITAL = 6;

/** Of `WordUse`: written with a capital in one of 20 cases at most, 6 times in a million words at least. */
const MAX_COMMON_CAPITAL = 5;
const MIN_COMMON_FREQUENCY = 7;

/** Own numbers for each kind of feature, so that equal values of two kinds do not meet. */
const SALT = {
  bias: 101,
  lower: 102,
  shape: 103,
  names: 104,
  namesShape: 105,
  script: 106,
  length: 107,
  useShape: 108,
  asWritten: 109,
  capital: 110,
  namesCapital: 111,
  prefix: 112,
  suffix: 113,
  cluster: 114,
  clusterShape: 115,
  clusterNear: 116,
  besideLower: 117,
  besideShape: 118,
  besideNames: 119,
  besideCluster: 120,
  besideCapital: 121,
  besideEnding: 122,
} as const;

const NOTHING = {
  word: '',
  names: 0,
  clusters: [],
  cluster: 0,
  use: 0,
  ending: 0,
  isCandidate: false,
  isCommon: false,
  isParticle: false,
} as const;

/** A place before the first and behind the last word. */
export const NO_WORD: WordTraits = bare(0, SHAPE.none);

/** Traits of one piece of text of that kind. */
export function traitsOf(piece: string, kind: number, tables: NameTables): WordTraits {
  if (kind === KIND.lineEnd) return bare(1, SHAPE.lineEnd);
  if (kind === KIND.number) return bare(mix(2, Math.min(piece.length, 5)), SHAPE.number);
  if (kind === KIND.other) return bare(mix(3, piece.charCodeAt(0)), SHAPE.other);
  if (kind === KIND.sign) return bare(hashOf(piece), SHAPE.sign);
  return wordTraits(piece.slice(0, MAX_WORD_UNITS), tables);
}

function bare(hash: number, shape: number): WordTraits {
  return { ...NOTHING, lower: hash, shape };
}

function wordTraits(word: string, tables: NameTables): WordTraits {
  const small = word.toLowerCase();
  const shape = shapeOf(word, small);
  const isWithTitle = shape === SHAPE.lower || shape === SHAPE.capitals;
  const clusters: number[] = [];
  const written = hashOf(word);
  let titled = usesOf(written, tables, clusters);
  if (isWithTitle) titled = usesOf(hashOf(titleOf(small)), tables, clusters);
  const names = listsOf(small, tables, shape);
  return {
    word,
    lower: hashOf(small),
    shape,
    names,
    clusters,
    cluster: clusters[0] || clusters[LANGUAGES.length] || 0,
    use: titled.english & 0xff,
    ending: hashOf(small, Math.max(0, small.length - 3)),
    isCandidate: isCandidate(word, shape, names, titled.english & 15),
    isCommon: (shape === SHAPE.title || shape === SHAPE.capitals) && isCommon(names, titled.best & 0xff),
    isParticle: PARTICLES.has(word),
  };
}

/** Adds a word's clusters, by language; `english` is its use there, `best` in the first language that has it. */
function usesOf(hash: number, tables: NameTables, clusters: number[]): { english: number; best: number } {
  let english = 0;
  let best = 0;
  for (let language = 0; language < LANGUAGES.length; language++) {
    const use = useOf(tables, hash, language);
    if (language === 0) english = use;
    if (best === 0) best = use;
    clusters.push(use >>> 8);
  }
  return { english, best };
}

function isCommon(names: number, use: number): boolean {
  const isListed = (names & (NAME_BITS.first | NAME_BITS.last)) !== 0;
  return !isListed && use >>> 4 >= MIN_COMMON_FREQUENCY && (use & 15) <= MAX_COMMON_CAPITAL;
}

/**
 * A word in lower case must be on a list of names, and not one that people hardly ever write with a capital; a word of a script without
 * capitals must be on a list or have a Georgian surname's ending.
 */
function isCandidate(word: string, shape: number, names: number, capital: number): boolean {
  const isListed = (names & (NAME_BITS.first | NAME_BITS.last)) !== 0;
  if (shape === SHAPE.lower) return isListed && (capital === 0 || capital >= MIN_LOWER_CANDIDATE_CAPITAL);
  if (shape === SHAPE.uncased) return isListed || GEORGIAN_SURNAME.test(word);
  return shape < SHAPE.uncased;
}

/** The most features that `ownFeatures` and `besideFeatures` write. */
export const MAX_OWN = 32;

/** What is seen of a word when it is the one in question; written to `out`, their number returned. */
export function ownFeatures(
  { word, lower, shape, names, clusters, cluster, use }: WordTraits,
  out: Int32Array,
): number {
  const small = word.toLowerCase();
  const capital = use & 15;
  out[0] = SALT.bias;
  out[1] = joined(SALT.lower, lower, 0);
  out[2] = joined(SALT.shape, shape, 0);
  out[3] = joined(SALT.names, names, 0);
  out[4] = joined(SALT.namesShape, names, shape);
  out[5] = joined(SALT.script, scriptOf(word), shape);
  out[6] = joined(SALT.length, Math.min(word.length, 12), 0);
  out[7] = joined(SALT.useShape, use, shape);
  out[8] = joined(SALT.asWritten, hashOf(word), 0);
  out[9] = joined(SALT.capital, capital, shape);
  out[10] = joined(SALT.namesCapital, names, capital);
  out[11] = joined(SALT.clusterShape, cluster, shape);
  out[12] = joined(SALT.clusterNear, cluster >> 2, 0);
  out[13] = joined(SALT.clusterNear, cluster >> 4, shape + 1);
  let count = 14;
  let prefix = 0;
  let suffix = 0;
  for (let units = 1; units <= MAX_AFFIX_UNITS && units < small.length; units++) {
    prefix = joined(SALT.prefix, prefix, small.charCodeAt(units - 1));
    suffix = joined(SALT.suffix, suffix, small.charCodeAt(small.length - units));
    out[count++] = prefix;
    out[count++] = joined(SALT.suffix, suffix, Math.min(shape, 2));
  }
  for (let at = 0; at < clusters.length; at++) {
    const found = clusters[at] ?? 0;
    if (found > 0) out[count++] = joined(SALT.cluster, found, at);
  }
  return count;
}

/** What is seen of a word by those next to it; written to `out`, their number returned. */
export function besideFeatures(
  { word, lower, shape, names, clusters, cluster, use, ending }: WordTraits,
  out: Int32Array,
): number {
  out[0] = joined(SALT.besideLower, lower, 0);
  out[1] = joined(SALT.besideShape, shape, 0);
  if (word === '') return 2;
  out[2] = joined(SALT.besideNames, names, 0);
  out[3] = joined(SALT.besideNames, names, shape + 1);
  out[4] = joined(SALT.besideCluster, cluster, 0);
  out[5] = joined(SALT.besideCluster, cluster >> 2, 1);
  out[6] = joined(SALT.besideCluster, cluster >> 4, 2);
  out[7] = joined(SALT.besideCapital, use & 15, shape);
  out[8] = joined(SALT.besideEnding, ending, 0);
  let count = 9;
  for (let language = 1; language < LANGUAGES.length; language++) {
    const found = clusters[language] ?? 0;
    if (found > 0) out[count++] = joined(SALT.besideCluster, found, language + 2);
  }
  return count;
}

function shapeOf(word: string, small: string): number {
  if (/^[\p{Lo}\p{Lm}\p{sc=Geor}]/u.test(word)) return SHAPE.uncased;
  if (word === small) return SHAPE.lower;
  if (!/^[\p{Lu}\p{Lt}]/u.test(word)) return SHAPE.other;
  const rest = word.slice(1);
  if (!/\p{L}/u.test(rest)) return SHAPE.initial;
  if (rest === small.slice(1)) return SHAPE.title;
  return word === word.toUpperCase() ? SHAPE.capitals : SHAPE.mixed;
}

function titleOf(small: string): string {
  return small.charAt(0).toUpperCase() + small.slice(1);
}

/** 0 Latin, 1 Cyrillic, 2 Georgian, 3 any other script; by the first letter. */
function scriptOf(word: string): number {
  const unit = word.charCodeAt(0);
  if (unit < 0x250) return 0;
  if (unit >= 0x400 && unit < 0x530) return 1;
  return unit >= 0x10a0 && unit < 0x1100 ? 2 : 3;
}

/** The lists a word is on, or else one of its dictionary forms. An inflected word in lower case is on none: too many are words. */
function listsOf(small: string, tables: NameTables, shape: number): number {
  const direct = namesOf(tables, small);
  if (direct !== 0 || shape === SHAPE.lower) return direct;
  for (const stem of stemsOf(small)) {
    const found = namesOf(tables, stem);
    if (found !== 0) return found | VIA_STEM;
  }
  return 0;
}
