/**
 * Telephone numbers of any country: international ones by their plan, national ones by a form that only phone numbers have, or
 * by a plausible form beside a phone word ("call", "тел.", "Mobil", a field named `phone`). The score says which of these it was.
 *
 * Misses: national numbers in a plain form with no phone word near, numbers in words or in other digits than ASCII, numbers
 * with letters, fewer than six digits, a line break inside.
 */
import type { ScoreStep } from '../core/types.ts';
import { isPhoneField, type PhoneContext, phoneContext } from './phone/phone-context.ts';
import { createNumberingPlans, type NumberingPlans } from './phone/phone-number.ts';
import { isDoubtful, type PhoneShape, phoneShape } from './phone/phone-shape.ts';
import { type PhoneWindow, phoneWindows } from './phone/phone-windows.ts';
import { phoneWord } from './phone/phone-words.ts';
import type { TextDetection, TextDetector } from './text-detector.ts';
import { weigh } from './weigh.ts';

type KnownShape = Exclude<PhoneShape, 'other'>;

/** With `+` or a dialled-abroad prefix, by how the digits fit their country's plan. */
const INTERNATIONAL = { valid: 0.97, possible: 0.85, none: 0.45 };
const DIALLED_ABROAD = { valid: 0.9, possible: 0.75, none: 0.3 };
/** By form alone; `known`: some region's plan has the number. */
const FORM: Readonly<Record<Exclude<KnownShape, 'plain'>, { readonly known: number; readonly unknown: number }>> = {
  'north-american': { known: 0.8, unknown: 0.65 },
  bracketed: { known: 0.75, unknown: 0.55 },
  pairs: { known: 0.75, unknown: 0.55 },
  'trunk-groups': { known: 0.7, unknown: 0.4 },
  'trunk-digits': { known: 0.55, unknown: 0.3 },
};
const PLAIN_FORM = 0.3;
const BESIDE_PHONE_WORD = { grouped: 0.9, digits: 0.85, short: 0.6 };
const BESIDE_NUMBER_WORD = { grouped: 0.65, digits: 0.5, short: 0.3 };
/** Beside a word for another thing; an international number loses less, its form is rarely anything else. */
const AGAINST = { international: 0.55, other: 0.15 };
const DOUBTFUL = 0.25;
/** Letters right beside an international number: only one that its plan knows is found. */
const GLUED = -0.4;

/** Digits from which on a number is not `short`. */
const FULL_DIGITS = 7;
/** Of `00` or `011` and what follows, so that `000123` is none. */
const MIN_ABROAD_DIGITS = 10;

const PARCEL_BEFORE = /(?:^|[^\p{L}])[A-Z]{2} ?$/u;
const PARCEL_AFTER = /^ ?[A-Z]{2}(?!\p{L})/u;
const PARCEL_DIGITS = 9;

