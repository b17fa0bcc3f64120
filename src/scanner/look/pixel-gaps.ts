import type { Plan } from '../plan.ts';
import type { StepFailure } from '../protocol.ts';
import { type FoundGap, gapOf } from './look.ts';

/** A gap of each detector in use that wanted to see pixels and did not. */
export function pixelGaps({ child }: Pick<Plan, 'child'>, failure: StepFailure): FoundGap[] {
  const wanted = { face: child.face !== false, codes: child.codes, ocr: child.ocr !== false };
  return Object.entries(wanted).flatMap(([detector, isOn]) => (isOn ? [gapOf(detector, failure)] : []));
}
