/** A linear-chain conditional random field over the pieces of a text: for each, how likely it begins or continues a name. */
import { createMarginals } from './marginals.ts';
import {
  besideFeature,
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
import { KIND } from './split-words.ts';
import { besideFeatures, MAX_WORD_UNITS, NO_WORD, ownFeatures, traitsOf, type WordTraits } from './word-traits.ts';

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
const OFFSETS = 2 * WINDOW + 1;

/** For each offset from -2 to 2 the sums of a word's weights for "begins" and "continues"; NaN: not yet summed. */
type Sums = Float32Array;

/** The function keeps words between calls, never texts. */
export function createNameTagger(model: NameModel): (text: string) => Tagged {
  const buckets = model.weights.length / 2;
  const joined = new Int32Array(MAX_JOINED);
  const known = new Map<string, WordTraits>();
  /** Of words beside or in a run only. */
  const sums = new Map<WordTraits, Sums>();
  const scores = new Float64Array(MAX_RUN_PIECES * LABELS);
  const toMarginals = createMarginals(model.transitions, MAX_RUN_PIECES);

  return (text) => {
    if (known.size > MAX_KNOWN_WORDS) {
      known.clear();
      sums.clear();
    }
    const reading = readText(text, lookUp);
    const runs = runsOf(reading);
    const modes = lineModes(reading);
    const begins = new Float32Array(reading.traits.length);
    const continues = new Float32Array(reading.traits.length);
    for (const run of runs) {
      for (let at = run.from; at < run.to; at++) emit(reading, modes, run, at);
      toMarginals(scores, run.to - run.from);
      for (let at = run.from; at < run.to; at++) {
        begins[at] = scores[(at - run.from) * LABELS + 1] ?? 0;
        continues[at] = scores[(at - run.from) * LABELS + 2] ?? 0;
      }
    }
    return { reading, runs, begins, continues };
  };

  function lookUp(piece: string, kind: number): WordTraits {
    const key = keyOf(piece, kind);
    const found = known.get(key);
    if (found !== undefined) return found;
    const made = traitsOf(piece, kind, model.tables);
    known.set(key, made);
    return made;
  }

  function emit(reading: Reading, modes: Uint8Array, run: Run, at: number): void {
    let begin = 0;
    let within = 0;
    for (let offset = -WINDOW; offset <= WINDOW; offset++) {
      const found = sumsOf(reading.traits[at + offset] ?? NO_WORD, offset);
      begin += found[(offset + WINDOW) * 2] ?? 0;
      within += found[(offset + WINDOW) * 2 + 1] ?? 0;
    }
    const count = joinedFeatures(reading, modes, run, at, joined);
    for (let index = 0; index < count; index++) {
      const bucket = bucketOf(joined[index] ?? 0, buckets);
      begin += model.weights[bucket * 2] ?? 0;
      within += model.weights[bucket * 2 + 1] ?? 0;
    }
    const row = (at - run.from) * LABELS;
    scores[row] = 0;
    scores[row + 1] = begin * model.scale;
    scores[row + 2] = within * model.scale;
  }

  /** The sums of a word; those for the offset are there. */
  function sumsOf(word: WordTraits, offset: number): Sums {
    let found = sums.get(word);
    if (found === undefined) {
      found = new Float32Array(OFFSETS * 2).fill(Number.NaN);
      sums.set(word, found);
    }
    const at = (offset + WINDOW) * 2;
    if (!Number.isNaN(found[at])) return found;
    let begin = 0;
    let within = 0;
    for (const feature of offset === 0 ? ownFeatures(word) : besideFeatures(word)) {
      const bucket = bucketOf(offset === 0 ? feature : besideFeature(feature, offset), buckets);
      begin += model.weights[bucket * 2] ?? 0;
      within += model.weights[bucket * 2 + 1] ?? 0;
    }
    found[at] = begin;
    found[at + 1] = within;
    return found;
  }
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
