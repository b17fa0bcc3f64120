/** The record of one decision: who claimed what about how many findings of which type, on which wording. */
import { createHmac } from 'node:crypto';
import type { Finding } from '../../core/types.ts';
import type { HoldsContext } from '../context.ts';
import type { Commitment } from '../decide-items.ts';
import type { HoldDocument } from '../document.ts';
import { newRecordId } from '../ids.ts';
import type { Intent } from '../intent.ts';
import type { HoldRow, RecordKind, RecordRow, ServedRow } from '../store.ts';
import { statementKey } from '../view.ts';
import {
  ALIGNED_WITH,
  type DecisionDocument,
  DPV_BASIS,
  DPV_STATUS,
  type RecordedChoice,
  RIGHTS,
  SCHEMA,
} from './record-document.ts';
import { toRecordRow } from './record-row.ts';
import { recordedChoices } from './recorded-choices.ts';

/** The gap of an item that no detector could look at, or not at all of it. */
const UNOPENED = 'media';

export interface Decided {
  readonly row: HoldRow;
  /** As it is after the decision. */
  readonly document: HoldDocument;
  readonly intent: Intent;
  readonly served: readonly ServedRow[];
  readonly commitments: readonly Commitment[];
  readonly salt: Uint8Array;
  readonly isDeclined: boolean;
}

export function decisionRecord(context: HoldsContext, decided: Decided): RecordRow {
  const { row, document, intent, salt, isDeclined } = decided;
  const { controller, processing } = context.recordContext;
  const id = newRecordId();
  const createdAt = context.clock.now();
  const choices = recordedChoices(document.items, intent, noteCommitment(salt));
  const kind = kindOf(choices, isDeclined);
  const text: DecisionDocument = {
    schema: SCHEMA,
    alignedWith: ALIGNED_WITH,
    id,
    kind,
    status: DPV_STATUS[kind],
    hold: row.id,
    createdAt: isoOf(createdAt),
    principal: { ref: row.subject, role: 'uploader', isMinor: document.isMinor },
    about: aboutOf(document),
    notice: noticeOf(decided, createdAt),
    processing: processing === undefined ? null : { ...processing, legalBasis: DPV_BASIS[processing.operatorBasis] },
    controller: controller ?? null,
    decision: choices,
    detectors: detectorsOf(context, document),
    commitments: decided.commitments,
    article14: keepsOthers(choices) ? 'not-notified' : 'not-applicable',
    rights: RIGHTS,
  };
  const notes = intent.choices.flatMap(({ finding, note }) => (note === undefined ? [] : [{ finding, note }]));
  const sealed = notes.length > 0 && context.keys.seal('notes', id, Buffer.from(JSON.stringify(notes)));
  return toRecordRow(text, { subject: row.subject, createdAt, salt, notes: sealed || null });
}

/** A consent is only what was said about oneself; whatever is claimed about others is an attestation. */
function kindOf(choices: readonly RecordedChoice[], isDeclined: boolean): RecordKind {
  if (isDeclined) return 'refusal';
  const kept = choices.filter(({ outcome }) => outcome === 'kept');
  return kept.length > 0 && kept.every(({ givenBy }) => givenBy === 'data-subject') ? 'consent' : 'attestation';
}

function keepsOthers(choices: readonly RecordedChoice[]): boolean {
  return choices.some(({ outcome, claimed }) => outcome === 'kept' && claimed !== 'self' && claimed !== 'not-personal');
}

function aboutOf({ items }: HoldDocument): DecisionDocument['about'] {
  return {
    items: items.map(({ n, mediaType, removed }) => ({ n, mediaType, removed: removed === true })),
    findings: countBy(items.flatMap(({ findings }) => findings.map(({ type }) => type))),
    gaps: countBy(items.flatMap(({ gaps }) => gaps.map(({ detector }) => detector))),
  };
}

function noticeOf({ intent, served }: Decided, acceptedAt: number): DecisionDocument['notice'] {
  const { id, version, lang, sha256 } = intent.statement;
  const sent = served.filter(({ statement }) => statement === statementKey(intent.statement));
  return {
    id,
    version,
    lang,
    sha256,
    served: sent.map((event) => ({ at: isoOf(event.at), version: event.version, renderer: 'bystander' })),
    acceptedAt: isoOf(acceptedAt),
  };
}

function detectorsOf({ recordContext }: HoldsContext, { items }: HoldDocument): DecisionDocument['detectors'] {
  const findings = items.flatMap((item) => item.findings);
  const gaps = items.flatMap((item) => item.gaps);
  return recordContext.detectors.map((detector) => {
    const hasFound = findings.some((finding) => finding.detector === detector.id || isReadBy(detector.id, finding));
    const hasGap = gaps.some((gap) => gap.detector === detector.id || gap.detector === UNOPENED);
    return { ...detector, outcome: hasFound ? 'found' : hasGap ? 'not_assessed' : 'none_found' };
  });
}

/** What a text detector found in what this one had read from a picture. */
function isReadBy(detector: string, finding: Finding): boolean {
  if (!('box' in finding)) return false;
  return (finding.source === 'code' && detector === 'codes') || (finding.source === 'ocr' && detector === 'ocr');
}

function noteCommitment(salt: Uint8Array): (note: string) => string {
  return (note) => createHmac('sha256', salt).update(`note ${note}`).digest('hex');
}

function countBy(names: readonly string[]): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return Object.fromEntries(counts);
}

function isoOf(ms: number): string {
  return new Date(ms).toISOString();
}
