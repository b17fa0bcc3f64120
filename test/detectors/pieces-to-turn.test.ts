import { expect, it } from 'vitest';
import { boxArea } from '../../src/core/boxes.ts';
import { piecesToTurn } from '../../src/detectors/read-codes/pieces-to-turn.ts';

const MAX_PIXELS = 12_000_000;

it('turns what has room at once', () => {
  const area = { x: 40, y: 7, width: 1920, height: 1440 };
  expect(piecesToTurn(area)).toEqual([area]);
});

it.each([
  [15_000, 800],
  [15_000, 44],
  [4_619, 2_598],
  [15_000, 1],
  [4_900, 10],
])('cuts a strip of %i x %i into overlapping pieces, lying or standing', (long, short) => {
  const lying = piecesToTurn({ x: 5, y: 3, width: long, height: short });
  const standing = piecesToTurn({ x: 3, y: 5, width: short, height: long });
  expect(standing).toEqual(lying.map(({ x, y, width, height }) => ({ x: y, y: x, width: height, height: width })));
  expect([lying[0]?.x, (lying.at(-1)?.x ?? 0) + (lying.at(-1)?.width ?? 0)]).toEqual([5, 5 + long]);
  for (const [index, piece] of lying.entries()) {
    expect((piece.width + piece.height) ** 2 / 2).toBeLessThanOrEqual(MAX_PIXELS);
    const before = lying[index - 1];
    if (before !== undefined)
      expect(before.x + before.width - piece.x).toBeGreaterThanOrEqual(Math.min(short, piece.width / 2) - 1);
  }
  expect(lying.reduce((sum, piece) => sum + boxArea(piece), 0)).toBeLessThanOrEqual(3 * long * short);
});
