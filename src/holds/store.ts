/** What holds need kept: rows and records in a store, sealed bytes beside it. Engines in `storage/` implement both. */
import type { HoldStatus } from './types.ts';

/** A hold as it is stored. Times are milliseconds since 1970; what could carry personal data is sealed. */
export interface HoldRow {
  readonly id: string;
  /** Raised by every move, and the only thing a move is compared on. */
  readonly version: number;
  readonly status: HoldStatus;
  /** Keyed reference of the subject, never the subject. */
  readonly subject: string;
  readonly createdAt: number;
  /** End of the term that the user is shown. */
  readonly expiresAt: number;
  /** When the sweep looks at it next: end of a term, of a lease, or of the tombstone. */
  readonly dueAt: number;
  /** How often the user extended the term. */
  readonly extensions: number;
  /** Of all its sealed objects. */
  readonly bytes: number;
  readonly wrappedKey: Uint8Array | null;
  readonly document: Uint8Array | null;
  /** The choices of a decision that is being carried out. */
  readonly intent: Uint8Array | null;
  /** Who works on it, while `decided` or `resuming`. */
  readonly owner: string | null;
  readonly record: string | null;
}

/** One sending of a statement to the user; one per hold, version and statement. */
export interface ServedRow {
  readonly hold: string;
  readonly version: number;
  readonly statement: string;
  readonly at: number;
}

/** The answer to a decision that came with an idempotency key; `answer` is null while the decision is carried out. */
export interface AnswerRow {
  readonly hold: string;
  readonly key: string;
  readonly body: string;
  readonly answer: Uint8Array | null;
  readonly createdAt: number;
}

export type RecordKind = 'attestation' | 'consent' | 'refusal' | 'withdrawal';

/** A record: its document never changes (the leaf is its salted hash); status and use stand beside it. */
export interface RecordRow {
  readonly id: string;
  readonly hold: string;
  readonly subject: string;
  readonly kind: RecordKind;
  readonly status: 'active' | 'withdrawn';
  readonly createdAt: number;
  /** JSON, exactly as hashed. */
  readonly document: string;
  readonly salt: Uint8Array;
  readonly leaf: Uint8Array;
  /** The user's own notes, sealed. */
  readonly notes: Uint8Array | null;
  readonly consumedAt: number | null;
  readonly asset: string | null;
  /** JSON array of names. */
  readonly recipients: string | null;
}

/** A record in its place in the chain, from 1. */
export type ChainedRecord = RecordRow & { readonly seq: number };

/** A link of the chain, with its record unless that was erased. */
export interface LeafRow {
  readonly seq: number;
  readonly leaf: Uint8Array;
  readonly chain: Uint8Array;
  readonly erasedAt: number | null;
  readonly document: string | null;
  readonly salt: Uint8Array | null;
}

export type RowChanges = Partial<Omit<HoldRow, 'id' | 'version' | 'subject' | 'createdAt'>>;

/** What is written together, or not at all. */
export interface Change {
  /** Wins only if the hold still has this version; raises it unless `keepsVersion`. */
  readonly move?: {
    readonly id: string;
    readonly version: number;
    readonly set: RowChanges;
    readonly keepsVersion?: true;
  };
  /** Wins only if this record is still active. */
  readonly withdraws?: string;
  /** Appended to the chain. */
  readonly record?: RecordRow;
  readonly used?: {
    readonly record: string;
    readonly at: number;
    readonly asset: string | null;
    readonly recipients: string | null;
  };
  /** Inserted, or put in place of the one with the same hold and key. */
  readonly answer?: AnswerRow;
  readonly forgets?: { readonly hold: string; readonly answers: boolean };
}

export interface Quota {
  /** All references of the subject; keys may have been rotated. */
  readonly subjects: readonly string[];
  readonly maxHolds: number;
  readonly maxBytes: number;
}

export type Inserted = 'inserted' | 'TOO_MANY_HOLDS' | 'STORAGE_FULL';

export interface HoldPage {
  readonly subjects?: readonly string[];
  readonly statuses: readonly HoldStatus[];
  readonly before?: { readonly createdAt: number; readonly id: string };
  readonly limit: number;
}

/** Rejects with `STORE_FAILED` only; losing a race is an answer. What resolved is durable. */
export interface HoldStore {
  /** Counts and inserts in one transaction. */
  insertHold(row: HoldRow, served: ServedRow, quota: Quota): Promise<Inserted>;
  findHold(id: string): Promise<HoldRow | undefined>;
  /** Newest first. */
  listHolds(page: HoldPage): Promise<readonly HoldRow[]>;
  /** Those with `dueAt` at or before `now` and after `after`, by `dueAt` and id. */
  dueHolds(
    now: number,
    after: { readonly dueAt: number; readonly id: string },
    limit: number,
  ): Promise<readonly HoldRow[]>;
  /** All that somebody works on: `decided` and `resuming`. */
  leasedHolds(): Promise<readonly HoldRow[]>;
  /**
   * False, and nothing written, when another was first. A wrapped key set to null is gone from the medium when this
   * resolves.
   */
  commit(change: Change): Promise<boolean>;
  deleteHold(id: string, version: number): Promise<boolean>;
  addServed(served: ServedRow): Promise<void>;
  listServed(hold: string): Promise<readonly ServedRow[]>;
  listAnswers(hold: string): Promise<readonly AnswerRow[]>;
  deleteAnswers(createdBefore: number): Promise<void>;
  findRecord(id: string): Promise<RecordRow | undefined>;
  /** Newest first; `before` is a place in the chain. */
  listRecords(page: { readonly before?: number; readonly limit: number }): Promise<readonly ChainedRecord[]>;
  /** Drops record and salt; the leaf stays in the chain. */
  eraseRecord(id: string, at: number): Promise<boolean>;
  listLeaves(after: number, limit: number): Promise<readonly LeafRow[]>;
  close(): Promise<void>;
}

/** Sealed objects, in one folder per hold. It never sees a key. */
export interface ObjectStore {
  /** Durable when it resolves; gives the written sizes. An object appears whole or not at all. */
  put(
    hold: string,
    objects: readonly { readonly name: string; readonly content: AsyncIterable<Uint8Array> }[],
  ): Promise<readonly number[]>;
  get(hold: string, name: string): Promise<Uint8Array>;
  /** What is absent counts as removed. */
  remove(hold: string, names: readonly string[]): Promise<void>;
  removeAll(hold: string): Promise<void>;
  /** Every hold that has objects, with the time (ms) of its last change. */
  list(): Promise<readonly { readonly hold: string; readonly changedAt: number }[]>;
  names(hold: string): Promise<readonly string[]>;
}
