/** The core of an address: a street with its house number, found from the number. Pure, bounded to a few words on either side. */
import { countryWords } from './places.ts';
import { endingRole, ROLE } from './street-words.ts';
import { type Island, isNumeric, type Token } from './tokens.ts';

export interface Street {
  /** Places of tokens in their island, both included. */
  readonly first: number;
  readonly last: number;
  /** How sure its words say that it is a street; `none`: a name and a number, nothing else. */
  readonly words: 'strong' | 'weak' | 'rare' | 'none';
  readonly houseNumber: Token;
  /** Its name is written small, as `12 baker street`. */
  readonly isLowerCase: boolean;
}

const MAX_NAME_WORDS = 5;
/** Before a word such as `utca`: more of them are a sentence. */
const MAX_NAMES_OF_STREET = 3;
const MAX_NUMBER_WORDS = 3;
/** A number behind the street of so many digits is a postcode. */
const MAX_HOUSE_DIGITS = 4;
/** Scripts without capitals: any word looks like a name, so few are taken for the street's. */
const UNCASED = /^[\p{Lo}\p{sc=Georgian}]/u;
const MAX_UNCASED_NAMES = 2;
const ORDINAL = /^\d{1,3}(?:st|nd|rd|th|a|e|º)$/;
/** `1999`, `2003-2007`. */
const YEAR = /^(?:19\d\d|20[0-4]\d)(?:-\d{2,4})?$/;
const AFTER_NUMBER = new Set(['bis', 'ter', 'quater']);

/** The street that the number at `at` belongs to, before it or behind it; undefined where there is none. */
export function streetAt(island: Island, at: number): Street | undefined {
  const { tokens } = island;
  const isDate = has(tokens[at - 1], ROLE.date) || has(tokens[at + 1], ROLE.date);
  // `#89846, Simon McVittie`: of houses only in `Calle 13 # 5-19`.
  const isCounted = tokens[at - 1]?.word === '#';
  const behind = isCounted ? undefined : likelyStreet(streetBehind(island, at));
  if (isDate) return behind?.words === 'none' ? undefined : behind && { ...behind, words: 'weak' };
  const before = likelyStreet(streetBefore(island, at));
  if (isCounted && before?.words === 'none') return undefined;
  if (behind === undefined || before === undefined) return behind ?? before;
  if (before.words === 'none') return behind;
  return rank(behind) > rank(before) ? behind : before;
}

/** Years stand beside names everywhere, as those of copyrights. */
function likelyStreet(street: Street | undefined): Street | undefined {
  return street?.words !== 'strong' && YEAR.test(street?.houseNumber.word ?? '') ? undefined : street;
}

/** Whether a word can stand in the name of a street or a place, as it is written. */
export function isNameWord({ tokens, isLowerCase }: Island, at: number): boolean {
  const token = tokens[at];
  if (token?.kind !== 'word') return false;
  if (has(token, ROLE.stop) && !has(token, ROLE.particle) && !token.isDotted) return false;
  return token.isName || isLowerCase || has(token, ROLE.particle);
}

export function has(token: Token | undefined, role: number): boolean {
  return token !== undefined && (token.roles & role) !== 0;
}

function strengthOf(role: number): Street['words'] {
  if ((role & ROLE.rare) !== 0) return 'rare';
  return (role & ROLE.weak) === 0 ? 'strong' : 'weak';
}

function rank({ words }: Street): number {
  return ['none', 'rare', 'weak', 'strong'].indexOf(words);
}

