/** The host's own lists: exact values that are never reported, and exact values that always are. */
import { normaliseValue } from '../core/normalise-value.ts';
import type { TypeRule } from '../core/policy.ts';
import type { FindingType } from '../core/types.ts';
import type { TextDetection } from './text-detector.ts';

export type ValueRules = Readonly<Partial<Record<FindingType, Pick<TypeRule, 'allow' | 'deny'>>>>;

export interface ValueLists {
  /** Drops allowed detections and adds denied ones (score 1, reason `deny-list`); sorted by place. Linear in the text. */
  apply(text: string, detections: readonly TextDetection[]): TextDetection[];
}

const DENY_LIST = 'deny-list';
/** Between the digits of a denied phone number, wherever the text groups them. */
const BETWEEN_DIGITS = '[ \\u00a0().\\-/]{0,3}';

/** Prepares the `allow` and `deny` lists of a policy's rules once; values are compared normalised, blanks and case aside. */
export function createValueLists(rules: ValueRules): ValueLists {
  const allowed = new Set<string>();
  const denied: { readonly type: FindingType; readonly pattern: RegExp }[] = [];
  for (const type of Object.keys(rules) as FindingType[]) {
    const { allow = [], deny = [] } = rules[type] ?? {};
    for (const value of allow) allowed.add(keyOf(type, value));
    const pattern = denyPattern(type, deny);
    if (pattern !== undefined) denied.push({ type, pattern });
  }
  return {
    apply(text, detections) {
      const kept = detections.filter(({ type, start, end }) => !allowed.has(keyOf(type, text.slice(start, end))));
      const added = denied.flatMap(({ type, pattern }) => occurrences(text, type, pattern));
      const others = kept.filter(
        (detection) => !added.some((one) => one.type === detection.type && isWithin(detection, one)),
      );
      return [...others, ...added].sort((a, b) => a.start - b.start || b.end - a.end);
    },
  };
}

function keyOf(type: FindingType, value: string): string {
  return `${type} ${normaliseValue(type, value)}`;
}

function occurrences(text: string, type: FindingType, pattern: RegExp): TextDetection[] {
  return [...text.matchAll(pattern)].map(({ index, 0: value }) => ({
    type,
    detector: DENY_LIST,
    score: 1,
    trace: [{ signal: DENY_LIST, weight: 1 }],
    reasons: [DENY_LIST],
    start: index,
    end: index + value.length,
  }));
}

function isWithin(inner: TextDetection, outer: TextDetection): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}

/** One pattern for all values of a type: no repetition but bounded ones, and no letter or digit on either side. */
function denyPattern(type: FindingType, values: readonly string[]): RegExp | undefined {
  const sources = values.map((value) => valueSource(type, value)).filter((source) => source !== '');
  if (sources.length === 0) return undefined;
  const longestFirst = sources.sort((a, b) => b.length - a.length);
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${longestFirst.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
}

function valueSource(type: FindingType, value: string): string {
  const normal = normaliseValue(type, value);
  if (type !== 'phone') return normal.split(' ').map(escaped).join('\\s{1,4}');
  const digits = normal.replace('+', '');
  return (normal.startsWith('+') ? '(?:\\+|00)' : '') + [...digits].join(BETWEEN_DIGITS);
}

function escaped(literal: string): string {
  return literal.replace(/[\\^$.*+?()[\]{}|/]/g, (sign) => `\\${sign}`);
}
