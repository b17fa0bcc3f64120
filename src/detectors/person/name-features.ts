/** What is seen of a word in its sentence: the numbers (hashes) of its features, the same for training and for use. */
import { hashOf, mix } from './hash.ts';
import { KIND, type Pieces, splitWords } from './split-words.ts';
import { NO_WORD, SHAPE, type WordTraits } from './word-traits.ts';

/** A stretch of pieces that may hold a name, and nothing right beside it may. */
export interface Run {
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
}

/** A text in pieces, each with its traits. */
export interface Reading {
  readonly text: string;
  readonly pieces: Pieces;
  readonly traits: readonly WordTraits[];
}

/** In a text of a script without capitals every word may be a name: this bounds what is decided together. */
export const MAX_RUN_PIECES = 64;

/** Words on either side that a word's features look at. */
export const WINDOW = 2;

export function readText(text: string, traits: (piece: string, kind: number) => WordTraits): Reading {
  const pieces = splitWords(text);
  const found = pieces.starts.map((start, index) =>
    traits(text.slice(start, pieces.ends[index] ?? start), pieces.kinds[index] ?? KIND.sign),
  );
  return { text, pieces, traits: found };
}

/** Where names may be: words with a capital, of a script without capitals or on a list, with particles and the full stops of initials between. */
export function runsOf({ pieces, traits }: Reading): Run[] {
  const runs: Run[] = [];
  for (let index = 0; index < traits.length; ) {
    if (!traits[index]?.isCandidate) {
      index++;
      continue;
    }
    let to = index + 1;
    while (to < traits.length && to - index < MAX_RUN_PIECES - MAX_LINK_PIECES) {
      const ahead = linkAhead(pieces, traits, to);
      if (ahead === 0) break;
      to += ahead;
    }
    runs.push({ from: index, to });
    index = to;
  }
  return runs;
}

/** "van der Berg": what `linkAhead` takes at once. */
const MAX_LINK_PIECES = 3;
/** "Prof.", "Chr.": with a full stop behind, still within a name. */
const MAX_ABBREVIATION_UNITS = 4;
const FULL_STOP = hashOf('.');

/** How many pieces from `at` on belong to the run before them; 0 where it ends. */
function linkAhead(pieces: Pieces, traits: readonly WordTraits[], at: number): number {
  const next = traits[at];
  if (next === undefined) return 0;
  if (next.isCandidate || continuesUncased(traits[at - 1] ?? NO_WORD, next)) return 1;
  if (isAbbreviationStop(pieces, traits, at)) return traits[at + 1]?.isCandidate ? 2 : 0;
  if (!next.isParticle) return 0;
  if (traits[at + 1]?.isCandidate) return 2;
  return traits[at + 1]?.isParticle && traits[at + 2]?.isCandidate ? 3 : 0;
}

/**
 * Behind a word on a list of names: in lower case a word that no table has ("anna bizier"), in a script without capitals any word (of
 * two, for most Georgian surnames end as other words do).
 */
function continuesUncased(before: WordTraits, next: WordTraits): boolean {
  if (before.shape !== next.shape || !before.isCandidate) return false;
  if (next.shape === SHAPE.uncased) return true;
  return next.shape === SHAPE.lower && next.use === 0 && next.uses.every(({ cluster }) => cluster === 0);
}

function isAbbreviationStop(pieces: Pieces, traits: readonly WordTraits[], at: number): boolean {
  const before = traits[at - 1] ?? NO_WORD;
  if (pieces.kinds[at] !== KIND.sign || traits[at]?.lower !== FULL_STOP) return false;
  return (
    before.isCandidate && before.word.length <= MAX_ABBREVIATION_UNITS && pieces.ends[at - 1] === pieces.starts[at]
  );
}

/** How the words of a line are written: 0 mixed, 1 no capitals, 2 only capitals, 3 nearly each with one. */
export function lineModes({ pieces, traits }: Reading): Uint8Array {
  const modes = new Uint8Array(traits.length);
  for (let from = 0; from < traits.length; ) {
    let to = from;
    let words = 0;
    let titles = 0;
    let capitals = 0;
    while (to < traits.length && pieces.kinds[to] !== KIND.lineEnd) {
      const shape = traits[to]?.shape;
      if (shape === SHAPE.lower || shape === SHAPE.title || shape === SHAPE.capitals || shape === SHAPE.mixed) words++;
      if (shape === SHAPE.title || shape === SHAPE.mixed) titles++;
      if (shape === SHAPE.capitals) capitals++;
      to++;
    }
    modes.fill(modeOf(words, titles, capitals), from, to);
    from = to + 1;
  }
  return modes;
}

function modeOf(words: number, titles: number, capitals: number): number {
  if (words > 0 && titles + capitals === 0) return 1;
  if (words > 2 && capitals > words * 0.7) return 2;
  return words > 3 && titles + capitals > words * 0.7 ? 3 : 0;
}

