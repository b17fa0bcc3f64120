import { createRequire } from 'node:module';
import { createCanvas, GlobalFonts } from '@napi-rs/canvas';
import { expect, test } from 'vitest';
import { frameSignature, looksTheSame } from '../../src/media/frame-signature.ts';
import type { Picture } from '../../src/media/picture.ts';

GlobalFonts.registerFromPath(createRequire(import.meta.url).resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf'), 'Writing');
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

test('one small letter instead of another looks different, also in grey on grey', () => {
  const shown = (letter: string) => {
    const context = createCanvas(32, 24).getContext('2d');
    context.fillStyle = '#444';
    context.fillRect(0, 0, 32, 24);
    context.fillStyle = '#666';
    context.font = '16px Writing';
    context.fillText(letter, 9, 17);
    const { data } = context.getImageData(0, 0, 32, 24);
    return pictureOf((x, y) => [...data.subarray((y * 32 + x) * 4, (y * 32 + x) * 4 + 3)], 32, 24);
  };
  const letters = [...'aceos368'].map(shown);
  for (const [index, letter] of letters.entries())
    for (const other of letters.slice(index + 1)) expect(same(letter, other)).toBe(false);
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
