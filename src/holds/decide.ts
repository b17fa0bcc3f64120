/** A user's decision: checked in the order of its error codes, written down as intent, then carried out. */
import { BystanderError } from '../errors.ts';
import { type AnswerKey, answerKeyOf, answerRow, replay } from './answers.ts';
import { assertAwaiting, assertVersion } from './assert-hold.ts';
import type { HoldsContext } from './context.ts';
import { openDocument } from './document.ts';
import { finishDecision } from './finish-decision.ts';
import { sealIntent } from './intent.ts';
import { deliver } from './lease.ts';
import { ownHold, throwLost } from './load.ts';
import { moveHold } from './move.ts';
import { assertIdempotencyKey, parseDecision } from './parse-decision.ts';
import { retryItems } from './retry-items.ts';
import type { HoldRow } from './store.ts';
import { LEASE_MS } from './terms.ts';
import { verifyToken } from './token.ts';
import type { DecisionCall, DecisionInput, HoldView } from './types.ts';
import { statementKey, viewOf } from './view.ts';
import { weighChoices } from './weigh-choices.ts';

/**
 * Answers after redaction and recheck. Throws, in this order: `DECISION_MALFORMED`, `NOT_FOUND`, `TOKEN_INVALID`,
 * `IDEMPOTENCY_MISMATCH`, `ALREADY_DECIDED` or `GONE`, `FINDINGS_CHANGED`, `STATEMENT_CHANGED`, `CHOICE_NOT_ALLOWED`,
 * `CHOICES_INCOMPLETE`; then `RESIDUE`, `UNCLEANABLE` and what the redactor throws, after which the hold awaits a
 * decision again.
 */
export async function decide(
  context: HoldsContext,
  id: string,
  subject: string,
  body: DecisionInput,
  { version, idempotencyKey, account }: DecisionCall,
): Promise<HoldView> {
  const decision = parseDecision(body);
  assertIdempotencyKey(idempotencyKey);
  const row = await ownHold(context, id, subject);
  const claims = { hold: id, version, statement: decision.statement, subject };
  if (!verifyToken(context.keys, claims, decision.token)) {
    throw new BystanderError('TOKEN_INVALID', 'the token does not belong to this hold, version, statement and subject');
  }
  if (idempotencyKey !== undefined) {
    const first = await replay(context, id, idempotencyKey, decision, version);
    if (first !== undefined) return first;
  }
  assertAwaiting(row);
  assertVersion(row, version);
  assertStatement(context, decision);

  const answerKey =
    idempotencyKey === undefined ? undefined : answerKeyOf(context, id, idempotencyKey, decision, version);
  const { items, isMinor } = openDocument(context.keys, row);
  const outcome = weighChoices(items, decision.choices, { ...context.settings, isMinor });
  if (outcome.kind === 'retry') {
    return retryItems(context, row, subject, { numbers: outcome.items, account: await account?.(), answerKey });
  }
  return carryOut(context, row, subject, decision, answerKey);
}

function assertStatement({ statements }: HoldsContext, { statement }: DecisionInput): void {
  const now = statements.find(statement.id, statement.lang);
  if (now === undefined || statementKey(now) !== statementKey(statement)) {
    throw new BystanderError('STATEMENT_CHANGED', 'the statement has a newer version');
  }
}

async function carryOut(
  context: HoldsContext,
  row: HoldRow,
  subject: string,
  { statement, choices, cover }: DecisionInput,
  answerKey: AnswerKey | undefined,
): Promise<HoldView> {
  const intent = sealIntent(context.keys, row.id, { statement, choices, cover, answerKey });
  const changes = { intent, owner: context.owner, dueAt: context.clock.now() + LEASE_MS };
  const reserved = answerKey && { answer: answerRow(context, answerKey) };
  const decided = await moveHold(context, row, 'decided', changes, reserved);
  if (decided === undefined) return throwLost(context, row.id, subject);

  const { row: released, view } = await finishDecision(context, decided);
  if (released.status !== 'released' || context.onRelease === undefined) return view;
  await deliver(context, released);
  const delivered = await context.store.findHold(row.id);
  return delivered?.document ? viewOf(context, delivered) : view;
}
