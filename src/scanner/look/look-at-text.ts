/** A text's way: cut at the limit, searched. A short text touches no child. */
import type { FindingType, InputSummary } from '../../core/types.ts';
import type { Plan } from '../plan.ts';
import type { ScannerPool } from '../scanner-pool.ts';
import { findInAnyText, type LookCall } from './find-in-texts.ts';
import { type FoundGap, type Look, onceEach, TRUNCATED } from './look.ts';

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
  const found = await findInAnyText(text, { plan, pool }, call);
  const isCut = text.length < given.length;
  const gaps = onceEach([...(isCut ? [TRUNCATED] : []), ...found.gaps]);
  const input: InputSummary = { kind: 'text', mediaType: 'text/plain', bytes: given.bytes, length: given.length };
  return {
    input,
    detections: found.detections,
    gaps,
    complete: completeTypes(plan, gaps),
  };
}

/** Text types whose detector is on and left no gap; none where `reader`, or something else of the text itself, left one. */
export function completeTypes({ searches }: Plan, gaps: readonly FoundGap[], reader?: 'ocr' | 'codes'): FindingType[] {
  const failed = new Set(gaps.map(({ detector }) => detector));
  if (failed.has(TRUNCATED.detector) || (reader !== undefined && failed.has(reader))) return [];
  return searches.filter(({ id }) => !failed.has(id)).flatMap(({ types }) => types);
}
