/** Lines of text with any words at any places, through all that puts them together and searches them. Taken: something was found. */
import { numbers } from '../numbers.ts';
import type { FuzzTarget } from '../target.ts';
import { checkLines } from './check-lines.ts';
import { makeLines } from './make-lines.ts';

const MAX_MS = 500;
/** Twice what the densest text takes, as it was read and as it may have been meant, with names. */
const MAX_MS_FOR_UNIT = 0.05;

export const lines: FuzzTarget = {
  async prepare() {
    return (next, number) => {
      const made = makeLines(next);
      const own = next(2 ** 32);
      const units = made.lines.reduce((sum, { text }) => sum + text.length, 0);
      const maxMs = MAX_MS + units * MAX_MS_FOR_UNIT;
      return { format: made.layout, maxMs, check: () => checkLines(made, numbers(own, number)) };
    };
  },
};
