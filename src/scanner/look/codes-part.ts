/** What stands in the codes that were read from a picture. */
import type { Plan } from '../plan.ts';
import { findInCodes } from './find-in-codes.ts';
import type { LookCall } from './find-in-texts.ts';
import { gapOf, onceEach } from './look.ts';
import { NOTHING, type Outcomes, type Part } from './part.ts';

/** Types are complete with the text of the picture only (`text-part.ts`). */
export async function codesPart({ codes }: Outcomes, isLong: boolean, plan: Plan, call: LookCall): Promise<Part> {
  if (codes === undefined) return NOTHING;
  if (!codes.ok) return { ...NOTHING, gaps: [gapOf('codes', codes.failure)] };
  const { detections, gaps } = await findInCodes(codes.value, plan, call);
  return {
    detections,
    gaps: isLong ? onceEach([{ detector: 'codes', reason: 'truncated' }, ...gaps]) : gaps,
    complete: [],
  };
}
