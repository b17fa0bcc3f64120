/**
 * Finds the numbers of driving licences: written like those of a state or country, and beside words that name a licence ("driver's
 * license no.", "DL", "Führerschein", "водительское удостоверение", "მართვის მოწმობა"); Great Britain's driver number, which holds
 * a surname and a date of birth, also by itself. Sources: `drivers-licence/licence-forms.ts`, `drivers-licence/british-licence.ts`.
 *
 * Misses: numbers that no word names, forms of fewer than six signs, a line break inside.
 */
import { contextOf } from './context-words.ts';
import { indexPictures } from './document-numbers/pictures.ts';
import { type Place, seriesAndNumbers } from './document-numbers/series-and-number.ts';
import { type WrittenNumber, writtenNumbers } from './document-numbers/written-numbers.ts';
import { isBritishDriverNumber } from './drivers-licence/british-licence.ts';
import { LICENCE_FORMS } from './drivers-licence/licence-forms.ts';
import { isLicenceNamed, LICENCE_WORDS } from './drivers-licence/licence-words.ts';
import { isOneDigit } from './national-id/check-digits.ts';
import { settleOverlaps } from './settle-overlaps.ts';
import type { TextContext, TextDetection, TextDetector } from './text-detector.ts';
import { weigh } from './weigh.ts';

/** Chosen so that a number without a word stays far under 0.5, the British one aside. */
const WEIGHT = {
  base: 0.2,
  letters: 0.05,
  british: 0.55,
  word: 0.6,
  against: -0.2,
  besideDigits: -0.1,
};
const MIN_DIGITS = 3;

/** With separators and without. */
const FORMS = new Map(
  Object.entries(LICENCE_FORMS).map(([country, pictures]) => [
    country,
    new Set(pictures.flatMap((picture) => [picture, picture.replace(/[^9A*]/g, '')])),
  ]),
);
const PICTURES = indexPictures([...FORMS.values()].flatMap((pictures) => [...pictures]));

export const driversLicence: TextDetector = {
  id: 'drivers-licence',
  types: ['drivers-licence'],
  example: "Driver's license no. D1234567",
  needsDigit: true,
  detect(text, context = {}) {
    const found: TextDetection[] = [];
    for (const number of writtenNumbers(text, PICTURES)) {
      if (isLicenceNumber(number, context.countries))
        found.push(...detectionsOf(text, number, number.compact, context));
    }
    if (context.countries?.includes('RU') ?? true) {
      for (const place of seriesAndNumbers(text)) found.push(...detectionsOf(text, place, '', context));
    }
    return settleOverlaps(found);
  },
};

function isLicenceNumber({ compact, picture }: WrittenNumber, countries: readonly string[] | undefined): boolean {
  if (compact.replace(/\D/g, '').length < MIN_DIGITS || isOneDigit(compact)) return false;
  return countries?.some((country) => FORMS.get(country)?.has(picture)) ?? true;
}

/** None where nothing speaks for it: most numbers are written like a licence of some state. */
function detectionsOf(
  text: string,
  place: Place & Partial<Pick<WrittenNumber, 'isBesideDigits'>>,
  compact: string,
  { fieldName }: TextContext,
): TextDetection[] {
  const isBritish = isBritishDriverNumber(compact);
  const isNamed = isLicenceNamed(text, place, fieldName);
  if (!isBritish && !isNamed) return [];
  const context = contextOf(text, place, LICENCE_WORDS, fieldName);
  const weighed = weigh([
    { signal: 'base', weight: WEIGHT.base },
    { signal: 'form', weight: isBritish ? WEIGHT.british : /^\d+$/.test(compact) ? 0 : WEIGHT.letters },
    { signal: 'word-for', weight: isNamed && context !== 'against' ? WEIGHT.word : 0 },
    { signal: 'word-against', weight: context === 'against' ? WEIGHT.against : 0 },
    { signal: 'beside-digits', weight: place.isBesideDigits ? WEIGHT.besideDigits : 0 },
  ]);
  return [{ type: 'drivers-licence', detector: 'drivers-licence', start: place.start, end: place.end, ...weighed }];
}
