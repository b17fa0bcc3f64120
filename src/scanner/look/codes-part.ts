/** What stands in the codes that were read from a picture. */
import type { Plan } from '../plan.ts';
import { findInCodes } from './find-in-codes.ts';
import type { LookCall } from './find-in-texts.ts';
import { gapOf, onceEach } from './look.ts';
import { completeTypes } from './look-at-text.ts';
import { NOTHING, type Outcomes, type Part } from './part.ts';

/** What a code says is text as well: types are complete with the text of the picture (`text-part.ts`), and not without that of its codes. */
export async function codesPart({ codes }: Outcomes, isLong: boolean, plan: Plan, call: LookCall): Promise<Part> {
  if (codes === undefined) return NOTHING;
  if (!codes.ok) return withGaps([], [gapOf('codes', codes.failure)], plan);
  const { detections, gaps } = await findInCodes(codes.value, plan, call);
  return withGaps(detections, isLong ? onceEach([{ detector: 'codes', reason: 'truncated' }, ...gaps]) : gaps, plan);
}

function withGaps(detections: Part['detections'], gaps: Part['gaps'], plan: Plan): Part {
  const searched = completeTypes(plan, gaps, 'codes');
  const types = plan.searches.flatMap((search) => search.types);
  return { detections, gaps, complete: [], incomplete: types.filter((type) => !searched.includes(type)) };
}
