/** The way of a file, or of bytes: a child says what they are and answers step by step. */
import type { InputSummary } from '../../core/types.ts';
import type { LookJob, SniffedInput, Source } from '../jobs.ts';
import type { Plan } from '../plan.ts';
import type { ScannerPool } from '../scanner-pool.ts';
import type { LookCall } from './find-in-texts.ts';
import { gapOf, type Look, unseen } from './look.ts';
import { lookAtPicture } from './look-at-picture.ts';
import { lookAtText } from './look-at-text.ts';

export interface BytesLook extends Look {
  /** The text, when the bytes are one; cut at the limit. */
  readonly text?: string;
}

/** `unnamed` stands in the report when not even the type could be told. */
export async function lookAtBytes(
  source: Source,
  unnamed: InputSummary,
  rooms: { readonly plan: Plan; readonly pool: ScannerPool },
  call: LookCall,
): Promise<BytesLook> {
  const { plan, pool } = rooms;
  const job: LookJob = { kind: 'look', source, limits: plan.limits, maxSide: plan.maxSide };
  const outcomes = await pool.run(job, plan.steps, call.signal);
  if (!outcomes.sniff?.ok) return unseen(unnamed, [gapOf('media', outcomes.sniff?.failure)]);
  const sniffed = outcomes.sniff.value;
  switch (sniffed.kind) {
    case 'text':
      return { ...(await lookAtText(sniffed, rooms, call)), text: sniffed.text };
    case 'other':
      return outOfScope(sniffed, plan);
    case 'image':
      return lookAtPicture(sniffed, outcomes, plan, call);
  }
}

/** A file of zero bytes is no empty text but a broken upload: what it should have been, nobody can say. */
function outOfScope(input: Extract<SniffedInput, { kind: 'other' }>, { passThrough }: Plan): Look {
  if (passThrough.includes(input.mediaType)) return unseen(input, []);
  if (input.bytes === 0) return unseen(input, [{ detector: 'media', reason: 'failed' }]);
  return unseen(input, [{ detector: 'media', reason: 'unsupported' }], 'UNSUPPORTED_TYPE');
}
