/** Pages of holds and records, newest first. */
import type { HoldsContext } from './context.ts';
import { cursorAfter, pageSize, parseHoldCursor, parseRecordCursor } from './cursor.ts';
import { type Receipt, receiptOf } from './records/receipt.ts';
import type { HoldPage } from './store.ts';
import { LIVE } from './transitions.ts';
import type { HoldView } from './types.ts';
import { viewOf } from './view.ts';

export interface PageCall {
  readonly cursor?: string | undefined;
  readonly limit: number;
}

export interface HoldsPage {
  readonly holds: readonly HoldView[];
  readonly next?: string;
}

/** Those that have not ended, consumed ones included; of one subject, or of all. Without tokens. */
export async function listHolds(context: HoldsContext, page: PageCall, subject?: string): Promise<HoldsPage> {
  const limit = pageSize(page.limit);
  const wanted: HoldPage = {
    statuses: [...LIVE, 'consumed'],
    limit: limit + 1,
    ...(subject !== undefined && { subjects: context.keys.principals(subject) }),
    ...(page.cursor !== undefined && { before: parseHoldCursor(page.cursor) }),
  };
  const rows = await context.store.listHolds(wanted);
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return { holds: shown.map((row) => viewOf(context, row)), ...(last && { next: cursorAfter(last) }) };
}

export async function listRecords(
  { store }: HoldsContext,
  page: PageCall,
): Promise<{ readonly records: readonly Receipt[]; readonly next?: string }> {
  const limit = pageSize(page.limit);
  const before = page.cursor === undefined ? {} : { before: parseRecordCursor(page.cursor) };
  const rows = await store.listRecords({ limit: limit + 1, ...before });
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return { records: shown.map((row) => receiptOf(row)), ...(last && { next: String(last.seq) }) };
}
