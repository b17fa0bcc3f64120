/**
 * Carries out an intent: redact, read again, then release and record in one transaction. Runs at the decision, or at
 * start for one that a crash interrupted; either way nothing is released half.
 */
import { BystanderError, UncleanableError } from '../errors.ts';
import { answerRow } from './answers.ts';
import { assertAwaiting } from './assert-hold.ts';
import { emit, type HoldsContext, report } from './context.ts';
import { type DecidedItems, decideItems } from './decide-items.ts';
import { type HoldDocument, openDocument, sealDocument } from './document.ts';
import { endHold } from './end-hold.ts';
import { removeSuperseded } from './held-bytes.ts';
import { type Intent, openIntent } from './intent.ts';
import { deliver } from './lease.ts';
import { moveHold } from './move.ts';
import { decisionRecord } from './records/decision-record.ts';
import { keepRenewed } from './renewal.ts';
import type { HoldRow, RecordRow } from './store.ts';
import { LEASE_MS, REDELIVERY_MS, RELEASED_MS } from './terms.ts';
import type { HoldView } from './types.ts';
import { viewOf } from './view.ts';

export interface Finished {
  readonly row: HoldRow;
  readonly view: HoldView;
}

/**
 * Throws `RESIDUE` when redaction cannot take out what was chosen, or what else the redactor threw: then the hold
 * awaits a decision again, in a new version. While everything is closing it stays decided and is finished at the next
 * start.
 */
export async function finishDecision(context: HoldsContext, decided: HoldRow): Promise<Finished> {
  const stopRenewing = keepRenewed(context, decided);
  try {
    const document = openDocument(context.keys, decided);
    const intent = openIntent(context.keys, decided);
    const result = await decideItems(context, decided, document, intent).catch(async (error: unknown) => {
      throw await reopen(context, decided, document, intent, error);
    });
    return await conclude(context, decided, document, intent, result);
  } finally {
    stopRenewing();
  }
}

/** Takes over a decision whose owner is gone. What goes wrong is logged: nobody waits for an answer. */
export async function resumeDecision(context: HoldsContext, row: HoldRow): Promise<void> {
  const taken = { owner: context.owner, dueAt: context.clock.now() + LEASE_MS };
  const mine = await moveHold(context, row, 'decided', taken);
  if (mine === undefined) return;
  try {
    const finished = await finishDecision(context, mine);
    if (finished.row.status === 'released' && context.onRelease !== undefined) await deliver(context, finished.row);
  } catch (error) {
    report(context, `the decision about ${row.id} was not finished`, error);
  }
}

async function conclude(
  context: HoldsContext,
  decided: HoldRow,
  before: HoldDocument,
  intent: Intent,
  { items, commitments, salt, bytes }: DecidedItems,
): Promise<Finished> {
  const { keys, clock, store } = context;
  const { id: statementId, version: statementVersion, lang, sha256 } = intent.statement;
  const document: HoldDocument = {
    ...before,
    items,
    statement: { id: statementId, version: statementVersion, lang, sha256 },
  };
  const isDeclined = items.every(({ removed }) => removed === true);
  const served = await store.listServed(decided.id);
  const record = decisionRecord(context, { row: decided, document, intent, served, commitments, salt, isDeclined });
  const expiresAt = clock.now() + RELEASED_MS;
  const changes = {
    document: sealDocument(keys, decided.id, document),
    record: record.id,
    bytes,
    expiresAt,
    dueAt: context.onRelease === undefined ? expiresAt : clock.now() + REDELIVERY_MS,
    intent: null,
    owner: null,
  };
  const status = isDeclined ? 'declined' : 'released';
  const view = viewOf(context, { ...decided, ...changes, status, version: decided.version + 1 });
  const alongside = alongsideOf(context, record, intent, view);
  if (isDeclined) {
    const { document: sealed } = changes;
    const declined = await endHold(context, decided, 'declined', alongside, { document: sealed, record: record.id });
    if (!declined) return throwTaken(context, decided);
    return { row: { ...decided, ...changes, status }, view };
  }
  const row = await moveHold(context, decided, 'released', changes, alongside);
  if (row === undefined) return throwTaken(context, decided);
  await removeSuperseded(context, row.id, document);
  emit(context, { type: 'hold.released', hold: row.id });
  return { row, view };
}

function alongsideOf(context: HoldsContext, record: RecordRow, { answerKey }: Intent, view: HoldView) {
  return answerKey === undefined ? { record } : { record, answer: answerRow(context, answerKey, { view }) };
}

/** Puts the question again and gives the error to answer with. The bytes are as they were before. */
async function reopen(
  context: HoldsContext,
  decided: HoldRow,
  document: HoldDocument,
  { answerKey }: Intent,
  cause: unknown,
): Promise<unknown> {
  if (cause instanceof BystanderError && (cause.code === 'CLOSED' || cause.code === 'ABORTED')) return cause;
  const isResidue = cause instanceof UncleanableError && cause.reason === 'residue';
  const error = isResidue
    ? new BystanderError('RESIDUE', 'what was to be redacted is still found; choose again', { cause })
    : cause;
  const answer =
    answerKey !== undefined && error instanceof BystanderError
      ? { answer: answerRow(context, answerKey, { error: error.code }) }
      : {};
  const changes = { intent: null, owner: null, dueAt: decided.expiresAt };
  const reopened = await moveHold(context, decided, 'awaiting', changes, answer);
  if (reopened !== undefined) await removeSuperseded(context, decided.id, document);
  return error;
}

/** Another instance took the decision over and finished it, or the hold was withdrawn meanwhile. */
async function throwTaken(context: HoldsContext, { id }: HoldRow): Promise<never> {
  const row = await context.store.findHold(id);
  // What was written after the purge.
  if (row === undefined || row.wrappedKey === null) await context.objects.removeAll(id);
  if (row !== undefined) assertAwaiting(row);
  throw new BystanderError('GONE', 'the hold ended while it was being decided');
}
