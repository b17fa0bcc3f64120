/**
 * The forward-backward algorithm on a short chain of labels, in probabilities scaled place by place. Rabiner, "A tutorial on hidden
 * Markov models" (1989), section V; Lafferty et al., "Conditional random fields" (2001).
 */
import { LABELS } from './name-model.ts';

const START = LABELS * LABELS;
const END = START + LABELS;

/**
 * Turns rows of scores, one for each place and label, into probabilities, in place. `transitions` as in `NameModel`; chains have at
 * most `maxLength` places: all memory is taken once.
 */
export function createMarginals(
  transitions: Float32Array,
  maxLength: number,
): (scores: Float64Array, length: number) => void {
  const steps = Float64Array.from(transitions, (weight) => Math.exp(weight));
  const forward = new Float64Array(maxLength * LABELS);
  const backward = new Float64Array(maxLength * LABELS);

  return (scores, length) => {
    for (let index = 0; index < length * LABELS; index++) scores[index] = Math.exp(scores[index] ?? 0);
    for (let at = 0; at < length; at++) goForward(scores, at);
    for (let at = length - 1; at >= 0; at--) goBackward(scores, at, length);
    for (let index = 0; index < length * LABELS; index++)
      scores[index] = (forward[index] ?? 0) * (backward[index] ?? 0);
    for (let at = 0; at < length; at++) normalise(scores, at * LABELS);
  };

  function goForward(emitted: Float64Array, at: number): void {
    for (let to = 0; to < LABELS; to++) {
      let reached = at === 0 ? (steps[START + to] ?? 0) : 0;
      for (let from = 0; at > 0 && from < LABELS; from++)
        reached += (forward[(at - 1) * LABELS + from] ?? 0) * (steps[from * LABELS + to] ?? 0);
      forward[at * LABELS + to] = reached * (emitted[at * LABELS + to] ?? 0);
    }
    normalise(forward, at * LABELS);
  }

  function goBackward(emitted: Float64Array, at: number, length: number): void {
    for (let from = 0; from < LABELS; from++) {
      let sum = at === length - 1 ? (steps[END + from] ?? 0) : 0;
      for (let to = 0; at < length - 1 && to < LABELS; to++) {
        const next = (at + 1) * LABELS + to;
        sum += (steps[from * LABELS + to] ?? 0) * (emitted[next] ?? 0) * (backward[next] ?? 0);
      }
      backward[at * LABELS + from] = sum;
    }
    normalise(backward, at * LABELS);
  }
}

function normalise(values: Float64Array, row: number): void {
  let sum = 0;
  for (let label = 0; label < LABELS; label++) sum += values[row + label] ?? 0;
  for (let label = 0; label < LABELS; label++) values[row + label] = (values[row + label] ?? 0) / sum;
}
