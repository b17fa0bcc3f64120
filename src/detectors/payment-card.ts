/**
 * Payment card numbers: 12 to 19 digits, bare or in the groups of cards, in an issuer's range and with the Luhn check digit of
 * ISO/IEC 7812. One number in ten has that digit: Visa, Mastercard, American Express and others with few look-alikes are
 * found alone, Maestro, old Visa and odd lengths beside a card word only. Published test cards are found as well.
 *
 * Misses: numbers with a wrong check digit, masked ones, other groups than cards have, a line break inside, and beside a
 * word for another thing ("order no.") all bare ones.
 */
import type { ScoreStep } from '../core/types.ts';
import { contextOf } from './context-words.ts';
import { type CardCandidate, cardCandidates } from './payment-card/card-forms.ts';
import { CARD_WORDS } from './payment-card/card-words.ts';
import { hasLuhn, type IssuerRange, issuerRange } from './payment-card/issuers.ts';
import type { TextDetection, TextDetector } from './text-detector.ts';
import { weigh } from './weigh.ts';

const WEIGHT = {
  checksum: 0.3,
  range: { strong: 0.4, weak: 0, none: 0 },
  grouped: 0.15,
  wordNear: 0.25,
  /** A grouped number of a strong range stays found: few other numbers look so. */
  wordAgainst: -0.35,
  besideDigits: -0.4,
  /** `x-4111…`, `/4111…`, `.4111…` */
  glued: -0.4,
};

/** The usual threshold of reports. */
const SURE_ENOUGH = 0.5;

const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}]/u;

export const paymentCard: TextDetector = {
  id: 'payment-card',
  types: ['payment-card'],
  example: 'Card 4111 1111 1111 1111, exp 12/30.',
  needsDigit: true,
  detect(text, { fieldName } = {}) {
    const found: TextDetection[] = [];
    for (const candidate of cardCandidates(text)) {
      const detection = detectionOf(text, candidate, fieldName);
      const last = found.at(-1);
      if (detection === undefined) continue;
      if (last === undefined || last.end <= detection.start) found.push(detection);
      else if (isBetterCut(detection, last)) found[found.length - 1] = detection;
    }
    return found;
  },
};

/** Of a longer run of groups the surest cut stays; of two that begin alike the longer one, if that is sure enough. */
function isBetterCut(cut: TextDetection, last: TextDetection): boolean {
  const isCovered = cut.start === last.start && last.score >= SURE_ENOUGH;
  return !isCovered && cut.score > last.score;
}

function detectionOf(text: string, candidate: CardCandidate, fieldName: string | undefined): TextDetection | undefined {
  const { start, end, digits } = candidate;
  if (isPartOfMore(text, candidate) || isOneDigit(digits)) return undefined;
  const range = issuerRange(digits);
  if (range === 'none' || !hasLuhn(digits)) return undefined;
  const weighed = weigh(stepsOf(text, candidate, range, fieldName));
  return { type: 'payment-card', detector: 'payment-card', start, end, ...weighed };
}

function stepsOf(
  text: string,
  candidate: CardCandidate,
  range: IssuerRange,
  fieldName: string | undefined,
): readonly ScoreStep[] {
  const context = contextOf(text, candidate, CARD_WORDS, fieldName);
  return [
    { signal: 'checksum', weight: WEIGHT.checksum },
    { signal: 'issuer-range', weight: WEIGHT.range[range] },
    { signal: 'groups', weight: candidate.isGrouped ? WEIGHT.grouped : 0 },
    { signal: 'word-for', weight: context === 'for' ? WEIGHT.wordNear : 0 },
    { signal: 'word-against', weight: context === 'against' ? WEIGHT.wordAgainst : 0 },
    { signal: 'beside-digits', weight: candidate.hasNeighbours ? WEIGHT.besideDigits : 0 },
    { signal: 'glued', weight: '-/.'.includes(text.charAt(candidate.start - 1) || ' ') ? WEIGHT.glued : 0 },
  ];
}

/** A telephone number, a hash, an id of letters and digits. */
function isPartOfMore(text: string, { start, end }: CardCandidate): boolean {
  const before = text.charAt(start - 1);
  return before === '+' || isInWord(before) || isInWord(text.charAt(end));
}

function isInWord(letter: string): boolean {
  return /[\p{L}\p{N}_]/u.test(letter) && !UNSPACED.test(letter);
}

/** `0000000000000000` and its like are placeholders. */
function isOneDigit(digits: string): boolean {
  return digits === digits.charAt(0).repeat(digits.length);
}
