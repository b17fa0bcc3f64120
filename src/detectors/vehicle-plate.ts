/**
 * Vehicle registration plates: the forms of some twenty countries, and any mix of capitals and digits, beside a word for plates;
 * beside a word for vehicles or registrations only forms that little else has. Nothing is found without such a word.
 *
 * Misses: plates without letters or without digits, in scripts other than Latin and Cyrillic, lower case with blanks, a word more
 * than eight words away.
 */
import { type ContextWords, contextOf } from './context-words.ts';
import type { TextDetection, TextDetector } from './text-detector.ts';
import { type PlateCandidate, type PlateForm, plateCandidates } from './vehicle-plate/plate-forms.ts';
import { ALL_WORDS, PLATE_WORDS, REGISTRATION_WORDS, VEHICLE_WORDS } from './vehicle-plate/plate-words.ts';
import { weigh } from './weigh.ts';

const WEIGHT = {
  base: 0.15,
  form: { telling: 0.3, plain: 0.15, any: 0.05 } satisfies Record<PlateForm, number>,
  plateWord: 0.5,
  /** "registered", "car": one of them is enough for a telling form, both are as good as a plate word. */
  otherWord: 0.1,
};

export const vehiclePlate: TextDetector = {
  id: 'vehicle-plate',
  types: ['vehicle-plate'],
  example: 'Licence plate AB12 CDE',
  needsDigit: true,
  detect(text, { fieldName } = {}) {
    const found: TextDetection[] = [];
    for (const candidate of plateCandidates(text)) {
      const word = wordNear(text, candidate, fieldName);
      if (word === 0) continue;
      const { start, end, form } = candidate;
      const weighed = weigh([
        { signal: 'base', weight: WEIGHT.base },
        { signal: 'form', weight: WEIGHT.form[form] },
        { signal: 'word-for', weight: word },
      ]);
      found.push({ type: 'vehicle-plate', detector: 'vehicle-plate', start, end, ...weighed });
    }
    return found;
  },
};

/** What the words around add; 0 where the nearest telling one speaks for something else, or none for a plate. */
function wordNear(text: string, candidate: PlateCandidate, fieldName: string | undefined): number {
  const isNear = (words: ContextWords): boolean => contextOf(text, candidate, words, fieldName) === 'for';
  if (!isNear(ALL_WORDS)) return 0;
  return isNear(PLATE_WORDS) || (isNear(REGISTRATION_WORDS) && isNear(VEHICLE_WORDS))
    ? WEIGHT.plateWord
    : WEIGHT.otherWord;
}
