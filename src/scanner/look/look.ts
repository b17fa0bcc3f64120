/** What was seen of one input before policy: detections, gaps and what was looked for in all of it. */
import type { Detection, FindingType, Gap, InputSummary } from '../../core/types.ts';
import type { StepFailure } from '../protocol.ts';
import type { Inspection } from '../types.ts';

export type FoundGap = Omit<Gap, 'id'>;
export type Refusal = NonNullable<Inspection['refusal']>;

export interface Look {
  readonly input: InputSummary;
  readonly detections: readonly Detection[];
  readonly gaps: readonly FoundGap[];
  /** Types that a detector looked for in the whole input. */
  readonly complete: readonly FindingType[];
  /** Types that nobody looked for in something that goes when the input is stripped: absent from the result, but not said to be absent here. */
  readonly unseen?: readonly FindingType[];
  /** Metadata that stripping leaves. */
  readonly kept?: readonly string[];
  readonly refusal?: Refusal;
}

/** Not all of the input was looked at, or not all of it is reported: no type can be said to be absent. */
export const TRUNCATED: FoundGap = { detector: 'media', reason: 'truncated' };

/** An input of which nothing was looked at. */
export function unseen(input: InputSummary, gaps: readonly FoundGap[], refusal?: Refusal): Look {
  return { input, detections: [], gaps, complete: [], ...(refusal !== undefined && { refusal }) };
}

const REFUSALS: readonly Refusal[] = ['UNSUPPORTED_TYPE', 'TOO_MANY_PIXELS', 'TOO_MANY_FRAMES', 'TOO_LARGE'];

/** A detector that failed in many places is one gap. */
export function onceEach(gaps: readonly FoundGap[]): FoundGap[] {
  return gaps.filter(
    (gap, index) =>
      gaps.findIndex(({ detector, reason }) => detector === gap.detector && reason === gap.reason) === index,
  );
}

/** The gap that a step without an answer leaves. */
export function gapOf(detector: string, failure: StepFailure = { reason: 'failed' }): FoundGap {
  const { reason, code } = failure;
  if (code === 'UNSUPPORTED_TYPE') return { detector, reason: 'unsupported' };
  if (refusalOf(failure) !== undefined) return { detector, reason: 'truncated' };
  return { detector, reason };
}

/** The code that an upload is refused with, if the failure is one of the input's own. */
export function refusalOf(failure: StepFailure | undefined): Refusal | undefined {
  return REFUSALS.find((refusal) => refusal === failure?.code);
}
