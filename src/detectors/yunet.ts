/**
 * The network YuNet-s: what it takes and what its outputs mean. It is fully convolutional: any size works, and it is surest of faces that
 * are 30 to 450 pixels high in the size that is looked at.
 * Source: Wu, Peng, Yu, "YuNet: A Tiny Millisecond-level Face Detector" (2023), https://doi.org/10.1007/s11633-023-1423-y, and
 * https://github.com/ShiqiYu/libfacedetection (`src/facedetectcnn-model.cpp`); model card in `models/yunet-s.md`.
 */
import type { Box } from '../core/types.ts';
import type { OnnxSession } from './onnx-session.ts';

/** The network pads what it sees to whole cells of its coarsest map, in pixels. */
export const CELL = 32;

/** Pixels between the places of each of the three maps. */
const STRIDES: readonly number[] = [8, 16, CELL];
const INPUT = 'rgb';
const OUTPUTS: readonly string[] = STRIDES.flatMap((stride) => [`scores_${stride}`, `boxes_${stride}`]);

/**
 * The surest places of one look. A map of the largest look has 43,200, and a face answers in a few: of 4,000 faces in one picture the best
 * place of each still counts.
 */
const MAX_CANDIDATES = 4000;

/** One place that answers "face", in pixels of the size looked at; the box may reach beyond the picture. */
export interface FaceCandidate {
  readonly box: Box;
  readonly score: number;
}

/** RGB interleaved, 8 bits. */
export interface RgbPixels {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

export function isYuNet({ inputNames, outputNames }: OnnxSession): boolean {
  return inputNames.join() === INPUT && outputNames.join() === OUTPUTS.join();
}

/** Looks once, in the size given. Throws when the outputs have other sizes than YuNet's or are no numbers: then it is another model. */
export async function runYuNet(session: OnnxSession, pixels: RgbPixels, minScore: number): Promise<FaceCandidate[]> {
  const { data, width, height } = pixels;
  const outputs = await session.run({ [INPUT]: { data, dims: [1, height, width, 3] } });
  const candidates = STRIDES.flatMap((stride) => {
    const [columns, rows] = [placesOf(width, stride), placesOf(height, stride)];
    const [scores, boxes] = [outputs[`scores_${stride}`]?.data, outputs[`boxes_${stride}`]?.data];
    if (scores?.length !== rows * columns || boxes?.length !== rows * columns * 4) throw new RangeError('not YuNet');
    return candidatesOf(scores, boxes, { stride, columns, minScore });
  });
  if (candidates.length <= MAX_CANDIDATES) return candidates;
  return candidates.sort((a, b) => b.score - a.score).slice(0, MAX_CANDIDATES);
}

function placesOf(pixels: number, stride: number): number {
  return (Math.ceil(pixels / CELL) * CELL) / stride;
}

interface FeatureMap {
  readonly stride: number;
  readonly columns: number;
  readonly minScore: number;
}

/** `boxes` holds four planes: the centre's distance from the place, and the logarithms of width and height, all in strides. */
function candidatesOf(
  scores: Float32Array,
  boxes: Float32Array,
  { stride, columns, minScore }: FeatureMap,
): FaceCandidate[] {
  const candidates: FaceCandidate[] = [];
  const plane = scores.length;
  for (const [place, score] of scores.entries()) {
    if (score < minScore) continue;
    const [right = Number.NaN, down = Number.NaN] = [boxes[place], boxes[plane + place]];
    const width = Math.exp(boxes[2 * plane + place] ?? Number.NaN) * stride;
    const height = Math.exp(boxes[3 * plane + place] ?? Number.NaN) * stride;
    const x = ((place % columns) + right) * stride - width / 2;
    const y = (Math.floor(place / columns) + down) * stride - height / 2;
    if (!Number.isFinite(score + x + y + width + height)) throw new RangeError('not YuNet');
    candidates.push({ box: { x, y, width, height }, score });
  }
  return candidates;
}
