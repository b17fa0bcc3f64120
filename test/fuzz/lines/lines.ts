/** Lines of text with any words at any places, through all that puts them together and searches them. Taken: something was found. */
import { numbers } from '../numbers.ts';
import type { FuzzTarget } from '../target.ts';
import { checkLines } from './check-lines.ts';
import { makeLines } from './make-lines.ts';

export const lines: FuzzTarget = {
  async prepare() {
    return (next, number) => {
      const made = makeLines(next);
      const own = next(2 ** 32);
      return { format: made.layout, mayBeSlow: false, check: () => checkLines(made, numbers(own, number)) };
    };
  },
};
