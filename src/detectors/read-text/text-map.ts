/**
 * The network that says where text stands: PP-OCRv4 mobile detection ("DB", differentiable binarization). It takes any size in multiples
 * of 32 and answers, for each pixel, how surely it lies in the middle of a line.
 * Source: https://github.com/PaddlePaddle/PaddleOCR (`configs/det/ch_PP-OCRv4`, `ppocr/data/imaug/operators.py`), https://arxiv.org/abs/1911.08947.
 */
import { resizePixels } from '../../media/resize-pixels.ts';
import { scaledSize } from '../../media/size.ts';
import type { FloatTensor, OnnxSession } from '../onnx-session.ts';
import type { Pixels } from './crop-line.ts';

export interface TextMap {
  /** 0..1, row by row. */
  readonly data: Float32Array;
  readonly width: number;
  readonly height: number;
  /** Pixels of the picture for one of the map. */
  readonly scale: number;
}

const MULTIPLE = 32;
/** Of ImageNet, as the network was trained; applied to blue, green and red in this order, as there. */
const MEANS = [0.485, 0.456, 0.406];
const DEVIATIONS = [0.229, 0.224, 0.225];

/** Larger pictures are looked at in strips: the network takes 250 bytes of memory for each pixel of its input. */
const STRIP_PIXELS = 800_000;
/** Rows that a strip sees beyond its own, above and below. */
const STRIP_MARGIN = 64;

/** `scale`: of the size looked at, against the picture. */
export async function mapText(session: OnnxSession, picture: Pixels, scale: number): Promise<TextMap> {
  const { width, height } = scaledSize(picture, scale);
  const rgb = await resizePixels(picture, { width, height });
  const map = new Float32Array(width * height);
  const rows = Math.max(MULTIPLE, Math.floor(STRIP_PIXELS / roundedUp(width)) - 2 * STRIP_MARGIN);
  for (let top = 0; top < height; top += rows) {
    const [from, to] = [Math.max(0, top - STRIP_MARGIN), Math.min(height, top + rows + STRIP_MARGIN)];
    const strip = await mapStrip(session, rgb.subarray(from * width * 3, to * width * 3), width, to - from);
    const end = Math.min(height, top + rows);
    for (let y = top; y < end; y++) {
      const at = (y - from) * roundedUp(width);
      map.set(strip.subarray(at, at + width), y * width);
    }
  }
  return { data: map, width, height, scale: picture.width / width };
}

/** Rows of the answer are as long as the input's, a multiple of 32. */
async function mapStrip(session: OnnxSession, rgb: Uint8Array, width: number, height: number): Promise<Float32Array> {
  const input = detectionInput(rgb, width, height);
  const [inputName = '', outputName = ''] = [session.inputNames[0], session.outputNames[0]];
  const output = (await session.run({ [inputName]: input }))[outputName];
  if (output?.data.length !== roundedUp(width) * roundedUp(height)) throw new Error('the text model gave no map');
  return output.data;
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
