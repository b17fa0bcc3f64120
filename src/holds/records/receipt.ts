/** A record as it is shown: its text with what happened since. */
import type { HostKeys } from '../host-keys.ts';
import type { RecordRow } from '../store.ts';

export interface Receipt {
  readonly [section: string]: unknown;
  readonly state: 'active' | 'withdrawn';
}

/** With `keys` also the uploader's own notes: for the uploader only. */
export function receiptOf(row: RecordRow, keys?: HostKeys): Receipt {
  const document = JSON.parse(row.document) as Record<string, unknown>;
  const notes = keys !== undefined && row.notes !== null && keys.open('notes', row.id, row.notes);
  return {
    ...document,
    state: row.status,
    ...(row.consumedAt !== null && {
      used: {
        at: new Date(row.consumedAt).toISOString(),
        asset: row.asset,
        recipients: row.recipients === null ? [] : (JSON.parse(row.recipients) as readonly string[]),
      },
    }),
    ...(notes && { notes: JSON.parse(Buffer.from(notes).toString()) as unknown }),
  };
}
