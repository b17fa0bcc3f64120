/** IPv6 addresses in text, in all spellings of RFC 4291 and RFC 5952, zone ids of RFC 4007 included. */

import { isIPv6 } from 'node:net';
import type { ScoreStep } from '../../core/types.ts';
import type { Context } from '../context-words.ts';
import { matchesOf } from '../matches-of.ts';
import type { IpCandidate } from './ipv4.ts';

const WEIGHT = {
  base: 0.4,
  /** Global unicast, unique local or link-local (RFC 4291, RFC 4193), the NAT64 prefix of RFC 6052, IPv4-mapped. */
  knownPrefix: 0.35,
  /** All eight groups: hardly anything else has them. */
  allGroups: 0.4,
  wordNear: 0.25,
  /** `ab::cd` is rather code. */
  noDigit: -0.25,
  /** Eight bytes of a fingerprint or an EUI-64, a ratio. */
  bytes: -0.6,
  nobodys: -0.6,
};

/** Two colons with one group or none between them: every IPv6 address has that, times with seconds have it too. */
const ANCHOR = /:[\da-f]{0,4}:/gi;
const RUN_LEFT = /(?<![\da-f:])[\da-f:]{1,40}$/i;
const RUN_RIGHT = /^[\da-f:]{1,40}(?:(?<=:)\d{1,3}(?:\.\d{1,3}){3}|(?:\.\d{1,3}){3})?(?:%[a-z\d][\w.-]{0,15})?/i;
const MAX_UNITS = 80;
const KNOWN_PREFIX = /^(?:[23][\da-f]{3}|f[cd][\da-f]{2}|fe[89ab][\da-f]|64:ff9b|:(?::0{1,4})?:ffff):/i;
const NOBODYS = /^[0:]*:[01]?$/;

export function* ipv6Candidates(text: string): Generator<IpCandidate> {
  let from = 0;
  for (const { index } of matchesOf(text, ANCHOR)) {
    if (index < from) continue;
    const left = RUN_LEFT.exec(text.slice(Math.max(from, index - 40), index))?.[0].length ?? 0;
    const start = index - left;
    const run = RUN_RIGHT.exec(text.slice(start, start + MAX_UNITS))?.[0] ?? '';
    from = start + Math.max(run.length, left);
    const value = trimmed(run);
    const end = start + value.length;
    if (!isIPv6(value) || isPartOfMore(text, start, end)) continue;
    yield { start, end, steps: (context) => stepsOf(value, context) };
  }
}

/** Without the colon or full stop of the sentence. */
function trimmed(run: string): string {
  const value = run.replace(/(?<![.-])[.-]+$/, '');
  return /[^:]:$/.test(value) ? value.slice(0, -1) : value;
}

function isPartOfMore(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 2), start);
  return /[\p{L}\p{N}_:]$|\d\.$/u.test(before) || /^[\p{L}\p{N}_]|^:[\p{L}\p{N}]/u.test(text.slice(end, end + 2));
}

function stepsOf(value: string, context: Context): readonly ScoreStep[] {
  const address = value.replace(/%.*/, '');
  const groups = address.split(':');
  const isWhole = !address.includes('::');
  return [
    { signal: 'base', weight: WEIGHT.base },
    { signal: 'known-prefix', weight: KNOWN_PREFIX.test(address) ? WEIGHT.knownPrefix : 0 },
    { signal: 'all-groups', weight: isWhole ? WEIGHT.allGroups : 0 },
    { signal: 'word-for', weight: context === 'for' ? WEIGHT.wordNear : 0 },
    { signal: 'no-digit', weight: isWhole || /\d/.test(address) ? 0 : WEIGHT.noDigit },
    { signal: 'bytes', weight: isWhole && groups.every(({ length }) => length <= 2) ? WEIGHT.bytes : 0 },
    { signal: 'nobodys', weight: NOBODYS.test(address) ? WEIGHT.nobodys : 0 },
  ];
}
