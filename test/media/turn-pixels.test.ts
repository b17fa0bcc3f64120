import { describe, expect, it } from 'vitest';
import { turnPixels } from '../../src/media/turn-pixels.ts';

const [red, green, blue] = [
  [255, 0, 0],
  [0, 255, 0],
  [0, 0, 255],
];
const row = {
  data: Uint8Array.from([red, green, blue].flat()),
  width: 3,
  height: 1,
  fullWidth: 300,
  fullHeight: 100,
  frame: 2,
};

describe('turnPixels', () => {
  it('turns a row into a column, clockwise', async () => {
    const { data, ...turned } = await turnPixels(row, 90);
    expect([...data]).toEqual([red, green, blue].flat());
    expect(turned).toEqual({ width: 1, height: 3, fullWidth: 100, fullHeight: 300, frame: 2 });
  });

  it('turns it the other way round by three quarters', async () => {
    const { data } = await turnPixels(row, 270);
    expect([...data]).toEqual([blue, green, red].flat());
  });

  it('turns it on its head', async () => {
    const { data, ...turned } = await turnPixels(row, 180);
    expect([...data]).toEqual([blue, green, red].flat());
    expect(turned).toEqual({ width: 3, height: 1, fullWidth: 300, fullHeight: 100, frame: 2 });
  });
});
