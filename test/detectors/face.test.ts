import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { presetTable } from '../../src/core/presets.ts';
import type { Box, Detection } from '../../src/core/types.ts';
import { createFaceDetector } from '../../src/detectors/face.ts';
import type { PixelDetector } from '../../src/detectors/pixel-detector.ts';
import { identityModel } from './identity-model.ts';
import { overlap } from './overlap.ts';
import { noise, pictureOf } from './picture-of.ts';

const modules = fileURLToPath(new URL('../../node_modules/', import.meta.url));
const photo = (n: number): string => join(modules, `@vladmandic/face-api/demo/sample${n}.jpg`);
const THREE_MEN = join(modules, 'tracking/examples/assets/faces.jpg');

/** By hand, from the forehead to the chin. */
const THREE_MEN_FACES: readonly Box[] = [
  { x: 50, y: 82, width: 84, height: 118 },
  { x: 233, y: 130, width: 87, height: 125 },
  { x: 458, y: 53, width: 86, height: 118 },
];
const FACES_BY_PHOTO: readonly (readonly [number, readonly Box[]])[] = [
  [
    3,
    [
      { x: 592, y: 338, width: 196, height: 282 },
      { x: 1070, y: 203, width: 236, height: 332 },
      { x: 1512, y: 312, width: 178, height: 272 },
    ],
  ],
  [
    6,
    [
      { x: 255, y: 500, width: 214, height: 282 },
      { x: 677, y: 338, width: 172, height: 312 },
      { x: 1177, y: 315, width: 192, height: 286 },
      { x: 1480, y: 275, width: 221, height: 314 },
    ],
  ],
];

const { threshold } = presetTable('balanced').face;
let detector: PixelDetector;

beforeAll(async () => {
  detector = await createFaceDetector();
});

