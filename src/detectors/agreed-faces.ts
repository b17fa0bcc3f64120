/** Makes one list of faces from several looks at the same picture: a face that all looks see scores high, a chance hit of one does not. */
import type { Box } from '../core/types.ts';
import type { FaceCandidate } from './ultraface.ts';

/** Everything that one look found, boxes in pixels that all looks share. */
export interface FaceLook {
  readonly candidates: readonly FaceCandidate[];
  /** Height of the faces that this look can judge, in the same pixels: that it does not see another counts for nothing. */
  readonly smallestFace: number;
  readonly largestFace: number;
}

/** Boxes that share more of their union than this are one face. */
const SAME_FACE = 0.3;

interface Sighting extends FaceCandidate {
  readonly look: FaceLook;
}

/**
 * Takes the strongest candidate, joins every box on the same place to it, and goes on with the rest. The score is the mean of each look's
 * best, 0 where a look that should have seen the face did not; the box is the mean of those bests, weighted by their scores.
 */
export function agreedFaces(looks: readonly FaceLook[]): FaceCandidate[] {
  let open: Sighting[] = looks.flatMap((look) => look.candidates.map((candidate) => ({ ...candidate, look })));
  open.sort((a, b) => b.score - a.score);
  const faces: FaceCandidate[] = [];
  for (let first = open[0]; first; first = open[0]) {
    const { box } = first;
    const bests = new Map<FaceLook, Sighting>();
    open = open.filter((sighting) => {
      if (sighting !== first && overlap(box, sighting.box) <= SAME_FACE) return true;
      if (!bests.has(sighting.look)) bests.set(sighting.look, sighting);
      return false;
    });
    faces.push(agreedFace([...bests.values()], looks));
  }
  return faces;
}

function agreedFace(bests: readonly Sighting[], looks: readonly FaceLook[]): FaceCandidate {
  const total = bests.reduce((sum, { score }) => sum + score, 0);
  const mean = (side: keyof Box): number => bests.reduce((sum, { box, score }) => sum + box[side] * score, 0) / total;
  const box = { x: mean('x'), y: mean('y'), width: mean('width'), height: mean('height') };
  const blind = looks.filter(
    (look) =>
      (box.height < look.smallestFace || box.height > look.largestFace) && !bests.some((best) => best.look === look),
  ).length;
  return { box, score: total / (looks.length - blind) };
}

/** Shared area over the area of both, 0..1. */
function overlap(a: Box, b: Box): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  if (width <= 0 || height <= 0) return 0;
  const shared = width * height;
  return shared / (a.width * a.height + b.width * b.height - shared);
}
