import { describe, expect, it } from 'vitest';
import { drawCodePicture } from '../../scripts/accuracy/codes/draw-code-picture.mjs';
import { createRandom } from '../../scripts/accuracy/random.mjs';
import { busyAreas } from '../../src/detectors/read-codes/busy-areas.ts';
import { cropped } from '../../src/detectors/read-codes/grey-picture.ts';
import { leanOf } from '../../src/detectors/read-codes/lean-of.ts';
import { type GreyPicture, luma } from '../../src/media/luma.ts';

const [WIDTH, HEIGHT] = [640, 480];
const TEXT = 'anna.berger@example.org';

async function drawn(code: object) {
  const codes = [{ format: 'DataMatrix', text: TEXT, module: 3, x: 200, y: 160, ...code }];
  const { rgb, corners } = await drawCodePicture({
    width: WIDTH,
    height: HEIGHT,
    codes,
    quality: undefined,
    random: createRandom(3),
  });
  return { grey: { data: luma(rgb), width: WIDTH, height: HEIGHT }, corners: corners[0] ?? [] };
}

function greyFrom(value: (x: number, y: number) => number): GreyPicture {
  const data = Uint8Array.from({ length: WIDTH * HEIGHT }, (_, at) => value(at % WIDTH, Math.floor(at / WIDTH)));
  return { data, width: WIDTH, height: HEIGHT };
}

describe('busy areas', () => {
  it.each([
    ['a matrix', {}],
    ['a turned matrix', { turn: 37 }],
    ['bars', { format: 'Code128', text: 'MEMBER-4711', module: 2 }],
    ['bars on end', { format: 'Code128', text: 'MEMBER-4711', module: 2, turn: 90, y: 240 }],
    ['modules of two pixels', { module: 2 }],
  ])('hold all of %s and little else', async (_, code) => {
    const { grey, corners } = await drawn(code);
    const areas = busyAreas(grey);
    expect(areas).toHaveLength(1);
    const [{ x, y, width, height } = { x: 0, y: 0, width: 0, height: 0 }] = areas;
    for (const corner of corners) {
      expect(corner.x >= x && corner.x <= x + width).toBe(true);
      expect(corner.y >= y && corner.y <= y + height).toBe(true);
    }
    expect(width * height).toBeLessThan(0.4 * WIDTH * HEIGHT);
  });

  it.each([
    ['an even picture', () => 90],
    ['a slow change', (x: number) => x / 3],
    ['one edge', (x: number) => (x < 300 ? 20 : 230)],
    ['a little grain', (x: number, y: number) => 120 + ((x * 7919 + y * 104_729) % 31)],
  ])('are none in %s', (_, value) => {
    expect(busyAreas(greyFrom(value))).toEqual([]);
  });

  it('are the whole picture where most of it is stripes', () => {
    const stripes = greyFrom((x) => (x % 4 < 2 ? 0 : 255));
    expect(busyAreas(stripes)).toMatchObject([{ x: 0, y: 0, width: WIDTH, height: HEIGHT }]);
  });
});

describe('the lean of a picture', () => {
  it.each([0, 20, -30, 40])('of a code turned by %i degrees is that angle', async (turn) => {
    const { grey } = await drawn({ turn, module: 4 });
    const [area = { x: 0, y: 0, width: WIDTH, height: HEIGHT }] = busyAreas(grey);
    expect(Math.abs((leanOf(cropped(grey, area)) ?? 90) - turn)).toBeLessThan(8);
  });

  it('is none where nothing is straight', () => {
    expect(leanOf(greyFrom(() => 90))).toBeUndefined();
  });
});
