/** A picture's brightness in other forms, for codes that are read in them only. Pure. */
import type { Point } from '../../core/boxes.ts';
import type { GreyPicture } from '../../media/luma.ts';

const MIDDLE_GREY = 119;
const DIAGONAL = Math.SQRT1_2;

export function inverted({ data, width, height }: GreyPicture): GreyPicture {
  return { data: data.map((value) => 255 - value), width, height };
}

export interface TurnedPicture extends GreyPicture {
  /** Where a point of the turned picture stands in the picture as it was. */
  readonly back: (point: Point) => Point;
}

/** Turned by an eighth about its centre, on grey, smoothed between pixels: bars on the diagonal lie level then. */
export function turnedByAnEighth({ data, width, height }: GreyPicture): TurnedPicture {
  const side = Math.ceil((width + height) * DIAGONAL);
  const turned = new Uint8Array(side * side).fill(MIDDLE_GREY);
  const back = ({ x, y }: Point): Point => {
    const [across, down] = [x - side / 2, y - side / 2];
    return { x: (across + down) * DIAGONAL + width / 2, y: (down - across) * DIAGONAL + height / 2 };
  };
  for (let row = 0; row < side; row++) {
    const start = back({ x: 0, y: row });
    for (let column = 0; column < side; column++) {
      const x = start.x + column * DIAGONAL;
      const y = start.y - column * DIAGONAL;
      if (x < 0 || y < 0 || x >= width - 1 || y >= height - 1) continue;
      const at = (y | 0) * width + (x | 0);
      const across = x % 1;
      const down = y % 1;
      const upper = (data[at] ?? 0) * (1 - across) + (data[at + 1] ?? 0) * across;
      const lower = (data[at + width] ?? 0) * (1 - across) + (data[at + width + 1] ?? 0) * across;
      turned[row * side + column] = upper * (1 - down) + lower * down;
    }
  }
  return { data: turned, width: side, height: side, back };
}
