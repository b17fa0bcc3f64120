import { expect, test } from 'vitest';
import { frameSignature, looksTheSame } from '../../src/media/frame-signature.ts';
import type { Picture } from '../../src/media/picture.ts';

const [WIDTH, HEIGHT] = [37, 18];

function pictureOf(colourAt: (x: number, y: number) => readonly number[], width = WIDTH, height = HEIGHT): Picture {
  const colours = Array.from({ length: width * height }, (_, at) => colourAt(at % width, Math.floor(at / width)));
  return { data: Uint8Array.from(colours.flat()), width, height, fullWidth: width, fullHeight: height, frame: 0 };
}

const grey = (level: number) => [level, level, level];
const same = (a: Picture, b: Picture) => looksTheSame(frameSignature(a), frameSignature(b));
const plain = pictureOf(() => grey(200));

test('dots that mean the same brightness look the same', () => {
  expect(
    same(
      plain,
      pictureOf((x, y) => grey(200 + ((x + y) % 2 === 0 ? 20 : -20))),
    ),
  ).toBe(true);
  expect(same(plain, plain)).toBe(true);
});

test('a stroke of two pixels looks different, also at the edge', () => {
  expect(
    same(
      plain,
      pictureOf((x, y) => grey(x > 20 && x < 23 && y > 4 && y < 8 ? 90 : 200)),
    ),
  ).toBe(false);
  expect(
    same(
      plain,
      pictureOf((x, y) => grey(x === WIDTH - 1 && y === HEIGHT - 1 ? 90 : 200)),
    ),
  ).toBe(false);
});

test('another colour of the same brightness looks different', () => {
  expect(
    same(
      pictureOf(() => [150, 75, 0]),
      pictureOf(() => [0, 75, 150]),
    ),
  ).toBe(false);
});

test('another size looks different', () => {
  expect(
    same(
      plain,
      pictureOf(() => grey(200), HEIGHT, WIDTH),
    ),
  ).toBe(false);
});
