// Trains the conditional random field: stochastic gradient with AdaGrad step sizes, features dropped at random, the last epochs averaged.
import {
  joinedFeatures,
  lineModes,
  MAX_JOINED,
  readText,
  runsOf,
  WINDOW,
} from '../../dist/detectors/person/name-features.js';
import { LABELS } from '../../dist/detectors/person/name-model.js';
import { BESIDE, besideBucket, bucketOf, placeOf } from '../../dist/detectors/person/tag-names.js';
import { besideFeatures, MAX_OWN, NO_WORD, ownFeatures, traitsOf } from '../../dist/detectors/person/word-traits.js';
import { createRandom } from '../accuracy/random.mjs';

const START = LABELS * LABELS;
const END = START + LABELS;
const TRANSITIONS = END + LABELS;
const FORBIDDEN = -30;
/** "Within" follows nothing but "begins" and "within". */
const IS_FORBIDDEN = new Set([2, START + 2]);

/** Texts as runs of numbered features: `features` from `offsets[place]` to `offsets[place + 1]`, `runs` as first places. */
export function prepare(texts, tables, buckets) {
  const features = [];
  const offsets = [0];
  const labels = [];
  const runStarts = [];
  const weights = [];
  const cache = new Map();
  const traits = (piece, kind) => {
    const key = `${kind}${piece}`;
    if (!cache.has(key)) cache.set(key, withBuckets(traitsOf(piece, kind, tables), buckets));
    return cache.get(key);
  };
  const noWord = withBuckets(NO_WORD, buckets);
  const joined = new Int32Array(MAX_JOINED);
  for (const { text, names, weight = 1 } of texts) {
    const reading = readText(text, traits);
    const modes = lineModes(reading);
    const gold = labelsOf(reading, names);
    for (const run of runsOf(reading)) {
      runStarts.push(labels.length);
      weights.push(weight);
      for (let at = run.from; at < run.to; at++) {
        for (let step = 0; step <= 2 * WINDOW; step++) {
          const word = reading.traits[at + step - WINDOW] ?? noWord;
          for (const bucket of step === WINDOW ? word.own : word.beside[placeOf(step)]) features.push(bucket);
        }
        const count = joinedFeatures(reading, modes, run, at, joined);
        for (let index = 0; index < count; index++) features.push(bucketOf(joined[index], buckets));
        labels.push(gold[at]);
        offsets.push(features.length);
      }
    }
  }
  runStarts.push(labels.length);
  return {
    features: Int32Array.from(features),
    offsets: Int32Array.from(offsets),
    labels: Uint8Array.from(labels),
    runStarts,
    weights,
  };
}

function withBuckets(traits, buckets) {
  const features = new Int32Array(MAX_OWN);
  const own = [...features.subarray(0, ownFeatures(traits, features))].map((feature) => bucketOf(feature, buckets));
  const found = [...features.subarray(0, besideFeatures(traits, features))];
  const beside = Array.from({ length: BESIDE }, (_, place) =>
    found.map((feature) => besideBucket(feature, place, buckets)),
  );
  return { ...traits, own, beside };
}

function labelsOf({ pieces, traits }, names) {
  const labels = new Uint8Array(traits.length);
  let piece = 0;
  for (const { start, end } of names) {
    while (piece < traits.length && pieces.ends[piece] <= start) piece++;
    for (let label = 1; piece < traits.length && pieces.starts[piece] < end; piece++, label = 2) {
      labels[piece] = label;
    }
  }
  // Where a name begins with a piece that is in no run, its next piece begins it.
  for (let at = 1; at < labels.length; at++) if (labels[at] === 2 && labels[at - 1] === 0) labels[at] = 1;
  return labels;
}

