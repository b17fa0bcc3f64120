import { describe, expect, it } from 'vitest';
import { presetTable } from '../../src/core/presets.ts';
import { textDetectors } from '../../src/detectors/text-detectors.ts';
import { createValueLists } from '../../src/detectors/value-lists.ts';
import { findInText } from '../../src/scanner/look/find-in-text.ts';
import { DISGUISES, type Disguise } from '../fixtures/disguises/disguises.ts';
import { DISGUISED_TYPES, type DisguisedType } from '../fixtures/disguises/values.ts';

const rules = presetTable('balanced');
const tools = { detectors: textDetectors, lists: createValueLists({}), rules, maxFindings: 1000 };
const known = DISGUISED_TYPES.filter(({ type }) => textDetectors.some(({ types }) => types.includes(type)));

function makesSense({ only, not }: Disguise, type: DisguisedType['type']): boolean {
  return (only?.includes(type) ?? true) && !not?.includes(type);
}

describe.each(known)('disguised: $type', ({ type, value, before }) => {
  it('finds the plain value', () => {
    expect(placesOf(type, before, value)).toEqual([[before.length, before.length + value.length]]);
  });

  const disguises = DISGUISES.filter((disguise) => makesSense(disguise, type));
  it.each(disguises)('finds all of it, and no more, with $name', ({ apply }) => {
    const disguised = apply(value);
    expect(disguised).not.toBe(value);
    expect(placesOf(type, before, disguised)).toEqual([[before.length, before.length + disguised.length]]);
  });
});

function placesOf(type: DisguisedType['type'], before: string, value: string): number[][] {
  const { detections, gaps } = findInText(`${before}${value} today, thank you`, tools, { account: {} });
  expect(gaps).toEqual([]);
  return detections.filter((one) => one.type === type).map(({ start, end }) => [start, end]);
}
