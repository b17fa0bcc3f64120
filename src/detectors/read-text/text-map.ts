/**
 * The network that says where text stands: PP-OCRv4 mobile detection ("DB", differentiable binarization). It takes any size in multiples
 * of 32 and answers, for each pixel, how surely it lies in the middle of a line.
 * Source: https://github.com/PaddlePaddle/PaddleOCR (`configs/det/ch_PP-OCRv4`, `ppocr/data/imaug/operators.py`), https://arxiv.org/abs/1911.08947.
 */
import type { Picture } from '../../media/picture.ts';
import { resizePixels } from '../../media/resize-pixels.ts';
import type { FloatTensor, OnnxSession } from '../onnx-session.ts';

export interface TextMap {
  /** 0..1, row by row. */
  readonly data: Float32Array;
  /** Values in a row of `data`; the picture ends before, at `width`. */
  readonly stride: number;
  readonly width: number;
  readonly height: number;
  /** Pixels of the picture for one of the map. */
  readonly scale: number;
}

const MULTIPLE = 32;
/** Of ImageNet, as the network was trained; applied to blue, green and red in this order, as there. */
const MEANS = [0.485, 0.456, 0.406];
const DEVIATIONS = [0.229, 0.224, 0.225];

/** `scale`: of the size looked at, against the picture. */
export async function mapText(session: OnnxSession, picture: Picture, scale: number): Promise<TextMap> {
  const width = Math.max(1, Math.round(picture.width * scale));
  const height = Math.max(1, Math.round(picture.height * scale));
  const isSame = width === picture.width && height === picture.height;
  const rgb = isSame ? picture.data : await resizePixels(picture, { width, height });
  const input = detectionInput(rgb, width, height);
  const stride = input.dims[3] ?? 0;
  const [input_name = '', output_name = ''] = [session.inputNames[0], session.outputNames[0]];
  const output = (await session.run({ [input_name]: input }))[output_name];
  if (output?.data.length !== stride * (input.dims[2] ?? 0)) throw new Error('the text model gave no map');
  return { data: output.data, stride, width, height, scale: picture.width / width };
}

/** Planes of blue, green and red; what is added on the right and below is the mean colour. */
function detectionInput(rgb: Uint8Array, width: number, height: number): FloatTensor {
  const [stride, rows] = [roundedUp(width), roundedUp(height)];
  const plane = stride * rows;
  const data = new Float32Array(plane * 3);
  for (let channel = 0; channel < 3; channel++) {
    const values = normalised(MEANS[channel] ?? 0, DEVIATIONS[channel] ?? 1);
    for (let y = 0; y < height; y++) {
      let to = channel * plane + y * stride;
      for (let from = y * width * 3 + 2 - channel, end = (y + 1) * width * 3; from < end; from += 3)
        data[to++] = values[rgb[from] ?? 0] ?? 0;
    }
  }
  return { data, dims: [1, 3, rows, stride] };
}

function normalised(mean: number, deviation: number): Float32Array {
  return Float32Array.from({ length: 256 }, (_, value) => (value / 255 - mean) / deviation);
}

function roundedUp(side: number): number {
  return Math.ceil(side / MULTIPLE) * MULTIPLE;
}
