/** Finds faces that lie on their side or stand on their head, which the network does not know: in the picture turned by quarters. */

import { boxOverlap } from '../core/boxes.ts';
import type { Box } from '../core/types.ts';
import type { Picture } from '../media/picture.ts';
import { type Turn, turnPixels } from '../media/turn-pixels.ts';
import { glanceForFaces, glancePicture, lookForFaces } from './face-looks.ts';
import type { OnnxSession } from './onnx-session.ts';
import type { FaceCandidate } from './yunet.ts';

const TURNS: readonly Turn[] = [90, 180, 270];

/** A turned picture in which a glance sees no face this sure is not looked at any further. */
const SURE_AT_A_GLANCE = 0.6;
/** Boxes that share more of their union than this are the same face: of one that lies, the network half sees something upright, too. */
const SAME_FACE = 0.3;

export interface TurnedLooks {
  readonly session: OnnxSession;
  readonly maxPixels: number;
  /** The faces that were found in the picture as it is, boxes in pixels of the original. */
  readonly upright: readonly FaceCandidate[];
}

/** The upright faces and the others, each in the position in which it is seen best. Boxes are in pixels of the original. */
export async function facesInEveryTurn(
  picture: Picture,
  { session, maxPixels, upright }: TurnedLooks,
): Promise<FaceCandidate[]> {
  let faces = [...upright];
  const small = await glancePicture(picture, maxPixels);
  for (const turn of TURNS) {
    const back = ({ box, score }: FaceCandidate): FaceCandidate => ({ score, box: turnedBack(box, turn, picture) });
    const { candidates } = await glanceForFaces(session, await turnPixels(small, turn));
    const sure = candidates.filter(({ score }) => score >= SURE_AT_A_GLANCE).map(back);
    if (!sure.some((candidate) => isBestOf(faces, candidate))) continue;
    const turned = (await lookForFaces(session, await turnPixels(picture, turn), maxPixels)).map(back);
    faces = bestOf([...faces, ...turned]);
  }
  return faces;
}

function bestOf(faces: readonly FaceCandidate[]): FaceCandidate[] {
  const bests: FaceCandidate[] = [];
  for (const face of faces.toSorted((a, b) => b.score - a.score)) if (isBestOf(bests, face)) bests.push(face);
  return bests;
}

/** Whether none in the list is the same face, seen as well or better. */
function isBestOf(others: readonly FaceCandidate[], { box, score }: FaceCandidate): boolean {
  return !others.some((other) => other.score >= score && boxOverlap(other.box, box) > SAME_FACE);
}

/** From a picture that was turned clockwise back to the upright one, whose size is given. */
function turnedBack(
  { x, y, width, height }: Box,
  turn: Turn,
  { fullWidth, fullHeight }: Pick<Picture, 'fullWidth' | 'fullHeight'>,
): Box {
  switch (turn) {
    case 90:
      return { x: y, y: fullHeight - x - width, width: height, height: width };
    case 180:
      return { x: fullWidth - x - width, y: fullHeight - y - height, width, height };
    case 270:
      return { x: fullWidth - y - height, y: x, width: height, height: width };
  }
}
