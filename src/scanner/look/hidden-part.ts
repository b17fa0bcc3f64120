/**
 * What was seen in the pictures that are hidden in this one. What lies in a block of the file goes with it: it has the block as its
 * place, nobody is asked about it, and where nobody could look, that is no gap. What stripping leaves, nearly transparent colours, has
 * boxes, is asked about, and is a gap where nobody could look.
 */
import { sharedArea } from '../../core/boxes.ts';
import { ruleOf } from '../../core/policy.ts';
import { isMetadata } from '../../core/presets.ts';
import type { BoxPlace, Detection } from '../../core/types.ts';
import type { HiddenSight } from '../jobs.ts';
import { findableTypes, type Plan } from '../plan.ts';
import { findInCodes } from './find-in-codes.ts';
import { findInLines } from './find-in-lines.ts';
import type { LookCall } from './find-in-texts.ts';
import type { FoundGap } from './look.ts';
import { NOTHING, type Outcomes, type Part } from './part.ts';
import { pixelGaps } from './pixel-gaps.ts';

/** Formats with transparency; of the others nothing hidden stays. */
const TRANSPARENT_TYPES: readonly string[] = ['image/png', 'image/webp', 'image/tiff', 'image/avif', 'image/heic'];

type InBox = Detection & BoxPlace;

/** `seen`: what is visible in the picture itself; what can be seen there is not said to be hidden. */
export async function hiddenPart(
  { hidden }: Outcomes,
  mediaType: string,
  seen: readonly Detection[],
  plan: Plan,
  call: LookCall,
): Promise<Part> {
  if (hidden === undefined) return NOTHING;
  const types = findableTypes(plan).filter((type) => !isMetadata(type));
  if (!hidden.ok) {
    if (!TRANSPARENT_TYPES.includes(mediaType)) return { ...NOTHING, unseen: types };
    return { ...NOTHING, gaps: pixelGaps(plan, hidden.failure), incomplete: types };
  }
  const { sights, isAll } = hidden.value;
  const reported = seen.filter(({ type, score }) => score >= ruleOf(plan.policy, type).threshold);
  const detections: Detection[] = [];
  const gaps: FoundGap[] = [];
  let isSearched = isAll;
  for (const sight of sights) {
    const faces = sight.faces.filter((face): face is InBox => 'box' in face);
    const texts = [await findInCodes(sight.codes, plan, call), await findInLines(sight.lines, plan, call)];
    const cut = sight.unfinished.map((detector): FoundGap => ({ detector, reason: 'truncated' }));
    const missing = [...cut, ...texts.flatMap((found) => found.gaps)];
    detections.push(...placed([...faces, ...texts.flatMap((found) => found.detections)], sight, reported));
    if (sight.stays) gaps.push(...missing);
    else isSearched &&= missing.length === 0;
  }
  const failed = new Set(gaps.map(({ detector }) => detector));
  const isUnread = failed.has('ocr') || failed.has('codes');
  const searches = plan.searches.filter(({ id }) => isUnread || failed.has(id));
  const incomplete = [...(failed.has('face') ? (['face'] as const) : []), ...searches.flatMap(({ types }) => types)];
  return { detections, gaps, complete: [], incomplete, unseen: isSearched ? [] : types };
}

function placed(found: readonly InBox[], sight: HiddenSight, seen: readonly Detection[]): Detection[] {
  const isNew = ({ type, box }: InBox): boolean =>
    sight.source !== 'hidden-colour' ||
    !seen.some((visible) => visible.type === type && 'box' in visible && sharedArea(visible.box, box) > 0);
  const hidden = found.filter(isNew);
  if (sight.stays) return hidden.map((detection) => ({ ...detection, source: 'hidden-colour' }));
  const { field, source } = sight;
  return bestOfEachType(hidden).map(({ box: _box, ...detection }) => ({ ...detection, field, source }));
}

/** All of it goes at once: one finding says enough. */
function bestOfEachType(found: readonly InBox[]): InBox[] {
  const best = new Map<string, InBox>();
  for (const detection of found)
    if (detection.score > (best.get(detection.type)?.score ?? -1)) best.set(detection.type, detection);
  return [...best.values()];
}
