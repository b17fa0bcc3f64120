/** What stands in the codes that were read from a picture. */
import type { Plan } from '../plan.ts';
import type { LookCall } from './find-in-texts.ts';
import { gapOf } from './look.ts';
import { NOTHING, type Outcomes, type Part } from './part.ts';

export async function codesPart({ codes }: Outcomes, isLong: boolean, _plan: Plan, _call: LookCall): Promise<Part> {
  if (codes === undefined) return NOTHING;
  if (!codes.ok) return { ...NOTHING, gaps: [gapOf('codes', codes.failure)] };
  return { ...NOTHING, gaps: isLong ? [{ detector: 'codes', reason: 'truncated' }] : [] };
}
