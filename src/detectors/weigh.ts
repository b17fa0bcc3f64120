/**
 * Scores that explain themselves: a score is the sum of named steps, kept between 0 and 0.99. Pure.
 *
 * What several detectors weigh has one name in all of them; what only one knows (`numbering-plan`, `street-word`) has its own.
 * | signal | what it weighs |
 * |---|---|
 * | `base` | what a candidate is worth by itself |
 * | `form` | how it is written: a form of its own, or one that much else has |
 * | `groups` | its digits stand in groups as they are printed |
 * | `lower-case` | it is written small where capitals are usual |
 * | `checksum`, `wrong-checksum` | its check digits |
 * | `word-for`, `word-against` | a word near it that names it, or another thing |
 * | `field` | the field's name says what it is |
 * | `beside-digits` | it may be cut out of more digits |
 * | `neighbour` | a sure finding of another type right beside it |
 * | `limit` | what the sum exceeds the limits by |
 */
import type { ScoreStep } from '../core/types.ts';

export interface Weighed {
  /** 0..0.99, in hundredths. */
  readonly score: number;
  /** The steps that led to it; together they are the score. */
  readonly trace: readonly ScoreStep[];
}

/** Certainty is for the host's own lists. */
const MAX_SCORE = 0.99;

/** Steps without weight are left out; what goes beyond the limits is taken back by a last step named `limit`. */
export function weigh(steps: readonly ScoreStep[]): Weighed {
  const trace = steps.filter(({ weight }) => weight !== 0);
  const sum = inHundredths(trace.reduce((total, { weight }) => total + weight, 0));
  const score = Math.min(MAX_SCORE, Math.max(0, sum));
  return { score, trace: score === sum ? trace : [...trace, { signal: 'limit', weight: inHundredths(score - sum) }] };
}

function inHundredths(weight: number): number {
  return Math.round(weight * 100) / 100;
}