export function learn(sets, { buckets, epochs, averaged, rate, decay, dropout, seed, report }) {
  const random = createRandom(seed);
  const weights = new Float32Array(buckets * 2);
  const squares = new Float32Array(buckets * 2).fill(1e-2);
  const total = new Float32Array(buckets * 2);
  const counts = new Uint8Array(buckets);
  for (const { features } of sets) for (const bucket of features) if (counts[bucket] < 255) counts[bucket]++;
  const transitions = new Float64Array(TRANSITIONS);
  for (const at of IS_FORBIDDEN) transitions[at] = FORBIDDEN;
  const transitionSquares = new Float64Array(TRANSITIONS).fill(1e-2);
  const order = sets.flatMap((set, index) => set.weights.map((_, run) => [index, run]));
  const keep = 1 - dropout;
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    let loss = 0;
    for (const [index, run] of order) {
      const set = sets[index];
      loss += step(set, set.runStarts[run], set.runStarts[run + 1], set.weights[run]);
    }
    if (epoch >= epochs - averaged) for (let at = 0; at < weights.length; at++) total[at] += weights[at] / averaged;
    report?.(`epoch ${epoch + 1}: loss ${(loss / order.length).toFixed(4)} per run`);
  }
  return { weights: total, transitions };

  function step(set, from, to, weight) {
    const length = to - from;
    const scores = new Float64Array(length * LABELS);
    const masks = [];
    for (let at = 0; at < length; at++) {
      const kept = [];
      let begin = 0;
      let within = 0;
      for (let index = set.offsets[from + at]; index < set.offsets[from + at + 1]; index++) {
        const bucket = set.features[index];
        if (counts[bucket] < 2 || random() >= keep) continue;
        kept.push(bucket);
        begin += weights[bucket * 2];
        within += weights[bucket * 2 + 1];
      }
      scores[at * LABELS + 1] = begin / keep;
      scores[at * LABELS + 2] = within / keep;
      masks.push(kept);
    }
    const { singles, pairs, logTotal } = expectations(scores, transitions);
    let goldScore = 0;
    for (let at = 0; at < length; at++) {
      const gold = set.labels[from + at];
      goldScore += scores[at * LABELS + gold];
      for (let label = 1; label < LABELS; label++) {
        const gradient = (weight * (singles[at * LABELS + label] - (gold === label ? 1 : 0))) / keep;
        if (Math.abs(gradient) < 1e-4) continue;
        for (const bucket of masks[at]) update(bucket * 2 + label - 1, gradient);
      }
    }
    goldScore += updateTransitions(set, from, to, pairs, singles, weight);
    return weight * (logTotal - goldScore);
  }

  function update(at, gradient) {
    const full = gradient + decay * weights[at];
    squares[at] += full * full;
    weights[at] -= (rate * full) / Math.sqrt(squares[at]);
  }

  function updateTransitions(set, from, to, pairs, singles, weight) {
    const observed = new Float64Array(TRANSITIONS);
    observed[START + set.labels[from]]++;
    observed[END + set.labels[to - 1]]++;
    for (let at = from + 1; at < to; at++) observed[set.labels[at - 1] * LABELS + set.labels[at]]++;
    let score = 0;
    for (let at = 0; at < TRANSITIONS; at++) {
      score += observed[at] * transitions[at];
      const last = (to - from - 1) * LABELS;
      const expected = at < START ? pairs[at] : at < END ? singles[at - START] : singles[last + at - END];
      const gradient = weight * (expected - observed[at]);
      if (IS_FORBIDDEN.has(at) || gradient === 0) continue;
      transitionSquares[at] += gradient * gradient;
      transitions[at] -= (rate * gradient) / Math.sqrt(transitionSquares[at]);
    }
    return score;
  }
}

function expectations(scores, transitions) {
  const length = scores.length / LABELS;
  const forward = new Float64Array(scores.length);
  const backward = new Float64Array(scores.length);
  let logTotal = 0;
  for (let at = 0; at < length; at++) {
    let sum = 0;
    for (let to = 0; to < LABELS; to++) {
      let reached = 0;
      if (at === 0) reached = Math.exp(transitions[START + to]);
      else
        for (let from = 0; from < LABELS; from++)
          reached += forward[(at - 1) * LABELS + from] * Math.exp(transitions[from * LABELS + to]);
      const value =
        reached * Math.exp(scores[at * LABELS + to]) * (at === length - 1 ? Math.exp(transitions[END + to]) : 1);
      forward[at * LABELS + to] = value;
      sum += value;
    }
    for (let to = 0; to < LABELS; to++) forward[at * LABELS + to] /= sum;
    logTotal += Math.log(sum);
  }
  for (let label = 0; label < LABELS; label++) backward[(length - 1) * LABELS + label] = 1;
  const pairs = new Float64Array(START);
  for (let at = length - 2; at >= 0; at--) {
    let pairSum = 0;
    const pair = new Float64Array(START);
    for (let from = 0; from < LABELS; from++) {
      let sum = 0;
      for (let to = 0; to < LABELS; to++) {
        const ended = at + 1 === length - 1 ? Math.exp(transitions[END + to]) : 1;
        const value =
          Math.exp(transitions[from * LABELS + to] + scores[(at + 1) * LABELS + to]) *
          ended *
          backward[(at + 1) * LABELS + to];
        sum += value;
        pair[from * LABELS + to] = forward[at * LABELS + from] * value;
        pairSum += pair[from * LABELS + to];
      }
      backward[at * LABELS + from] = sum;
    }
    for (let index = 0; index < START; index++) pairs[index] += pair[index] / pairSum;
    const norm = backward[at * LABELS] + backward[at * LABELS + 1] + backward[at * LABELS + 2];
    for (let label = 0; label < LABELS; label++) backward[at * LABELS + label] /= norm;
  }
  const singles = new Float64Array(scores.length);
  for (let at = 0; at < length; at++) {
    let sum = 0;
    for (let label = 0; label < LABELS; label++) {
      singles[at * LABELS + label] = forward[at * LABELS + label] * backward[at * LABELS + label];
      sum += singles[at * LABELS + label];
    }
    for (let label = 0; label < LABELS; label++) singles[at * LABELS + label] /= sum;
  }
  return { singles, pairs, logTotal };
}

/** Fisher and Yates. */
function shuffle(list, random) {
  for (let last = list.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [list[last], list[other]] = [list[other], list[last]];
  }
}

/** Weights as int8 with one scale for all: what is beyond the most frequent range is cut. */
export function quantise(weights) {
  const sizes = Float32Array.from(weights, Math.abs)
    .filter((size) => size > 0)
    .sort();
  const largest = sizes[Math.floor(sizes.length * 0.9995)] ?? 1;
  const scale = Math.fround(largest / 127);
  return {
    scale,
    weights: Int8Array.from(weights, (weight) => Math.max(-127, Math.min(127, Math.round(weight / scale)))),
  };
}
