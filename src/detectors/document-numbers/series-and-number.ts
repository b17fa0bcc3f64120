/**
 * Series and number of a Russian document with words between them: "серия 45 08 № 123456", "4508, номер 123456". Passports and
 * driving licences have four digits of series and six of number. Sources: Government Decree 828 of 1997, Interior Ministry order
 * 365 of 2009.
 */
import { matchesOf } from '../matches-of.ts';

export interface Place {
  readonly start: number;
  readonly end: number;
}

const SERIES_AND_NUMBER =
  /(?<![\p{L}\p{N}_.])\d{2} ?\d{2}[\s,]{1,3}(?:№|N|No|номер|ном\.)[\s:.]{0,3}\d{6}(?![\p{L}\p{N}_])/giu;

/** From left to right. Linear. */
export function* seriesAndNumbers(text: string): Generator<Place> {
  for (const { 0: written, index } of matchesOf(text, SERIES_AND_NUMBER)) {
    yield { start: index, end: index + written.length };
  }
}
