/** Brightness of a picture, one byte a pixel: all that codes are read from. Pure. */
import type { Point } from '../../core/boxes.ts';
import type { Box } from '../../core/types.ts';
import type { GreyPicture } from '../../media/luma.ts';

const MIDDLE_GREY = 119;

export function inverted({ data, width, height }: GreyPicture): GreyPicture {
  const other = new Uint8Array(data.length);
  for (let pixel = 0; pixel < data.length; pixel++) other[pixel] = 255 - (data[pixel] ?? 0);
  return { data: other, width, height };
}

/** Boxes in whole pixels inside the picture. */
export function cropped({ data, width, height }: GreyPicture, { x, y, width: across, height: down }: Box): GreyPicture {
  if (across === width && down === height) return { data, width, height };
  const part = new Uint8Array(across * down);
  for (let row = 0; row < down; row++) {
    const from = (y + row) * width + x;
    part.set(data.subarray(from, from + across), row * across);
  }
  return { data: part, width: across, height: down };
}

export interface TurnedPicture extends GreyPicture {
  /** Where a point of the turned picture stands in the picture as it was. */
  readonly back: (point: Point) => Point;
}

/** Turned about its centre and enlarged, on grey, smoothed between pixels. `turn` is clockwise in degrees. */
export function turned({ data, width, height }: GreyPicture, turn: number, scale = 1): TurnedPicture {
  const [cos, sin] = [Math.cos((turn * Math.PI) / 180), Math.sin((turn * Math.PI) / 180)];
  const across = Math.ceil((width * Math.abs(cos) + height * Math.abs(sin)) * scale);
  const down = Math.ceil((width * Math.abs(sin) + height * Math.abs(cos)) * scale);
  const back = ({ x, y }: Point): Point => {
    const [right, below] = [(x - across / 2) / scale, (y - down / 2) / scale];
    return { x: right * cos + below * sin + width / 2, y: below * cos - right * sin + height / 2 };
  };
  const pixels = new Uint8Array(across * down).fill(MIDDLE_GREY);
  const [stepX, stepY] = [cos / scale, -sin / scale];
  for (let row = 0; row < down; row++) {
    const start = back({ x: 0.5, y: row + 0.5 });
    const [left, top] = [start.x - 0.5, start.y - 0.5];
    for (let column = 0, to = row * across; column < across; column++, to++) {
      const x = left + column * stepX;
      const y = top + column * stepY;
      if (x < -0.5 || y < -0.5 || x > width - 0.5 || y > height - 0.5) continue;
      const [column0, row0] = [
        Math.max(0, Math.min(width - 2, Math.floor(x))),
        Math.max(0, Math.min(height - 2, Math.floor(y))),
      ];
      const at = row0 * width + column0;
      const [right, below] = [Math.max(0, Math.min(1, x - column0)), Math.max(0, Math.min(1, y - row0))];
      const upper = (data[at] ?? 0) * (1 - right) + (data[at + 1] ?? 0) * right;
      const lower = (data[at + width] ?? 0) * (1 - right) + (data[at + width + 1] ?? 0) * right;
      pixels[to] = upper * (1 - below) + lower * below;
    }
  }
  return { data: pixels, width: across, height: down, back };
}
