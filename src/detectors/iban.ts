/**
 * IBANs of the countries in the SWIFT registry and of 22 that use them without being in it: the country's length and form, and the check
 * digits of ISO 13616 (MOD 97-10); bare or in groups, in either case, also right behind the word "IBAN".
 *
 * Misses: other countries, wrong check digits, a line break or two blanks inside, letters of other scripts.
 */

import { hasValidCheckDigits, type IbanForm, ibanForm } from './iban/registry.ts';
import { matchesOf } from './matches-of.ts';
import type { TextDetection, TextDetector } from './text-detector.ts';
import { weigh } from './weigh.ts';

const WEIGHT = {
  checksum: 0.7,
  registryForm: 0.25,
  /** Groups of four, as ISO 13616 prints it, or none. */
  usualGroups: 0.04,
};

/** Country and check digits, not inside of a word; `IBAN` may be glued to them. */
const ANCHOR = /(?<![\p{L}\p{N}_])(?:iban)?([a-z]{2}\d{2})(?=[ \u00a0\u202f.-]?[a-z\d])/giu;
/** 34 places at most, a separator behind each group of two or more. */
const MAX_UNITS = 50;
const SEPARATOR = /[ \u00a0\u202f.-]/;
const PLACE = /[a-z\d]/i;
const USUAL_GROUPS = /^(?:[A-Z\d]{4}[ \u00a0\u202f-])*[A-Z\d]{1,4}$|^[A-Z\d]+$/i;

export const iban: TextDetector = {
  id: 'iban',
  types: ['iban'],
  example: 'IBAN GB82 WEST 1234 5698 7654 32',
  needsDigit: true,
  detect(text) {
    const found: TextDetection[] = [];
    for (const { 0: anchor, 1: head = '', index } of matchesOf(text, ANCHOR)) {
      const detection = ibanAt(text, index + anchor.length - head.length);
      if (detection !== undefined) found.push(detection);
    }
    return found;
  },
};

function ibanAt(text: string, start: number): TextDetection | undefined {
  const form = ibanForm(text.slice(start, start + 2).toUpperCase());
  if (form === undefined) return undefined;
  const value = placesFrom(text.slice(start, start + MAX_UNITS), form);
  if (value === undefined) return undefined;
  const bare = value.replace(/[^A-Z\d]/gi, '').toUpperCase();
  const isGrouped = bare.length < value.length;
  const hasForm = form.pattern.test(bare);
  // Words and numbers that follow two letters and two digits may have the length; with its form they would be an account.
  if ((isGrouped && !hasForm) || !hasValidCheckDigits(bare)) return undefined;
  const weighed = weigh([
    { signal: 'checksum', weight: WEIGHT.checksum },
    { signal: 'registry-form', weight: hasForm ? WEIGHT.registryForm : 0 },
    { signal: 'groups', weight: USUAL_GROUPS.test(value) ? WEIGHT.usualGroups : 0 },
  ]);
  return { type: 'iban', detector: 'iban', start, end: start + value.length, ...weighed };
}

/** As many letters and digits as the country's IBANs have, with what separates them; undefined where fewer or more stand. */
function placesFrom(window: string, { length }: IbanForm): string | undefined {
  let places = 0;
  let end = 0;
  while (places < length) {
    if (PLACE.test(window.charAt(end))) places++;
    else if (!SEPARATOR.test(window.charAt(end)) || !PLACE.test(window.charAt(end + 1))) return undefined;
    end++;
  }
  return /[\p{L}\p{N}_]/u.test(window.charAt(end)) ? undefined : window.slice(0, end);
}
