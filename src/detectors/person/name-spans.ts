/** From what the model says of each word to places of names, with what is known of each. Pure, linear. */
import { isKnownByWorks, type NameEvidence, SURE_PROBABILITY, VOUCHED_PROBABILITY } from './name-score.ts';
import { KIND } from './split-words.ts';
import type { Tagged } from './tag-names.ts';
import { NO_WORD, SHAPE, type WordTraits } from './word-traits.ts';

export interface NameSpan extends NameEvidence {
  readonly start: number;
  readonly end: number;
  /** Index of the first piece, and of the one behind the last. */
  readonly from: number;
  readonly to: number;
}

/** A word is taken as part of a name from here on. */
const MIN_PROBABILITY = 0.1;
/** A word as unlikely as this is something else here, whoever bears the name elsewhere: "Berger Street". */
const MIN_VOUCHED_PROBABILITY = 0.03;
/** Within a name no word is this many times less likely than its first. */
const MAX_DROP = 3;
/** They belong to a name where they stand right before it; own list of the usual forms of address. */
const TITLES: ReadonlySet<string> = new Set(
  `mr mrs ms miss mx dr prof professor sir madam dame lord lady herr frau fräulein monsieur madame mme mlle señor señora señorita sr sra srta
   don doña dom dona signor signora sig dott pan pani hr fru bay bayan господин госпожа пан пані ბატონი ქალბატონი ბატონო ქალბატონო`.split(
    /\s+/,
  ),
);
/** What numbers and fields are called, in capitals; a name of these alone is none. */
const LABELS: ReadonlySet<string> = new Set(
  'iban bic swift vat ssn itin ein pin cvv cvc tel fax mob gsm sms dob id nif nie dni nino pesel bsn cpf cnpj upi utr url api gps vin imei isbn'.split(
    ' ',
  ),
);
const MAX_TITLES = 3;
const MIN_VOUCHED_UNITS = 3;
/** Between the members of a list. */
const IN_LIST = /^(?:, ?(?:and |& )?| (?:and|&|und|et|y|и) )$/;

/** The names of a text, not overlapping, in its order. */
export function spansOf(tagged: Tagged): NameSpan[] {
  const found = spansIn(tagged, new Set());
  const sure = found.filter(({ probability }) => probability >= SURE_PROBABILITY);
  const vouched = new Set(sure.flatMap(({ from, to }) => wordsOf(tagged, from, to)));
  return alongLists(tagged.reading.text, vouched.size > 0 ? spansIn(tagged, vouched) : found);
}

function spansIn(tagged: Tagged, vouched: ReadonlySet<number>): NameSpan[] {
  const { runs, begins, continues } = tagged;
  const isVouched = (at: number): boolean =>
    vouched.size > 0 &&
    modelOf(at) >= MIN_VOUCHED_PROBABILITY &&
    modelOf(at) < VOUCHED_PROBABILITY &&
    wordsOf(tagged, at, at + 1).some((word) => vouched.has(word));
  const modelOf = (at: number): number => (begins[at] ?? 0) + (continues[at] ?? 0);
  const probability = (at: number): number => (isVouched(at) ? VOUCHED_PROBABILITY : modelOf(at));
  const spans: NameSpan[] = [];
  for (const run of runs) {
    for (let from = run.from; from < run.to; from++) {
      if (probability(from) < MIN_PROBABILITY) continue;
      const least = Math.max(MIN_PROBABILITY, probability(from) / MAX_DROP);
      let to = from + 1;
      while (to < run.to && probability(to) >= least && goesOn(tagged, from, to)) to++;
      const made = spanOf(tagged, from, to, spans.at(-1)?.to ?? 0, modelOf, isVouched);
      if (made !== undefined) spans.push(made);
      from = to - 1;
    }
  }
  return spans;
}

