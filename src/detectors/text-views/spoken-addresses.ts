/**
 * Reads addresses whose `@` and full stops are said or hedged: `name at example dot com` in six languages and more, `name [at]
 * example.com`, `name @ example . com`, `name(a)ex4mple.c0m`, `first.name gmail.com`. A plain "at" needs a "dot" behind it, or a word for mail before it.
 */

import { isKnownTopLevel } from '../email/top-level-domains.ts';
import { matchesOf } from '../matches-of.ts';
import type { Edit, Place, Rewriting } from './rewritten.ts';
import {
  AT_NAMES,
  AT_PREPOSITIONS,
  AT_WORDS,
  DOT_NAMES,
  MAIL_ENDINGS,
  MAIL_HOSTS,
  MARK_NAMES,
  NO_MAILBOXES,
} from './spoken-words.ts';

const AT_SAID = [...AT_NAMES, ...AT_WORDS].join('|');
const HOSTS = MAIL_HOSTS.join('|');
const ENDINGS = MAIL_ENDINGS.join('|');
/** Each begins with a character that is rarer than letters; the blanks around are found from there. */
/** With a word and a full stop said behind; in prose none has. */
const PREPOSITION = String.raw`\s(?:${AT_PREPOSITIONS.join('|')})(?=\s{1,2}[^\s.,;:]{2,40}\s{1,2}(?:${[...DOT_NAMES, ...MAIL_ENDINGS].join('|')})(?:\s|$))`;
const AT = new RegExp(
  String.raw`[([{<]\s?(?:${AT_SAID}|@|a)\s?[)\]}>]|[|"“«~]\s?(?:${AT_SAID}|@)\s?[|"”»~]|[_*-]at[_*-]|\s(?:${AT_SAID})(?=\s)|${PREPOSITION}|@`,
  'gi',
);
const MAX_BLANKS = 2;
/** `nameATexampleDOTcom` */
const IN_CAPITALS = /[a-z0-9]AT(?:[a-z0-9-]{1,60}DOT){1,4}[a-z]{2,10}(?![A-Za-z])/g;

type AtKind = 'sign' | 'spaced-sign' | 'handle' | 'hedged' | 'quoted' | 'joined' | 'name' | 'word' | 'preposition';

const LABEL = new RegExp(String.raw`[\p{L}\p{N}](?:(?!-(?:${DOT_NAMES.join('|')})-)[\p{L}\p{N}-]){0,62}`, 'iuy');
const SAID_DOT = new RegExp(
  String.raw`\s?[([{<_*|"“«~-]\s?(?:${DOT_NAMES.join('|')}|\.)\s?[)\]}>_*|"”»~-]\s?|\s{1,2}(?:${DOT_NAMES.join('|')})\s{1,2}|\s\.\s?`,
  'iy',
);
const MAX_DOTS = 4;
/** A blank or a comma for the full stop of a mail host: `gmail com`, `gmail,com`. */
const HOST = new RegExp(`^(?:${HOSTS})$`, 'iu');
const ENDS_HOST = new RegExp(String.raw`(?:\s{1,2}|, ?)(?=(?:${ENDINGS})(?![\p{L}\p{N}]))`, 'iuy');
/** No sign at all: `anna.k gmail.com`. */
const BARE_HOST = new RegExp(
  String.raw`\s{1,2}(?=(?:${HOSTS})(?:\.[a-z]{2,3}|(?:, ?|\s{1,2}(?:(?:${DOT_NAMES.join('|')})\s{1,2})?)(?:${ENDINGS}))(?![\p{L}\p{N}]))`,
  'giu',
);
/** A name of two parts; the ending of a domain behind the last mark is looked up. */
const TWO_PARTS =
  /(?<![\p{L}\p{N}._+@/-])\p{L}[\p{L}\p{N}+-]{0,40}[._](?:[\p{L}\p{N}+-]{1,20}[._]){0,2}([\p{L}\p{N}]{1,40})$/u;
