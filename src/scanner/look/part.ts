/** One detector's part of what was seen of a picture. */
import type { Detection, FindingType } from '../../core/types.ts';
import type { LookStep, StepValues } from '../jobs.ts';
import type { StepOutcomes } from '../protocol.ts';
import type { FoundGap } from './look.ts';

export type Outcomes = StepOutcomes<Pick<StepValues, LookStep>>;

export interface Part {
  readonly detections: readonly Detection[];
  readonly gaps: readonly FoundGap[];
  /** Types that were looked for in all of the picture. */
  readonly complete: readonly FindingType[];
  /** Types that were not looked for in something that stripping leaves, whatever other parts say. */
  readonly incomplete?: readonly FindingType[];
  /** Types that were not looked for in something that goes when the picture is stripped. */
  readonly unseen?: readonly FindingType[];
}

export const NOTHING: Part = { detections: [], gaps: [], complete: [] };
