/** What stands in the writing that was read from a picture. */
import type { Plan } from '../plan.ts';
import { areTooMany } from './find-in-codes.ts';
import { findInLines } from './find-in-lines.ts';
import type { LookCall } from './find-in-texts.ts';
import { gapOf } from './look.ts';
import { completeTypes } from './look-at-text.ts';
import { NOTHING, type Outcomes, type Part } from './part.ts';

export async function textPart({ lines, codes }: Outcomes, isLong: boolean, plan: Plan, call: LookCall): Promise<Part> {
  if (lines === undefined) return NOTHING;
  if (!lines.ok) return { ...NOTHING, gaps: [gapOf('ocr', lines.failure)] };
  const { detections, gaps } = await findInLines(lines.value.lines, plan, call);
  const isCut = isLong || lines.value.isCut;
  // What a code says is text as well.
  const isMissing = isCut || (codes !== undefined && (!codes.ok || codes.cutShort === true || areTooMany(codes.value)));
  return {
    detections,
    gaps: isCut ? [{ detector: 'ocr', reason: 'truncated' }, ...gaps] : gaps,
    complete: isMissing ? [] : completeTypes(plan, gaps),
  };
}