/** The features of a word that it has only together with what is around it; written to `out`, their number returned. */
export function joinedFeatures(reading: Reading, modes: Uint8Array, run: Run, at: number, out: Int32Array): number {
  const { pieces, traits } = reading;
  const w = traits[at] ?? NO_WORD;
  const p = traits[at - 1] ?? NO_WORD;
  const n = traits[at + 1] ?? NO_WORD;
  const pp = traits[at - 2] ?? NO_WORD;
  const nn = traits[at + 2] ?? NO_WORD;
  const outside = traits[run.from - 1] ?? NO_WORD;
  const behind = traits[run.to] ?? NO_WORD;
  const begin = beginning(pp, p);
  const mode = modes[at] ?? 0;
  const glued = gluedTo(reading, at);
  const place = Math.min(at - run.from, 3) | (Math.min(run.to - at, 4) << 2);
  const tied = (pieces.isTied[at] ? 1 : 0) | (pieces.isTied[at + 1] ? 2 : 0);
  const form = w.shape | (w.names << 4);
  out[0] = mix(mix(p.lower, w.lower), FIRST_JOINED + 0);
  out[1] = mix(mix(w.lower, n.lower), FIRST_JOINED + 1);
  out[2] = mix(mix(p.cluster, w.cluster), FIRST_JOINED + 2);
  out[3] = mix(mix(w.cluster, n.cluster), FIRST_JOINED + 3);
  out[4] = mix(mix(p.names, form), FIRST_JOINED + 4);
  out[5] = mix(mix(form, n.names), FIRST_JOINED + 5);
  out[6] = mix(p.shape | (w.shape << 4) | (n.shape << 8), FIRST_JOINED + 6);
  out[7] = mix(mix(p.names | (n.names << 8), w.names), FIRST_JOINED + 7);
  out[8] = mix(mix(p.lower, form), FIRST_JOINED + 8);
  out[9] = mix(mix(n.lower, form), FIRST_JOINED + 9);
  out[10] = mix(mix(p.lower, w.shape), FIRST_JOINED + 10);
  out[11] = mix(mix(n.lower, w.shape), FIRST_JOINED + 11);
  out[12] = mix(mix(pp.lower, p.lower), FIRST_JOINED + 12);
  out[13] = mix(mix(n.lower, nn.lower), FIRST_JOINED + 13);
  out[14] = mix(mix(p.cluster, form), FIRST_JOINED + 14);
  out[15] = mix(mix(n.cluster, form), FIRST_JOINED + 15);
  out[16] = mix(mix(begin | (w.shape << 4), w.use & 15), FIRST_JOINED + 16);
  out[17] = mix(mix(begin, form), FIRST_JOINED + 17);
  out[18] = mix(mix(mode, form), FIRST_JOINED + 18);
  out[19] = mix(mix(mode | (w.shape << 4), w.use), FIRST_JOINED + 19);
  out[20] = mix(mix(glued, w.shape), FIRST_JOINED + 20);
  out[21] = mix(mix(tied, form), FIRST_JOINED + 21);
  out[22] = mix(mix(place, form), FIRST_JOINED + 22);
  out[23] = mix(mix(outside.lower, place & 3), FIRST_JOINED + 23);
  out[24] = mix(mix(behind.lower, place >> 2), FIRST_JOINED + 24);
  out[25] = mix(mix(outside.cluster, place), FIRST_JOINED + 25);
  out[26] = mix(mix(behind.cluster, place), FIRST_JOINED + 26);
  out[27] = mix(mix(w.ending, mix(p.shape, p.names)), FIRST_JOINED + 27);
  out[28] = mix(mix(w.ending, mix(n.shape, n.names)), FIRST_JOINED + 28);
  out[29] = mix(mix(begin | (mode << 4), w.cluster), FIRST_JOINED + 29);
  out[30] = mix(mix(mix(pp.cluster, p.cluster), w.shape), FIRST_JOINED + 30);
  out[31] = mix(mix(mix(n.cluster, nn.cluster), w.shape), FIRST_JOINED + 31);
  return 32;
}

/** No kind of feature of `word-traits` has a number from here on. */
const FIRST_JOINED = 1000;
/** The most features that `joinedFeatures` writes. */
export const MAX_JOINED = 32;

/** A feature of a word `offset` places away, as a feature of this one. */
export function besideFeature(feature: number, offset: number): number {
  return mix(feature, 2000 + offset);
}

/** 1 first of a line, 2 behind the end of a sentence, 3 behind a colon, 4 behind another sign, 0 within. */
function beginning(beforeThat: WordTraits, before: WordTraits): number {
  if (before.shape === SHAPE.none || before.shape === SHAPE.lineEnd) return 1;
  if (before.shape !== SHAPE.sign) return 0;
  if (SENTENCE_ENDS.has(before.lower)) return 2;
  if (before.lower === COLON_HASH) return 3;
  return beforeThat.shape === SHAPE.none || beforeThat.shape === SHAPE.lineEnd ? 1 : 4;
}

const SENTENCE_ENDS: ReadonlySet<number> = new Set(['.', '!', '?', '…'].map((sign) => hashOf(sign)));
const COLON_HASH = hashOf(':');

/** Which signs touch the word without a blank: what is written so is often a file, an address or code. */
function gluedTo({ text, pieces }: Reading, at: number): number {
  const start = pieces.starts[at] ?? 0;
  const end = pieces.ends[at] ?? 0;
  return gluedSign(text, start - 1) | (gluedSign(text, end) << 4);
}

const GLUED_SIGNS = './-_:@#&\'"(';

function gluedSign(text: string, at: number): number {
  const sign = text.charAt(at);
  return sign === '' ? 0 : GLUED_SIGNS.indexOf(sign) + 1;
}
