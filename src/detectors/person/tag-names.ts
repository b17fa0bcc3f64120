/** A linear-chain conditional random field over the pieces of a text: for each, how likely it begins or continues a name. */
import { createMarginals } from './marginals.ts';
import {
  joinedFeatures,
  lineModes,
  MAX_JOINED,
  MAX_RUN_PIECES,
  type Reading,
  type Run,
  readText,
  runsOf,
  WINDOW,
} from './name-features.ts';
import { LABELS, type NameModel } from './name-model.ts';
import { NAME_BITS } from './name-tables.ts';
import { KIND } from './split-words.ts';
import {
  besideFeatures,
  MAX_OWN,
  MAX_WORD_UNITS,
  NO_WORD,
  ownFeatures,
  traitsOf,
  type WordTraits,
} from './word-traits.ts';

/** A text with what the model says of each piece; 0 where no name can be. */
export interface Tagged {
  readonly reading: Reading;
  readonly runs: readonly Run[];
  /** 0..1, the piece is the first of a name. */
  readonly begins: Float32Array;
  /** 0..1, the piece is within a name whose first is before it. */
  readonly continues: Float32Array;
}

/** Words that are kept between texts, with their sums of weights; then all are forgotten. */
const MAX_KNOWN_WORDS = 20_000;
/** Labels with weights; "outside" has none. */
const WEIGHED = LABELS - 1;
/** Of the sums of a word: its own, then those for the words beside it, at -2, -1, 1 and 2. */
const SUMS = (1 + 2 * WINDOW) * WEIGHED;

/** A word's sums of weights for "begins" and "continues"; its own and those beside are summed when they are first needed. */
interface Sums {
  readonly values: Float32Array;
  hasOwn: boolean;
  hasBeside: boolean;
}

