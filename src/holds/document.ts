/**
 * What a hold is about: origin, items, findings. Sealed in its row, because field names, paths and places come from the
 * upload. Object names point into the object store; the hold's data key opens what stands there.
 */

import { BystanderError } from '../errors.ts';
import type { HostKeys } from './host-keys.ts';
import type { HoldRow } from './store.ts';
import type { HeldItem, HoldOrigin, StatementRef } from './types.ts';

/** A sealed object and the version it was written for, which is part of what its seal binds. */
export interface ObjectRef {
  readonly name: string;
  readonly version: number;
}

export interface StoredItem extends HeldItem {
  readonly object: ObjectRef | null;
  /** Findings of a rescan that policy redacts or strips without asking; done at the decision. */
  readonly unredacted: readonly string[];
}

export interface HoldDocument {
  readonly origin: HoldOrigin;
  readonly lang: string | null;
  readonly isMinor: boolean;
  readonly items: readonly StoredItem[];
  readonly envelope: ObjectRef | null;
  /** Numbers of the next new finding and gap. */
  readonly nextFinding: number;
  readonly nextGap: number;
  /** The statement that was accepted, once decided. */
  readonly statement: StatementRef | null;
  /** The subject itself, sealed with the data key, only where `onRelease` must be told it after a crash. */
  readonly sealedSubject: string | null;
}

export function sealDocument(keys: HostKeys, hold: string, document: HoldDocument): Uint8Array {
  return keys.seal('document', `${hold}|document`, Buffer.from(JSON.stringify(document)));
}

/** Throws `STORE_FAILED` when it cannot be opened, `GONE` when the hold was purged. */
export function openDocument(keys: HostKeys, row: HoldRow): HoldDocument {
  if (row.document === null) throw new BystanderError('GONE', 'the hold was purged');
  const bytes = keys.open('document', `${row.id}|document`, row.document);
  return JSON.parse(Buffer.from(bytes).toString()) as HoldDocument;
}

/** An item as the other rooms know it. */
export function heldItem({ object: _object, unredacted: _unredacted, ...item }: StoredItem): HeldItem {
  return item;
}

/** Every object the document refers to. */
export function objectNames({ items, envelope }: HoldDocument): ReadonlySet<string> {
  return new Set([...items.map(({ object }) => object), envelope].flatMap((ref) => ref?.name ?? []));
}
