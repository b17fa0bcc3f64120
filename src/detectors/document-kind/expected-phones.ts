/**
 * Telephone numbers in no form of their own that stand where one is expected: in a column of numbers or under its head, in a list of calls or
 * contacts, right beside a name or an address, alone in a message of a chat or behind a few words of one. The search by itself asks such a number for a phone word.
 */

import { heightOf } from '../page-text/segments.ts';
import type { PageText } from '../page-text.ts';
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
const SCORE = { beside: 0.7, column: 0.75, list: 0.7, chat: 0.65 };
/** Of a number beside a name, an address or another number: with fewer it may be a year or a room. */
const MIN_DIGITS_BESIDE = 9;
const CONTACTS: Readonly<Partial<Record<TextDetection['type'], number>>> = {
  person: 0.6,
  email: 0.7,
  phone: 0.7,
  address: 0.7,
};
/** A comma, a bar, a line break or "or" between two that stand side by side. */
const SIGNS = /^[^\p{L}\p{N}]{0,12}(?:(?:or|and|oder|und|ou|et|o|y|e|lub|i|veya|ve|или|ან)[^\p{L}\p{N}]{1,4})?$/u;
/** From here on a name vouches for a number on the next line as well. */
const SURE_NAME = 0.8;
/** Of a message that is a word or three and a number: `plumber 910231429`. */
const MIN_DIGITS_IN_MESSAGE = 8;
const MAX_WORDS_IN_MESSAGE = 3;
const MESSAGE_END = /^[\s.,;!?]{0,3}(?:(?:[01]?\d|2[0-3]):[0-5]\d(?:\s?[AaPp][Mm])?\s?[✓√/]{0,2})?$/u;
/** Names with the times of their messages: two of them are a chat. */
const MIN_SENDERS = 2;
const TIME_BEHIND = /^\s{0,3}[,•·]?\s{0,3}(?:[01]?\d|2[0-3]):[0-5]\d(?!\d)/u;
/** A line of a letter; longer ones are searched once only. */
const MAX_STRETCH_UNITS = 160;
/** What the search gives at least where no word speaks against the number. */
const NOT_SPOKEN_AGAINST = 0.25;
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
export function expectedPhones(
  pages: readonly PageText[],
  all: readonly Placed[],
  found: readonly (readonly TextDetection[])[],
): Raised[] {
  const isOfChat = isChat(all) || sendersOn(pages, found) >= MIN_SENDERS;
  const alone = numbersAlone(all, found, isOfChat);
  const isKnown = (placed: Placed): boolean =>
    alone.some(
      ({ page, detection }) => page === placed.page && detection.start < placed.end && placed.start < detection.end,
    );
  return [
    ...alone,
    ...all.filter((placed) => !isKnown(placed)).flatMap((placed) => numbersWithin(placed, pages, found, isOfChat)),
  ];
}

/** Beside a name, an address or another number, or behind a few words of a message. */
function numbersWithin(
  placed: Placed,
  pages: readonly PageText[],
  found: readonly (readonly TextDetection[])[],
  isOfChat: boolean,
): Raised[] {
  if (placed.text.length > MAX_STRETCH_UNITS || digitsOf(placed.text) < MIN_DIGITS_IN_MESSAGE) return [];
  const text = pages[placed.page]?.text ?? '';
  return phone.detect(placed.text).flatMap(({ start, end, score }): Raised[] => {
    const number = placed.text.slice(start, end);
    const place = { ...placed, start: placed.start + start, end: placed.start + end };
    const isOther = score < NOT_SPOKEN_AGAINST || isFound(place, found) || !isPlausible(number);
    if (isOther) return [];
    const isBeside =
      digitsOf(number) >= MIN_DIGITS_BESIDE &&
      (found[placed.page] ?? []).some((one) => isContact(one) && isSideBySide(text, place, one));
    if (isBeside) return [raisedAt(place, 'contacts', SCORE.beside)];
    return isOfChat && isMessage(placed.text, start, end) ? [raisedAt(place, 'chat', SCORE.chat)] : [];
  });
}

function isContact({ type, score }: TextDetection): boolean {
  return score >= (CONTACTS[type] ?? Number.POSITIVE_INFINITY);
}

function isSideBySide(text: string, number: Placed, contact: TextDetection): boolean {
  const between =
    number.end <= contact.start
      ? text.slice(number.end, contact.start)
      : text.slice(contact.end, Math.max(contact.end, number.start));
  const isOfOtherLine = contact.type === 'person' && contact.score < SURE_NAME && between.includes('\n');
  return SIGNS.test(between) && !isOfOtherLine;
}

function isMessage(text: string, start: number, end: number): boolean {
  const before = text.slice(0, start);
  const words = wordsOf(before).length;
  const isShort = words > 0 && words <= MAX_WORDS_IN_MESSAGE && !/\d/.test(before);
  return isShort && digitsOf(text.slice(start, end)) >= MIN_DIGITS_IN_MESSAGE && MESSAGE_END.test(text.slice(end));
}

function sendersOn(pages: readonly PageText[], found: readonly (readonly TextDetection[])[]): number {
  return pages.reduce((sum, { text }, page) => {
    const senders = (found[page] ?? []).filter(
      ({ type, end }) => type === 'person' && TIME_BEHIND.test(text.slice(end, end + 12)),
    );
    return sum + senders.length;
  }, 0);
}

function numbersAlone(
  all: readonly Placed[],
  found: readonly (readonly TextDetection[])[],
  isOfChat: boolean,
): Raised[] {
  const bare = all.filter(({ text }) => isBarePhone(text));
  if (bare.length === 0) return [];
  const isKnown = (placed: Placed): boolean => isFound(placed, found, ['phone', 'email']);
  const isList = all.some(({ text }) => LISTS.includes(joined(text)));
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
    const end = placed.start + (BARE.exec(placed.text)?.[1] ?? placed.text).length;
    return score === 0 ? [] : [raisedAt({ ...placed, end }, kind, score)];
  });
}

function raisedAt({ page, start, end }: Placed, kind: 'contacts' | 'chat', score: number): Raised {
  return {
    page,
    detection: { type: 'phone', detector: 'document-kind', reasons: [`document:${kind}`], score, start, end },
  };
}

function isBarePhone(text: string): boolean {
  const number = BARE.exec(text)?.[1];
  return number !== undefined && isPlausible(number);
}

/** As the whole value of a field for phones. */
function isPlausible(number: string): boolean {
  const digits = digitsOf(number);
  if (DATE.test(number) || digits < MIN_DIGITS || digits > MAX_DIGITS) return false;
  return phone
    .detect(number, { fieldName: 'phone' })
    .some((one) => one.score >= PLAUSIBLE && one.end === number.length);
}

function digitsOf(text: string): number {
  return text.replace(/\D/g, '').length;
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
