/** What stands in the writing that was read from a picture. */
import type { Plan } from '../plan.ts';
import { findInLines } from './find-in-lines.ts';
import type { LookCall } from './find-in-texts.ts';
import { gapOf, onceEach } from './look.ts';
import { completeTypes } from './look-at-text.ts';
import { NOTHING, type Outcomes, type Part } from './part.ts';

export async function textPart({ lines }: Outcomes, isLong: boolean, plan: Plan, call: LookCall): Promise<Part> {
  if (lines === undefined) return NOTHING;
  if (!lines.ok) return { ...NOTHING, gaps: [gapOf('ocr', lines.failure)] };
  const found = await findInLines(lines.value.lines, plan, call);
  const isCut = isLong || lines.value.isCut;
  const gaps = isCut ? onceEach([{ detector: 'ocr', reason: 'truncated' }, ...found.gaps]) : found.gaps;
  return { detections: found.detections, gaps, complete: completeTypes(plan, gaps, 'ocr') };
}
