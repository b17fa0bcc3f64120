/**
 * What the machine-readable zone of a document says of its holder, where it is printed a second time above the zone: the date of birth, the
 * document's number, names. Labels are printed so small that most of them cannot be read in a photo of the whole page; the zone is made to be
 * read. Signs that a reader mistook are forgiven, one in each value. Pure; bounded by the stretches of one frame.
 */
import { type ZoneFields, zoneFields } from '../passport/zone-fields.ts';
import { foldedWords } from './fold-words.ts';
import type { Placed, Raised } from './placed.ts';
import { type PrintedDate, printedDates } from './printed-dates.ts';
import type { DocumentType } from './words.ts';

const SCORE = { birth: 0.85, number: 0.85, name: 0.75 };
const NUMBER_TYPE = { passport: 'passport', 'identity-card': 'national-id' } as const satisfies Partial<
  Record<DocumentType, string>
>;
const MIN_FORGIVING_UNITS = 6;
/** Of a name: a shorter one is not forgiven a sign. */
const MIN_FORGIVING_NAME = 5;
const TOKEN = /[\p{L}\p{N}|]+/gu;
/** Of a number that is printed in groups: `12 345 678`. */
const MAX_GROUPS = 4;
const MAX_UNITS = 60;

export interface ZoneHolder {
  /** Of the first zone. */
  readonly kind: ZoneFields['kind'];
  readonly raised: readonly Raised[];
}

/** Undefined without a zone whose dates could be read. */
export function zoneHolder(all: readonly Placed[]): ZoneHolder | undefined {
  const zones = zoneFields(all.map(({ text }) => text));
  const [first] = zones;
  if (first === undefined) return undefined;
  const printed = all.filter(({ text }) => text.length <= MAX_UNITS && !text.includes('<'));
  const dates = printedDates(printed);
  const found = zones.flatMap((zone) => [
    ...dates
      .filter((date) => isBirth(date, zone))
      .map(({ placed, start, end }) => raised(zone, 'date-of-birth', { placed, start, end })),
    ...printed.flatMap((placed) => numbersIn(placed, zone)).map((place) => raised(zone, NUMBER_TYPE[zone.kind], place)),
    ...printed
      .filter((placed) => isName(placed, zone))
      .map((placed) => raised(zone, 'person', { placed, start: placed.start, end: placed.end })),
  ]);
  return { kind: first.kind, raised: found };
}

interface Place {
  readonly placed: Placed;
  readonly start: number;
  readonly end: number;
}

function raised(
  { kind }: ZoneFields,
  type: 'date-of-birth' | 'passport' | 'national-id' | 'person',
  { placed, start, end }: Place,
): Raised {
  const score = type === 'date-of-birth' ? SCORE.birth : type === 'person' ? SCORE.name : SCORE.number;
  return {
    page: placed.page,
    detection: { type, detector: 'document-kind', reasons: [`document:${kind}`], score, start, end },
  };
}

/** Nearer to the zone's date of birth than to its date of expiry, in any order of day, month and year. */
function isBirth(date: PrintedDate, { birth, expiry }: ZoneFields): boolean {
  if (birth === undefined) return false;
  const far = faults(date, birth);
  const forgiven = date.hasMonthName ? 0 : 1;
  return far <= forgiven && (expiry === undefined || far < faults(date, expiry));
}

/** `zoned` as YYMMDD: its century is not told. */
function faults({ digits, hasMonthName }: PrintedDate, zoned: string): number {
  const [year, month, day] = [zoned.slice(0, 2), zoned.slice(2, 4), zoned.slice(4)];
  const centuries = ['', '19', '20'];
  const orders = hasMonthName
    ? centuries.map((century) => day + century + year)
    : centuries.flatMap((century) => [
        day + month + century + year,
        month + day + century + year,
        century + year + month + day,
      ]);
  return Math.min(
    ...orders.map((order) => (order.length === digits.length ? differences(order, digits) : digits.length)),
  );
}

function numbersIn(placed: Placed, { number }: ZoneFields): Place[] {
  if (number === undefined || number.length < MIN_FORGIVING_UNITS) return [];
  const wanted = foldedNumber(number);
  const tokens = [...placed.text.matchAll(TOKEN)];
  for (const [first, { index }] of tokens.entries()) {
    for (let count = 1; count <= MAX_GROUPS && first + count <= tokens.length; count++) {
      const group = tokens.slice(first, first + count);
      const last = group.at(-1);
      const joined = foldedNumber(group.map(({ 0: token }) => token).join(''));
      if (last === undefined || joined.length > wanted.length + 1) break;
      const isSame = Math.abs(joined.length - wanted.length) <= 1 && distanceIsOne(joined, wanted);
      if (isSame) return [{ placed, start: placed.start + index, end: placed.start + last.index + last[0].length }];
    }
  }
  return [];
}

/** All words of the stretch are the holder's names. */
function isName({ text }: Placed, { names }: ZoneFields): boolean {
  const words = foldedWords(text).map(({ folded }) => folded);
  const known = names.map((name) => foldedWords(name)[0]?.folded ?? name);
  return (
    words.length > 0 &&
    words.some((word) => word.length > 1) &&
    words.every((word) =>
      known.some((name) => name === word || (name.length >= MIN_FORGIVING_NAME && distanceIsOne(name, word))),
    )
  );
}

function foldedNumber(text: string): string {
  return foldedWords(text)
    .map(({ folded }) => folded)
    .join('');
}

function differences(a: string, b: string): number {
  return [...a].filter((sign, at) => sign !== b.charAt(at)).length;
}

/** At most one sign changed, lost or added. */
function distanceIsOne(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  let at = 0;
  while (at < short.length && short.charAt(at) === long.charAt(at)) at++;
  return short.slice(short.length === long.length ? at + 1 : at) === long.slice(at + 1);
}
