/**
 * Finds faces, that is: places. No face is recognised, compared or described. Model: YuNet-s (`models/yunet-s.md`).
 * Known misses: faces under about 8 pixels in the size looked at, faces mostly covered or turned away, faces halfway between upright and
 * lying, lying ones under about 30 pixels, drawings and faces on crumpled posters. Animals are sometimes taken for faces.
 */
import { fileURLToPath } from 'node:url';
import { clipBox } from '../core/boxes.ts';
import type { Box } from '../core/types.ts';
import { ConfigError } from '../errors.ts';
import { lookForFaces, reducedPicture } from './face-looks.ts';
import { findsSampleFace } from './face-sample.ts';
import { type OnnxRuntime, openSession } from './onnx-session.ts';
import type { PixelDetector } from './pixel-detector.ts';
import { facesInEveryTurn } from './turned-faces.ts';
import { isYuNet } from './yunet.ts';

export interface FaceDetectorOptions {
  /** Path of another YuNet model, made as `scripts/models/make-yunet.py` makes it. */
  readonly model?: string | undefined;
  readonly runtime?: OnnxRuntime | undefined;
  /** Of the largest size that a picture is looked at in, 1280 x 960 unless told: it bounds time and memory. */
  readonly maxPixels?: number | undefined;
}

const VERSION = '4';
const MODEL = fileURLToPath(new URL('../../models/yunet-s.onnx', import.meta.url));
const OPTION = 'engines.face.model';
const MAX_PIXELS = 1280 * 960;
/**
 * Times that many pixels for all frames of an animation: more frames are enlarged less, and never reduced. A small face shows in several
 * of them. 64 frames of 480 x 270 are looked at in 1.5 times their size instead of twice, which takes half the time.
 */
const FULL_FRAMES = 16;

/**
 * What the looks agree on becomes the share of such boxes that are faces: a logistic curve, fitted to 3,000 boxes on the photos of people
 * of the model card. It says 0.5 where half of the boxes are faces by their labels.
 */
const EVEN_ODDS = 0.55;
const STEEPNESS = 10;

/**
 * Loads the model once and shows it a drawn face; the detector may then be used for any number of pictures, one at a time.
 * Throws `ConfigError`: `CONFIG_MODEL_MISSING`, also for a model that does not find that face, `CONFIG_RUNTIME_MISSING`.
 */
export async function createFaceDetector(options: FaceDetectorOptions = {}): Promise<PixelDetector> {
  const { model = MODEL, runtime, maxPixels = MAX_PIXELS } = options;
  const session = await openSession({ model, option: OPTION, runtime });
  if (!isYuNet(session) || !(await findsSampleFace(session))) {
    const expected =
      'a YuNet model as scripts/models/make-yunet.py makes it, that finds the face of models/doctor-sample.jpg';
    throw new ConfigError([{ path: OPTION, expected }], 'CONFIG_MODEL_MISSING');
  }
  return {
    version: VERSION,
    modelSha256: session.modelSha256,
    runtime: session.runtime,
    async detect(picture, frames = 1) {
      const shared = Math.max(picture.width * picture.height, (maxPixels * FULL_FRAMES) / frames);
      const pixels = Math.min(maxPixels, shared);
      const reduced = await reducedPicture(picture, pixels);
      const upright = await lookForFaces(session, reduced, pixels);
      const faces = await facesInEveryTurn(reduced, { session, maxPixels: pixels, upright });
      return faces.flatMap(({ box, score: agreed }) => {
        const score = shareOfFaces(agreed);
        const inside = clipBox(rounded(box), { width: picture.fullWidth, height: picture.fullHeight });
        return inside
          ? [{ type: 'face', detector: 'face', subject: 'unknown', score: roundScore(score), box: inside }]
          : [];
      });
    },
  };
}

function shareOfFaces(agreed: number): number {
  return 1 / (1 + Math.exp(STEEPNESS * (EVEN_ODDS - agreed)));
}

/** To whole pixels at each side. */
function rounded({ x, y, width, height }: Box): Box {
  const [left, top] = [Math.round(x), Math.round(y)];
  return { x: left, y: top, width: Math.round(x + width) - left, height: Math.round(y + height) - top };
}

function roundScore(score: number): number {
  return Math.round(score * 1000) / 1000;
}
