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
    const sure = (await detector.detect(await pictureOf(photo(n)))).filter(({ score }) => score > 0.9);
    expect(sure).toHaveLength(women ?? 0);
  });

  it('finds a face that fills a large picture', async () => {
    const portrait = sharp(THREE_MEN).extract({ left: 215, top: 115, width: 120, height: 150 }).resize(1200, 1500);
    const face = { x: 180, y: 150, width: 870, height: 1250 };
    expectFaces(await detector.detect(await pictureOf(portrait)), [face]);
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
    [3000, 2],
    [2, 3000],
  ])('looks at a picture of %i x %i without failing', async (width, height) => {
    const tiny = sharp({ create: { width, height, channels: 3, background: '#c8a080' } });
    expect(reported(await detector.detect(await pictureOf(tiny)))).toEqual([]);
  });

  it('says the same twice', async () => {
    const picture = await pictureOf(THREE_MEN);
    expect(await detector.detect(picture)).toEqual(await detector.detect(picture));
  });

  it('finds the same on the portable runtime', async () => {
    const portable = await createFaceDetector({ runtime: 'onnxruntime-web' });
    expect(portable.runtime).toMatch(/^onnxruntime-web /);
    expect(portable.modelSha256).toBe(detector.modelSha256);
    const picture = await pictureOf(THREE_MEN);
    const [here, there] = [await detector.detect(picture), await portable.detect(picture)].map(reported);
    expect(there).toHaveLength(3);
    for (const [n, detection] of (there ?? []).entries()) {
      const twin = here?.[n];
      expect(twin?.score).toBeCloseTo(detection.score, 2);
      expect(twin && overlap(boxOf(twin), boxOf(detection))).toBeGreaterThan(0.97);
    }
  });

  it('uses the model that its card describes', async () => {
    const card = await readFile(new URL('../../models/ultraface-rfb-320.md', import.meta.url), 'utf8');
    expect(card).toContain(detector.modelSha256);
  });

  it('refuses a model file that is missing, broken or of another kind', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'bystander-model-'));
    try {
      await writeFile(join(folder, 'broken.onnx'), 'not a model');
      await writeFile(join(folder, 'other.onnx'), identityModel());
      for (const name of ['missing.onnx', 'broken.onnx', 'other.onnx']) {
        await expect(createFaceDetector({ model: join(folder, name) })).rejects.toMatchObject({
          code: 'CONFIG_MODEL_MISSING',
          problems: [{ path: 'engines.face.model' }],
        });
      }
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

function reported(detections: readonly Detection[]): readonly Detection[] {
  return detections.filter(({ type, score }) => type === 'face' && score >= threshold);
}

function boxOf(detection: Detection): Box {
  if (!('box' in detection)) throw new TypeError('a face without a box');
  return detection.box;
}
