/** How sure an address is, by its named parts. */
import type { ScoreStep } from '../../core/types.ts';
import type { Context } from '../context-words.ts';
import type { Part } from './block-parts.ts';
import type { Street } from './find-street.ts';
import type { Block } from './grow-block.ts';

/** A street's word and a house number are enough together; a name and a number need a postcode, a unit or words before them. */
const STREET_WORD: Readonly<Record<Street['words'], number>> = { strong: 0.35, weak: 0.2, rare: 0.1, none: 0 };
const HOUSE_NUMBER = { usual: 0.2, long: 0.3, year: 0.1 };
const LOWER_CASE = -0.2;
const PART: Readonly<Record<Part, number>> = {
  unit: 0.3,
  'telling-postcode': 0.35,
  postcode: 0.2,
  'short-postcode': 0.1,
  state: 0.15,
  country: 0.15,
  place: 0.1,
  'second-street': 0.15,
  'postcode-place': 0.15,
  lines: 0.1,
};
const UNSPACED_PLACE = 0.25;
const CONTEXT: Readonly<Record<Context, number>> = { for: 0.3, against: -0.3, none: 0 };

export function addressSteps(street: Street, { parts }: Block): ScoreStep[] {
  const steps: ScoreStep[] = [
    { signal: 'street-word', weight: STREET_WORD[street.words] },
    { signal: 'house-number', weight: houseNumberWeight(street) },
    { signal: 'lower-case', weight: street.isLowerCase ? LOWER_CASE : 0 },
  ];
  for (const part of parts) steps.push({ signal: part, weight: PART[part] });
  return steps;
}

export function unspacedSteps(hasPlace: boolean): ScoreStep[] {
  return [
    { signal: 'street-word', weight: STREET_WORD.strong },
    { signal: 'house-number', weight: HOUSE_NUMBER.usual },
    { signal: 'place', weight: hasPlace ? UNSPACED_PLACE : 0 },
  ];
}

export function contextStep(context: Context): ScoreStep {
  return { signal: context === 'against' ? 'word-against' : 'word-for', weight: CONTEXT[context] };
}

/** `1600` and `221B` are hardly anything but a house number before a street; `1999` and `1999-2004` are years more often. */
function houseNumberWeight({ words, houseNumber: { word: number } }: Street): number {
  if (/^(?:19\d\d|20[0-3]\d)(?:-(?:19|20)\d\d)?$/.test(number)) return HOUSE_NUMBER.year;
  return number.length >= 3 && words !== 'none' ? HOUSE_NUMBER.long : HOUSE_NUMBER.usual;
}
