/** Finds faces that lie on their side or stand on their head, which the network does not know: in the picture turned by quarters. */
import type { Box } from '../core/types.ts';
import type { Picture } from '../media/picture.ts';
import { type Turn, turnPixels } from '../media/turn-pixels.ts';
import { agreedFaces, overlap } from './agreed-faces.ts';
import { glanceForFaces, lookForFaces } from './face-looks.ts';
import type { OnnxSession } from './onnx-session.ts';
import type { FaceCandidate } from './yunet.ts';

const TURNS: readonly Turn[] = [90, 180, 270];

/** A turned picture in which a glance sees no face this sure is not looked at any further. */
const SURE_AT_A_GLANCE = 0.5;
/** Upright faces of this score are known: turned by a quarter, the network still half sees them. */
const KNOWN = 0.4;
/** Boxes that share more of their union than this are about the same face. */
const SAME_FACE = 0.2;

export interface TurnedLooks {
  readonly session: OnnxSession;
  readonly maxPixels: number;
  /** The faces that were found in the picture as it is, boxes in pixels of the original. */
  readonly upright: readonly FaceCandidate[];
}

/** Only faces that were not found upright. Boxes are in pixels of the original, and may reach beyond it. */
export async function turnedFaces(
  picture: Picture,
  { session, maxPixels, upright }: TurnedLooks,
): Promise<FaceCandidate[]> {
  const found: FaceCandidate[] = [];
  for (const turn of TURNS) {
    const isNew = ({ box }: FaceCandidate): boolean =>
      ![...upright, ...found].some((known) => known.score >= KNOWN && overlap(known.box, box) > SAME_FACE);
    const back = ({ box, score }: FaceCandidate): FaceCandidate => ({ score, box: turnedBack(box, turn, picture) });
    const turned = await turnPixels(picture, turn);
    const { candidates } = await glanceForFaces(session, turned, maxPixels);
    const isWorthIt = candidates.some((seen) => seen.score >= SURE_AT_A_GLANCE && isNew(back(seen)));
    if (!isWorthIt) continue;
    const faces = agreedFaces(await lookForFaces(session, turned, maxPixels)).map(back);
    found.push(...faces.filter(isNew));
  }
  return found;
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