describe('the face detector', () => {
  it.each(FACES_BY_PHOTO)('finds every face of photo %i and nothing else', async (n, faces) => {
    expectFaces(await detector.detect(await pictureOf(photo(n))), faces);
  });

  it('finds faces in a small picture', async () => {
    expectFaces(await detector.detect(await pictureOf(THREE_MEN)), THREE_MEN_FACES);
  });

  it.each([1, 2, 4, 5])('is sure of every woman in photo %i', async (n) => {
    const women = { 1: 3, 2: 3, 4: 4, 5: 5 }[n];
    const sure = (await detector.detect(await pictureOf(photo(n)))).filter(({ score }) => score > 0.85);
    expect(sure).toHaveLength(women ?? 0);
  });

  it('finds them in a frame of a long animation, too, and as many as ever in a frame that is large', async () => {
    expectFaces(await detector.detect(await pictureOf(THREE_MEN), 64), THREE_MEN_FACES);
    const large = await pictureOf(sharp(THREE_MEN).resize(1600));
    expect(await detector.detect(large, 64)).toEqual(await detector.detect(large));
  });

  it.each([24, 40, 80, 160])('finds faces that are %i pixels high', async (height) => {
    const [width, scale] = [Math.round((600 * height) / 120), height / 120];
    const faces = THREE_MEN_FACES.map((face) => scaled(face, scale));
    expectFaces(await detector.detect(await pictureOf(sharp(THREE_MEN).resize(width))), faces);
  });

  it.each([300, 700, 1200])('finds a face of %i pixels that fills the picture', async (height) => {
    const portrait = sharp(THREE_MEN).extract({ left: 215, top: 115, width: 120, height: 150 });
    const face = scaled({ x: 18, y: 15, width: 87, height: 125 }, height / 125);
    const picture = await pictureOf(
      portrait.resize(Math.round((height * 120) / 125), Math.round((height * 150) / 125)),
    );
    expectFaces(await detector.detect(picture), [face]);
  });

  it.each([90, 180, 270] as const)('finds faces in a picture that lies turned by %i degrees', async (turn) => {
    const turned = sharp(await sharp(THREE_MEN).rotate(turn).toBuffer());
    expectFaces(await detector.detect(await pictureOf(turned)), THREE_MEN_FACES.map(TURNED[turn]));
  });

  it('finds one face that lies beside others that stand', async () => {
    const lying = await sharp(THREE_MEN).extract({ left: 400, top: 0, width: 200, height: 200 }).rotate(90).toBuffer();
    const picture = await pictureOf(
      sharp(
        await sharp(THREE_MEN)
          .composite([{ input: lying, left: 400, top: 0 }])
          .toBuffer(),
      ),
    );
    const face = { x: 200 - 53 - 118 + 400, y: 58, width: 118, height: 86 };
    expectFaces(await detector.detect(picture), [...THREE_MEN_FACES.slice(0, 2), face]);
  });

  it.each([
    ['a pale mask', '#b4cfdc'],
    ['a black scarf', '#16161a'],
  ])('finds faces whose lower part is under %s', async (_, background) => {
    const masks = THREE_MEN_FACES.map(({ x, y, width, height }) => ({
      input: { create: { width: width - 8, height: Math.round(height * 0.4), channels: 3 as const, background } },
      left: x + 4,
      top: Math.round(y + height * 0.6),
    }));
    const masked = await sharp(THREE_MEN).composite(masks).toBuffer();
    expectFaces(await detector.detect(await pictureOf(masked)), THREE_MEN_FACES);
  });

  it('finds faces anywhere in a long picture', async () => {
    const tile = await sharp(THREE_MEN).toBuffer();
    const tops = [0, 1200, 2654];
    const long = sharp({ create: { width: 600, height: 3000, channels: 3, background: '#e8e8e8' } });
    const picture = await pictureOf(
      sharp(
        await long
          .composite(tops.map((top) => ({ input: tile, left: 0, top })))
          .png()
          .toBuffer(),
      ),
    );
    const faces = tops.flatMap((top) => THREE_MEN_FACES.map((face) => ({ ...face, y: face.y + top })));
    expectFaces(await detector.detect(picture), faces);
  });

  it('gives boxes in pixels of the original when it is shown a reduced picture', async () => {
    const reduced = sharp(THREE_MEN).resize(400);
    const picture = await pictureOf(reduced, { width: 600, height: 346 });
    expectFaces(await detector.detect(picture), THREE_MEN_FACES);
  });

  it('gives boxes in the upright picture when the file is turned', async () => {
    const turned = await sharp(THREE_MEN).rotate(90).withMetadata({ orientation: 8 }).jpeg({ quality: 90 }).toBuffer();
    expectFaces(await detector.detect(await pictureOf(turned)), THREE_MEN_FACES);
  });

  it.each([
    ['left', { left: 105, top: 0, width: 495, height: 346 }, { x: 0, y: 82, width: 29, height: 118 }],
    ['right', { left: 0, top: 0, width: 488, height: 346 }, { x: 458, y: 53, width: 30, height: 118 }],
  ])('finds a face of which the %s edge leaves a third', async (_, kept, third) => {
    const cut = await pictureOf(sharp(THREE_MEN).extract(kept));
    const faces = reported(await detector.detect(cut));
    expect(faces).toHaveLength(3);
    expect(Math.max(...faces.map((face) => overlap(boxOf(face), third)))).toBeGreaterThan(0.4);
  });

  it('keeps boxes inside the picture when a face is cut by its edge', async () => {
    const cut = await pictureOf(sharp(THREE_MEN).extract({ left: 80, top: 0, width: 520, height: 220 }));
    const faces = await detector.detect(cut);
    expect(faces.length).toBeGreaterThan(0);
    for (const { x, y, width, height } of faces.map(boxOf)) {
      expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
      expect(x + width).toBeLessThanOrEqual(520);
      expect(y + height).toBeLessThanOrEqual(220);
    }
  });

  it('finds nothing in noise, in a gradient and in a plain ground', async () => {
    const [width, height] = [640, 480];
    const ramp = Buffer.from(Array.from({ length: width * height }, (_, at) => ((at % width) * 255) / width));
    const gradient = sharp(ramp, { raw: { width, height, channels: 1 } });
    const plain = sharp({ create: { width, height, channels: 3, background: '#c8a080' } });
    for (const source of [noise(width, height), gradient, plain]) {
      expect(reported(await detector.detect(await pictureOf(source)))).toEqual([]);
    }
  });

  it.each([
    [1, 1],
    [30_000, 1],
    [1, 30_000],
    [33, 31],
  ])('looks at a picture of %i x %i without failing', async (width, height) => {
    const tiny = sharp({ create: { width, height, channels: 3, background: '#c8a080' } });
    expect(reported(await detector.detect(await pictureOf(tiny)))).toEqual([]);
  });

  it('says the same twice', async () => {
    const picture = await pictureOf(THREE_MEN);
    expect(await detector.detect(picture)).toEqual(await detector.detect(picture));
  });

  it('finds the same on the portable runtime', async () => {
    const maxPixels = 320 * 240;
    const portable = await createFaceDetector({ runtime: 'onnxruntime-web', maxPixels });
    expect(portable.runtime).toMatch(/^onnxruntime-web /);
    expect(portable.modelSha256).toBe(detector.modelSha256);
    const native = await createFaceDetector({ maxPixels });
    const picture = await pictureOf(THREE_MEN);
    const [here, there] = [await native.detect(picture), await portable.detect(picture)].map(reported);
    expect(there).toHaveLength(3);
    for (const [n, detection] of (there ?? []).entries()) {
      const twin = here?.[n];
      expect(twin?.score).toBeCloseTo(detection.score, 2);
      expect(twin && overlap(boxOf(twin), boxOf(detection))).toBeGreaterThan(0.97);
    }
  });

  it('uses the model that its card describes', async () => {
    const card = await readFile(new URL('../../models/yunet-s.md', import.meta.url), 'utf8');
    expect(card).toContain(detector.modelSha256);
  });

  it('refuses a model file that is missing, broken or of another kind', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'bystander-model-'));
    try {
      await writeFile(join(folder, 'broken.onnx'), 'not a model');
      await writeFile(join(folder, 'other.onnx'), identityModel());
      await writeFile(join(folder, 'blind.onnx'), await blindModel());
      for (const name of ['missing.onnx', 'broken.onnx', 'other.onnx', 'blind.onnx']) {
        await expect(createFaceDetector({ model: join(folder, name) })).rejects.toMatchObject({
          code: 'CONFIG_MODEL_MISSING',
          problems: [{ path: 'engines.face.model' }],
        });
      }
      await expect(createFaceDetector({ model: join(folder, 'blind.onnx') })).rejects.toThrow('finds the face');
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

/** Exactly these faces are reported under the default threshold, each by a box that shares 40 % of the union or more. */
function expectFaces(detections: readonly Detection[], faces: readonly Box[]): void {
  const boxes = reported(detections).map(boxOf);
  const best = faces.map((face) => Math.max(0, ...boxes.map((box) => overlap(face, box))));
  expect(Math.min(...best)).toBeGreaterThanOrEqual(0.4);
  expect(boxes).toHaveLength(faces.length);
}

function scaled({ x, y, width, height }: Box, scale: number): Box {
  return { x: x * scale, y: y * scale, width: width * scale, height: height * scale };
}

/** Where a box of the three men is after a clockwise turn. */
const TURNED: Readonly<Record<90 | 180 | 270, (box: Box) => Box>> = {
  90: ({ x, y, width, height }) => ({ x: 346 - y - height, y: x, width: height, height: width }),
  180: ({ x, y, width, height }) => ({ x: 600 - x - width, y: 346 - y - height, width, height }),
  270: ({ x, y, width, height }) => ({ x: y, y: 600 - x - width, width: height, height: width }),
};

/** The shipped model with nothing but zeros in one of its first layers: of the same form, and no detector. */
async function blindModel(): Promise<Uint8Array> {
  const bytes = await readFile(new URL('../../models/yunet-s.onnx', import.meta.url));
  const [name, tagAndLength, weights] = ['backbone__model0_dp_pw_weight', 3, 16 * 16 * 4];
  const start = bytes.lastIndexOf(name) + name.length + tagAndLength;
  return bytes.fill(0, start, start + weights);
}

function reported(detections: readonly Detection[]): readonly Detection[] {
  return detections.filter(({ type, score }) => type === 'face' && score >= threshold);
}

function boxOf(detection: Detection): Box {
  if (!('box' in detection)) throw new TypeError('a face without a box');
  return detection.box;
}
