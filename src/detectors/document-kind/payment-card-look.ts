/**
 * A payment card by its look: groups of digits, a date of expiry and a network's or a card's word. Its number is raised though it was
 * misread or lies partly outside of the picture, and the line of its holder's name.
 */
import { foldedPhrases, foldedText, foldedWords } from './fold-words.ts';
import { MODEL_SURE, type NamesIn, nameLine } from './name-lines.ts';
import { below, type Placed, type Raised } from './placed.ts';

const NETWORKS = new Set(
  foldedPhrases(`visa, mastercard, master card, maestro, amex, american express, discover, diners club, jcb, unionpay, мир, elo, verve, rupay, girocard, v pay, electron,
    debit, credit, debitcard, creditcard, debit card, credit card, kreditkarte, debitkarte, carte bancaire, cb, contactless, carte de crédit, tarjeta de crédito, tarjeta de débito, platinum, world elite`),
);
const EXPIRY_WORDS = foldedPhrases(
  `valid thru, good thru, valid through, valid until, valid dates, expires end, expiry, exp, exp date, month year, gültig bis, expire à fin, expire fin, válida hasta, válido hasta, vence, действует до, срок действия, მოქმედია`,
);
const EXPIRY = /(?<!\d|\d[./ -])(?:0[1-9]|1[0-2]|O[1-9])\s?\/\s?(?:20)?[2-4]\d(?!\d|[./-]\d)/;
/** Groups with at most one look-alike each. */
const GROUP = /^[\dOoIl|SBZ]{4,6}$/;
const MIN_GROUPS = 2;
const WHOLE_GROUPS = 4;
/** First digits of the networks' numbers: a gift card begins with any. */
const ISSUER = /^[2-6SZGb]/;
const SCORE = { number: 0.8, part: 0.65, holder: 0.7 };

interface Groups {
  readonly placed: Placed;
  readonly start: number;
  readonly end: number;
  readonly count: number;
}

/** Nothing where the evidence is not strong: groups of digits and a date alone may be of a voucher or a table. */
export function paymentCardLook(all: readonly Placed[], hasNumber: boolean, namesIn: NamesIn): Raised[] {
  const groups = all.flatMap(groupsOf);
  const longest = groups.reduce<Groups | undefined>(
    (most, one) => (one.count > (most?.count ?? 0) ? one : most),
    undefined,
  );
  const expiry = all.find(({ text }) => EXPIRY.test(text));
  const isNamed = all.some(hasExpiryWord);
  const hasNetwork = all.some(hasNetworkWord);
  const isWhole = longest !== undefined && longest.count >= WHOLE_GROUPS && ISSUER.test(longest.placed.text);
  const isCard = hasNumber
    ? expiry !== undefined || isNamed || hasNetwork
    : longest !== undefined && expiry !== undefined && (hasNetwork || (isNamed && isWhole));
  if (!isCard) return [];
  const reasons = ['document:payment-card'];
  const number =
    hasNumber || longest === undefined ? [] : groups.filter(({ placed }) => placed.page === longest.placed.page);
  return [
    ...number.map(
      ({ placed, start, end, count }): Raised => ({
        page: placed.page,
        detection: {
          type: 'payment-card',
          detector: 'document-kind',
          reasons,
          start,
          end,
          score: count >= 3 ? SCORE.number : SCORE.part,
        },
      }),
    ),
    ...holders(all, expiry, namesIn).map(
      (placed): Raised => ({
        page: placed.page,
        detection: {
          type: 'person',
          detector: 'document-kind',
          reasons,
          start: placed.start,
          end: placed.end,
          score: SCORE.holder,
        },
      }),
    ),
  ];
}

/** In capitals, as they are embossed, two words and more; the nearest below the date where there are several. */
function holders(all: readonly Placed[], expiry: Placed | undefined, namesIn: NamesIn): Placed[] {
  const names = all.filter(({ text }) => {
    const name = nameLine(text, namesIn);
    const isPrinted = text === text.toUpperCase() || (name?.model ?? 0) >= 0.6;
    return name !== undefined && name.words >= 2 && isPrinted && !hasNetworkWord({ text }) && !hasExpiryWord({ text });
  });
  const under = expiry === undefined ? undefined : below(expiry, names);
  const known = names.filter(({ text }) => (nameLine(text, namesIn)?.model ?? 0) >= MODEL_SURE);
  return under !== undefined ? [under] : known.length > 0 ? known.slice(-1) : names.slice(-1);
}

function groupsOf(placed: Placed): Groups[] {
  const words = [...placed.text.matchAll(/\S+/g)];
  const at = words.map(({ 0: word }) => GROUP.test(word) && (word.match(/\d/g)?.length ?? 0) >= word.length - 1);
  const first = at.indexOf(true);
  const end = at.indexOf(false, first);
  const run = first === -1 ? [] : words.slice(first, end === -1 ? undefined : end);
  const [start, last] = [run[0], run.at(-1)];
  if (run.length < MIN_GROUPS || start === undefined || last === undefined) return [];
  return [
    { placed, count: run.length, start: placed.start + start.index, end: placed.start + last.index + last[0].length },
  ];
}

function hasNetworkWord({ text }: Pick<Placed, 'text'>): boolean {
  const words = foldedWords(text).map(({ folded }) => folded);
  return words.some((word, at) => NETWORKS.has(word) || NETWORKS.has(word + (words[at + 1] ?? '')));
}

function hasExpiryWord({ text }: Pick<Placed, 'text'>): boolean {
  const joined = foldedText(text);
  return EXPIRY_WORDS.some((phrase) => (phrase.length > 5 ? joined.includes(phrase) : joined.startsWith(phrase)));
}
