/**
 * Finds faces, that is: places. No face is recognised, compared or described. Model: UltraFace RFB-320 (`models/ultraface-rfb-320.md`).
 * Known misses: faces under about 10 pixels in the size looked at (1,000,000 pixels at most), some faces lying on their side, faces mostly
 * covered or turned away, drawings. Animals and hands are sometimes taken for faces.
 */
import { fileURLToPath } from 'node:url';
import type { Box } from '../core/types.ts';
import { ConfigError } from '../errors.ts';
import type { Picture } from '../media/picture.ts';
import { resizePixels } from '../media/resize-pixels.ts';
import { agreedFaces, type FaceLook } from './agreed-faces.ts';
import { type OnnxRuntime, type OnnxSession, openSession } from './onnx-session.ts';
import type { PixelDetector } from './pixel-detector.ts';
import { LARGEST_FACE, readUltraFace, ultraFaceInput } from './ultraface.ts';

export interface FaceDetectorOptions {
  /** Path of another UltraFace model with symbolic height and width, made by `scripts/models/make-ultraface.mjs`. */
  readonly model?: string | undefined;
  readonly runtime?: OnnxRuntime | undefined;
}

const VERSION = '1';
const MODEL = fileURLToPath(new URL('../../models/ultraface-rfb-320.onnx', import.meta.url));
const OPTION = 'engines.face.model';

/** One size that a picture is looked at in. Every other look is mirrored. */
interface LookPlan {
  /** Against the first look. */
  readonly scale: number;
  /** In pixels of this look: it has no say about smaller faces. */
  readonly smallestFace?: number;
}

/**
 * Several sizes that agree make a small network usable: on the labelled photos of the model card, recall at precision 0.9 is 0.56 with one
 * look in native size and 0.66 with these four. Mirroring costs nothing and takes away hits that one orientation alone shows.
 */
const LOOKS: readonly LookPlan[] = [{ scale: 1 }, { scale: 0.9 }, { scale: 0.7 }, { scale: 0.5 }];
/** Four looks at more pixels than this cost too much: there a larger first look finds more than a fourth one. The last is for portraits. */
const LARGE_PIXELS = 640_000;
const LOOKS_WHEN_LARGE: readonly LookPlan[] = [{ scale: 1 }, { scale: 0.6 }, { scale: 0.3, smallestFace: 24 }];
/** The first look never has more pixels than this (1155 x 866). */
const MAX_PIXELS = 1_000_000;

/** Anchors under this score hardly lift a face over a sensible threshold, and crowds have thousands of them. */
const MIN_ANCHOR_SCORE = 0.2;
/** Agreed scores under this are not worth reporting under any threshold. */
const MIN_SCORE = 0.1;

/**
 * Loads the model once; the detector may then be used for any number of pictures, one at a time.
 * Throws `ConfigError`: `CONFIG_MODEL_MISSING`, `CONFIG_RUNTIME_MISSING`.
 */
export async function createFaceDetector(options: FaceDetectorOptions = {}): Promise<PixelDetector> {
  const session = await openSession({ model: options.model ?? MODEL, option: OPTION, runtime: options.runtime });
  if (!isUltraFace(session)) {
    throw new ConfigError([{ path: OPTION, expected: 'an UltraFace model' }], 'CONFIG_MODEL_MISSING');
  }
  return {
    version: VERSION,
    modelSha256: session.modelSha256,
    runtime: session.runtime,
    async detect(picture) {
      const looks: FaceLook[] = [];
      for (const [n, plan] of plansFor(picture).entries()) looks.push(await look(session, picture, plan, n % 2 === 1));
      return agreedFaces(looks)
        .filter(({ score }) => score >= MIN_SCORE)
        .flatMap(({ box, score }) => {
          const clipped = clip(box, picture);
          return clipped
            ? [{ type: 'face', detector: 'face', subject: 'unknown', score: roundScore(score), box: clipped }]
            : [];
        });
    },
  };
}

function isUltraFace({ inputNames, outputNames }: OnnxSession): boolean {
  return inputNames.join() === 'input' && outputNames.join() === 'scores,offsets';
}

function plansFor({ width, height }: Picture): readonly LookPlan[] {
  const pixels = width * height;
  if (pixels <= LARGE_PIXELS) return LOOKS;
  const first = Math.min(1, Math.sqrt(MAX_PIXELS / pixels));
  return LOOKS_WHEN_LARGE.map((plan) => ({ ...plan, scale: plan.scale * first }));
}

/** Candidates of one size, in pixels of the upright original. */
async function look(
  session: OnnxSession,
  picture: Picture,
  { scale, smallestFace = 0 }: LookPlan,
  mirrored: boolean,
): Promise<FaceLook> {
  const width = Math.max(1, Math.round(picture.width * scale));
  const height = Math.max(1, Math.round(picture.height * scale));
  const rgb = await resizePixels(picture, { width, height, mirrored });
  const { scores, offsets } = await session.run({ input: ultraFaceInput(rgb, width, height) });
  if (!scores || !offsets) throw new Error('the face model gave no output');
  const candidates = readUltraFace(scores.data, offsets.data, { width, height }, MIN_ANCHOR_SCORE);
  const [across, down] = [picture.fullWidth / width, picture.fullHeight / height];
  return {
    smallestFace: smallestFace * down,
    largestFace: LARGEST_FACE * down,
    candidates: candidates
      .filter(({ box }) => box.height >= smallestFace)
      .map(({ box, score }) => {
        const x = mirrored ? width - box.x - box.width : box.x;
        return { score, box: { x: x * across, y: box.y * down, width: box.width * across, height: box.height * down } };
      }),
  };
}

/** The part of the box inside the picture, in whole pixels; undefined when nothing is left. */
function clip(box: Box, { fullWidth, fullHeight }: Picture): Box | undefined {
  const [left, top] = [Math.max(0, Math.round(box.x)), Math.max(0, Math.round(box.y))];
  const right = Math.min(fullWidth, Math.round(box.x + box.width));
  const bottom = Math.min(fullHeight, Math.round(box.y + box.height));
  return right > left && bottom > top ? { x: left, y: top, width: right - left, height: bottom - top } : undefined;
}

function roundScore(score: number): number {
  return Math.round(score * 1000) / 1000;
}
