/**
 * What a decision set out to do, sealed in the row from the moment it is accepted: an interrupted one is finished from
 * it.
 */
import { BystanderError } from '../errors.ts';
import type { AnswerKey } from './answers.ts';
import type { HostKeys } from './host-keys.ts';
import type { HoldRow } from './store.ts';
import type { DecisionInput, StatementRef } from './types.ts';

export interface Intent {
  readonly statement: StatementRef;
  readonly choices: DecisionInput['choices'];
  readonly cover?: DecisionInput['cover'];
  readonly answerKey?: AnswerKey | undefined;
}

export function sealIntent(keys: HostKeys, hold: string, intent: Intent): Uint8Array {
  return keys.seal('document', `${hold}|intent`, Buffer.from(JSON.stringify(intent)));
}

/** Throws `STORE_FAILED` when it is not there or does not open. */
export function openIntent(keys: HostKeys, row: HoldRow): Intent {
  if (row.intent === null) throw new BystanderError('STORE_FAILED', 'a decided hold has no intent');
  return JSON.parse(Buffer.from(keys.open('document', `${row.id}|intent`, row.intent)).toString()) as Intent;
}
