/** A record as it is stored: its text fixed, its leaf computed over exactly that text. */
import type { RecordRow } from '../store.ts';
import { leafOf } from './chain.ts';
import type { RecordHeader } from './record-document.ts';

export function toRecordRow(
  document: RecordHeader,
  { subject, createdAt, salt, notes }: Pick<RecordRow, 'subject' | 'createdAt' | 'salt' | 'notes'>,
): RecordRow {
  const text = JSON.stringify(document);
  return {
    id: document.id,
    hold: document.hold,
    subject,
    kind: document.kind,
    status: 'active',
    createdAt,
    document: text,
    salt,
    leaf: leafOf(salt, text),
    notes,
    consumedAt: null,
    asset: null,
    recipients: null,
  };
}
