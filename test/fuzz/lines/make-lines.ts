/** Lines as a reader of pictures gives them, and as it never should: what documents, cards, chats and forms say, broken, at any places. */
import type { Box } from '../../../src/core/types.ts';
import type { TextLine, TextWord } from '../../../src/detectors/read-text.ts';
import { PAYLOADS } from '../../fixtures/code-payloads.ts';
import { mutateText, repeated } from '../mutate-text.ts';
import { type Next, pick } from '../numbers.ts';

export interface MadeLines {
  readonly layout: string;
  readonly lines: readonly TextLine[];
  /** Whether all boxes are of numbers that a picture can have. */
  readonly isOrderly: boolean;
}

/** Each of them makes something look for more: kinds of documents, labels, columns of numbers, zones, times of chats. */
const TEXTS = [
  'PASSPORT UNITED KINGDOM',
  'Passport No. / Passeport No.',
  'Surname Given names',
  'Date of birth 12 MAR 1990',
  'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<',
  'L898902C36UTO7408122F1204159ZE184226B<<<<<10',
  'I<UTOD231458907<<<<<<<<<<<<<<<',
  '7408122F1204159UTO<<<<<<<<<<<6',
  'DRIVING LICENCE 1. BERGER 2. ANNA',
  '4a. 01.02.2020 4b. 31.01.2030 5. BERGE903120A99XX',
  'VISA debit',
  '4111 1111 1111 1111',
  '4111 1111',
  'VALID THRU 12/27',
  'ANNA BERGER',
  'Anna Berger',
  'Geschäftsführerin',
  'anna . berger @ kvist . at',
  'anna.berger@kvist.at www.kvist.at',
  'Tel.: +43 664 1234567',
  '0664 1234567',
  '0664 1234568 12:45',
  '12 34 56 78',
  'Recents',
  'Phone',
  'IBAN: AT61 1904 3002 3457 3201',
  'lBAN ATG1 19O4 3OO2 3457 32O1',
  'Hauptstraße 5',
  '1010 Wien',
  '14 Rosewood Close',
  'Leeds LS8 2QT',
  'last seen today at 12:30',
  'Peter 12:31',
  'Type a message',
  'Dear Ms Berger,',
  'From: Peter Lind',
  'Total 12.50 EUR',
  'Nr. 123-456-789',
  'SSN 078-05-1120',
  'ელფოსტა მისამართი',
  'Фамилия Имя',
  '名前 田中',
  'שלום',
];
const LAYOUTS = ['page', 'columns', 'anywhere', 'one-place', 'odd', 'impossible'] as const;
const ODD = [0, 1, -1, 0.5, 1e-9, 15_000, -15_000, 2 ** 31, -(2 ** 31), 1e15];
const IMPOSSIBLE = [...ODD, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 1e308, -1e308];
const LETTER_HEIGHT = 20;
const SIDE = 4000;
const FEW_LINES = 40;
/** Both are more than is searched of one picture. */
const MANY_LINES = 2500;
const MAX_UNITS = 70_000;
const MANY_EVERY = 64;
const LONG_UNITS = 4096;
const LONG_EVERY = 64;
const COLUMNS = 6;

export function makeLines(next: Next): MadeLines {
  const layout = pick(LAYOUTS, next);
  const count = next(MANY_EVERY) === 0 ? next(MANY_LINES) : next(FEW_LINES);
  const hasTurns = next(4) === 0;
  const frames = next(4) === 0 ? 1 + next(4) : 1;
  // Many lines say the same few things: a list of numbers, a form with one label.
  const texts = Array.from({ length: 1 + next(count < FEW_LINES ? count + 1 : 4) }, () => textOf(next));
  const lines: TextLine[] = [];
  for (let [at, units] = [0, 0]; at < count && units < MAX_UNITS; at++) {
    const turns = (hasTurns ? next(4) : 0) as TextLine['turns'];
    const line = lineOf(pick(texts, next), placing(layout, at, next), turns, next(frames));
    units += line.text.length;
    if (line.words.length > 0) lines.push(line);
  }
  return { layout, lines, isOrderly: layout !== 'impossible' };
}

function textOf(next: Next): string {
  const text = next(6) === 0 ? pick(PAYLOADS, next).payload : pick(TEXTS, next);
  const other = next(2) === 0 ? text : pick(TEXTS, next);
  if (next(LONG_EVERY) === 0) return repeated(`${text} `, next, LONG_UNITS);
  return next(3) === 0 ? mutateText(text, other, next) : text;
}

/** Where the word begins that stands that many units behind the begin of its line, and how long it is. */
type Placing = (index: number, length: number) => Box;

function placing(layout: MadeLines['layout'], at: number, next: Next): Placing {
  const height = 1 + next(2 * LETTER_HEIGHT);
  const inLine = (x: number, y: number): Placing => {
    const unit = height / 2;
    return (index, length) => ({ x: x + index * unit, y, width: length * unit, height });
  };
  switch (layout) {
    case 'page':
      return inLine(next(3) * LETTER_HEIGHT, at * 1.5 * LETTER_HEIGHT);
    case 'columns':
      return inLine((at % COLUMNS) * (SIDE / COLUMNS), Math.floor(at / COLUMNS) * 1.5 * LETTER_HEIGHT);
    case 'anywhere':
      return inLine(next(SIDE), next(SIDE));
    case 'one-place':
      return inLine(10, 10);
    default: {
      const numbers = layout === 'odd' ? ODD : IMPOSSIBLE;
      const any = (): number => (next(3) === 0 ? pick(numbers, next) : next(SIDE));
      const side = (): number => (layout === 'odd' ? Math.abs(any()) : any());
      return () => ({ x: any(), y: any(), width: side(), height: side() });
    }
  }
}

function lineOf(given: string, place: Placing, turns: TextLine['turns'], frame: number): TextLine {
  const words: TextWord[] = [];
  let text = '';
  for (const { 0: word, index } of given.matchAll(/\S+/g)) {
    if (text !== '') text += ' ';
    words.push({ text: word, start: text.length, end: text.length + word.length, box: place(index, word.length) });
    text += word;
  }
  return { text, words, turns, frame };
}
