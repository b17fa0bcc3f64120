/**
 * Addresses for mail whose signs were misread: `anna © example.com`, `anna@example,com`, `anna@ example .com`, `anna@example.c0m`. Each
 * address is repaired from its sign outwards, within the words beside it; nothing is repaired that reaches no known ending.
 */
import { isKnownTopLevel } from '../email/top-level-domains.ts';
import { matchesOf } from '../matches-of.ts';
import type { Edit, Rewriting } from '../text-views/rewritten.ts';

/** `@`, what is read for it, and `Q` or `a` in brackets where letters stand right beside it. */
const SIGN =
  /[@©®€]|(?<=[a-z\d._-]{2})[([{][aAQ@][)\]}]?|(?<=[a-z\d][a-z\d._-])Q(?=[a-z])|(?<=[a-z\d._-]{2}) ?\([@a]?\) ?(?=[a-z])/gu;
const MAX_BLANKS = 2;
const MAX_LOCAL_UNITS = 64;
/** Labels of a domain with what was read for the stops between them. */
const MAX_LABELS = 6;
const LABEL = /[\p{L}\p{N}](?:(?:[\p{L}\p{N}-]|[|!](?=[\p{L}\p{N}.])){0,61}[\p{L}\p{N}|!])?/uy;
const BAR = /[|!]/g;
/** A hyphen within a name of the domain, with blanks. */
const HYPHEN = / ?- ?(?=[\p{Ll}\d]{2,40}\.)/uy;
const STOP = / ?[.,·•] ?|\. {1,2}| /y;
const MAX_BEHIND_UNITS = 36;
/** The part before the sign, and the word before that, when it ends or this begins with a stop. */
const LOCAL = /[\p{L}\p{N}._+'-]{1,64}$/u;
const SPLIT_LOCAL =
  /(?<=^|[:\n]\s?)([\p{L}\p{N}+-]{1,30})(?:([._-]) |( )(?=[._-][\p{L}\p{N}]))([\p{L}\p{N}._+-]{1,40})$/u;
const BROKEN_LOCAL = /(?<![\p{L}\p{N}._+-])([\p{Ll}\p{N}+-]{1,30}[._][\p{Ll}\p{N}]{1,30})( )([\p{Ll}\p{N}]{1,30})$/u;
/** How the commonest endings are misread. Own list. */
const ENDINGS: ReadonlyMap<string, string> = new Map(
  `com:c0m,con,corn,cem,oom,eom,com1,coml,corm,comn,çom org:0rg,orq,or9 net:nel,ne1,nef,nct,riet info:inf0,lnfo,1nfo de:d3,0e,cle co:c0 es:e5
  io:i0 it:1t edu:edv,cdu gov:g0v,qov`
    .split(/\s+/)
    .flatMap((row) => {
      const [ending = '', misread = ''] = row.split(':');
      return misread.split(',').map((one): [string, string] => [one, ending]);
    }),
);
/** Lost its stop: `examplecom`. */
const GLUED_ENDING = /^([\p{L}\p{N}-]{4,60}?)(com|org|net|info|edu)$/u;

export const mailSigns: Rewriting = (text) => {
  const edits: Edit[] = [];
  for (const { index, 0: sign } of matchesOf(text, SIGN)) {
    const from = edits.at(-1)?.end ?? 0;
    if (index < from) continue;
    edits.push(...addressAround(text, index, sign, from));
  }
  return edits;
};

function addressAround(text: string, index: number, sign: string, from: number): Edit[] {
  const start = index - blanksBefore(text, index);
  const end = index + sign.length + blanksBehind(text, index + sign.length);
  const domain = domainFrom(text, end);
  if (domain === undefined || start < from) return [];
  const isPlain = sign === '@' && start === index && end === index + 1;
  // `Photo © example.com`, `follow us @example.com`: with a blank before the sign only what has a mailbox's marks is one.
  const local = localEdits(text, start, from, start < index);
  if (local === undefined) return [];
  return [...local, ...(isPlain ? [] : [{ start, end, text: '@' }]), ...domain];
}

/** Undefined where no mailbox can stand before the sign. */
function localEdits(text: string, end: number, from: number, needsMarks: boolean): Edit[] | undefined {
  const offset = Math.max(from, end - MAX_LOCAL_UNITS - 40);
  const before = text.slice(offset, end);
  const local = LOCAL.exec(before)?.[0] ?? '';
  if (!/\p{L}/u.test(local) || (needsMarks && !/\p{L}[\d._-]+[\p{L}\d]/u.test(local))) return undefined;
  const split = SPLIT_LOCAL.exec(before);
  if (split !== null) {
    const [, first = '', stop = ''] = split;
    const at = offset + split.index + first.length + stop.length;
    return [{ start: at, end: at + 1, text: '' }];
  }
  const broken = BROKEN_LOCAL.exec(before);
  if (broken === null || isKnownTopLevel(broken[1]?.split('.').at(-1) ?? '')) return [];
  const at = offset + broken.index + (broken[1]?.length ?? 0);
  return [{ start: at, end: at + 1, text: '' }];
}

/** The repairs up to the longest domain with a known ending; undefined where there is none. */
function domainFrom(text: string, from: number): Edit[] | undefined {
  const edits: Edit[] = [];
  let known: Edit[] | undefined;
  let at = from;
  for (let labels = 0; labels < MAX_LABELS; labels++) {
    const label = matchAt(LABEL, text, at);
    if (label === undefined) return known;
    const place = { start: at, end: at + label.length };
    for (const { index } of matchesOf(label, BAR)) edits.push({ start: at + index, end: at + index + 1, text: 'l' });
    const hyphen = known === undefined ? matchAt(HYPHEN, text, place.end) : undefined;
    if (hyphen !== undefined) {
      edits.push({ start: place.end, end: place.end + hyphen.length, text: '-' });
      at = place.end + hyphen.length;
      continue;
    }
    const isEnding = labels > 0;
    const misread = isEnding ? ENDINGS.get(label.toLowerCase()) : undefined;
    const glued = isEnding || known !== undefined ? null : GLUED_ENDING.exec(label);
    if (misread !== undefined) known = [...edits, { ...place, text: misread }];
    else if (isEnding && isKnownTopLevel(label)) known = [...edits];
    else if (glued !== null && !/^[.,]\S/.test(text.slice(place.end, place.end + 2))) {
      const stop = place.start + (glued[1]?.length ?? 0);
      return [...edits, { start: stop, end: stop + 1, text: `.${text.charAt(stop)}` }];
    }
    const stop = matchAt(STOP, text, place.end);
    if (stop === undefined) return known;
    if (!goesOn(text, place.end, stop, known !== undefined)) return known;
    if (stop !== '.') edits.push({ start: place.end, end: place.end + stop.length, text: stop === ' ' ? '' : '.' });
    at = place.end + stop.length;
  }
  return known;
}

/** Whether the domain goes on behind what may be a stop. */
function goesOn(text: string, at: number, stop: string, isKnown: boolean): boolean {
  const behind = text.slice(at + stop.length, at + stop.length + MAX_BEHIND_UNITS);
  // `@example.com. Then`, `@example.com, it`, but `@example.co .uk`
  if (isKnown) return /^(?:\.| \.|,)$/.test(stop) && /^[a-z]{2,4}(?!\p{L})/u.test(behind);
  // A blank within a name: only where an ending follows.
  return stop !== ' ' || /^[\p{Ll}\p{N}-]{1,30}[.,][\p{Ll}\d]{2}/u.test(behind);
}

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

function blanksBefore(text: string, end: number): number {
  let count = 0;
  while (count < MAX_BLANKS && text.charAt(end - count - 1) === ' ') count++;
  return count;
}

function blanksBehind(text: string, start: number): number {
  let count = 0;
  while (count < MAX_BLANKS && text.charAt(start + count) === ' ') count++;
  return count;
}
