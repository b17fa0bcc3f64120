/**
 * What a record says, aligned with the sections of ISO/IEC TS 27560:2023 (header, processing, parties, events) and with
 * terms of the W3C Data Privacy Vocabulary 2 (https://w3id.org/dpv, https://w3id.org/dpv/legal/eu/gdpr). Types, counts
 * and references; never a value, a file name or a field name.
 */
import type { Controller, CoverStyle, LegalBasis, Processing } from '../../core/options.ts';
import type { Choice, FindingType, GapChoice } from '../../core/types.ts';
import type { Commitment } from '../decide-items.ts';
import type { RecordKind } from '../store.ts';
import type { StatementRef } from '../types.ts';

export const SCHEMA = 'bystander-record/1';
export const ALIGNED_WITH: readonly string[] = ['ISO/IEC TS 27560:2023', 'https://w3id.org/dpv'];

/** The record's own state in DPV terms; an attestation is a claim and has none. */
export const DPV_STATUS: Readonly<Record<RecordKind, string | null>> = {
  attestation: null,
  consent: 'dpv:ConsentGiven',
  refusal: 'dpv:ConsentRefused',
  withdrawal: 'dpv:ConsentWithdrawn',
};

/** The operator's basis as its point of GDPR Article 6(1). */
export const DPV_BASIS: Readonly<Record<LegalBasis, string>> = {
  consent: 'eu-gdpr:A6-1-a',
  contract: 'eu-gdpr:A6-1-b',
  'legal-obligation': 'eu-gdpr:A6-1-c',
  'legitimate-interests': 'eu-gdpr:A6-1-f',
};

/** Access, rectification, erasure, restriction, portability, objection, withdrawal, complaint. */
export const RIGHTS: readonly string[] = [
  'eu-gdpr:A15',
  'eu-gdpr:A16',
  'eu-gdpr:A17',
  'eu-gdpr:A18',
  'eu-gdpr:A20',
  'eu-gdpr:A21',
  'eu-gdpr:A7-3',
  'eu-gdpr:A77',
];

export interface RecordHeader {
  readonly schema: typeof SCHEMA;
  readonly alignedWith: readonly string[];
  readonly id: string;
  readonly kind: RecordKind;
  readonly status: string | null;
  readonly hold: string;
  /** ISO 8601. */
  readonly createdAt: string;
  readonly principal: { readonly ref: string; readonly role: 'uploader'; readonly isMinor?: boolean };
}

/** What was answered about one finding or gap, and what was done: the answer is the uploader's claim, not a fact. */
export interface RecordedChoice {
  readonly id: string;
  readonly item: number;
  /** The finding's type, or the detector that could not look. */
  readonly type: FindingType | 'region' | { readonly gap: string };
  readonly claimed: Choice | GapChoice;
  readonly basis?: string;
  readonly givenBy: 'uploader' | 'data-subject';
  /** How it is known that the data subject answered; only with `data-subject`. */
  readonly assurance?: 'account';
  readonly outcome: 'kept' | 'redacted' | 'removed';
  /** Of a place of a picture that was redacted, where the uploader chose how it is covered. */
  readonly cover?: CoverStyle;
  /** HMAC-SHA-256 of the note under the record's salt; the note itself is kept sealed beside the record. */
  readonly note?: string;
}

export interface DecisionDocument extends RecordHeader {
  readonly about: {
    readonly items: readonly { readonly n: number; readonly mediaType: string; readonly removed: boolean }[];
    /** Findings by type, over all items. */
    readonly findings: Readonly<Record<string, number>>;
    /** Gaps by detector. */
    readonly gaps: Readonly<Record<string, number>>;
  };
  readonly notice: StatementRef & {
    readonly served: readonly { readonly at: string; readonly version: number; readonly renderer: 'bystander' }[];
    readonly acceptedAt: string;
  };
  readonly processing: (Processing & { readonly legalBasis: string }) | null;
  readonly controller: Controller | null;
  readonly decision: readonly RecordedChoice[];
  readonly detectors: readonly {
    readonly id: string;
    readonly version: string;
    readonly modelSha256?: string;
    readonly threshold?: number;
    readonly outcome: 'found' | 'none_found' | 'not_assessed';
  }[];
  readonly commitments: readonly Commitment[];
  /** Whether people whose data was kept still have to be told (GDPR Article 14). */
  readonly article14: 'not-notified' | 'not-applicable';
  readonly rights: readonly string[];
}

export interface WithdrawalDocument extends RecordHeader {
  /** The record that is withdrawn. */
  readonly withdraws: string;
}
