/**
 * Joins addresses and numbers that a line break runs through: where an address has no end yet, and where a number goes on at the
 * beginning of the next line, quoted (`> `) or not. Misses: a break within the part before `@`, which may as well be two words.
 */

import { isKnownTopLevel } from '../email/top-level-domains.ts';
import type { Edit, Rewriting } from './rewritten.ts';

/** What may stand before a break within a value, and behind it. */
const BEFORE = /[\p{L}\d@._+()-]/u;
const BEHIND = /[\p{L}\d@.(-]/u;
/** Of a quotation. */
const INDENT = /^[> \t]{0,4}/;
const MAX_BESIDE_UNITS = 100;
const LOCAL_AND_DOMAIN =
  /(?<![\p{L}\p{N}._+-])[\p{L}\p{N}._+-]{1,64}@(?:([\p{L}\p{N}-]{1,63}\.){0,4}[\p{L}\p{N}-]{0,63})$/u;
const LOCAL_WITH_MARK = /(?<![\p{L}\p{N}])[\p{L}\p{N}]+[._+\d-][\p{L}\p{N}._+-]*$/u;
const DOMAIN = /^@(?:[\p{L}\p{N}-]{1,63}\.){1,4}(\p{L}{2,24})(?![\p{L}\p{N}@])/u;
/** What of a number stands at a line's end: several groups, or one that shows that more comes. */
const NUMBER_BEGUN =
  /(?<![\p{L}\d])(?:\+?\(?\d[\d ().-]{0,30}[ ().-]{1,2}\d{1,6}|\+\d{1,4}|\(\d{2,5}\)|[\d ().+-]{1,24}\d[(-])$/u;
/** Not a date at a line's beginning, as in a log. */
const NUMBER_GOES_ON = /^(?!\d{4}-\d\d-\d\d)[(-]?\d[\d ().-]*/;
const IBAN_BEGUN = /(?<![\p{L}\d])[A-Z]{2}\d{2}(?: ?[A-Z0-9]{1,4}){0,7}$/u;
const IBAN_GOES_ON = /^[A-Z0-9]{1,4}(?= |$)(?: [A-Z0-9]{1,4})*/;
const NUMBERS_ONLY = /^[\d ().+\-\t]*$/;
const MIN_DIGITS = 7;
const MAX_DIGITS = 19;

export const unbroken: Rewriting = (text) => {
  const edits: Edit[] = [];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) {
    let start = text.charAt(at - 1) === '\r' ? at - 1 : at;
    if (/[ \t]/.test(text.charAt(start - 1))) start -= 1;
    if (!BEFORE.test(text.charAt(start - 1))) continue;
    const end = at + 1 + (INDENT.exec(text.slice(at + 1, at + 5))?.[0] ?? '').length;
    if (!BEHIND.test(text.charAt(end))) continue;
    const joint = jointOf(lineBefore(text, start), lineBehind(text, end));
    if (joint !== undefined) edits.push({ start, end, text: joint });
  }
  return edits;
};

function lineBefore(text: string, end: number): string {
  const before = text.slice(Math.max(0, end - MAX_BESIDE_UNITS), end);
  return before.slice(before.lastIndexOf('\n') + 1);
}

function lineBehind(text: string, start: number): string {
  return /^[^\r\n]*/.exec(text.slice(start, start + MAX_BESIDE_UNITS))?.[0] ?? '';
}

/** What to read instead of the break; undefined where it is one. */
function jointOf(before: string, behind: string): string | undefined {
  if ((before.includes('@') || behind.startsWith('@')) && breaksAddress(before, behind)) return '';
  if (!/[\dA-Z()+-]$/.test(before) || !/^[\dA-Z(-]/.test(behind)) return undefined;
  const isList = NUMBERS_ONLY.test(before) && NUMBERS_ONLY.test(behind);
  if (!isList && breaksNumber(before, behind)) return isWithinGroup(before, behind) ? '' : ' ';
  if (IBAN_BEGUN.test(before) && IBAN_GOES_ON.test(behind)) return isWithinGroup(before, behind) ? '' : ' ';
  return undefined;
}

function breaksAddress(before: string, behind: string): boolean {
  const begun = before.includes('@') ? LOCAL_AND_DOMAIN.exec(before)?.[0] : undefined;
  if (begun !== undefined) {
    const domain = begun.slice(begun.indexOf('@') + 1);
    const isWhole = domain.includes('.') && isKnownTopLevel(domain.slice(domain.lastIndexOf('.') + 1));
    return !isWhole && /^[\p{L}\p{N}.-]{0,63}\p{L}{2}/u.test(behind);
  }
  const ending = behind.startsWith('@') ? DOMAIN.exec(behind)?.[1] : undefined;
  return ending !== undefined && isKnownTopLevel(ending) && LOCAL_WITH_MARK.test(before);
}

function breaksNumber(before: string, behind: string): boolean {
  const begun = NUMBER_BEGUN.exec(before)?.[0];
  const goesOn = NUMBER_GOES_ON.exec(behind)?.[0];
  if (begun === undefined || goesOn === undefined) return false;
  if (/\d\p{L}/u.test(behind.slice(goesOn.length - 1, goesOn.length + 1))) return false;
  const digits = (begun + goesOn).replace(/\D/g, '').length;
  return digits >= MIN_DIGITS && digits <= MAX_DIGITS;
}

/** The last group is shorter than the one before it, or a hyphen stands at the break. */
function isWithinGroup(before: string, behind: string): boolean {
  if (/[-(.]$/.test(before) || /^[-).]/.test(behind)) return true;
  const groups = before.match(/[A-Z0-9]+/g) ?? [];
  return (groups.at(-1) ?? '').length < (groups.at(-2) ?? '').length;
}
