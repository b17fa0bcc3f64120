/**
 * What was found in the frames of an animation, as places of the one picture that is asked about and covered: a covered place is covered
 * in every frame, so that something that stands still or moves a little is one finding, not one for each frame. Pure.
 */
import { boxArea, boxAround, boxOverlap } from '../../core/boxes.ts';
import type { Box, BoxPlace, Detection } from '../../core/types.ts';

/** Intersection over union from which two boxes are the same place. */
const SAME_PLACE = 0.5;
/** From which a box goes on from the last one of a place that moves: a face moves by at most half of itself from frame to frame. */
const MOVED_ON = 0.3;
/** A place that has grown to this many times its largest box covers too much that is something else. */
const MAX_GROWTH = 2.5;
/** Places that a box is compared with, the latest first found again: what bounds the time when noise is found everywhere. */
const MAX_OPEN_PLACES = 512;

type InPicture = Detection & BoxPlace;

/** A place over several frames. */
interface Track {
  /** With the highest score. */
  best: InPicture;
  /** Around all boxes. */
  union: Box;
  last: Box;
  largestArea: number;
}

/**
 * Detections in the order of their frames. Those with boxes that are alike in all but box and score become one, with the highest score
 * and a box around all of theirs; the others stay as they are.
 */
export function mergePlaces(detections: readonly Detection[]): Detection[] {
  const merged: (Detection | Track)[] = [];
  const openByKind = new Map<string, Track[]>();
  for (const detection of detections) {
    if (!('box' in detection)) {
      merged.push(detection);
      continue;
    }
    const open = openOf(openByKind, kindOf(detection));
    const track = closest(open, detection.box);
    if (track === undefined) {
      const opened = {
        best: detection,
        union: detection.box,
        last: detection.box,
        largestArea: boxArea(detection.box),
      };
      merged.push(opened);
      open.push(opened);
    } else {
      extend(track, detection);
      open.splice(open.indexOf(track), 1);
      open.push(track);
    }
    if (open.length > MAX_OPEN_PLACES) open.shift();
  }
  return merged.map((one) => ('union' in one ? { ...one.best, box: one.union } : one));
}

function openOf(openByKind: Map<string, Track[]>, kind: string): Track[] {
  const open = openByKind.get(kind) ?? [];
  openByKind.set(kind, open);
  return open;
}

function kindOf({ type, detector, source, subject, reasons }: InPicture): string {
  return [type, detector, source, subject, ...(reasons ?? [])].join(' ');
}

/** The place that the box overlaps most, of those that can take it in. */
function closest(open: readonly Track[], box: Box): Track | undefined {
  let [found, most]: [Track | undefined, number] = [undefined, 0];
  for (const track of open) {
    const [stands, moves] = [boxOverlap(track.union, box), boxOverlap(track.last, box)];
    if (stands < SAME_PLACE && moves < MOVED_ON) continue;
    const overlap = Math.max(stands, moves);
    if (overlap > most && hasRoomFor(track, box)) [found, most] = [track, overlap];
  }
  return found;
}

function hasRoomFor({ union, largestArea }: Track, box: Box): boolean {
  return boxArea(boxAround(union, box)) <= Math.max(largestArea, boxArea(box)) * MAX_GROWTH;
}

function extend(track: Track, detection: InPicture): void {
  if (detection.score > track.best.score) track.best = detection;
  track.union = boxAround(track.union, detection.box);
  track.last = detection.box;
  track.largestArea = Math.max(track.largestArea, boxArea(detection.box));
}
