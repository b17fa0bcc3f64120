import { expect, it } from 'vitest';
import { CANARY, type PlantedPlace } from '../fixtures/planted/planted-place.ts';
import type { PlaceResult } from './inspect-place.ts';
import { renderPage } from './matrix.ts';

const PAGE = 'before\n<!-- matrix: written by `npm run matrix` -->\n<!-- end of the matrix -->\nafter\n';
const PLACE: PlantedPlace = {
  format: 'PNG',
  mediaType: 'image/png',
  kind: 'hidden bytes',
  place: 'behind the pixels',
  plant: async () => Buffer.from(CANARY),
  reported: undefined,
};
const MISS: PlaceResult = {
  place: PLACE,
  isThere: true,
  isReported: false,
  how: 're-encode',
  isRemoved: true,
  left: [],
  isSamePicture: true,
};
const HIT: PlaceResult = { ...MISS, isReported: true, how: 'lossless', place: { ...PLACE, place: 'between chunks' } };

it('writes a row for each format and kind, and names what is not reported', () => {
  const page = renderPage(PAGE, [HIT, MISS], '2026-11-23');
  expect(page).toContain('| PNG | hidden bytes | 2 | 1 of 2 | all | lossless, re-encode |');
  expect(page).toContain('- PNG, hidden bytes: behind the pixels (removed all the same)');
  expect(page.startsWith('before\n') && page.endsWith('after\n')).toBe(true);
});

it('keeps its date until something else changes', () => {
  const page = renderPage(PAGE, [HIT], '2026-11-23');
  expect(renderPage(page, [HIT], '2027-01-01')).toBe(page);
  expect(renderPage(page, [HIT, MISS], '2027-01-01')).toContain('On 2027-01-01: 2 places');
});

it('throws for a page that has no place for it', () => {
  expect(() => renderPage('nothing', [HIT], '2026-11-23')).toThrow('no place');
});
