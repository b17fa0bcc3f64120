/**
 * A doubtful finding gains by a sure one of another type right beside it: a name by the address that spells it (`anna.berger@…` near
 * "Anna Berger"), a number by the name in front of it ("Anna Berger, 01632 960123"). The step is bounded and named `neighbour`; what a word
 * speaks against gains nothing. Pure; n log n in the detections.
 *
 * Misses: a name in another script than its address.
 */
import type { FindingType } from '../core/types.ts';
import type { TextDetection } from './text-detector.ts';
import { weigh } from './weigh.ts';

/** From here on a detection is worth a second look, and from there on it vouches for others. */
const DOUBTFUL = 0.3;
const SURE = 0.8;

/** UTF-16 units between a name and what spells it, within one block of lines. */
const MAX_SPELLED_UNITS = 60;
/** UTF-16 units between neighbours with nothing but signs between them. */
const MAX_BESIDE_UNITS = 12;
/** On either side, whether sure or not. */
const MAX_NEIGHBOURS = 6;
const MIN_WORD_UNITS = 3;
/**
 * A house number with a postal code stands beside names as well, and is shorter (measured: the only wrong ones among 2,109 documents);
 * digits alone, without a trunk prefix, are an id of some kind unless they are as many as a whole number has.
 */
const LIKE_PHONE = /^0|\d[^\d]+\d|^\d{10,11}$/;
const MIN_PHONE_DIGITS = 9;

const SPELLED_STEP = 0.3;
const BESIDE_STEP = 0.2;

const SPELLING: readonly FindingType[] = ['email', 'social-handle'];
/** Which types vouch for which when they stand side by side, as in a signature. A word beside a number may be a town or an office. */
const BESIDE: Readonly<Partial<Record<FindingType, readonly FindingType[]>>> = {
  phone: ['person', 'email', 'address'],
  address: ['person', 'email', 'phone'],
  person: [],
};

const BLANK_LINE = /\n[^\S\n]*\n/;
/** A comma, a bar, a line break: no word and no digit. */
const SIGNS = /^[^\p{L}\p{N}]*$/u;
const WORD = /[\p{L}\p{M}]+/gu;

/** All detections, in the order of the text; `thresholdOf` says from which score on one needs no help. */
export function agreeWithNeighbours(
  text: string,
  detections: readonly TextDetection[],
  thresholdOf: (type: FindingType) => number,
): TextDetection[] {
  const inOrder = detections.toSorted((a, b) => a.start - b.start);
  return inOrder.map((detection, index) => {
    const { score, type } = detection;
    if (BESIDE[type] === undefined || score < DOUBTFUL || score >= thresholdOf(type)) return detection;
    if (detection.trace?.some(({ signal }) => signal === 'word-against') || isOtherNumber(text, detection))
      return detection;
    const around = inOrder.slice(Math.max(0, index - MAX_NEIGHBOURS), index + MAX_NEIGHBOURS + 1);
    const weight = Math.max(...around.map((neighbour) => stepOf(text, detection, neighbour)));
    const steps = [...(detection.trace ?? [{ signal: 'base', weight: score }]), { signal: 'neighbour', weight }];
    return weight === 0 ? detection : { ...detection, ...weigh(steps) };
  });
}

function stepOf(text: string, doubtful: TextDetection, neighbour: TextDetection): number {
  if (neighbour.score < SURE) return 0;
  const [first, second] = doubtful.start < neighbour.start ? [doubtful, neighbour] : [neighbour, doubtful];
  const units = second.start - first.end;
  if (units < 0 || units > MAX_SPELLED_UNITS) return 0;
  const between = text.slice(first.end, second.start);
  if (BLANK_LINE.test(between)) return 0;
  if (doubtful.type === 'person' && isSpelled(text, doubtful, neighbour)) return SPELLED_STEP;
  const isBeside = units <= MAX_BESIDE_UNITS && SIGNS.test(between);
  return isBeside && BESIDE[doubtful.type]?.includes(neighbour.type) ? BESIDE_STEP : 0;
}

function isOtherNumber(text: string, { type, start, end }: TextDetection): boolean {
  if (type !== 'phone') return false;
  const number = text.slice(start, end);
  return number.replace(/\D/g, '').length < MIN_PHONE_DIGITS || !LIKE_PHONE.test(number);
}

/** Any whole word of the name in the neighbour's letters: `berger` in `a.berger@…`. */
function isSpelled(text: string, name: TextDetection, { type, start, end }: TextDetection): boolean {
  if (!SPELLING.includes(type)) return false;
  const letters = lettersOf(text.slice(start, end));
  const local = type === 'email' ? letters.slice(0, letters.lastIndexOf('@')) : letters;
  const words = lettersOf(text.slice(name.start, name.end)).match(WORD) ?? [];
  return words.some((word) => word.length >= MIN_WORD_UNITS && local.includes(word));
}

/** In lower case and without accents, as addresses spell names. */
function lettersOf(value: string): string {
  return value.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
