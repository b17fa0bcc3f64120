/**
 * Telephone numbers in no form of their own that stand where one is expected: in a column of numbers or under its head, in a list of calls or
 * contacts, beside an e-mail address, or alone in a message of a chat. The search by itself asks such a number for a phone word.
 */

import { heightOf } from '../page-text/segments.ts';
import { phoneWord } from '../phone/phone-words.ts';
import { phone } from '../phone.ts';
import type { TextDetection } from '../text-detector.ts';
import { isChat } from './chat-names.ts';
import { foldedPhrases, foldedWords } from './fold-words.ts';
import type { Placed, Raised } from './placed.ts';

/** Nothing but a number, with the time of a message behind it. */
const BARE =
  /^(\+?[\d(][\d ()./\u2010-\u2015-]{5,20}\d)(?:\s{1,2}(?:[01]?\d|2[0-3]):[0-5]\d(?:\s?[AaPp][Mm])?\s?[✓√/]{0,2})?$/u;
/** As documents write it; with other signs the search knows a date. */
const DATE = /^(?:\d{1,2} \d{1,2} (?:19|20)\d\d|(?:19|20)\d\d \d{1,2} \d{1,2})$/;
const MIN_DIGITS = 7;
/** Cards, accounts and parcels are longer. */
const MAX_DIGITS = 13;
/** What the search says of a number in a field for phones. */
const PLAUSIBLE = 0.6;
const SCORE = { column: 0.75, list: 0.7, chat: 0.65 };
/** In heights of the letters: between the rows of a column, and between its left or right sides. */
const MAX_ROW_GAP = 6;
const MAX_INDENT = 1.2;
const MAX_SIZE_RATIO = 1.6;
const LISTS = foldedPhrases(
  `recents, recent calls, calls, call history, call log, contacts, favorites, favourites, missed calls, phone book, anrufe, anrufliste, anrufverlauf, kontakte, favoriten, appels, journal d'appels,
  recientes, llamadas, contactos, chiamate, recenti, contatti, chamadas, contatos, недавние, вызовы, звонки, контакты, ზარები, კონტაქტები, połączenia, kontakty, aramalar, kişiler`,
);
const MAX_HEAD_WORDS = 3;

/** `found` by page: what the search found. Quadratic in the numbers of one frame. */
export function expectedPhones(all: readonly Placed[], found: readonly (readonly TextDetection[])[]): Raised[] {
  const bare = all.filter(({ text }) => isBarePhone(text));
  if (bare.length === 0) return [];
  const isKnown = (placed: Placed): boolean => isFound(placed, found, ['phone', 'email']);
  const isList = all.some(({ text }) => LISTS.includes(joined(text)));
  const isOfChat = isChat(all);
  const aboveOf = onceForEach((placed) => nearestInColumn(placed, all, 'above'));
  return bare.flatMap((placed) => {
    if (isFound(placed, found)) return [];
    const above = aboveOf(placed);
    const beneath = nearestInColumn(placed, all, 'below');
    const isInColumn =
      [above, beneath].some((one) => one !== undefined && isKnown(one)) || isUnderHead(placed, aboveOf);
    const isOther = above !== undefined && hasOtherWord(above.text);
    if (isOther && !isInColumn) return [];
    const [kind, score] = isInColumn
      ? (['contacts', SCORE.column] as const)
      : isList
        ? (['contacts', SCORE.list] as const)
        : (['chat', isOfChat ? SCORE.chat : 0] as const);
    return score === 0 ? [] : [raised(placed, kind, score)];
  });
}

function raised({ page, start, text }: Placed, kind: 'contacts' | 'chat', score: number): Raised {
  const end = start + (BARE.exec(text)?.[1] ?? text).length;
  return {
    page,
    detection: { type: 'phone', detector: 'document-kind', reasons: [`document:${kind}`], score, start, end },
  };
}

function isBarePhone(text: string): boolean {
  const number = BARE.exec(text)?.[1];
  const digits = number?.replace(/\D/g, '').length ?? 0;
  if (number === undefined || DATE.test(number) || digits < MIN_DIGITS || digits > MAX_DIGITS) return false;
  return phone
    .detect(number, { fieldName: 'phone' })
    .some((one) => one.score >= PLAUSIBLE && one.end === number.length);
}

function isFound(
  { page, start, end }: Placed,
  found: readonly (readonly TextDetection[])[],
  types?: readonly TextDetection['type'][],
): boolean {
  return (found[page] ?? []).some(
    (one) => one.start < end && start < one.end && (types === undefined || types.includes(one.type)),
  );
}

type AboveOf = (placed: Placed) => Placed | undefined;

/** Each number of a column asks for all that stands above it. */
function onceForEach(find: AboveOf): AboveOf {
  const found = new Map<Placed, Placed | undefined>();
  return (placed) => {
    if (!found.has(placed)) found.set(placed, find(placed));
    return found.get(placed);
  };
}

/** The head of a column, with nothing but numbers between. What is above begins higher, so that it ends. */
function isUnderHead(placed: Placed, aboveOf: AboveOf): boolean {
  for (let above = aboveOf(placed); above !== undefined; above = aboveOf(above)) {
    if (!/\d/.test(above.text)) return isPhoneHead(above.text);
    if (/\p{L}/u.test(above.text)) return false;
  }
  return false;
}

function isPhoneHead(text: string): boolean {
  const kinds = wordsOf(text).map(phoneWord);
  const isOnly = kinds.every((kind) => kind === 'phone' || kind === 'number' || kind === 'place');
  return kinds.length <= MAX_HEAD_WORDS && isOnly && kinds.includes('phone');
}

function hasOtherWord(text: string): boolean {
  return wordsOf(text).some((word) => phoneWord(word) === 'other');
}

/** With a side in common and letters of about the same size. */
function nearestInColumn({ segment }: Placed, all: readonly Placed[], side: 'above' | 'below'): Placed | undefined {
  let best: Placed | undefined;
  let least = MAX_ROW_GAP * heightOf(segment);
  for (const placed of all) {
    const other = placed.segment;
    const gap = side === 'above' ? segment.top - other.bottom : other.top - segment.bottom;
    const small = Math.min(heightOf(segment), heightOf(other));
    const large = Math.max(heightOf(segment), heightOf(other));
    if (other === segment || other.line.turns !== segment.line.turns || gap < -0.5 * small || gap >= least) continue;
    const isAligned =
      Math.min(Math.abs(other.left - segment.left), Math.abs(other.right - segment.right)) <= MAX_INDENT * large;
    const isBeyond = side === 'above' ? other.top < segment.top : other.top > segment.top;
    if (!isAligned || !isBeyond || large > MAX_SIZE_RATIO * small) continue;
    best = placed;
    least = gap;
  }
  return best;
}

function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{M}]+/gu) ?? [];
}

function joined(text: string): string {
  return foldedWords(text)
    .map(({ folded }) => folded)
    .join('');
}