/** `12 Baker Street`, `12, rue de la Paix`, `42 15 Millicent Drive`, `67 Lodskovvej 28`. */
function streetBehind(island: Island, at: number): Street | undefined {
  const { tokens } = island;
  const houseNumber = tokens[at];
  if (houseNumber?.kind !== 'number' || has(tokens[at - 1], ROLE.unit)) return undefined;
  let from = at + 1;
  if (tokens[from]?.kind === 'number') from++;
  if (AFTER_NUMBER.has(tokens[from]?.word ?? '')) from++;
  const isDivided = tokens[from]?.word === ',' || (tokens[from]?.kind === 'newline' && startsLine(tokens, at));
  if (isDivided) from++;
  const named = wordBefore(island, from) ?? dividedName(wordBehind(island, from) ?? namesOnly(island, from), isDivided);
  if (named === undefined) return undefined;
  const last = withTrailingNumber(tokens, named.last);
  if (named.words === 'none' && !endsName(tokens, last, named.last)) return undefined;
  return { first: at, last, words: named.words, houseNumber, isLowerCase: named.isLowerCase };
}

interface Named {
  readonly last: number;
  readonly words: Street['words'];
  readonly isLowerCase: boolean;
}

/** `72, Guha Circle`: behind a comma a street's word says less, and a name nothing. */
function dividedName(named: Named | undefined, isDivided: boolean): Named | undefined {
  if (!isDivided || named === undefined) return named;
  return named.words === 'none' ? undefined : { ...named, words: named.words === 'strong' ? 'weak' : 'rare' };
}

/** A number with nothing else on its line but `No.` */
function startsLine(tokens: readonly Token[], at: number): boolean {
  const before = has(tokens[at - 1], ROLE.number) ? tokens[at - 2] : tokens[at - 1];
  return before === undefined || before.kind === 'newline' || has(tokens[at - 1], ROLE.number);
}

/** `rue de la Paix`, `C/ Señores Curas`, `ул. Ленина`. */
function wordBefore(island: Island, from: number): Named | undefined {
  const { tokens } = island;
  const word = tokens[from];
  if (word === undefined || !has(word, ROLE.before)) return undefined;
  if (has(word, ROLE.weak) && !word.isName && !island.isLowerCase && has(word, ROLE.particle | ROLE.stop))
    return undefined;
  const first = tokens[from + 1]?.word === '/' ? from + 2 : from + 1;
  let last = first - 1;
  while (last - first + 1 < MAX_NAME_WORDS && isNameWord(island, last + 1) && !has(tokens[last + 1], ROLE.unit)) last++;
  while (last >= first && has(tokens[last], ROLE.particle)) last--;
  if (last < first) return undefined;
  const isWeak = (has(word, ROLE.weak) && first === from + 1) || has(tokens[first], ROLE.date);
  return { last, words: isWeak ? 'weak' : 'strong', isLowerCase: !word.isName && !hasName(tokens, first, last) };
}

/** `Baker Street`, `St Jean Baptiste St`, `Lille Vibyvej`; lower-case names only before a word that is nothing else. */
function wordBehind(island: Island, from: number): Named | undefined {
  const { tokens } = island;
  let found: Named | undefined;
  for (let at = from; at < from + MAX_NAME_WORDS + 1; at++) {
    const token = tokens[at];
    if (token === undefined || (has(token, ROLE.stop) && !has(token, ROLE.after | ROLE.particle))) break;
    if (!ORDINAL.test(token.word) && token.kind !== 'word') break;
    const role = at > from && has(token, ROLE.after) ? token.roles : endingRole(token.word);
    if (role !== 0) {
      if (at > from && isMixed(tokens, from, at - 1)) return found;
      found = {
        last: at,
        words: has(tokens[from], ROLE.date) ? 'rare' : strengthOf(role),
        isLowerCase: !hasName(tokens, from, at),
      };
      if (!has(tokens[at + 1], ROLE.after)) break;
    } else if (found !== undefined || has(token, ROLE.unit)) break;
  }
  return found;
}

/** Names that only what stands around them can prove to be a street. */
function namesOnly(island: Island, from: number): Named | undefined {
  const { tokens } = island;
  if (!isNameWord(island, from) || has(tokens[from], ROLE.date) || isSmallParticle(tokens[from])) return undefined;
  let last = from;
  while (last - from + 1 < MAX_NAME_WORDS && isNameWord(island, last + 1) && !has(tokens[last + 1], ROLE.unit)) last++;
  if (has(tokens[from], ROLE.unit) || !hasLetters(tokens, from, last) || isCountry(tokens, from, last))
    return undefined;
  return { last, words: 'none', isLowerCase: !hasName(tokens, from, last) };
}

