/**
 * Puts an upload on hold: sealed objects first, then the row. A crash in between leaves bytes whose key never was
 * anywhere.
 */
import type { Report } from '../core/types.ts';
import { BystanderError } from '../errors.ts';
import { emit, type HoldsContext } from './context.ts';
import { type HoldDocument, type StoredItem, sealDocument } from './document.ts';
import { ENVELOPE, newDataKey, sealSubject, type WrittenObject, writeObjects } from './held-bytes.ts';
import { newHoldId } from './ids.ts';
import { numberReport } from './number-report.ts';
import { SEAL_OVERHEAD_BYTES } from './seal.ts';
import type { HoldRow } from './store.ts';
import { UNDECIDED_MS } from './terms.ts';
import type { HoldView, NewHold, NewHoldItem } from './types.ts';
import { servedNow, viewOf } from './view.ts';

const FIRST_VERSION = 1;

/** Throws `TOO_MANY_HOLDS`, `STORAGE_FULL`, `STORE_FAILED`; then nothing is kept. */
export async function createHold(context: HoldsContext, hold: NewHold): Promise<HoldView> {
  const { store, objects, keys, clock, settings } = context;
  const id = newHoldId();
  const { dataKey, wrappedKey } = newDataKey(context, id);
  const written = await writeObjects(context, id, dataKey, FIRST_VERSION, [
    { n: ENVELOPE, kind: 'envelope', content: { bytes: hold.envelope } },
    ...hold.items.map(({ content }, index) => ({ n: index + 1, kind: 'item' as const, content })),
  ]).catch(async (error: unknown) => {
    await objects.removeAll(id);
    throw error;
  });

  const subjects = keys.principals(hold.subject);
  const now = clock.now();
  const row: HoldRow = {
    id,
    version: FIRST_VERSION,
    status: 'awaiting',
    subject: subjects[0],
    createdAt: now,
    expiresAt: now + UNDECIDED_MS,
    dueAt: now + UNDECIDED_MS,
    extensions: 0,
    bytes: written.reduce((sum, { bytes }) => sum + bytes + SEAL_OVERHEAD_BYTES, 0),
    wrappedKey,
    document: sealDocument(keys, id, describe(context, id, dataKey, hold, written)),
    intent: null,
    owner: null,
    record: null,
  };
  const view = viewOf(context, row, hold.subject);
  const inserted = await store.insertHold(row, servedNow(context, view), {
    subjects,
    maxHolds: settings.holdsPerSubject,
    maxBytes: settings.heldBytes,
  });
  if (inserted !== 'inserted') {
    await objects.removeAll(id);
    throw new BystanderError(inserted, inserted === 'STORAGE_FULL' ? 'no room for the hold' : 'too many open holds');
  }
  emit(context, { type: 'hold.created', hold: id });
  return view;
}

function describe(
  context: HoldsContext,
  id: string,
  dataKey: Uint8Array,
  hold: NewHold,
  [envelope, ...written]: readonly WrittenObject[],
): HoldDocument {
  let next = { finding: 1, gap: 1 };
  const items = hold.items.map((item, index): StoredItem => {
    const numbered = numberReport(item.report, next);
    next = numbered.next;
    return toStoredItem(item, index + 1, { ...item.report, ...numbered }, written[index]);
  });
  return {
    origin: hold.origin,
    lang: hold.lang ?? null,
    isMinor: hold.isMinor,
    items,
    envelope: envelope?.ref ?? null,
    nextFinding: next.finding,
    nextGap: next.gap,
    statement: null,
    sealedSubject: context.onRelease === undefined ? null : sealSubject(dataKey, id, hold.subject),
  };
}

function toStoredItem(item: NewHoldItem, n: number, report: Report, written: WrittenObject | undefined): StoredItem {
  const { kind, mediaType, field } = item;
  return {
    n,
    kind,
    mediaType,
    field,
    bytes: written?.bytes ?? 0,
    ...sizeOf(report),
    findings: report.findings,
    gaps: report.gaps,
    assessed: report.assessed,
    object: written?.ref ?? null,
    unredacted: [],
  };
}

function sizeOf({ input }: Report): { readonly width?: number; readonly height?: number } {
  if (input.kind !== 'image') return {};
  return {
    ...(input.width !== undefined && { width: input.width }),
    ...(input.height !== undefined && { height: input.height }),
  };
}