/** The function keeps everyday words between calls: no texts, and no word that is on a list of names or that the model does not know. */
export function createNameTagger(model: NameModel): (text: string) => Tagged {
  const buckets = model.weights.length / WEIGHED;
  const features = new Int32Array(Math.max(MAX_JOINED, MAX_OWN));
  const everyday = new Map<string, WordTraits>();
  const everydaySums = new Map<WordTraits, Sums>([[NO_WORD, noSums()]]);
  let others = new Map<string, WordTraits>();
  let otherSums = new Map<WordTraits, Sums>();
  const near: Sums[] = [];
  const scores = new Float64Array(MAX_RUN_PIECES * LABELS);
  const toMarginals = createMarginals(model.transitions, MAX_RUN_PIECES);

  return (text) => {
    const reading = readText(text, lookUp);
    const runs = runsOf(reading);
    const begins = new Float32Array(reading.traits.length);
    const continues = new Float32Array(reading.traits.length);
    if (runs.length > 0) score(reading, runs, begins, continues);
    forget();
    return { reading, runs, begins, continues };
  };

  function score(reading: Reading, runs: readonly Run[], begins: Float32Array, continues: Float32Array): void {
    const modes = lineModes(reading);
    for (const run of runs) {
      for (let at = run.from - WINDOW; at < run.to + WINDOW; at++)
        near[at - run.from + WINDOW] = sumsOf(reading.traits[at] ?? NO_WORD);
      for (let at = run.from; at < run.to; at++) emit(reading, modes, run, at);
      toMarginals(scores, run.to - run.from);
      for (let at = run.from; at < run.to; at++) {
        begins[at] = scores[(at - run.from) * LABELS + 1] ?? 0;
        continues[at] = scores[(at - run.from) * LABELS + 2] ?? 0;
      }
    }
  }

  function forget(): void {
    if (others.size > 0) others = new Map();
    if (otherSums.size > 0) otherSums = new Map();
    near.length = 0;
    if (everyday.size <= MAX_KNOWN_WORDS) return;
    everyday.clear();
    everydaySums.clear();
    everydaySums.set(NO_WORD, noSums());
  }

  function lookUp(piece: string, kind: number): WordTraits {
    const key = keyOf(piece, kind);
    const found = everyday.get(key) ?? others.get(key);
    if (found !== undefined) return found;
    const made = traitsOf(piece, kind, model.tables);
    (isEveryday(made) ? everyday : others).set(key, made);
    return made;
  }

  function emit(reading: Reading, modes: Uint8Array, run: Run, at: number): void {
    const place = at - run.from;
    let begin = 0;
    let within = 0;
    for (let step = 0; step <= 2 * WINDOW; step++) {
      const word = near[place + step];
      if (word === undefined) continue;
      const row =
        step === WINDOW
          ? ownSums(word, reading.traits[at] ?? NO_WORD)
          : besideSums(word, reading.traits[at + step - WINDOW] ?? NO_WORD, step);
      begin += word.values[row] ?? 0;
      within += word.values[row + 1] ?? 0;
    }
    const count = joinedFeatures(reading, modes, run, at, features);
    for (let index = 0; index < count; index++) {
      const bucket = bucketOf(features[index] ?? 0, buckets) * WEIGHED;
      begin += model.weights[bucket] ?? 0;
      within += model.weights[bucket + 1] ?? 0;
    }
    const row = place * LABELS;
    scores[row] = 0;
    scores[row + 1] = begin * model.scale;
    scores[row + 2] = within * model.scale;
  }

  function sumsOf(word: WordTraits): Sums {
    const found = everydaySums.get(word) ?? otherSums.get(word);
    if (found !== undefined) return found;
    const made = noSums();
    (isEveryday(word) ? everydaySums : otherSums).set(word, made);
    return made;
  }

  /** Sums the word's own weights; where they are in its values. */
  function ownSums(sums: Sums, word: WordTraits): number {
    if (sums.hasOwn) return 0;
    sums.hasOwn = true;
    const count = ownFeatures(word, features);
    for (let index = 0; index < count; index++) add(sums.values, 0, bucketOf(features[index] ?? 0, buckets));
    return 0;
  }

  /** The same of what it is to the words beside it, for all places at once; `step` as in `besideBucket`. */
  function besideSums(sums: Sums, word: WordTraits, step: number): number {
    if (!sums.hasBeside) {
      sums.hasBeside = true;
      const count = besideFeatures(word, features);
      for (let index = 0; index < count; index++)
        for (let place = 0; place < BESIDE; place++)
          add(sums.values, (1 + place) * WEIGHED, besideBucket(features[index] ?? 0, place, buckets));
    }
    return (1 + placeOf(step)) * WEIGHED;
  }

  function add(values: Float32Array, row: number, bucket: number): void {
    values[row] = (values[row] ?? 0) + (model.weights[bucket * WEIGHED] ?? 0);
    values[row + 1] = (values[row + 1] ?? 0) + (model.weights[bucket * WEIGHED + 1] ?? 0);
  }
}

function noSums(): Sums {
  return { values: new Float32Array(SUMS), hasOwn: false, hasBeside: false };
}

/** A sign or number, or a word that the model knows and that is no name: it says nothing of anybody. */
function isEveryday({ word, names, clusters }: WordTraits): boolean {
  if (word === '') return true;
  return (names & (NAME_BITS.first | NAME_BITS.last)) === 0 && clusters.some((cluster) => cluster > 0);
}

/** What the traits of a piece depend on. */
function keyOf(piece: string, kind: number): string {
  if (kind === KIND.word) return piece.length > MAX_WORD_UNITS ? piece.slice(0, MAX_WORD_UNITS) : piece;
  return kind === KIND.number ? `0${Math.min(piece.length, 5)}` : ` ${kind}${piece.charAt(0)}`;
}

/** Where the weights of a feature are. */
export function bucketOf(feature: number, buckets: number): number {
  return Math.floor(((feature >>> 0) / 2 ** 32) * buckets);
}

/** Places beside a word, from -2 to 2 without 0. */
export const BESIDE: number = 2 * WINDOW;

/** Where the weights of a feature of a word beside are: four buckets in a row, one for each place. */
export function besideBucket(feature: number, place: number, buckets: number): number {
  return (bucketOf(feature, buckets) & -BESIDE) | place;
}

/** Number of a place beside for a step from -2 (0) to 2 (4). */
export function placeOf(step: number): number {
  return step < WINDOW ? step : step - 1;
}
