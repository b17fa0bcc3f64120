/** Where the next page starts, opaque to the caller. */
import { BystanderError } from '../errors.ts';
import type { HoldPage, HoldRow } from './store.ts';

const MAX_PAGE = 100;

export function pageSize(limit: number): number {
  return Number.isFinite(limit) ? Math.min(MAX_PAGE, Math.max(1, Math.floor(limit))) : MAX_PAGE;
}

export function cursorAfter({ createdAt, id }: Pick<HoldRow, 'createdAt' | 'id'>): string {
  return Buffer.from(`${createdAt} ${id}`).toString('base64url');
}

/** Throws `MALFORMED_BODY` for what is not a cursor of ours. */
export function parseHoldCursor(cursor: string): NonNullable<HoldPage['before']> {
  const [, createdAt, id] = /^(\d{1,15}) (hld_[\w-]{22})$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  if (createdAt === undefined || id === undefined)
    throw new BystanderError('MALFORMED_BODY', 'the cursor is not valid');
  return { createdAt: Number(createdAt), id };
}

/** Throws `MALFORMED_BODY`. */
export function parseRecordCursor(cursor: string): number {
  if (!/^\d{1,15}$/.test(cursor)) throw new BystanderError('MALFORMED_BODY', 'the cursor is not valid');
  return Number(cursor);
}
