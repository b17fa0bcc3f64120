/** Brightness of a picture, one byte a pixel: all that codes are read from. Pure. */
export interface GreyPicture {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

const MIDDLE_GREY = 119;
const DIAGONAL = Math.SQRT1_2;

/** Luma of ITU-R BT.601 of RGB interleaved. */
export function greyOf(rgb: Uint8Array, width: number, height: number): GreyPicture {
  const data = new Uint8Array(width * height);
  for (let pixel = 0, at = 0; pixel < data.length; pixel++, at += 3) {
    data[pixel] = ((rgb[at] ?? 0) * 306 + (rgb[at + 1] ?? 0) * 601 + (rgb[at + 2] ?? 0) * 117) >> 10;
  }
  return { data, width, height };
}

export function inverted({ data, width, height }: GreyPicture): GreyPicture {
  return { data: data.map((value) => 255 - value), width, height };
}

export interface TurnedPicture extends GreyPicture {
  /** Where a point of the turned picture stands in the picture as it was. */
  readonly back: (point: Point) => Point;
}

export interface PicturePiece extends GreyPicture {
  /** Where its first pixel stands in the whole. */
  readonly left: number;
  readonly top: number;
}

/** Longer than this many times its width, a picture is turned in pieces: as a whole it would take the square of its length. */
const LONG = 4;
const PIECE_LENGTH = 2;
/** Pixels; each piece costs a call. */
const MIN_PIECE = 512;

/** The picture, or pieces of a long one that share as much as it is wide: what lies on the diagonal is whole in one of them. */
export function piecesOf({ data, width, height }: GreyPicture): PicturePiece[] {
  const [long, short] = [Math.max(width, height), Math.min(width, height)];
  if (long <= LONG * short) return [{ data, width, height, left: 0, top: 0 }];
  const length = Math.max(PIECE_LENGTH * short, MIN_PIECE);
  const pieces: PicturePiece[] = [];
  for (let from = 0; from === 0 || from + short < long; from += length - short) {
    const size = Math.min(length, long - from);
    const [left, top] = width > height ? [from, 0] : [0, from];
    const [across, down] = width > height ? [size, height] : [width, size];
    const piece = new Uint8Array(across * down);
    for (let row = 0; row < down; row++) {
      const at = (top + row) * width + left;
      piece.set(data.subarray(at, at + across), row * across);
    }
    pieces.push({ data: piece, width: across, height: down, left, top });
  }
  return pieces;
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
