/** IPv4 addresses in text: four numbers up to 255, and what tells them from versions and section numbers. */

import type { ScoreStep } from '../../core/types.ts';
import type { Context } from '../context-words.ts';
import { matchesOf } from '../matches-of.ts';

export interface IpCandidate {
  readonly start: number;
  readonly end: number;
  steps(context: Context): readonly ScoreStep[];
}

const WEIGHT = {
  base: 0.75,
  wordNear: 0.2,
  wordAgainst: -0.5,
  /** All four under this: 1.2.3.4 is rather a section or a version. */
  smallNumbers: -0.3,
  /** `lib-1.2.3.4`, `>=1.2.3.4`, `Chrome/1.2.3.4`, `1.2.3.4-beta` */
  versionForm: -0.5,
  /** Nobody's: unspecified, loopback, broadcast, netmasks, multicast (RFC 6890, RFC 1122), object identifiers of X.500. */
  nobodys: -0.5,
};
const SMALL = 25;

/** Not within longer dotted numbers or words; not the tail of an IPv6 address. */
const IPV4 = /(?<![\p{L}\p{N}_.]|:[\da-f]{0,4}:)\d{1,3}(?:\.\d{1,3}){3}(?![\p{L}\p{N}_]|\.\d)/giu;
const VERSION_BEFORE = /(?:[\p{L}\d][-~^]|[=<>!~]=|[~^<>]\s?|[^/]\p{L}\/)$/u;
const VERSION_AFTER =
  /^[-.+](?:alpha|beta|rc|snapshot|release|final|dev|pre|tar|zip|gz|jar|dll|exe|msi|deb|rpm|whl|apk|dmg)/i;
const RANGE_BEFORE = /\.\d{1,3}-$/;
const NOBODYS =
  /^(?:0\.0\.0\.0|127\.\d+\.\d+\.\d+|255\.255\.\d+\.\d+|255\.\d+\.0\.0|2(?:2[4-9]|3\d)\.\d+\.\d+\.\d+|2\.5\.(?:4|29)\.\d+)$/;
/** Private networks of RFC 1918, and resolvers that everybody knows by these numbers. */
const WELL_KNOWN =
  /^(?:10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|1\.1\.1\.1$|1\.0\.0\.1$|8\.8\.[48]\.[48]$|9\.9\.9\.9$)/;

export function* ipv4Candidates(text: string): Generator<IpCandidate> {
  for (const { 0: value, index: start } of matchesOf(text, IPV4)) {
    const numbers = value.split('.');
    if (numbers.some((number) => Number(number) > 255 || /^0\d/.test(number))) continue;
    const end = start + value.length;
    yield { start, end, steps: (context) => stepsOf(text, { start, end, value }, context) };
  }
}

function stepsOf(
  text: string,
  { start, end, value }: { readonly start: number; readonly end: number; readonly value: string },
  context: Context,
): readonly ScoreStep[] {
  const before = text.slice(Math.max(0, start - 5), start);
  const isVersion =
    (VERSION_BEFORE.test(before) && !RANGE_BEFORE.test(before)) || VERSION_AFTER.test(text.slice(end, end + 10));
  const isSmall = !WELL_KNOWN.test(value) && value.split('.').every((number) => Number(number) < SMALL);
  return [
    { signal: 'base', weight: WEIGHT.base },
    { signal: 'word-for', weight: context === 'for' ? WEIGHT.wordNear : 0 },
    { signal: 'word-against', weight: context === 'against' ? WEIGHT.wordAgainst : 0 },
    { signal: 'small-numbers', weight: isSmall ? WEIGHT.smallNumbers : 0 },
    { signal: 'version-form', weight: isVersion ? WEIGHT.versionForm : 0 },
    { signal: 'nobodys', weight: NOBODYS.test(value) ? WEIGHT.nobodys : 0 },
  ];
}
