/** What has a number and no street: post office boxes, posts of the armed forces, a postcode that is called one. Pure, bounded. */
import type { ScoreStep } from '../../core/types.ts';
import { postcodeAt } from './postcodes.ts';
import type { Island, Token } from './tokens.ts';

interface Box {
  /** Places of tokens in their island, both included. */
  readonly first: number;
  readonly last: number;
  readonly steps: readonly ScoreStep[];
}

const BOX_WORD = 0.55;
const MILITARY_POST = 0.7;
const POSTCODE_WORD = 0.35;
const POSTCODE = 0.2;

/** Universal Postal Union, addressing systems: the words for a box by country. */
const BOXES = new Set(
  'postfach postbus postboks postbox postboxes apartado casilla pobox skrytka postilokero pósthólf postafiók абонентский'.split(
    ' ',
  ),
);
/** USPS Publication 28, sections 225 and 238: posts and what stands before them. */
const POSTS = new Set(['apo', 'fpo', 'dpo']);
const POST_STATES = new Set(['aa', 'ae', 'ap']);
const POST_WORDS = new Set(['psc', 'cmr', 'unit', 'box', 'usns', 'uss', 'usnv', 'usnx', 'usaf', 'uscgc']);
const MAX_POST_TOKENS = 9;
const POSTCODE_WORDS = new Set(
  'zip zipcode postcode postal plz postleitzahl cp cep cap индекс ინდექსი kod postnummer psč irányítószám postinumero'.split(
    ' ',
  ),
);
const POSTCODE_FIELD = /zip|post(?:al)?_?-?code|^plz$|^cap$|^cep$/i;
const BETWEEN = new Set([
  'code',
  'is',
  ':',
  '=',
  '"',
  "'",
  'postal',
  'number',
  'ist',
  'est',
  'es',
  'pocztowy',
  '-',
  '–',
]);
const MAX_BETWEEN = 4;

/** `fieldName`: a field named `zip` says as much as the word does. */
export function boxAt(island: Island, at: number, fieldName = ''): Box | undefined {
  return militaryPost(island, at) ?? postBox(island, at) ?? namedPostcode(island, at, POSTCODE_FIELD.test(fieldName));
}

/** `PSC 1234, Box 5678, APO AP 98765`, found from its postcode. */
function militaryPost({ tokens }: Island, at: number): Box | undefined {
  if (!POST_STATES.has(tokens[at - 1]?.word ?? '') || !POSTS.has(tokens[at - 2]?.word ?? '')) return undefined;
  let first = at - 2;
  for (let before = first - 1; before >= Math.max(0, at - 2 - MAX_POST_TOKENS); before--) {
    const token = tokens[before];
    if (token === undefined) break;
    if (POST_WORDS.has(token.word)) first = before;
    else if (token.kind === 'word' && !isShipName(tokens, before)) break;
  }
  return { first, last: at, steps: [{ signal: 'military-post', weight: MILITARY_POST }] };
}

/** `USNS Mercy`: one or two words behind the kind of ship. */
function isShipName(tokens: readonly Token[], at: number): boolean {
  return /^us/.test(tokens[at - 1]?.word ?? '') || /^us/.test(tokens[at - 2]?.word ?? '');
}

/** `P.O. Box 123`, `Postfach 12 34`, `а/я 5`. */
function postBox({ tokens }: Island, at: number): Box | undefined {
  if (tokens[at]?.kind !== 'number') return undefined;
  const before = /^[.#:№]$/.test(tokens[at - 1]?.word ?? '') ? at - 2 : at - 1;
  const first = boxStart(tokens, before);
  if (first === undefined) return undefined;
  const last = tokens[at + 1]?.kind === 'number' && (tokens[at + 1]?.word.length ?? 9) <= 3 ? at + 1 : at;
  return { first, last, steps: [{ signal: 'box-word', weight: BOX_WORD }] };
}

function boxStart(tokens: readonly Token[], at: number): number | undefined {
  const word = tokens[at]?.word ?? '';
  if (BOXES.has(word)) return at;
  if (word === 'я' && tokens[at - 1]?.word === '/' && tokens[at - 2]?.word === 'а') return at - 2;
  if (word !== 'box') return undefined;
  const letters: { readonly word: string; readonly at: number }[] = [];
  for (let before = at - 1; before >= at - 4; before--) {
    const letter = tokens[before]?.word ?? '';
    if (letter !== '.') letters.push({ word: letter, at: before });
  }
  const [last, first] = letters;
  if (last?.word === 'po') return last.at;
  return (last?.word === 'o' || last?.word === 'office') && /^p(?:ost)?$/.test(first?.word ?? '')
    ? first?.at
    : undefined;
}

/** `my zip code is 12345`, `PLZ: 10115`. */
function namedPostcode({ text, tokens }: Island, at: number, isInField: boolean): Box | undefined {
  const token = tokens[at];
  if (token === undefined) return undefined;
  let before = at - 1;
  for (let skipped = 0; skipped < MAX_BETWEEN && BETWEEN.has(tokens[before]?.word ?? ''); skipped++) {
    if (POSTCODE_WORDS.has(tokens[before]?.word ?? '')) break;
    before--;
  }
  if (!isInField && !POSTCODE_WORDS.has(tokens[before]?.word ?? '')) return undefined;
  const code = postcodeAt(text, token.start, true);
  if (code === undefined) return undefined;
  let last = at;
  while (last + 1 < tokens.length && (tokens[last]?.end ?? 0) < code.end) last++;
  const steps = [
    { signal: 'postcode', weight: POSTCODE },
    { signal: 'postcode-word', weight: POSTCODE_WORD },
  ];
  return { first: at, last, steps };
}
