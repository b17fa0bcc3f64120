/** What can be said of a single word, wherever it stands: its form, its use and the lists of names it is on. */
import { hashOf, mix } from './hash.ts';
import { stemsOf } from './name-stems.ts';
import { LANGUAGES, NAME_BITS, type NameTables, namesOf, useOf, type WordUse } from './name-tables.ts';
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
  /** Use as written, and as written with one capital where that is another way; by language. */
  readonly uses: readonly WordUse[];
  readonly titleUses: readonly WordUse[];
  /** Brown cluster in English, near ones by near numbers; for a word that the table has not as written, that of the form with a capital. */
  readonly cluster: number;
  /** How common it is and how often it has a capital, in one small number. */
  readonly use: number;
  /** Hash of the last three letters. */
  readonly ending: number;
  /** May be a name by itself. */
  readonly isCandidate: boolean;
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
  titleCluster: 115,
  clusterShape: 116,
  clusterNear: 117,
} as const;

const NOTHING = {
  word: '',
  names: 0,
  uses: [],
  titleUses: [],
  cluster: 0,
  use: 0,
  ending: 0,
  isCandidate: false,
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
  const title = shape === SHAPE.lower || shape === SHAPE.capitals ? titleOf(small) : word;
  const uses = LANGUAGES.map((_, language) => useOf(tables, word, language));
  const titleUses = title === word ? uses : LANGUAGES.map((_, language) => useOf(tables, title, language));
  const names = listsOf(small, tables, shape);
  const { frequency = 0, capital = 0, cluster = 0 } = titleUses[0] ?? {};
  return {
    word,
    lower: hashOf(small),
    shape,
    names,
    uses,
    titleUses,
    cluster: uses[0]?.cluster || cluster,
    use: (frequency << 4) | capital,
    ending: hashOf(small, Math.max(0, small.length - 3)),
    isCandidate: isCandidate(word, shape, names, capital),
    isParticle: PARTICLES.has(word),
  };
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

/** What is seen of a word when it is the one in question. */
export function ownFeatures({ word, lower, shape, names, uses, titleUses, cluster, use }: WordTraits): number[] {
  const small = word.toLowerCase();
  const capital = use & 15;
  const features = [
    SALT.bias,
    mix(lower, SALT.lower),
    mix(shape, SALT.shape),
    mix(names, SALT.names),
    mix(names | (shape << 8), SALT.namesShape),
    mix(mix(scriptOf(word), shape), SALT.script),
    mix(Math.min(word.length, 12), SALT.length),
    mix(mix(use, shape), SALT.useShape),
    mix(hashOf(word), SALT.asWritten),
    mix(capital | (shape << 4), SALT.capital),
    mix(mix(names, capital), SALT.namesCapital),
    mix(mix(cluster, shape), SALT.clusterShape),
    mix(cluster >> 2, SALT.clusterNear),
    mix(mix(cluster >> 4, shape), SALT.clusterNear),
  ];
  for (let units = 1; units <= MAX_AFFIX_UNITS && units < small.length; units++) {
    features.push(mix(hashOf(small, 0, units), SALT.prefix));
    features.push(mix(mix(hashOf(small, small.length - units), SALT.suffix), Math.min(shape, 2)));
  }
  for (const [language, found] of uses.entries())
    if (found.cluster > 0) features.push(mix(found.cluster | (language << 10), SALT.cluster));
  if (titleUses === uses) return features;
  for (const [language, found] of titleUses.entries())
    if (found.cluster > 0) features.push(mix(found.cluster | (language << 10), SALT.titleCluster));
  return features;
}

/** What is seen of a word by those next to it. */
export function besideFeatures({ word, lower, shape, names, uses, cluster, use, ending }: WordTraits): number[] {
  if (word === '') return [mix(lower, SALT.lower), mix(shape, SALT.shape)];
  const features = [
    mix(lower, SALT.lower),
    mix(shape, SALT.shape),
    mix(names, SALT.names),
    mix(names | (shape << 8), SALT.namesShape),
    mix(cluster, SALT.cluster),
    mix(cluster >> 2, SALT.clusterNear),
    mix(cluster >> 4, SALT.clusterNear),
    mix((use & 15) | (shape << 4), SALT.capital),
    mix(ending, SALT.suffix),
  ];
  for (const [language, found] of uses.entries())
    if (language > 0 && found.cluster > 0) features.push(mix(found.cluster | (language << 10), SALT.cluster));
  return features;
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
