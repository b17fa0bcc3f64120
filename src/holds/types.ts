/** The words of holds and records, and what the room of holds needs from the others (storage, redaction, statements, time). */
import type { Controller, CoverStyle, Processing } from '../core/options.ts';
import type { AccountIdentity, Assessed, Box, Choice, Finding, Gap, GapChoice, Report } from '../core/types.ts';

export type HoldStatus =
  | 'awaiting'
  | 'decided'
  | 'released'
  | 'resuming'
  | 'consumed'
  | 'declined'
  | 'expired'
  | 'withdrawn'
  | 'purged';

/** One file or one text of a held upload; findings and gaps have ids that are unique within the hold. */
export interface HeldItem {
  /** 1, 2, 3 … within the hold. */
  readonly n: number;
  readonly kind: 'image' | 'text' | 'other';
  readonly mediaType: string;
  /** The form field's name, or the JSON Pointer of a text within the request (`/body/prompt`, `/query/q`). */
  readonly field: string;
  readonly bytes: number;
  readonly width?: number;
  readonly height?: number;
  readonly findings: readonly Finding[];
  readonly gaps: readonly Gap[];
  readonly assessed: Assessed;
  /** The user took it out. */
  readonly removed?: boolean;
}

/** Where a hold is resumed: the same method, path and mount; `submit` has none and is released by `onRelease` only. */
export interface HoldOrigin {
  readonly kind: 'upload' | 'inspect' | 'submit';
  readonly method: string;
  /** Path of the request without its query. */
  readonly path: string;
  readonly mount: string;
}

export interface StatementRef {
  readonly id: string;
  readonly version: string;
  readonly lang: string;
  readonly sha256: string;
}

export interface Statement extends StatementRef {
  readonly title: string;
  /** The exact wording; `sha256` is of its UTF-8 bytes. */
  readonly text: string;
}

/** The catalogue of statements; `current` falls back to English. */
export interface Statements {
  current(lang: string | undefined): Statement;
  find(id: string, lang: string | undefined): Statement | undefined;
}

export interface NewHoldItem {
  readonly kind: HeldItem['kind'];
  readonly mediaType: string;
  readonly field: string;
  readonly report: Report;
  /** Already cleaned. */
  readonly content: { readonly bytes: Uint8Array } | { readonly path: string };
}

export interface NewHold {
  readonly subject: string;
  readonly isMinor: boolean;
  readonly lang: string | undefined;
  readonly origin: HoldOrigin;
  readonly items: readonly NewHoldItem[];
  /** Opaque to this room: what the middleware needs to rebuild the request. Encrypted like the items. */
  readonly envelope: Uint8Array;
}

/** A finding or gap as the uploader is shown it. */
export type OfferedFinding = Finding & { readonly choices: readonly Choice[] };
export type OfferedGap = Gap & { readonly choices: readonly GapChoice[] };

/** The `Held` body of the 202 and of `GET /holds/:id`; hrefs are added by the middleware. */
export interface HoldView {
  readonly status: HoldStatus;
  readonly hold: string;
  readonly version: number;
  /** ISO 8601. */
  readonly expiresAt: string;
  readonly asset: null;
  readonly items: readonly (Omit<HeldItem, 'findings' | 'gaps'> & {
    readonly findings: readonly OfferedFinding[];
    readonly gaps: readonly OfferedGap[];
  })[];
  readonly statement: StatementRef;
  /** Present while a decision is awaited. */
  readonly token?: string;
  readonly origin: HoldOrigin;
  readonly record?: string;
}

export interface DecisionInput {
  readonly token: string;
  readonly statement: StatementRef & { readonly accepted: true };
  readonly choices: readonly {
    readonly finding: string;
    readonly choice: Choice | GapChoice;
    readonly basis?: string | undefined;
    readonly note?: string | undefined;
  }[];
  /** How the places of pictures that are redacted are covered; as configured unless the user chose. */
  readonly cover?: CoverStyle | undefined;
}

export interface ReleasedItem {
  readonly n: number;
  readonly kind: HeldItem['kind'];
  readonly mediaType: string;
  readonly field: string;
  readonly removed: boolean;
  /** Decrypted and verified; empty when removed. */
  readonly bytes: Uint8Array;
}

export interface DecisionCall {
  /** The version that the user was shown, from `If-Match`. */
  readonly version: number;
  readonly idempotencyKey?: string | undefined;
  /** What the host knows of the user: asked for when something is scanned again, or their own data would be asked about. */
  readonly account?: (() => Promise<AccountIdentity | undefined>) | undefined;
}

/** What a resume or `onRelease` gets. `hold` is the host's idempotency key: at least once until it succeeds. */
export interface Release {
  readonly hold: string;
  readonly subject: string;
  readonly origin: HoldOrigin;
  readonly record: string;
  readonly envelope: Uint8Array;
  readonly items: readonly ReleasedItem[];
}

