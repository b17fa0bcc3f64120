/** A text's way: cut at the limit, searched. A short text touches no child. */
import type { FindingType, InputSummary } from '../../core/types.ts';
import type { Plan } from '../plan.ts';
import type { ScannerPool } from '../scanner-pool.ts';
import { findInAnyText, type LookCall } from './find-in-texts.ts';
import type { FoundGap, Look } from './look.ts';

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

/** Text types whose detector is on and left no gap. */
export function completeTypes({ searches }: Plan, gaps: readonly FoundGap[]): FindingType[] {
  const failed = new Set(gaps.map(({ detector }) => detector));
  return searches.filter(({ id }) => !failed.has(id)).flatMap(({ types }) => types);
}
