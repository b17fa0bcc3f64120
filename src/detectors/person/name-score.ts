/** From the model's probability of a name to its score, in the two tiers, with what speaks beyond the model. Pure. */
import type { ScoreStep } from '../../core/types.ts';
import { type Weighed, weigh } from '../weigh.ts';

/**
 * Knots between which the score is a straight line. Set on corpora that were left out of training as a whole, see `models/person-names.md`:
 * "likely" (0.6) where F1 is highest there, "possible" (0.4) a little below it, where precision and recall are about equal.
 */
const CALIBRATION: readonly (readonly [probability: number, score: number])[] = [
  [0, 0],
  [0.42, 0.4],
  [0.46, 0.6],
  [0.9, 0.8],
  [1, 0.95],
];
/** From here on a name vouches for its words elsewhere in the same text. */
export const SURE_PROBABILITY = 0.9;
/** What a word gets for which a sure name vouches: likely. */
export const VOUCHED_PROBABILITY = 0.46;
/** Somebody known by works is possible, not likely. */
const MAX_KNOWN_BY_WORKS = 0.5;

export interface NameEvidence {
  /** 0..1, as the model has it. */
  readonly probability: number;
  /** A sure name elsewhere in the text has one of its words. */
  readonly isVouchedFor: boolean;
  /** "in the style of …" stands before it. */
  readonly isKnownByWorks: boolean;
}

export function nameScore({ probability, isVouchedFor, isKnownByWorks }: NameEvidence): Weighed {
  const base = calibrated(probability);
  const vouched = isVouchedFor ? Math.max(base, calibrated(VOUCHED_PROBABILITY)) : base;
  const limited = isKnownByWorks ? Math.min(vouched, MAX_KNOWN_BY_WORKS) : vouched;
  const steps: ScoreStep[] = [
    { signal: 'base', weight: base },
    { signal: 'named-elsewhere', weight: vouched - base },
    { signal: 'known-by-works', weight: limited - vouched },
  ];
  return weigh(steps.map(({ signal, weight }) => ({ signal, weight: Math.round(weight * 100) / 100 })));
}

function calibrated(probability: number): number {
  const above = CALIBRATION.findIndex(([knot]) => knot >= probability);
  const [toProbability, toScore] = CALIBRATION[above] ?? [1, 1];
  const [fromProbability, fromScore] = CALIBRATION[above - 1] ?? [0, 0];
  if (toProbability === fromProbability) return toScore;
  const share = (probability - fromProbability) / (toProbability - fromProbability);
  return Math.round((fromScore + share * (toScore - fromScore)) * 100) / 100;
}

/** Before an artist's or author's name; own list, as picture prompts have it. */
const WORKS_BEFORE =
  /(?:\b(?:styles?|manner|paintings?|art(?:work)?s?|works?|drawings?|illustrations?|sculptures?|novels?|songs?|films?|music) (?:of|by)(?: the)?|\binspired by|, (?:art )?by|\ban? la|im stil(?:e)? von|dans le style d(?:e |['’])|al estilo de|nello stile di|no estilo de|в стиле|у стилі)\s*$/iu;
/** Behind it: "Van Gogh style", "a Monet painting"; the Georgian postposition of style. */
const WORKS_AFTER = /^(?:['’]s)?[ -](?:styles?|paintings?|სტილში|სტილით)(?![\p{L}\p{M}])/iu;
const MAX_BESIDE_UNITS = 40;

/** Whether what stands right beside a name says that it is known by works. */
export function isKnownByWorks(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - MAX_BESIDE_UNITS), start);
  return WORKS_BEFORE.test(before) || WORKS_AFTER.test(text.slice(end, end + MAX_BESIDE_UNITS));
}
