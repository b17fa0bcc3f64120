/** Scans every item of a content, one after the other: one request waits once in the scanner's queue. */
import { strictestVerdict } from '../core/decide.ts';
import type { Report, Verdict } from '../core/types.ts';
import { BystanderError } from '../errors.ts';
import type { Inspection, Turn } from '../scanner/types.ts';
import type { Content } from './content.ts';
import { leavesOf } from './content.ts';
import { type Guard, observes } from './guard.ts';
import { fieldNameOf, fieldOf, flaggedKey } from './item-field.ts';
import { type Item, inputOf, itemsOf } from './items.ts';
import type { Submission } from './submission.ts';

export interface AssessedItem {
  readonly item: Item;
  readonly field: string;
  readonly report: Report;
}

export interface Assessment {
  readonly verdict: Verdict;
  readonly items: readonly AssessedItem[];
}

/** Throws the code that an item is refused with (`UNSUPPORTED_TYPE`, `TOO_MANY_PIXELS`, …), `TOO_MANY_FIELDS`, `BUSY`, `ABORTED`. */
export async function assessContent(guard: Guard, submission: Submission, content: Content): Promise<Assessment> {
  const items = itemsOf(content, leavesOf(content, guard.options.limits));
  const inspections = await inspectAll(guard, submission, items);
  const flagged = new Set(inspections.flatMap(flaggedKeysOf));
  const assessed = inspections.map(({ item, report }): AssessedItem => {
    const field = fieldOf(item, flagged);
    return { item, field, report: item.kind === 'text' ? withPath(report, field) : report };
  });
  return { verdict: strictestVerdict(assessed.map(({ report }) => report.verdict)), items: assessed };
}

async function inspectAll(
  guard: Guard,
  submission: Submission,
  items: readonly Item[],
): Promise<{ item: Item; report: Report }[]> {
  // The same key stands in every member of a list.
  const keys = new Map<string, Inspection>();
  const turn = { taken: false };
  const inspected: { item: Item; report: Report }[] = [];
  for (const item of items) {
    const key = item.kind === 'text' && item.slot.leaf.kind === 'key' ? item.slot.text : undefined;
    const known = key === undefined ? undefined : keys.get(key);
    const inspection = known ?? (await inspectItem(guard, submission, item, turn));
    if (key !== undefined) keys.set(key, inspection);
    if (inspection.refusal !== undefined && !observes(guard)) {
      throw new BystanderError(inspection.refusal, 'an upload was refused before it was scanned');
    }
    inspected.push({ item, report: inspection.report });
  }
  return inspected;
}

function inspectItem({ engine }: Guard, { signal, account }: Submission, item: Item, turn: Turn): Promise<Inspection> {
  const fieldName = fieldNameOf(item);
  return engine.inspect(inputOf(item), {
    signal,
    turn,
    ...(account !== undefined && { account }),
    ...(fieldName !== undefined && { fieldName }),
  });
}

function flaggedKeysOf({ item, report }: { item: Item; report: Report }): string[] {
  if (item.kind !== 'text' || item.slot.leaf.kind !== 'key' || report.findings.length === 0) return [];
  return [flaggedKey(item.slot.leaf.place, item.slot.leaf.index)];
}

function withPath(report: Report, path: string): Report {
  return {
    ...report,
    findings: report.findings.map((finding) => ('start' in finding ? { ...finding, path } : finding)),
  };
}