/** `Hauptstraße 12`, `Calle Mayor, 5`, `ул. Ленина, д. 5`, `Atatürk Cad. No:12`, `Tylova 1036`. */
function streetBefore(island: Island, at: number): Street | undefined {
  const { tokens } = island;
  const houseNumber = tokens[at];
  if (houseNumber?.kind !== 'number') return undefined;
  let last = at - 1;
  for (let skipped = 0; skipped < MAX_NUMBER_WORDS && isNumberWord(tokens, last); skipped++) last--;
  const named = tokens[last]?.kind === 'word' ? backTo(island, last) : numberedStreet(tokens, last, at);
  return named && { ...named, last: withTrailingNumber(tokens, at), houseNumber };
}

type NamedBefore = Pick<Street, 'first' | 'words' | 'isLowerCase'>;

/** The street whose last word stands at `last`. */
function backTo(island: Island, last: number): NamedBefore | undefined {
  const { tokens } = island;
  const word = tokens[last];
  if (word === undefined || has(word, ROLE.stop | ROLE.unit)) return undefined;
  const max = UNCASED.test(word.word) ? MAX_UNCASED_NAMES : MAX_NAME_WORDS;
  const begin = beforeWord(island, last, max + 1);
  if (begin !== undefined) {
    const isWeak = has(tokens[begin], ROLE.weak) && tokens[begin + 1]?.word !== '/';
    const isSmall = isWeak && !tokens[begin]?.isName;
    const isLowerCase = isSmall || !hasName(tokens, begin + 1, last);
    return { first: begin, words: isWeak ? 'weak' : 'strong', isLowerCase };
  }
  return backFromStreetWord(island, last, max) ?? backFromName(island, last, max);
}

/** `Váci utca`, `Gumpendorfer Strasse`, `Lodskovvej`; weak English words are followed by their number nowhere. */
function backFromStreetWord(island: Island, last: number, max: number): NamedBefore | undefined {
  const { tokens } = island;
  const word = tokens[last];
  const isWhole = has(word, ROLE.after) && !(has(word, ROLE.numberFirst) && has(word, ROLE.weak));
  const role = isWhole ? (word?.roles ?? 0) : endingRole(word?.word ?? '');
  if (role === 0) return undefined;
  const isSecond = isWhole && isSmallWord(tokens[last - 1]) && isNameWord(island, last - 2);
  const first = nameStart(
    island,
    isSecond ? last - 1 : last,
    isWhole ? last - Math.min(max, MAX_NAMES_OF_STREET) : last - 1,
  );
  if (isWhole && first === last) return undefined;
  const isWeak = (role & (ROLE.weak | ROLE.numberFirst)) !== 0;
  return { first, words: isWeak ? 'weak' : 'strong', isLowerCase: !hasName(tokens, first, last) };
}

/** A name and nothing else: what stands around it must prove it to be a street. */
function backFromName(island: Island, last: number, max: number): NamedBefore | undefined {
  const { tokens } = island;
  const word = tokens[last];
  if (has(word, ROLE.before | ROLE.date) || isSmallParticle(word)) return undefined;
  const isSecond = isSmallWord(word) && isNameWord(island, last - 1) && endsItsPart(tokens, last + 2);
  if (!isSecond && !isNameWord(island, last)) return undefined;
  const first = nameStart(island, last, last - max);
  const isOther = has(tokens[first], ROLE.date) || !hasLetters(tokens, first, last) || isCountry(tokens, first, last);
  return isOther ? undefined : { first, words: 'none', isLowerCase: !hasName(tokens, first, last) };
}

