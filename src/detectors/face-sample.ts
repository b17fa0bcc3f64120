/** The self-test of a face model: a picture with one drawn face, whose place is known. */
import { fileURLToPath } from 'node:url';
import { boxOverlap } from '../core/boxes.ts';
import type { Box } from '../core/types.ts';
import { decodePicture } from '../media/decode-picture.ts';
import { openImageFile } from '../media/image-file.ts';
import { readImageHeader } from '../media/image-header.ts';
import type { OnnxSession } from './onnx-session.ts';
import { runYuNet } from './yunet.ts';

/** See `models/doctor-sample.md`. */
const SAMPLE = fileURLToPath(new URL('../../models/doctor-sample.jpg', import.meta.url));
const SIDE = 320;
/** In pixels of the sample at that side: from the hair to the chin, as `scripts/models/make-doctor-sample.mjs` draws it. */
const FACE: Box = { x: 108, y: 72, width: 104, height: 116 };
const MIN_SCORE = 0.5;
const MIN_OVERLAP = 0.5;

/** Whether the model finds the face, where it is. A model whose outputs are none of YuNet's does not. */
export async function findsSampleFace(session: OnnxSession): Promise<boolean> {
  const file = await openImageFile(SAMPLE);
  const header = await readImageHeader(file, { pixels: 1_000_000, frames: 1 });
  const picture = await decodePicture(file, header, { maxSide: SIDE });
  const candidates = await runYuNet(session, picture, MIN_SCORE).catch(() => []);
  return candidates.some(({ box }) => boxOverlap(box, FACE) >= MIN_OVERLAP);
}
