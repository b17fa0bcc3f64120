/** The host's own lists: exact values that are never reported, and exact values that always are. */
import { normaliseValue } from '../core/normalise-value.ts';
import type { TypeRule } from '../core/policy.ts';
import type { FindingType } from '../core/types.ts';
import type { TextDetection } from './text-detector.ts';
import { valuesPattern } from './value-lists/values-pattern.ts';

export type ValueRules = Readonly<Partial<Record<FindingType, Pick<TypeRule, 'allow' | 'deny'>>>>;

export interface ValueLists {
  /** Drops allowed detections and adds denied ones (score 1, reason `deny-list`); sorted by place. Linear in the text. */
  apply(text: string, detections: readonly TextDetection[]): TextDetection[];
}

const DENY_LIST = 'deny-list';

/** Prepares the `allow` and `deny` lists of a policy's rules once; values are compared normalised, blanks and case aside. */
export function createValueLists(rules: ValueRules): ValueLists {
  const allowed = new Set<string>();
  const denied: { readonly type: FindingType; readonly pattern: RegExp }[] = [];
  for (const type of Object.keys(rules) as FindingType[]) {
    const { allow = [], deny = [] } = rules[type] ?? {};
    for (const value of allow) allowed.add(keyOf(type, value));
    const pattern = valuesPattern(type, deny);
    if (pattern !== undefined) denied.push({ type, pattern });
  }
  return {
    apply(text, detections) {
      const kept = allowed.size === 0 ? detections : detections.filter((one) => !allowed.has(keyAt(text, one)));
      const added = denied.map(({ type, pattern }) => occurrences(text, type, pattern));
      const others = added.reduce<readonly TextDetection[]>(withoutThoseWithin, kept);
      return [...others, ...added.flat()].sort((a, b) => a.start - b.start || b.end - a.end);
    },
  };
}

function keyAt(text: string, { type, start, end }: TextDetection): string {
  return keyOf(type, text.slice(start, end));
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

/** A denied value is reported once, whatever else took it or a part of it for the same type. `denied` is in order, without overlaps. */
function withoutThoseWithin(detections: readonly TextDetection[], denied: readonly TextDetection[]): TextDetection[] {
  let next = 0;
  return detections
    .toSorted((a, b) => a.start - b.start)
    .filter(({ type, start, end }) => {
      while (next < denied.length && (denied[next]?.end ?? 0) <= start) next++;
      const other = denied[next];
      return other === undefined || type !== other.type || start < other.start || end > other.end;
    });
}