const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}]/u;
const EXTENSION =
  /^[ \u00a0,;]{0,2}(?:x|extn?\.?|extension|доб\.?|вн\.?|durchwahl|dw\.?|poste|interno|int\.?|ramal|anexo|wew\.?|dahili|#)[ .:\u00a0]{0,2}\d{1,6}(?![\p{L}\d])/iu;
const MAX_EXTENSION_UNITS = 24;
/** A word with a hyphen right before the digits. */
const LABEL_BEFORE = /(?<!\p{L})(\p{L}{1,18})-$/u;
const MAX_LABEL_UNITS = 20;

export const phone: TextDetector = {
  id: 'phone',
  types: ['phone'],
  example: 'Phone +44 20 7946 0958.',
  needsDigit: true,
  detect(text, { fieldName } = {}) {
    const plans = createNumberingPlans();
    const inPhoneField = isPhoneField(fieldName);
    const found: TextDetection[] = [];
    for (const window of phoneWindows(text)) {
      const shape = phoneShape(window);
      if (shape === 'other') continue;
      const end = window.end + extensionUnits(text, window.end);
      const isGlued = isBesideLetters(text, window.start, end);
      if (isPartOfMore(text, window.start, end) || (isGlued && !window.hasPlus)) continue;
      const context = contextOf(text, window, end, inPhoneField);
      found.push({
        type: 'phone',
        detector: 'phone',
        start: window.start,
        end,
        ...weigh([...stepsOf(window, shape, context, plans), { signal: 'glued', weight: isGlued ? GLUED : 0 }]),
      });
    }
    return found;
  },
};

/** What the number is worth by itself, and what the words around it add or take. */
function stepsOf(
  window: PhoneWindow,
  shape: KnownShape,
  context: PhoneContext,
  plans: NumberingPlans,
): readonly ScoreStep[] {
  const abroad = abroadScore(window, plans);
  if (context === 'against') {
    const most = AGAINST[window.hasPlus ? 'international' : 'other'];
    const base = abroad ?? PLAIN_FORM;
    return [plan(base, abroad), { signal: 'word-against', weight: Math.min(0, most - base) }];
  }
  const besideWord = besideWordScore(window, context);
  // A plan is looked up only where it can change the score: that is the slow part.
  const base = abroad ?? (context === 'for' ? Math.min(PLAIN_FORM, besideWord) : formScore(window, shape, plans));
  return [plan(base, abroad), { signal: 'word-for', weight: Math.max(0, besideWord - base) }];
}

function plan(weight: number, abroad: number | undefined): ScoreStep {
  return { signal: abroad === undefined ? 'form' : 'numbering-plan', weight };
}

/** Of a number that says its country; undefined for a national one. */
function abroadScore(window: PhoneWindow, plans: NumberingPlans): number | undefined {
  const { digits, groups, hasPlus, separators } = window;
  if (hasPlus) return INTERNATIONAL[plans.international(digits)];
  // `(0118) 496…` is a place's prefix in brackets.
  const isPlace = separators[0]?.startsWith(')') === true && (groups[0]?.length ?? 0) > 3;
  const prefix = isPlace || isDoubtful(window) ? undefined : /^0(?:0|11)(?=[1-9])/.exec(digits)?.[0];
  if (prefix === undefined || digits.length < MIN_ABROAD_DIGITS) return undefined;
  return DIALLED_ABROAD[plans.international(digits.slice(prefix.length))];
}

function besideWordScore(window: PhoneWindow, context: PhoneContext): number {
  const isGrouped = window.groups.length > 1;
  const length = isGrouped ? 'grouped' : window.digits.length < FULL_DIGITS ? 'short' : 'digits';
  if (context === 'for') return BESIDE_PHONE_WORD[length];
  return context === 'number' && !isDoubtful(window) && !isOfYear(window) ? BESIDE_NUMBER_WORD[length] : 0;
}

/** `No. 2026-01234`: papers are counted by the year. */
function isOfYear({ groups, separators }: PhoneWindow): boolean {
  return groups.length === 2 && /^20[0-4]\d$/.test(groups[0] ?? '') && /^[-/]$/.test(separators[0] ?? '');
}

function formScore(window: PhoneWindow, shape: KnownShape, plans: NumberingPlans): number {
  if (isDoubtful(window)) return DOUBTFUL;
  if (shape === 'plain') return PLAIN_FORM;
  return FORM[shape][plans.isNational(window.digits) ? 'known' : 'unknown'];
}

function contextOf(text: string, { start }: PhoneWindow, end: number, inPhoneField: boolean): PhoneContext {
  const context = phoneContext(text, start, end);
  return inPhoneField && context !== 'against' ? 'for' : context;
}

/** Length of an extension right behind the number: `x12`, `ext. 12`, `доб. 12`; 0 without one. */
function extensionUnits(text: string, end: number): number {
  return EXTENSION.exec(text.slice(end, end + MAX_EXTENSION_UNITS))?.[0].length ?? 0;
}

/** Digits inside a longer number, a name of a file or an address, or a parcel's number of two letters, nine digits, two letters (UPU S10). */
function isPartOfMore(text: string, start: number, end: number): boolean {
  if (/[\p{N}@]/u.test(text.charAt(start - 1)) || text.charAt(end) === '@') return true;
  const isBetweenLetters =
    PARCEL_BEFORE.test(text.slice(Math.max(0, start - 4), start)) && PARCEL_AFTER.test(text.slice(end, end + 4));
  return isBetweenLetters && text.slice(start, end).replace(/\D/g, '').length === PARCEL_DIGITS;
}

/** Digits inside a word, a hash, a time or a decimal; `CVE-2015-0293`, but not `Tel-…`. */
function isBesideLetters(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 2), start);
  const label = before.endsWith('-')
    ? LABEL_BEFORE.exec(text.slice(Math.max(0, start - MAX_LABEL_UNITS), start))?.[1]
    : undefined;
  if (/\d[.,]$/.test(before) || (label !== undefined && phoneWord(label) === undefined)) return true;
  const after = text.slice(end, end + 2);
  const isAfterWord = /[\p{L}_]$/u.test(before) && !UNSPACED.test(before);
  const isBeforeWord = /^[\p{L}_]/u.test(after) && !UNSPACED.test(after);
  return isAfterWord || isBeforeWord;
}
