/**
 * The internal passport of Russia with words between series and number: "серия 45 08 № 123456", "4508 номер 123456".
 * Source: Government Decree 828 of 1997 (four digits of series, six of number).
 */

/** Where series and number are named, no other number looks like it. */
const SERIES_AND_NUMBER =
  /(?<![\p{L}\p{N}_])\d{2} ?\d{2}[\s,]{1,3}(?:№|N|No|номер|ном\.)[\s:.]{0,3}\d{6}(?![\p{L}\p{N}_])/giu;

export interface Place {
  readonly start: number;
  readonly end: number;
}

export function* russianPassports(text: string): Generator<Place> {
  for (const { 0: written, index } of text.matchAll(SERIES_AND_NUMBER)) {
    yield { start: index, end: index + written.length };
  }
}
