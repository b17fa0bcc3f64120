/** A generator of whole numbers, so that a failure can be repeated. */
import { createRandom } from '../../scripts/accuracy/random.mjs';

export type Next = (below: number) => number;

/** Whole numbers from 0 to one below what is asked for; `seed` and `stream` together fix all of them. */
export function numbers(seed: number, stream = 0): Next {
  const random = createRandom(Math.imul(seed, 0x9e37_79b1) ^ Math.imul(stream + 1, 0x85eb_ca6b));
  return (below) => (random() * 2 ** 32) % Math.max(1, below);
}

/** Throws `RangeError` when there is nothing to pick from. */
export function pick<Value>(values: readonly Value[], next: Next): Value {
  const value = values[next(values.length)];
  if (value === undefined) throw new RangeError('nothing to pick from');
  return value;
}
