/** Of what a sentence may say, the readings that are surest and do not lie over each other. Pure. */
import type { ScoreStep } from '../../core/types.ts';

export interface Statement {
  /** Indexes of its first and last token. */
  readonly first: number;
  readonly last: number;
  readonly steps: readonly ScoreStep[];
}

/** In the order of their places. */
export function surest<One extends Statement>(statements: readonly One[]): One[] {
  const chosen: One[] = [];
  for (const one of statements.toSorted((a, b) => sumOf(b) - sumOf(a) || lengthOf(b) - lengthOf(a)))
    if (chosen.every(({ first, last }) => one.first > last || one.last < first)) chosen.push(one);
  return chosen.sort((a, b) => a.first - b.first);
}

function sumOf({ steps }: Statement): number {
  return steps.reduce((sum, { weight }) => sum + weight, 0);
}

function lengthOf({ first, last }: Statement): number {
  return last - first;
}
