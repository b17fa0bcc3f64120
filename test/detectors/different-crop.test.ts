import sharp, { type Sharp } from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { isDifferentCrop, likeness, showsTheSame } from '../../src/detectors/different-crop.ts';
import type { GreyPicture } from '../../src/media/luma.ts';
import { uprightPhoto } from '../fixtures/images.ts';

const SAMPLES = [1, 2, 3, 4, 5, 6] as const;

async function grey(picture: Sharp): Promise<GreyPicture> {
  const bytes = await picture.jpeg({ quality: 70 }).toBuffer();
  const { data, info } = await sharp(bytes)
    .resize({ width: 256, height: 256, fit: 'inside', withoutEnlargement: true })
    .toColourspace('b-w')
    .extractChannel(0)
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

let photos: readonly Buffer[];
beforeAll(async () => {
  photos = await Promise.all(SAMPLES.map((sample) => uprightPhoto(sample)));
});

/** Whether the thumbnail of each photo is taken for another crop of what became of the photo. */
async function verdicts(thumbnail: (photo: Sharp) => Sharp, picture: (photo: Sharp) => Sharp): Promise<boolean[]> {
  return Promise.all(
    photos.map(async (photo) =>
      isDifferentCrop(await grey(thumbnail(sharp(photo))), await grey(picture(sharp(photo)))),
    ),
  );
}

const small = (photo: Sharp): Sharp => photo.resize(160, 160, { fit: 'inside' });
const same = (photo: Sharp): Sharp => photo;
const NONE = SAMPLES.map(() => false);
const ALL = SAMPLES.map(() => true);

describe('a thumbnail of the same picture', () => {
  it.each<[string, (photo: Sharp) => Sharp]>([
    ['small', small],
    ['between bars', (photo) => photo.resize(160, 120, { fit: 'contain', background: 'black' })],
    ['between white bars', (photo) => photo.resize(160, 160, { fit: 'contain', background: 'white' })],
    ['stored turned', (photo) => small(photo.rotate(90))],
    ['mirrored', (photo) => small(photo.flop())],
    ['stretched', (photo) => photo.resize(160, 120, { fit: 'fill' })],
    ['cut to another shape in the middle', (photo) => photo.resize(160, 120, { fit: 'cover' })],
  ])('is recognised when it is %s', async (_, thumbnail) => {
    expect(await verdicts(thumbnail, same)).toEqual(NONE);
  });

  it('is recognised when the picture was made brighter, or grey', async () => {
    expect(await verdicts(small, (photo) => photo.linear(1.2, 10))).toEqual(NONE);
    expect(await verdicts(small, (photo) => photo.greyscale())).toEqual(NONE);
  });
});

describe('a thumbnail from before the picture was cropped', () => {
  it.each([0.2, 0.35, 0.5])('is told apart when %d of the picture was cut off at one corner', async (share) => {
    const cropped = await Promise.all(
      photos.map(async (photo) => {
        const { width, height } = await sharp(photo).metadata();
        const [left, top] = [Math.round(width * share), Math.round(height * share)];
        return sharp(photo).extract({ left, top, width: width - left, height: height - top });
      }),
    );
    const found = await Promise.all(
      photos.map(async (photo, index) =>
        isDifferentCrop(await grey(small(sharp(photo))), await grey(cropped[index] ?? sharp(photo))),
      ),
    );
    expect(found).toEqual(ALL);
  });
});

describe('likeness', () => {
  it('says nothing about pictures that have nothing in them', async () => {
    const flat = await grey(sharp({ create: { width: 40, height: 30, channels: 3, background: 'navy' } }));
    expect(likeness(flat, await grey(sharp(photos[0])))).toBe(1);
  });

  it('takes pictures of one pixel', () => {
    const pixel = { data: new Uint8Array([7]), width: 1, height: 1 };
    expect(likeness(pixel, pixel)).toBe(1);
  });
});

describe('showsTheSame', () => {
  const grey = (at: (x: number, y: number) => number): GreyPicture => {
    const data = Uint8Array.from({ length: 96 * 96 }, (_, pixel) => at(pixel % 96, Math.floor(pixel / 96)));
    return { data, width: 96, height: 96 };
  };
  const scene = (x: number, y: number): number => (x * 3 + y * 5) % 200;
  const isInBar = (x: number, y: number): boolean => x >= 20 && x < 32 && y >= 40 && y < 48;

  it('says so of brighter, duller and turned copies', () => {
    expect(
      showsTheSame(
        grey(scene),
        grey((x, y) => 30 + scene(x, y) / 2),
      ),
    ).toBe(true);
    expect(
      showsTheSame(
        grey(scene),
        grey((x, y) => scene(y, 95 - x)),
      ),
    ).toBe(true);
  });

  it('does not when one place was painted over, however much alike the rest is', () => {
    const painted = grey((x, y) => (isInBar(x, y) ? 255 : scene(x, y)));
    expect(likeness(grey(scene), painted)).toBeGreaterThan(0.92);
    expect(showsTheSame(grey(scene), painted)).toBe(false);
  });

  it('does not of a plain picture and another one, but of two plain ones', () => {
    const plain = grey(() => 240);
    expect(showsTheSame(grey(scene), plain)).toBe(false);
    expect(
      showsTheSame(
        grey((x, y) => (isInBar(x, y) ? 0 : 240)),
        plain,
      ),
    ).toBe(false);
    expect(
      showsTheSame(
        grey(() => 236),
        plain,
      ),
    ).toBe(true);
  });
});
