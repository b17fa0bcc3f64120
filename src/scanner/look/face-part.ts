import { gapOf } from './look.ts';
import { NOTHING, type Outcomes, type Part } from './part.ts';

export function facePart({ face }: Outcomes, isLong: boolean): Part {
  if (face === undefined) return NOTHING;
  if (!face.ok) return { ...NOTHING, gaps: [gapOf('face', face.failure)] };
  if (isLong) return { detections: face.value, gaps: [{ detector: 'face', reason: 'truncated' }], complete: [] };
  return { detections: face.value, gaps: [], complete: ['face'] };
}
