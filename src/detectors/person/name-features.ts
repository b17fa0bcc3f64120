/** What is seen of a word in its sentence: the numbers (hashes) of its features, the same for training and for use. */
import { hashOf, joined } from './hash.ts';
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

/** Where names may be: words with a capital, unless it is a common word alone, of a script without capitals or on a list, with particles and the full stops of initials between. */
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
    if (to > index + 1 || !traits[index]?.isCommon) runs.push({ from: index, to });
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
  if (next.isCandidate || continuesUncased(traits[at - 2] ?? NO_WORD, traits[at - 1] ?? NO_WORD, next)) return 1;
  if (isAbbreviationStop(pieces, traits, at)) return traits[at + 1]?.isCandidate ? 2 : 0;
  if (!next.isParticle) return 0;
  if (traits[at + 1]?.isCandidate) return 2;
  return traits[at + 1]?.isParticle && traits[at + 2]?.isCandidate ? 3 : 0;
}

/**
 * Behind a word on a list of names: in lower case a word that no table has ("anna bizier"), in a script without capitals any word (of
 * two, for most Georgian surnames end as other words do), unless two such words stand there already.
 */
function continuesUncased(beforeThat: WordTraits, before: WordTraits, next: WordTraits): boolean {
  if (before.shape !== next.shape || !before.isCandidate) return false;
  if (next.shape === SHAPE.uncased) return beforeThat.shape !== SHAPE.uncased || !beforeThat.isCandidate;
  return next.shape === SHAPE.lower && next.use === 0 && next.clusters.every((cluster) => cluster === 0);
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
  out[0] = joined(FIRST_JOINED + 0, p.lower, w.lower);
  out[1] = joined(FIRST_JOINED + 1, w.lower, n.lower);
  out[2] = joined(FIRST_JOINED + 2, p.cluster, w.cluster);
  out[3] = joined(FIRST_JOINED + 3, w.cluster, n.cluster);
  out[4] = joined(FIRST_JOINED + 4, p.names, form);
  out[5] = joined(FIRST_JOINED + 5, form, n.names);
  out[6] = joined(FIRST_JOINED + 6, p.shape | (w.shape << 4) | (n.shape << 8), 0);
  out[7] = joined(FIRST_JOINED + 7, p.names | (n.names << 8), w.names);
  out[8] = joined(FIRST_JOINED + 8, p.lower, form);
  out[9] = joined(FIRST_JOINED + 9, n.lower, form);
  out[10] = joined(FIRST_JOINED + 10, p.lower, w.shape);
  out[11] = joined(FIRST_JOINED + 11, n.lower, w.shape);
  out[12] = joined(FIRST_JOINED + 12, pp.lower, p.lower);
  out[13] = joined(FIRST_JOINED + 13, n.lower, nn.lower);
  out[14] = joined(FIRST_JOINED + 14, p.cluster, form);
  out[15] = joined(FIRST_JOINED + 15, n.cluster, form);
  out[16] = joined(FIRST_JOINED + 16, begin | (w.shape << 4), w.use & 15);
  out[17] = joined(FIRST_JOINED + 17, begin, form);
  out[18] = joined(FIRST_JOINED + 18, mode, form);
  out[19] = joined(FIRST_JOINED + 19, mode | (w.shape << 4), w.use);
  out[20] = joined(FIRST_JOINED + 20, glued, w.shape);
  out[21] = joined(FIRST_JOINED + 21, tied, form);
  out[22] = joined(FIRST_JOINED + 22, place, form);
  out[23] = joined(FIRST_JOINED + 23, outside.lower, place & 3);
  out[24] = joined(FIRST_JOINED + 24, behind.lower, place >> 2);
  out[25] = joined(FIRST_JOINED + 25, outside.cluster, place);
  out[26] = joined(FIRST_JOINED + 26, behind.cluster, place);
  out[27] = joined(FIRST_JOINED + 27, w.ending, joined(27, p.shape, p.names));
  out[28] = joined(FIRST_JOINED + 28, w.ending, joined(28, n.shape, n.names));
  out[29] = joined(FIRST_JOINED + 29, begin | (mode << 4), w.cluster);
  out[30] = joined(FIRST_JOINED + 30, joined(30, pp.cluster, p.cluster), w.shape);
  out[31] = joined(FIRST_JOINED + 31, joined(31, n.cluster, nn.cluster), w.shape);
  return 32;
}

/** No kind of feature of `word-traits` has a number from here on. */
const FIRST_JOINED = 1000;
/** The most features that `joinedFeatures` writes. */
export const MAX_JOINED = 32;

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
