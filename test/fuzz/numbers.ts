/** A small generator of numbers (mulberry32), so that a failure can be repeated. */

export type Next = (below: number) => number;

/** Whole numbers from 0 to one below what is asked for; `seed` and `stream` together fix all of them. */
export function numbers(seed: number, stream = 0): Next {
  let state = Math.imul(seed, 0x9e37_79b1) ^ Math.imul(stream + 1, 0x85eb_ca6b);
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % Math.max(1, below);
  };
}
