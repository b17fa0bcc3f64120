/** What a window's own form says: that it is something else, or that it is grouped as only phone numbers are. Pure. */
import type { PhoneWindow } from './phone-windows.ts';

/** How telling the grouping is by itself; `plain` is any other group of digits. */
export type PhoneShape = 'north-american' | 'bracketed' | 'trunk-groups' | 'pairs' | 'trunk-digits' | 'plain' | 'other';

/** Of a national number: `04 17 23 31 38 45` are a lottery's. */
const MAX_GROUPS = 5;
const YEAR = /^(?:1[4-9]|20|21)\d\d$/;

/** `other`: a date, an IP address, a version, a decimal, an ISBN or a row of one digit; never reported. */
export function phoneShape(window: PhoneWindow): PhoneShape {
  const { groups, separators, digits, hasPlus } = window;
  if (/^(\d)\1*$/.test(digits)) return 'other';
  const lengths = groups.map((group) => group.length).join('-');
  const joint = separators.join('');
  if (!hasPlus && (hasDate(groups, joint) || isDecimals(separators) || isBook(window))) return 'other';
  if (isNorthAmerican(groups, lengths)) return 'north-american';
  if (!hasPlus && isNetworkOrVersion(groups, lengths, joint)) return 'other';
  if (joint.includes(')')) return 'bracketed';
  if (/^2(?:-2){4}$/.test(lengths) && digits.startsWith('0')) return 'pairs';
  if (lengths === '1-3-3-2-2' && digits.startsWith('8')) return 'trunk-groups';
  if ((/^0[1-9]/.test(digits) && digits.length >= 9) || isRussian(digits, lengths))
    return groups.length > 1 ? 'trunk-groups' : 'trunk-digits';
  return 'plain';
}

/** Forms that are far more often something else; a phone word right beside them still makes them a number. */
export function isDoubtful({ groups, separators, hasPlus, isCut }: PhoneWindow): boolean {
  if (hasPlus) return false;
  const lengths = groups.map((group) => group.length).join('-');
  const joint = separators.join('');
  const isSocialSecurity = lengths === '3-2-4';
  const isZipPlusFour = lengths === '5-4' && joint === '-';
  const isThousands = lengths === '1-3-3';
  const isPackedDate =
    lengths === '8' && /^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/.test(groups[0] ?? '');
  const isIrregular = isMixed(groups, separators) || isTable(groups, separators) || isCitation(groups, separators);
  return isCut || isSocialSecurity || isZipPlusFour || isThousands || isPackedDate || isIrregular;
}

/** `252.227-7013`, `0 1.24 987`: people keep to one sign, dots go with brackets only; `01.328.17.678`: and are in pairs if many. */
function isMixed(groups: readonly string[], separators: readonly string[]): boolean {
  const isPath = groups.length > 3 && separators.every((separator) => separator === '.');
  if (isPath && groups.some((group) => group.length !== 2) && groups[0] !== '1') return true;
  return separators.includes('.') && separators.some((separator) => /^[- ]+$/.test(separator));
}

/** `25(11) 1422-3`, `77 (1994) 163`: a volume, its issue or year, and pages. */
function isCitation(groups: readonly string[], separators: readonly string[]): boolean {
  const bracket = separators.findIndex((separator) => separator.endsWith('('));
  return bracket !== -1 && ((groups[bracket]?.length ?? 0) > 1 || YEAR.test(groups[bracket + 1] ?? ''));
}

/**
 * `0 41 89 96`, `0046 0066 0069`: numbers side by side, most with a nought before them; `0 800` is free to call in France, and Turkey
 * writes `0 (532) 441 39 41`.
 */
function isTable(groups: readonly string[], separators: readonly string[]): boolean {
  const [first = '', second = ''] = groups;
  const isTrunkBeforeBrackets = separators[0] === ' (';
  const isLoneNought = first === '0' && !/^8\d\d$/.test(second) && !isTrunkBeforeBrackets;
  const isAllNoughts = groups.length > 2 && groups.every((group) => group.startsWith('0'));
  return (
    isLoneNought ||
    isAllNoughts ||
    groups.length > MAX_GROUPS ||
    groups.filter((group) => group.startsWith('00')).length > 1
  );
}

/** `(2xx) 555-0123`, `1-2xx-555-0123`: three, three and four digits. */
function isNorthAmerican(groups: readonly string[], lengths: string): boolean {
  return lengths === '3-3-4' || (lengths === '1-3-3-4' && groups[0] === '1');
}

/** `8 9xx …` as dialled at home; 9 begins the codes of mobile networks (Russian numbering plan, ITU-T E.164). */
function isRussian(digits: string, lengths: string): boolean {
  return /^89\d{9}$/.test(digits) && /^(?:11|1-10|1-3-7|1-3-3-4|1-3-3-2-2|1-3-2-2-3)$/.test(lengths);
}

/** A date; also `0.9 (2009-04-29` and `1 2015-02-04`, where it stands behind a version or a row's number. */
function hasDate(groups: readonly string[], joint: string): boolean {
  if (isDate(groups, joint)) return true;
  const year = groups.findIndex((group) => YEAR.test(group));
  return year > 0 && joint.endsWith('--') && isDate(groups.slice(year), '--') && year === groups.length - 3;
}

/** 2024-05-01, 1.5.24, 01/05/2024, each also with an hour behind it, and 1914-1918. */
function isDate(groups: readonly string[], joint: string): boolean {
  const [first = '', second = '', third = ''] = groups;
  if (groups.length === 2) return YEAR.test(first) && YEAR.test(second) && /^ ?[-/\u2010-\u2015] ?$/.test(joint);
  if (groups.length < 3 || groups.length > 5 || !/^([-./])\1/.test(joint)) return false;
  const isDay = (group: string): boolean => group.length <= 2 && Number(group) >= 1 && Number(group) <= 31;
  const isYear = (group: string): boolean => YEAR.test(group) || (group.length === 2 && groups.length === 3);
  const isMonthIn = (one: string, two: string): boolean =>
    isDay(one) && isDay(two) && Math.min(Number(one), Number(two)) <= 12;
  return (YEAR.test(first) && isMonthIn(second, third)) || (isYear(third) && isMonthIn(first, second));
}

/** `1-.339`, `0 .743`: the decimals of paths, tables and code. */
function isDecimals(separators: readonly string[]): boolean {
  return separators.some((separator) => /[- ]\.|\.-/.test(separator));
}

function isNetworkOrVersion(groups: readonly string[], lengths: string, joint: string): boolean {
  if (!/^\.+$/.test(joint)) return false;
  // Four pairs may be a number of eight digits: only a phone word tells.
  const isAddress = lengths !== '2-2-2-2' && groups.length === 4 && groups.every((group) => Number(group) <= 255);
  // `02.49098840` is Italian: no decimal begins with a nought and a digit.
  const isTrunk = /^0[1-9]\d?$/.test(groups[0] ?? '') && (groups[1]?.length ?? 0) > 5;
  const isDecimal = groups.length === 2 && lengths !== '3-4' && !isTrunk;
  return isAddress || isDecimal || groups.some((group) => group.length === 1);
}

function isBook({ digits, groups }: PhoneWindow): boolean {
  return /^97[89]/.test(digits) && digits.length === 13 && groups.length !== 1;
}