/** Whether the piece at `to` belongs to the name before it and begins no other; behind an initial it always does. */
function goesOn({ reading: { pieces, traits }, begins, continues }: Tagged, from: number, to: number): boolean {
  if ((continues[to] ?? 0) >= (begins[to] ?? 0)) return true;
  const initial = traits[to - 1]?.shape === SHAPE.sign ? to - 2 : to - 1;
  return initial >= from && traits[initial]?.shape === SHAPE.initial && pieces.kinds[to] === KIND.word;
}

function spanOf(
  { reading }: Tagged,
  from: number,
  end: number,
  free: number,
  modelOf: (at: number) => number,
  isVouched: (at: number) => boolean,
): NameSpan | undefined {
  const { text, pieces, traits } = reading;
  let to = end;
  // The full stop of a sentence and a preposition are no end of a name.
  while (to > from && !isNameWord(traits[to - 1] ?? NO_WORD)) to--;
  if (to === from || isTitleAlone(reading, from, to) || areLabels(reading, from, to)) return undefined;
  let sum = 0;
  let isVouchedFor = false;
  for (let at = from; at < to; at++) {
    sum += modelOf(at);
    isVouchedFor ||= isVouched(at);
  }
  const name = pieces.starts[from] ?? 0;
  const stop = pieces.ends[to - 1] ?? 0;
  const title = pieces.starts[titleBefore(reading, from, free)] ?? name;
  // A title longer than the name stays outside: the place is mostly the name.
  const start = name - title > stop - name ? name : title;
  return {
    start,
    end: stop,
    from,
    to,
    probability: sum / (to - from),
    isVouchedFor,
    isKnownByWorks: isKnownByWorks(text, start, stop),
  };
}

/** "Sir" or "Governor", the name being unclear or elsewhere. */
function isTitleAlone({ traits }: Tagged['reading'], from: number, to: number): boolean {
  return to === from + 1 && TITLES.has((traits[from] ?? NO_WORD).word.toLowerCase());
}

/** "IBAN" and "BIC / SWIFT"; "Vin" and "Tel" in small letters may be names. */
function areLabels({ traits }: Tagged['reading'], from: number, to: number): boolean {
  return traits
    .slice(from, to)
    .every(({ word }) => word === '' || (word === word.toUpperCase() && LABELS.has(word.toLowerCase())));
}

function isNameWord({ word, isParticle, isCandidate }: WordTraits): boolean {
  return isCandidate || (word !== '' && !isParticle);
}

/** Index of the first piece of titles and initials right before a name, as "Prof. Dr." or "J. K."; of the name itself where there are none. */
function titleBefore({ text, pieces, traits }: Tagged['reading'], from: number, free: number): number {
  let first = from;
  for (let left = MAX_TITLES; left > 0; left--) {
    const stop = pieces.starts[first - 1] ?? 0;
    const hasStop = text.charAt(stop) === '.' && pieces.ends[first - 2] === stop;
    const at = hasStop ? first - 2 : first - 1;
    const { word, shape } = traits[at] ?? NO_WORD;
    if (at < free) return first;
    if (!TITLES.has(word.toLowerCase()) && !(hasStop && shape === SHAPE.initial)) return first;
    first = at;
  }
  return first;
}

/** Who stands in one list with an artist is one, too. */
function alongLists(text: string, spans: readonly NameSpan[]): NameSpan[] {
  const result: NameSpan[] = [];
  for (const span of spans) {
    const before = result.at(-1);
    const isListed =
      before?.isKnownByWorks === true && IN_LIST.test(text.slice(before.end, Math.min(span.start, before.end + 8)));
    result.push(isListed ? { ...span, isKnownByWorks: true } : span);
  }
  return result;
}

/** What stands for the words of a name that another name may share: no initials, no particles. */
function wordsOf({ reading: { traits } }: Tagged, from: number, to: number): number[] {
  return traits
    .slice(from, to)
    .filter(
      ({ shape, word }) =>
        (shape === SHAPE.title || shape === SHAPE.mixed || shape === SHAPE.uncased) && word.length >= MIN_VOUCHED_UNITS,
    )
    .map(({ lower }) => lower);
}
