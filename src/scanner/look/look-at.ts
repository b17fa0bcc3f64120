import type { InputSummary } from '../../core/types.ts';
import type { Plan } from '../plan.ts';
import type { ScannerPool } from '../scanner-pool.ts';
import { sizeOf, withSource } from '../sources.ts';
import type { Spool } from '../spool.ts';
import type { ScanInput } from '../types.ts';
import type { LookCall } from './find-in-texts.ts';
import { unseen } from './look.ts';
import { type BytesLook, lookAtBytes } from './look-at-bytes.ts';
import { lookAtText } from './look-at-text.ts';

/** What every call of an engine works with. */
export interface Rooms {
  readonly plan: Plan;
  readonly pool: ScannerPool;
  readonly spool: Spool;
}

/** Looks at any input once, by the plan. Content never makes it throw: what could not be looked at is a gap. */
export async function lookAt(input: ScanInput, rooms: Rooms, call: LookCall): Promise<BytesLook> {
  if ('text' in input) {
    const { text } = input;
    return lookAtText({ text, bytes: Buffer.byteLength(text), length: text.length }, rooms, call);
  }
  const size = await sizeOf(input);
  const unnamed: InputSummary = { kind: 'other', mediaType: 'application/octet-stream', bytes: size ?? 0 };
  if (size === undefined) return unseen(unnamed, [{ detector: 'media', reason: 'failed' }]);
  if (size > rooms.plan.limits.bytes) return unseen(unnamed, [{ detector: 'media', reason: 'truncated' }], 'TOO_LARGE');
  return withSource(input, rooms.spool, (source) => lookAtBytes(source, unnamed, rooms, call));
}
