import { describe, expect, it } from 'vitest';
import { lookingSize } from '../../src/media/looking-size.ts';

const size = (width: number, height: number, maxSide = 1920) => lookingSize({ width, height }, maxSide);

describe('the size that a picture is looked at in', () => {
  it('has the long side asked for where the picture has the shape of a screen or is wider', () => {
    expect(size(4000, 3000)).toMatchObject({ width: 1920, height: 1440 });
    expect(size(3840, 2160)).toMatchObject({ width: 1920, height: 1080 });
    expect(size(4000, 3000, 1280)).toMatchObject({ width: 1280, height: 960 });
  });

  it('is never larger than the picture', () => {
    expect(size(640, 480)).toMatchObject({ width: 640, height: 480 });
    expect(size(1, 1)).toMatchObject({ width: 1, height: 1 });
  });

  it('keeps the width of a screen where a picture is narrower than one', () => {
    expect(size(1170, 2532)).toMatchObject({ width: 1080, height: 2337 });
    expect(size(1170, 8000)).toMatchObject({ width: 1080, height: 7385 });
    expect(size(8000, 1170)).toMatchObject({ width: 7385, height: 1080 });
  });

  it('has no side that readers of text do not take', () => {
    expect(size(30_000, 1)).toMatchObject({ width: 15_000, height: 1, isTooSmall: false });
    expect(size(1, 40_000)).toMatchObject({ width: 1, height: 15_000, isTooSmall: true });
  });

  it('has at most 12 megapixels, and says when they are too few for writing', () => {
    const long = size(1440, 20_000);
    expect(long.width * long.height).toBeGreaterThan(11_900_000);
    expect(long.width * long.height).toBeLessThan(12_100_000);
    expect(long.isTooSmall).toBe(false);
    expect(size(1080, 60_000).isTooSmall).toBe(true);
    expect(size(4000, 3000).isTooSmall).toBe(false);
  });
});