/** A release under its lease; exactly one of the ends must be called. */
export interface Lease extends Release {
  /** The host answered 2xx: the hold is `consumed`, its bytes are destroyed. */
  consume(asset?: { readonly asset?: string; readonly recipients?: readonly string[] }): Promise<void>;
  /** The host failed: the hold is `released` again. */
  giveBack(): Promise<void>;
}

export type HoldEvent =
  | {
      readonly type: 'hold.created' | 'hold.released' | 'hold.declined' | 'hold.expired' | 'hold.consumed';
      readonly hold: string;
    }
  | { readonly type: 'recalled'; readonly hold: string; readonly record: string; readonly asset?: string }
  | { readonly type: 'hold.purged'; readonly hold: string };

/** Redacts one held item and reads the result again; declared here, done by the scanner. Throws `UNCLEANABLE` on residue. */
export interface ItemRedactor {
  redact(
    item: HeldItem,
    content: Uint8Array,
    findings: readonly Finding[],
    look: { readonly cover?: CoverStyle | undefined },
  ): Promise<{ readonly bytes: Uint8Array; readonly mediaType: string }>;
  /** Scans the held bytes again, for the answer `retry`. `account`: what the host knows of the user. */
  rescan(item: HeldItem, content: Uint8Array, account?: AccountIdentity): Promise<Report>;
  /** A capped, stripped picture, or the text itself. */
  preview(item: HeldItem, content: Uint8Array): Promise<{ readonly bytes: Uint8Array; readonly mediaType: string }>;
}

export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
}

export interface RecordContext {
  readonly controller?: Controller | undefined;
  readonly processing?: Processing | undefined;
  readonly detectors: readonly {
    readonly id: string;
    readonly version: string;
    readonly modelSha256?: string;
    readonly threshold?: number;
  }[];
}

/**
 * Holds: create, show, decide, release, resume, purge. Every call that names a subject answers `NOT_FOUND` for another's hold.
 * Errors by code: `NOT_FOUND`, `GONE`, `ALREADY_DECIDED`, `RESIDUE`, `UNDECIDED`, `RUNNING`, `TOKEN_INVALID`, `FINDINGS_CHANGED`,
 * `STATEMENT_CHANGED`, `DECISION_MALFORMED`, `CHOICES_INCOMPLETE`, `CHOICE_NOT_ALLOWED`, `IDEMPOTENCY_MISMATCH`,
 * `TOO_MANY_HOLDS`, `STORAGE_FULL`, `STORE_FAILED`, `CLOSED`.
 */
export interface Holds {
  create(hold: NewHold): Promise<HoldView>;
  get(id: string, subject: string): Promise<HoldView>;
  list(
    subject: string,
    page: { readonly cursor?: string | undefined; readonly limit: number },
  ): Promise<{ readonly holds: readonly HoldView[]; readonly next?: string }>;
  preview(id: string, subject: string, n: number): Promise<{ readonly bytes: Uint8Array; readonly mediaType: string }>;
  /** Text items in clear, for the prompt page of their own user. */
  text(id: string, subject: string, n: number): Promise<string>;
  decide(id: string, subject: string, decision: DecisionInput, call: DecisionCall): Promise<HoldView>;
  addRegion(
    id: string,
    subject: string,
    region: { readonly item: number; readonly box: Box },
    version: number,
  ): Promise<HoldView>;
  extend(id: string, subject: string): Promise<HoldView>;
  remove(id: string, subject: string): Promise<void>;
  /** Takes the lease. `UNDECIDED`, `RUNNING` 409; `GONE` 410; another method, path or mount is `NOT_FOUND`. */
  resume(id: string, subject: string, origin: HoldOrigin): Promise<Lease>;
  record(id: string, subject: string): Promise<unknown>;
  withdraw(recordId: string, subject: string): Promise<void>;
  accountClosed(subject: string): Promise<{ readonly purged: number }>;
  /** Host side, without a subject. */
  readonly admin: {
    get(id: string): Promise<HoldView | undefined>;
    list(page: {
      readonly cursor?: string | undefined;
      readonly limit: number;
    }): Promise<{ readonly holds: readonly HoldView[]; readonly next?: string }>;
    remove(id: string): Promise<void>;
    records(page: {
      readonly cursor?: string | undefined;
      readonly limit: number;
    }): Promise<{ readonly records: readonly unknown[]; readonly next?: string }>;
    /** Drops a record and its salt for good; the chain still verifies. `NOT_FOUND`. */
    eraseRecord(id: string): Promise<void>;
    verify(): Promise<{ readonly records: number; readonly intact: boolean }>;
  };
  /** Purges what is due now; runs by itself on an unrefed timer. */
  sweep(): Promise<void>;
  close(): Promise<void>;
}
