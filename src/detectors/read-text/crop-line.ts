/** Cuts a line out of a picture, turned upright, at the height that the recogniser takes. */
import type { Picture } from '../../media/picture.ts';
import { pointIn, type TurnedRectangle } from './turned-rectangle.ts';

/** RGB interleaved, 8 bits. */
export interface LineCrop {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** Of a picture, or of a part of one. */
export type Pixels = Pick<Picture, 'data' | 'width' | 'height'>;

/** Samples along each side of a pixel, at most: what is reduced further is coarse either way. */
const MAX_SAMPLES = 4;

/** One step of the recogniser. */
const MIN_WIDTH = 8;
/** Letters of this height and less are not read; what is so thin and longer than this is a rule. It bounds time. */
const THIN = 10;
const MAX_THIN_WIDTH = 6400;
/** Of lines of letters, which are as long as 15,000 pixels in a panorama; it bounds the memory of one line. */
const MAX_WIDTH = 24_000;

/** `squeeze`: how much narrower than its height asks for. Bilinear, the mean of several samples where the picture is reduced; beyond its edges their last pixels go on. */
export function cropLine(picture: Pixels, rectangle: TurnedRectangle, height: number, squeeze: number): LineCrop {
  const wanted = Math.round((rectangle.width / rectangle.height) * height * squeeze);
  const width = Math.max(MIN_WIDTH, Math.min(rectangle.height > THIN ? MAX_WIDTH : MAX_THIN_WIDTH, wanted));
  const data = new Uint8Array(width * height * 3);
  const [across, down] = [rectangle.width / width, rectangle.height / height];
  const samples = Math.max(1, Math.min(MAX_SAMPLES, Math.round(Math.max(across, down))));
  const [cos, sin] = [Math.cos(rectangle.angle), Math.sin(rectangle.angle)];
  const corner = pointIn(rectangle, 0, 0);
  for (let y = 0, to = 0; y < height; y++) {
    for (let x = 0; x < width; x++, to += 3) {
      let [red, green, blue] = [0, 0, 0];
      for (let n = 0; n < samples * samples; n++) {
        const along = (x + ((n % samples) + 0.5) / samples) * across;
        const over = (y + (Math.floor(n / samples) + 0.5) / samples) * down;
        const fromX = clamp(corner.x + along * cos - over * sin - 0.5, picture.width - 1);
        const fromY = clamp(corner.y + along * sin + over * cos - 0.5, picture.height - 1);
        const [left, top] = [Math.floor(fromX), Math.floor(fromY)];
        const [right, bottom] = [Math.min(left + 1, picture.width - 1), Math.min(top + 1, picture.height - 1)];
        const [partX, partY] = [fromX - left, fromY - top];
        const [a, b] = [(top * picture.width + left) * 3, (top * picture.width + right) * 3];
        const [c, d] = [(bottom * picture.width + left) * 3, (bottom * picture.width + right) * 3];
        const [wa, wb, wc, wd] = [(1 - partX) * (1 - partY), partX * (1 - partY), (1 - partX) * partY, partX * partY];
        const { data: from } = picture;
        red += wa * (from[a] ?? 0) + wb * (from[b] ?? 0) + wc * (from[c] ?? 0) + wd * (from[d] ?? 0);
        green += wa * (from[a + 1] ?? 0) + wb * (from[b + 1] ?? 0) + wc * (from[c + 1] ?? 0) + wd * (from[d + 1] ?? 0);
        blue += wa * (from[a + 2] ?? 0) + wb * (from[b + 2] ?? 0) + wc * (from[c + 2] ?? 0) + wd * (from[d + 2] ?? 0);
      }
      const count = samples * samples;
      data[to] = red / count + 0.5;
      data[to + 1] = green / count + 0.5;
      data[to + 2] = blue / count + 0.5;
    }
  }
  return { data, width, height };
}

function clamp(value: number, last: number): number {
  return Math.max(0, Math.min(last, value));
}
