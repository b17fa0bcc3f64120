/** Makes one list of faces from several looks at the same picture: a face that all looks see scores high, a chance hit of one does not. */
import { boxOverlap } from '../core/boxes.ts';
import type { Box } from '../core/types.ts';
import type { FaceCandidate } from './yunet.ts';

/** Everything that one look found, boxes in pixels that all looks share. */
export interface FaceLook {
  readonly candidates: readonly FaceCandidate[];
  /** How much this look's word counts beside the others'. */
  readonly weight: number;
  /** Longer side of the faces that this look can judge, in the same pixels: what it says about others counts for nothing. */
  readonly smallestFace: number;
  readonly largestFace: number;
}

/** Boxes that share more of their union than this are one face. */
const SAME_FACE = 0.3;

interface Sighting extends FaceCandidate {
  readonly look: FaceLook;
}

/**
 * Takes the strongest candidate, joins every box on the same place to it, and goes on with the rest. The score is the weighted mean of each
 * look's best, 0 where a look that should have seen the face did not; the box is the mean of those bests, by weight and score. The surest
 * candidate comes first.
 */
export function agreedFaces(looks: readonly FaceLook[]): FaceCandidate[] {
  const sightings: Sighting[] = looks.flatMap((look) =>
    look.candidates.filter(({ box }) => canJudge(look, box)).map((candidate) => ({ ...candidate, look })),
  );
  const byLeft = sightings.toSorted((a, b) => a.box.x - b.box.x);
  const joined = new Set<Sighting>();
  const faces: FaceCandidate[] = [];
  for (const first of sightings.sort((a, b) => b.score - a.score)) {
    if (joined.has(first)) continue;
    const bests = new Map([[first.look, first]]);
    for (const sighting of samePlace(first, byLeft)) {
      if (joined.has(sighting)) continue;
      joined.add(sighting);
      const best = bests.get(sighting.look);
      if (!best || best.score < sighting.score) bests.set(sighting.look, sighting);
    }
    joined.add(first);
    faces.push(agreedFace([...bests.values()], looks));
  }
  return faces;
}

/** Crowds have thousands of boxes: only those are compared that begin near enough. A box over three times as wide shares too little. */
function samePlace({ box }: Sighting, byLeft: readonly Sighting[]): Sighting[] {
  let [from, to] = [0, byLeft.length];
  const leftmost = box.x - box.width / SAME_FACE;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((byLeft[middle]?.box.x ?? 0) < leftmost) from = middle + 1;
    else to = middle;
  }
  const same: Sighting[] = [];
  for (let at = from; at < byLeft.length; at++) {
    const sighting = byLeft[at];
    if (!sighting || sighting.box.x > box.x + box.width) break;
    if (boxOverlap(box, sighting.box) > SAME_FACE) same.push(sighting);
  }
  return same;
}

function agreedFace(bests: readonly Sighting[], looks: readonly FaceLook[]): FaceCandidate {
  const said = sum(bests, ({ score, look }) => score * look.weight);
  const mean = (side: keyof Box): number =>
    sum(bests, ({ box, score, look }) => box[side] * score * look.weight) / said;
  const box = { x: mean('x'), y: mean('y'), width: mean('width'), height: mean('height') };
  const asked = looks.filter((look) => canJudge(look, box) || bests.some((best) => best.look === look));
  return { box, score: said / sum(asked, ({ weight }) => weight) };
}

function canJudge({ smallestFace, largestFace }: FaceLook, { width, height }: Box): boolean {
  const side = Math.max(width, height);
  return side >= smallestFace && side <= largestFace;
}

function sum<Item>(items: readonly Item[], value: (item: Item) => number): number {
  return items.reduce((total, item) => total + value(item), 0);
}
