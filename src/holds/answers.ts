/**
 * Idempotent decisions: the same key with the same body gets the first answer again for 24 h, another body is refused.
 * Key and body are kept as HMAC, the answer sealed.
 */
import { BystanderError, ERROR_STATUS, type ErrorCode } from '../errors.ts';
import type { HoldsContext } from './context.ts';
import type { AnswerRow } from './store.ts';
import type { DecisionInput, HoldView } from './types.ts';

export type Answer = { readonly view: HoldView } | { readonly error: ErrorCode };

/** The key and the body of one call, as they are stored. */
export interface AnswerKey {
  readonly hold: string;
  readonly key: string;
  readonly body: string;
}

export function answerKeyOf(
  { keys }: HoldsContext,
  hold: string,
  idempotencyKey: string,
  decision: DecisionInput,
  version: number,
): AnswerKey {
  return {
    hold,
    key: keys.sign('idempotency', keyMessage(hold, idempotencyKey)),
    body: keys.sign('idempotency', bodyMessage(decision, version)),
  };
}

/** The row to write with the move: without an answer it reserves the key. */
export function answerRow({ keys, clock }: HoldsContext, answerKey: AnswerKey, answer?: Answer): AnswerRow {
  const sealed =
    answer === undefined
      ? null
      : keys.seal('idempotency', `${answerKey.hold}|answer`, Buffer.from(JSON.stringify(answer)));
  return { ...answerKey, answer: sealed, createdAt: clock.now() };
}

/** The first answer to this key, if there is one. Throws `IDEMPOTENCY_MISMATCH`, and again what was thrown first. */
export async function replay(
  { store, keys }: HoldsContext,
  hold: string,
  idempotencyKey: string,
  decision: DecisionInput,
  version: number,
): Promise<HoldView | undefined> {
  const rows = await store.listAnswers(hold);
  const row = rows.find(({ key }) => keys.verify('idempotency', keyMessage(hold, idempotencyKey), key));
  if (row === undefined) return undefined;
  if (!keys.verify('idempotency', bodyMessage(decision, version), row.body)) {
    throw new BystanderError('IDEMPOTENCY_MISMATCH', 'the idempotency key was used with another body');
  }
  if (row.answer === null) return undefined;
  const answer = JSON.parse(Buffer.from(keys.open('idempotency', `${hold}|answer`, row.answer)).toString()) as Answer;
  if ('view' in answer) return answer.view;
  throw new BystanderError(answer.error, `answered ${ERROR_STATUS[answer.error]} the first time`);
}

function keyMessage(hold: string, idempotencyKey: string): string {
  return JSON.stringify(['key', hold, idempotencyKey]);
}

function bodyMessage({ token, statement, choices, cover }: DecisionInput, version: number): string {
  return JSON.stringify(['body', version, token, statement, choices, ...(cover === undefined ? [] : [cover])]);
}