/** The first of the names before `from`, not before `limit`; no small word begins a name. */
function nameStart(island: Island, from: number, limit: number): number {
  const { tokens } = island;
  let first = from;
  while (first > limit && isNameWord(island, first - 1) && !has(tokens[first - 1], ROLE.unit | ROLE.place)) first--;
  while (first < from && isSmallParticle(tokens[first])) first++;
  return first;
}

/** Whether a comma, a line break or the end stands at `at`. */
function endsItsPart(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  return token === undefined || token.kind === 'newline' || token.word === ',';
}

/** The second word of a name, as in `Ady endre utca` and `Žabí majer`. */
function isSmallWord(token: Token | undefined): boolean {
  return token?.kind === 'word' && token.roles === 0 && !token.isName;
}

/** Where the nearest word that begins a street stands, with names between it and `last`. */
function beforeWord(island: Island, last: number, max: number): number | undefined {
  const { tokens } = island;
  for (let at = last - 1; at >= Math.max(0, last - max); at--) {
    const token = tokens[at];
    if (has(token, ROLE.before) && (token?.isName || token?.isDotted || !has(token, ROLE.particle))) return at;
    if (token?.word === '/' && /^c$/.test(tokens[at - 1]?.word ?? '')) return at - 1;
    if (token?.kind !== 'word' || has(token, ROLE.unit) || (has(token, ROLE.stop) && !has(token, ROLE.particle)))
      return undefined;
  }
  return undefined;
}

/** `Calle 13 # 5-19`, `Cra. 7 Sur No. 12-30`: streets of Colombia are numbers. */
function numberedStreet(tokens: readonly Token[], name: number, at: number): NamedBefore | undefined {
  if (name === at - 1 || !isNumeric(tokens[name])) return undefined;
  return has(tokens[name - 1], ROLE.before) ? { first: name - 1, words: 'strong', isLowerCase: false } : undefined;
}

/** `,`, `#`, `No.`, `No:` between a street and its number. */
function isNumberWord(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token?.word === ':' || token?.word === '.') return has(tokens[at - 1], ROLE.number);
  return has(token, ROLE.number) || (token?.kind === 'mark' && /^[,#№°]$/.test(token.word));
}

/** The house number behind a street that has another number before it. */
function withTrailingNumber(tokens: readonly Token[], last: number): number {
  const next = tokens[last + 1];
  return next?.kind === 'number' && next.word.length <= MAX_HOUSE_DIGITS ? last + 1 : last;
}

/** A name without a street's word counts only when it stands by itself. */
function endsName(tokens: readonly Token[], last: number, lastName: number): boolean {
  const next = tokens[last + 1];
  return last > lastName || next === undefined || next.kind !== 'word' || has(next, ROLE.unit);
}

/** `in`, `de`: never the whole of a name. */
function isSmallParticle(token: Token | undefined): boolean {
  return has(token, ROLE.particle) && token?.isName === false;
}

/** `both directions btw Undercliff Avenue`: a name is written with capitals or without, not now so and then so. */
function isMixed(tokens: readonly Token[], first: number, last: number): boolean {
  const names = tokens.slice(first, last + 1).filter((token) => token.kind === 'word' && !has(token, ROLE.particle));
  return names.some(({ isName }) => isName) && names.some(({ isName }) => !isName);
}

/** A country beside a number is the end of an address, never its street. */
function isCountry(tokens: readonly Token[], first: number, last: number): boolean {
  const words = tokens.slice(first, last + 1).map(({ word }) => word);
  return countryWords(words) === words.length;
}

function hasName(tokens: readonly Token[], first: number, last: number): boolean {
  for (let at = first; at <= last; at++) if (tokens[at]?.isName && !has(tokens[at], ROLE.particle)) return true;
  return false;
}

function hasLetters(tokens: readonly Token[], first: number, last: number): boolean {
  for (let at = first; at <= last; at++) if ((tokens[at]?.word.length ?? 0) > 2) return true;
  return false;
}
