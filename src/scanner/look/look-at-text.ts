/** A text's way: cut at the limit, searched. A short text touches no child. */
import type { FindingType, InputSummary } from '../../core/types.ts';
import type { Plan } from '../plan.ts';
import type { ScannerPool } from '../scanner-pool.ts';
import { type FoundInText, findInText, type TextCall } from './find-in-text.ts';
import { type FoundGap, gapOf, type Look } from './look.ts';

/** UTF-16 units; the densest text of addresses and numbers takes 1.3 ms of CPU for 1,024 (measured), so this is 20 ms at most. */
const IN_PROCESS_MAX_LENGTH = 16_384;

export type LookCall = TextCall & { readonly signal?: AbortSignal | undefined };

export interface GivenText {
  readonly text: string;
  /** UTF-8 bytes of all of it. */
  readonly bytes: number;
  /** UTF-16 units of all of it; more than `text` has when it was cut already. */
  readonly length: number;
}

export async function lookAtText(
  given: GivenText,
  { plan, pool }: { readonly plan: Plan; readonly pool: ScannerPool },
  call: LookCall,
): Promise<Look> {
  const text = given.text.slice(0, plan.limits.textLength);
  const isCut = text.length < given.length;
  const found = await findInAnyText(text, { plan, pool }, call);
  const gaps: FoundGap[] = [...found.gaps];
  if (isCut) gaps.unshift({ detector: 'media', reason: 'truncated' });
  const input: InputSummary = { kind: 'text', mediaType: 'text/plain', bytes: given.bytes, length: given.length };
  return {
    input,
    detections: found.detections,
    gaps,
    complete: isCut ? [] : completeTypes(plan, gaps),
  };
}

/** Here, or in a child where the text is so long that a crowded one would keep this process from everything else. */
export async function findInAnyText(
  text: string,
  { plan, pool }: { readonly plan: Plan; readonly pool: ScannerPool },
  { signal, account, fieldName, explain }: LookCall,
): Promise<FoundInText> {
  const call: TextCall = { account, fieldName, explain };
  if (text.length <= IN_PROCESS_MAX_LENGTH || plan.detectors.length === 0) {
    return findInText(text, plan, call);
  }
  const outcomes = await pool.run({ kind: 'text', text, call }, ['text'], signal);
  if (outcomes.text?.ok) return outcomes.text.value;
  const failure = outcomes.text?.failure;
  return { detections: [], gaps: plan.detectors.map(({ id }) => gapOf(id, failure)) };
}

/** Text types whose detector is on and left no gap. */
export function completeTypes({ detectors }: Plan, gaps: readonly FoundGap[]): FindingType[] {
  const failed = new Set(gaps.map(({ detector }) => detector));
  return detectors.filter(({ id }) => !failed.has(id)).flatMap(({ types }) => types);
}