const LOCAL = /(?<![\p{L}\p{N}._+'@-])[\p{L}\p{N}._+'-]{1,64}$/u;
/** Marks of the part before `@`: hedged by brackets, or in plain words. */
const HEDGED_DOT = String.raw`\s?[([{]\s?(?:${DOT_NAMES.join('|')}|\.)\s?[)\]}]\s?`;
const SAID_IN_LOCAL = String.raw`\s{1,2}(?:${[...DOT_NAMES, ...Object.keys(MARK_NAMES)].join('|')})\s{1,2}`;
const HEDGED_MARK = new RegExp(String.raw`(?<=[\p{L}\p{N}])${HEDGED_DOT}$`, 'iu');
const SAID_MARK = new RegExp(String.raw`(?<=[\p{L}\p{N}])(?:${SAID_IN_LOCAL}|${HEDGED_DOT})$`, 'iu');
const MAX_LOCAL_MARKS = 3;
const MAX_LOCAL_UNITS = 66;
/** Right before the address, with nothing but a few small words between. */
const MAIL_WORD =
  /(?:e-?mail|mail|mailbox|courriel|correo|posta|почт[аеуы]|имейл|мейл|ელფოსტა|მეილი)(?:\s(?:me|us|him|her|them|address|adresse|is|est|es|ist|to|at)){0,3}\s?[:=–-]?\s?$/i;
const MAX_BEFORE_UNITS = 80;
/** "removed at some point in …": with these words for a full stop only the commonest endings are one. */
const AT_SOME_POINT =
  /^[\p{L}\p{N}-]{1,63}\s{1,2}(?:point|period|punt)\s{1,2}(?!(?:com|net|org|info|fr|ca|ch|lu|eu|nl)(?!\p{L}))/iu;
/** Digits for letters in a domain's ending: c0m, n3t, 0rg. */
const LEET: Readonly<Record<string, string>> = { 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 7: 't' };
const LEET_ENDING = /^(?=.*\d)(?:c[o0]m|n[e3][t7]|[o0]rg|[i1]nf[o0]|d[e3]|[e3][s5]|[i1][o0]|[i1][t7])$/i;

export const spokenAddresses: Rewriting = (text) => {
  const edits: Edit[] = [];
  for (const { index, 0: at } of matchesOf(text, AT)) {
    const from = edits.at(-1)?.end ?? 0;
    if (index < from) continue;
    for (const edit of addressAround(text, index, at, from)) edits.push(edit);
  }
  return [...edits, ...inCapitals(text), ...withoutSign(text)].sort((a, b) => a.start - b.start);
};

function addressAround(text: string, index: number, at: string, from: number): Edit[] {
  const start = Math.max(from, index - blanksBefore(text, index));
  const end = index + at.length + blanksBehind(text, index + at.length);
  const kind = kindOf(at.trim().toLowerCase(), start < index, end > index + at.length);
  const domain = domainFrom(text, end);
  if (domain === undefined || (kind === 'handle' && !domain.isHost)) return [];
  const isSaid = domain.edits.length > 0;
  if ((kind === 'joined' || kind === 'preposition') && !isSaid) return [];
  const before = text.slice(Math.max(from, start - MAX_LOCAL_UNITS * (MAX_LOCAL_MARKS + 1)), start);
  const local = localBefore(before, start, kind !== 'sign' || isSaid);
  if (local === undefined) return [];
  const isName = /[\p{N}._]/u.test(local.word);
  if (!isName && (kind === 'handle' || kind === 'quoted' || (kind === 'preposition' && !domain.isHost))) return [];
  const isPhrase = kind === 'word' || kind === 'preposition' || kind === 'spaced-sign' || kind === 'handle';
  if (isPhrase && NO_MAILBOXES.has(local.word.toLowerCase())) return [];
  if (kind === 'word' && !isSaid && !isAfterMailWord(text, local.start)) return [];
  if (kind === 'word' && AT_SOME_POINT.test(text.slice(end, end + MAX_BEFORE_UNITS))) return [];
  const sign: Edit[] = end - start === 1 ? [] : [{ start, end, text: '@' }];
  return [...local.edits, ...sign, ...domain.edits];
}

function kindOf(said: string, hasBlankBefore: boolean, hasBlankBehind: boolean): AtKind {
  if (/^[([{<]/.test(said)) return 'hedged';
  if (/^[|"“«~]/.test(said)) return 'quoted';
  if (/^[_*-]/.test(said)) return 'joined';
  if (AT_PREPOSITIONS.includes(said)) return 'preposition';
  if (said !== '@') return AT_NAMES.includes(said) ? 'name' : 'word';
  if (hasBlankBehind) return 'spaced-sign';
  // `thanks @name`
  return hasBlankBefore ? 'handle' : 'sign';
}

function isAfterMailWord(text: string, start: number): boolean {
  return MAIL_WORD.test(text.slice(Math.max(0, start - MAX_BEFORE_UNITS), start));
}

function blanksBefore(text: string, end: number): number {
  let start = end;
  while (end - start < MAX_BLANKS && /\s/.test(text.charAt(start - 1))) start -= 1;
  return end - start;
}

function blanksBehind(text: string, start: number): number {
  let end = start;
  while (end - start < MAX_BLANKS && /\s/.test(text.charAt(end))) end += 1;
  return end - start;
}

/** The said or hedged full stops of the domain that begins at `from`; undefined where no known ending is reached. */
function domainFrom(text: string, from: number): { readonly edits: Edit[]; readonly isHost: boolean } | undefined {
  const edits: Edit[] = [];
  let known: Edit[] | undefined;
  let isHost = false;
  let at = from;
  for (let dots = 0; dots <= MAX_DOTS; dots++) {
    const label = matchAt(LABEL, text, at);
    if (label === undefined) break;
    isHost ||= HOST.test(label);
    const isLeet = dots > 0 && LEET_ENDING.test(label);
    if (dots > 0 && (isLeet || isKnownTopLevel(label))) {
      const ending = label.replace(/\d/g, (digit) => LEET[digit] ?? digit);
      known = isLeet ? [...edits, { start: at, end: at + label.length, text: ending }] : [...edits];
    }
    at += label.length;
    if (text.charAt(at) === '.' && !/\s/.test(text.charAt(at + 1))) {
      at += 1;
      continue;
    }
    const dot = matchAt(SAID_DOT, text, at) ?? (HOST.test(label) ? matchAt(ENDS_HOST, text, at) : undefined);
    if (dot === undefined) break;
    edits.push({ start: at, end: at + dot.length, text: '.' });
    at += dot.length;
  }
  return known && { edits: known, isHost };
}

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

/** The part before the sign, that ends where `before` ends; its marks may be said, too. */
function localBefore(
  before: string,
  end: number,
  mayBeSaid: boolean,
): { readonly edits: Edit[]; readonly word: string; readonly start: number } | undefined {
  const offset = end - before.length;
  const edits: Edit[] = [];
  let rest = before;
  let word = '';
  for (let marks = 0; marks <= MAX_LOCAL_MARKS; marks++) {
    word = LOCAL.exec(rest)?.[0] ?? '';
    if (word === '') return undefined;
    rest = rest.slice(0, rest.length - word.length);
    const mark = (mayBeSaid ? SAID_MARK : HEDGED_MARK).exec(rest)?.[0];
    if (mark === undefined || marks === MAX_LOCAL_MARKS) break;
    rest = rest.slice(0, rest.length - mark.length);
    const place: Place = { start: offset + rest.length, end: offset + rest.length + mark.length };
    edits.unshift({ ...place, text: MARK_NAMES[mark.trim().toLowerCase()] ?? '.' });
  }
  return /[\p{L}\p{N}]/u.test(word) ? { edits, word, start: offset + rest.length } : undefined;
}

function withoutSign(text: string): Edit[] {
  return matchesOf(text, BARE_HOST).flatMap(({ index, 0: gap }) => {
    const before = text.slice(Math.max(0, index - MAX_LOCAL_UNITS), index);
    const domain = domainFrom(text, index + gap.length);
    const lastPart = TWO_PARTS.exec(before)?.[1];
    if (domain === undefined || lastPart === undefined || isKnownTopLevel(lastPart)) return [];
    return [{ start: index, end: index + gap.length, text: '@' }, ...domain.edits];
  });
}

function inCapitals(text: string): Edit[] {
  if (!text.includes('DOT')) return [];
  return matchesOf(text, IN_CAPITALS).flatMap(({ index, 0: said }) => {
    const dots = matchesOf(said, /DOT/g).map(({ index: at }) => ({
      start: index + at,
      end: index + at + 3,
      text: '.',
    }));
    const isDomain = isKnownTopLevel(said.slice(said.lastIndexOf('DOT') + 3));
    return isDomain ? [{ start: index + 1, end: index + 3, text: '@' }, ...dots] : [];
  });
}
