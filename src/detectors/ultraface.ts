/**
 * The network UltraFace RFB-320: what it takes and what its outputs mean. It was trained on 320x240 but is fully convolutional: any size
 * works, and a face is found where it is about 8 to 256 pixels high in the size that is looked at.
 * Source: https://github.com/Linzaer/Ultra-Light-Fast-Generic-Face-Detector-1MB (`vision/ssd/config/fd_config.py`, `box_utils.py`),
 * model card in `models/ultraface-rfb-320.md`.
 */
import type { Box } from '../core/types.ts';
import type { FloatTensor } from './onnx-session.ts';

/** Faces higher than this, in pixels of the size looked at, are larger than the largest anchor and often missed. */
export const LARGEST_FACE = 256;

/** One feature map per stride; at each of its places one square anchor per side length, in pixels. */
const FEATURE_MAPS = [
  { stride: 8, sides: [10, 16, 24] },
  { stride: 16, sides: [32, 48] },
  { stride: 32, sides: [64, 96] },
  { stride: 64, sides: [128, 192, 256] },
] as const;

const CENTRE_VARIANCE = 0.1;
const SIZE_VARIANCE = 0.2;

/** One anchor that answers "face", in pixels of the size looked at; it may reach beyond the picture. */
export interface FaceCandidate {
  readonly box: Box;
  readonly score: number;
}

/** Turns RGB bytes into the network's input: planes of red, green and blue, `(value - 127) / 128`. */
export function ultraFaceInput(rgb: Uint8Array, width: number, height: number): FloatTensor {
  const plane = width * height;
  const data = new Float32Array(plane * 3);
  for (let pixel = 0, at = 0; pixel < plane; pixel++) {
    data[pixel] = ((rgb[at++] ?? 0) - 127) / 128;
    data[plane + pixel] = ((rgb[at++] ?? 0) - 127) / 128;
    data[2 * plane + pixel] = ((rgb[at++] ?? 0) - 127) / 128;
  }
  return { data, dims: [1, 3, height, width] };
}

/**
 * Decodes the outputs `scores` (background and face for each anchor) and `offsets` (centre and logarithm of the size against the anchor).
 * Throws when their length is not that of the anchors: then it is another model.
 */
export function readUltraFace(
  scores: Float32Array,
  offsets: Float32Array,
  size: { readonly width: number; readonly height: number },
  minScore: number,
): FaceCandidate[] {
  const candidates: FaceCandidate[] = [];
  let anchor = 0;
  for (const { stride, sides } of FEATURE_MAPS) {
    for (let y = stride / 2; y < size.height + stride / 2; y += stride) {
      for (let x = stride / 2; x < size.width + stride / 2; x += stride) {
        for (const side of sides) {
          const score = scores[anchor * 2 + 1] ?? 0;
          if (score >= minScore) candidates.push({ box: boxAt(offsets, anchor, x, y, side), score });
          anchor++;
        }
      }
    }
  }
  if (scores.length !== anchor * 2 || offsets.length !== anchor * 4)
    throw new RangeError('not the outputs of UltraFace');
  return candidates;
}

function boxAt(offsets: Float32Array, anchor: number, x: number, y: number, side: number): Box {
  const [right = 0, down = 0, wider = 0, higher = 0] = offsets.subarray(anchor * 4, anchor * 4 + 4);
  const width = Math.exp(wider * SIZE_VARIANCE) * side;
  const height = Math.exp(higher * SIZE_VARIANCE) * side;
  const left = x + right * CENTRE_VARIANCE * side - width / 2;
  const top = y + down * CENTRE_VARIANCE * side - height / 2;
  return { x: left, y: top, width, height };
}
