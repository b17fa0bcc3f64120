/**
 * Whoever wants to know what is under a cover draws all candidates, covers each in the same way and takes the nearest (Hill et al.,
 * PoPETs 2016/4). Here they know the font, the size, the surroundings, the box and the style; for faces, other photos of everybody.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createCanvas, GlobalFonts } from '@napi-rs/canvas';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import type { CoverStyle } from '../../src/core/options.ts';
import { inMemory } from '../../src/media/image-file.ts';
import { readImageHeader } from '../../src/media/image-header.ts';
import { coverRegions } from '../../src/redactors/cover-regions.ts';

const modules = fileURLToPath(new URL('../../node_modules/', import.meta.url));
GlobalFonts.registerFromPath(`${modules}dejavu-fonts-ttf/ttf/DejaVuSans.ttf`, 'DejaVu Sans');

const LIMITS = { pixels: 1_000_000, frames: 1 };
const SCENE = { width: 320, height: 160 };
const BOX = { x: 48, y: 48, width: 208, height: 64 };
/** More than the box with its margin: what is compared. */
const SEEN = { left: 16, top: 32, width: 288, height: 96 };
const STYLES = ['solid', 'mosaic', 'blur'] as const;

type Raw = Uint8Array;
/** Covers a picture of the scene's size; the answer is RGB of what is seen. */
type Cover = (picture: Raw) => Promise<Raw>;

describe('the nearest candidate', () => {
  const endings = Array.from({ length: 12 }, (_, index) => String((index * 4871 + 1234) % 10_000).padStart(4, '0'));
  const numbers = {
    clean: endings.map((ending) => phone(ending, 0)),
    noisy: endings.map((ending, n) => phone(ending, n + 1)),
  };

  it('tells which number a mosaic of averages covers', async () => {
    expect(await hits(numbers.clean, numbers.noisy, averages(8))).toBeGreaterThanOrEqual(11);
  });

  it.each(STYLES)('of the numbers says nothing about a place that is covered %s', async (style) => {
    expect(await hits(numbers.clean, numbers.noisy, ours(style, 'png'))).toBe(1);
    expect(await hits(numbers.clean, numbers.noisy, ours(style, 'jpeg'))).toBe(1);
  });

  it('tells whose face a mosaic of averages covers, and faces say nothing about our covers', async () => {
    const gallery = await Promise.all(FACES.map((face) => portrait(face, { shift: 0, light: 1 })));
    const others = await Promise.all(FACES.map((face) => portrait(face, { shift: 4, light: 1.06 })));
    expect(await hits(gallery, others, averages(11))).toBeGreaterThanOrEqual(FACES.length * 0.8);
    for (const style of STYLES) expect(await hits(gallery, others, ours(style, 'png'))).toBe(1);
  });
});

/** How many of the probes are nearest to the candidate of the same number; chance gives one. Of equal distances the first counts. */
async function hits(candidates: readonly Raw[], probes: readonly Raw[], cover: Cover): Promise<number> {
  const templates = await Promise.all(candidates.map(cover));
  const seen = await Promise.all(probes.map(cover));
  return seen.filter((probe, index) => nearest(probe, templates) === index).length;
}

function nearest(probe: Raw, templates: readonly Raw[]): number {
  const distances = templates.map((template) =>
    template.reduce((sum, value, index) => sum + (value - (probe[index] ?? 0)) ** 2, 0),
  );
  return distances.indexOf(Math.min(...distances));
}

function ours(style: CoverStyle, format: 'png' | 'jpeg'): Cover {
  return async (picture) => {
    const raw = sharp(picture, { raw: { ...SCENE, channels: 3 } });
    const bytes = await (format === 'png' ? raw.png() : raw.jpeg({ quality: 60 })).toBuffer();
    const file = inMemory(bytes);
    const covered = await coverRegions(file, await readImageHeader(file, LIMITS), [BOX], style);
    return sharp(covered).extract(SEEN).removeAlpha().raw().toBuffer();
  };
}

/** What is often taken for safe. */
function averages(cell: number): Cover {
  return async (picture) => {
    const box = { left: BOX.x, top: BOX.y, width: BOX.width, height: BOX.height };
    const small = { width: Math.ceil(BOX.width / cell), height: Math.ceil(BOX.height / cell), fit: 'fill' } as const;
    const inside = sharp(picture, { raw: { ...SCENE, channels: 3 } }).extract(box);
    return inside
      .resize({ ...small, kernel: 'linear' })
      .raw()
      .toBuffer();
  };
}

/** The scene with a number on it; `seed` 0 is without noise. */
function phone(ending: string, seed: number): Raw {
  const canvas = createCanvas(SCENE.width, SCENE.height);
  const context = canvas.getContext('2d');
  context.fillStyle = '#f4f1ea';
  context.fillRect(0, 0, SCENE.width, SCENE.height);
  context.fillStyle = '#222';
  context.font = '24px "DejaVu Sans"';
  context.fillText(`020 7946 ${ending}`, BOX.x + 8, BOX.y + 42);
  return withNoise(rgbOf(context.getImageData(0, 0, SCENE.width, SCENE.height).data), seed);
}

function rgbOf(rgba: Uint8ClampedArray): Raw {
  return Uint8Array.from(
    { length: (rgba.length / 4) * 3 },
    (_, index) => rgba[Math.floor(index / 3) * 4 + (index % 3)] ?? 0,
  );
}

/** Up to four of 255 in each direction, from a linear congruential generator. */
function withNoise(rgb: Raw, seed: number): Raw {
  let state = seed * 7919;
  if (seed === 0) return rgb;
  return rgb.map((value) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    return Math.min(255, Math.max(0, value + ((state >>> 16) % 9) - 4));
  });
}

interface Face {
  readonly sample: number;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Where people are in the sample photos of a development dependency. */
const FACES: readonly Face[] = [
  { sample: 1, left: 835, top: 434, width: 199, height: 228 },
  { sample: 1, left: 1455, top: 215, width: 225, height: 229 },
  { sample: 1, left: 417, top: 363, width: 188, height: 242 },
  { sample: 2, left: 1436, top: 172, width: 214, height: 222 },
  { sample: 2, left: 888, top: 242, width: 166, height: 227 },
  { sample: 2, left: 368, top: 131, width: 163, height: 296 },
  { sample: 3, left: 1069, top: 202, width: 234, height: 329 },
  { sample: 3, left: 1511, top: 305, width: 173, height: 274 },
  { sample: 3, left: 591, top: 337, width: 200, height: 279 },
  { sample: 4, left: 983, top: 166, width: 184, height: 269 },
  { sample: 4, left: 666, top: 69, width: 183, height: 252 },
  { sample: 4, left: 268, top: 201, width: 150, height: 253 },
];

/** The scene with a face in its box: another shot of it is moved and lit differently. */
async function portrait(
  face: Face,
  { shift, light }: { readonly shift: number; readonly light: number },
): Promise<Raw> {
  const { sample, left, top, width, height } = face;
  const photo = readFileSync(`${modules}@vladmandic/face-api/demo/sample${sample}.jpg`);
  const cut = await sharp(photo)
    .extract({ left: left + shift, top: top - shift, width, height })
    .resize(BOX.width, BOX.height, { fit: 'fill' })
    .linear(light)
    .png()
    .toBuffer();
  return sharp({ create: { ...SCENE, channels: 3, background: '#7d8a93' } })
    .composite([{ input: cut, left: BOX.x, top: BOX.y }])
    .removeAlpha()
    .raw()
    .toBuffer();
}
