import type { ScoreStep } from '../../core/types.ts';

/** A place in a text that names an account, and what its score is made of. */
export interface Account {
  readonly start: number;
  readonly end: number;
  readonly steps: readonly ScoreStep[];
}
