/**
 * What a machine-readable zone says of its holder, also where some of its signs were misread: only fields whose check digit fits, and names.
 * Fields by ICAO Doc 9303 parts 4 (TD3), 5 (TD1) and 6 (TD2), https://www.icao.int/publications/doc-series/doc-9303. Pure; time as of
 * `misread-zone.ts`, of which it reads a bounded number of lines.
 *
 * Misses: numbers longer than nine signs, whose rest stands in the optional data.
 */
import { checksOf, DATES_AT, digits, isDateChecked, isNumberChecked, signsOf } from './misread-zone.ts';

export interface ZoneFields {
  readonly kind: 'passport' | 'identity-card';
  /** YYMMDD. */
  readonly birth?: string;
  /** YYMMDD. */
  readonly expiry?: string;
  /** In capitals, without fillers. */
  readonly number?: string;
  /** Words in capitals, last names first. */
  readonly names: readonly string[];
}

/** Of one frame; a picture shows few documents, and each line is tried in some sixty alignments. */
const MAX_LINES = 12;
const MIN_RIGHT = 2;
/** A passport's lines have 44 signs, a card's 36 or fewer. */
const MIN_PASSPORT_UNITS = 40;
const DATE_UNITS = 6;
const NUMBER_UNITS = 9;
/** Of a card's first line: behind the document's code and the state. */
const CARD_NUMBER_AT = 5;
const NAMES_LINE = /^(?:[PVIAC1][A-Z<][A-Z<]{3})?([A-Z]+(?:<[A-Z]+)*<<[A-Z<]*)$/;
const MIN_NAME_UNITS = 2;

/** One for each line of dates among `texts`, the stretches of a frame in the order of the page. */
export function zoneFields(texts: readonly string[]): ZoneFields[] {
  const lines = texts.flatMap((text) => signsOf(text) ?? []).slice(0, MAX_LINES);
  return lines.flatMap((signs, at) => {
    const { right, layout, aligned } = checksOf(signs);
    if (right < MIN_RIGHT) return [];
    const near = lines.slice(Math.max(0, at - 1), at + 2).filter((line) => line !== signs);
    const number = layout === 'passport' ? numberAt(aligned, 0) : near.flatMap(cardNumber)[0];
    return [
      { kind: kindOf(layout, aligned, near), ...datesOf(aligned, DATES_AT[layout]), ...number, names: namesIn(near) },
    ];
  });
}

/** By the document's first letter, which a line of names keeps when its fillers are lost; without it by the size. */
function kindOf(layout: 'passport' | 'card', dates: string, near: readonly string[]): ZoneFields['kind'] {
  if (layout === 'card') return 'identity-card';
  const first = near.map((line) => line.charAt(0)).find((sign) => /[PVACI]/.test(sign));
  return first === undefined
    ? dates.length < MIN_PASSPORT_UNITS
      ? 'identity-card'
      : 'passport'
    : /[PV]/.test(first)
      ? 'passport'
      : 'identity-card';
}

function datesOf(signs: string, at: number): Pick<ZoneFields, 'birth' | 'expiry'> {
  const [birth, expiry] = [at, at + DATE_UNITS + 2].map((from) => digits(signs.slice(from, from + DATE_UNITS + 1)));
  return {
    ...(birth !== undefined && isDateChecked(birth) && { birth: birth.slice(0, DATE_UNITS) }),
    ...(expiry !== undefined && isDateChecked(expiry) && { expiry: expiry.slice(0, DATE_UNITS) }),
  };
}

function cardNumber(line: string): Pick<ZoneFields, 'number'>[] {
  return /^[ACI1]/.test(line) ? [numberAt(line, CARD_NUMBER_AT)].filter(({ number }) => number !== undefined) : [];
}

function numberAt(signs: string, at: number): Pick<ZoneFields, 'number'> {
  const field = signs.slice(at, at + NUMBER_UNITS);
  const number = field.replaceAll('<', '');
  return number !== '' && isNumberChecked(field, signs.charAt(at + NUMBER_UNITS)) ? { number } : {};
}

function namesIn(lines: readonly string[]): string[] {
  return lines.flatMap((line) =>
    (NAMES_LINE.exec(line)?.[1] ?? '').split('<').filter((name) => name.length >= MIN_NAME_UNITS),
  );
}
