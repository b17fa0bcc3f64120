import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { PLACES } from '../fixtures/planted/all.ts';
import { inspectPlace, type PlaceResult } from './inspect-place.ts';
import { renderPage } from './matrix.ts';

/** What must hold at least: places in all, and the share of them that a scan reports. */
const MIN_PLACES = 60;
const MIN_REPORTED_SHARE = 11 / 12;

const PAGE = new URL('../../docs/metadata.md', import.meta.url);

/** By the place's name. */
const results = new Map<string, PlaceResult>();

beforeAll(async () => {
  for (const place of PLACES) results.set(nameOf(place), await inspectPlace(place));
});

describe.each(PLACES)('planted in $format, $kind: $place', (place) => {
  const result = (): PlaceResult | undefined => results.get(nameOf(place));

  it('is there, and is reported unless it is a declared miss', () => {
    expect(result()).toMatchObject({ isThere: true, isReported: place.reported !== undefined });
  });

  it('is gone after cleaning, and the picture is the same', () => {
    expect(result()).toMatchObject({ isRemoved: true, left: [], isSamePicture: true });
  });
});

it('each place has a name of its own', () => {
  const names = PLACES.map(nameOf);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

it('are many, all are removed, and nearly all reported', () => {
  const all = [...results.values()];
  expect(all.length).toBeGreaterThanOrEqual(MIN_PLACES);
  expect(all.filter(({ isRemoved }) => !isRemoved).map(({ place }) => nameOf(place))).toEqual([]);
  expect(all.filter(({ isReported }) => isReported).length / all.length).toBeGreaterThanOrEqual(MIN_REPORTED_SHARE);
});

it('the docs say what came out here; `npm run matrix` writes it', async () => {
  const page = readFileSync(PAGE, 'utf8');
  const today = new Date().toISOString().slice(0, 10);
  await expect(renderPage(page, [...results.values()], today)).toMatchFileSnapshot(PAGE.pathname);
});

function nameOf({ format, kind, place }: PlaceResult['place']): string {
  return `${format}, ${kind}: ${place}`;
}
