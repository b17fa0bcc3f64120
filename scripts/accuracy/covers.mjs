// Measures covers: whether the detectors see anything in one where nothing is, and whether whoever tries all candidates learns what one covers.
// Photos of development dependencies and pages made here; a folder of photos may be given instead. Build first.
//
//   node scripts/accuracy/covers.mjs [FOLDER]
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createCanvas, GlobalFonts } from '@napi-rs/canvas';
import sharp from 'sharp';
import { COVER_STYLES } from '../../dist/core/options.js';
import { createScanner } from '../../dist/index.js';
import { inMemory } from '../../dist/media/image-file.js';
import { readImageHeader } from '../../dist/media/image-header.js';
import { coverRegions } from '../../dist/redactors/cover-regions.js';
import { createRandom } from './random.mjs';

const LIMITS = { pixels: 50_000_000, frames: 1 };
const modules = fileURLToPath(new URL('../../node_modules/', import.meta.url));
const [folder = `${modules}@vladmandic/face-api/demo`] = process.argv.slice(2);
const COVERS_PER_STYLE = 200;
const COVERS_PER_PICTURE = 8;
GlobalFonts.registerFromPath(`${modules}dejavu-fonts-ttf/ttf/DejaVuSans.ttf`, 'DejaVu Sans');
const random = createRandom(7);
const upTo = (most) => Math.floor(random() * most);

const cover = async (bytes, boxes, style) => {
  const file = inMemory(bytes);
  return coverRegions(file, await readImageHeader(file, LIMITS), boxes, style);
};

await measureLooks();
await measureAttack();

async function measureLooks() {
  const scanner = await createScanner({ preset: 'strict' });
  const photos = readdirSync(folder)
    .filter((name) => /\.jpe?g$/i.test(name))
    .map((name) => join(folder, name));
  for (const style of COVER_STYLES) {
    const seen = { face: 0, ocr: 0, code: 0 };
    for (let done = 0, n = 0; done < COVERS_PER_STYLE; done += COVERS_PER_PICTURE, n++) {
      const isPage = n % 2 === 1;
      const bytes = isPage ? page() : await photo(photos[upTo(photos.length)]);
      const { width, height } = await sharp(bytes).metadata();
      const boxes = Array.from({ length: COVERS_PER_PICTURE }, (_, slot) => placeIn(slot, width, height, isPage));
      const { findings } = await scanner.scan({ bytes: await cover(bytes, boxes, style) });
      const inCovers = findings.filter(
        (finding) => 'box' in finding && boxes.some((box) => hasCentreIn(finding.box, box)),
      );
      const before = inCovers.length > 0 ? (await scanner.scan({ bytes })).findings : [];
      // What was there before and is covered in part is no invention of the cover.
      const invented = inCovers.filter((finding) => !before.some((was) => meet(finding, was)));
      for (const { source = 'face' } of invented) seen[source]++;
    }
    console.log(`${style}: ${COVERS_PER_STYLE} covers, seen in them: ${JSON.stringify(seen)}`);
  }
  await scanner.close();
}

/** One place in each of eight parts of the picture: the shape of a face, or of a line of text. */
function placeIn(slot, width, height, isPage) {
  const part = { width: width / 4, height: height / 2 };
  const size = isPage
    ? { width: part.width * (0.4 + random() * 0.4), height: 16 + upTo(30) }
    : faceSize(part.width * (0.15 + random() * 0.5));
  const x = (slot % 4) * part.width + random() * (part.width - size.width);
  const y = Math.floor(slot / 4) * part.height + random() * Math.max(1, part.height - size.height);
  return { x, y, ...size };
}

function faceSize(width) {
  return { width, height: width * 1.3 };
}

async function photo(path) {
  return sharp(readFileSync(path)).resize(900, 900, { fit: 'inside' }).jpeg({ quality: 85 }).toBuffer();
}

function page() {
  const dark = random() < 0.5;
  const canvas = createCanvas(900, 640);
  const context = canvas.getContext('2d');
  context.fillStyle = dark ? '#15202b' : '#ffffff';
  context.fillRect(0, 0, 900, 640);
  context.fillStyle = dark ? '#f0f0f0' : '#222222';
  context.font = `${16 + upTo(10)}px "DejaVu Sans"`;
  for (let y = 40; y < 640; y += 34)
    context.fillText('The spring sale begins on Monday, all boots and hats included', 20, y);
  return canvas.toBuffer('image/png');
}

function hasCentreIn(inner, outer) {
  const [x, y] = [inner.x + inner.width / 2, inner.y + inner.height / 2];
  return x >= outer.x && x <= outer.x + outer.width && y >= outer.y && y <= outer.y + outer.height;
}

function meet(one, other) {
  if (!('box' in one) || !('box' in other)) return false;
  const [a, b] = [one.box, other.box];
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** 100 numbers that differ in their last two digits, each once as drawn and once with noise and as JPEG. */
async function measureAttack() {
  const box = { x: 24, y: 24, width: 208, height: 40 };
  const seenPart = { left: 16, top: 16, width: 224, height: 56 };
  const draw = (ending) => {
    const canvas = createCanvas(256, 96);
    const context = canvas.getContext('2d');
    context.fillStyle = '#f6f3ee';
    context.fillRect(0, 0, 256, 96);
    context.fillStyle = '#202020';
    context.font = '24px "DejaVu Sans"';
    context.fillText(`020 7946 09${ending}`, 30, 52);
    return canvas.toBuffer('image/png');
  };
  const clean = Array.from({ length: 100 }, (_, n) => draw(String(n).padStart(2, '0')));
  const noisy = await Promise.all(clean.map(withNoise));
  const pixels = (picture) => sharp(picture).extract(seenPart).removeAlpha().raw().toBuffer();
  const averaged = (picture) =>
    sharp(picture).extract(seenPart).resize(28, 7, { fit: 'fill', kernel: 'linear' }).removeAlpha().raw().toBuffer();
  console.log(`attack, mosaic of averages with 8 px: ${await hits(clean, noisy, averaged)} of 100 numbers told`);
  for (const style of COVER_STYLES) {
    const covered = async (picture) => pixels(await cover(picture, [box], style));
    console.log(`attack, ${style}: ${await hits(clean, noisy, covered)} of 100 numbers told (chance: 1)`);
  }
}

async function withNoise(picture) {
  const { data, info } = await sharp(picture).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  for (let index = 0; index < data.length; index++) data[index] = Math.min(255, Math.max(0, data[index] + upTo(9) - 4));
  return sharp(data, { raw: info }).jpeg({ quality: 80 }).toBuffer();
}

async function hits(candidates, probes, look) {
  const templates = await Promise.all(candidates.map(look));
  const seen = await Promise.all(probes.map(look));
  return seen.filter((probe, index) => nearest(probe, templates) === index).length;
}

function nearest(probe, templates) {
  const distances = templates.map((template) => template.reduce((sum, value, at) => sum + (value - probe[at]) ** 2, 0));
  return distances.indexOf(Math.min(...distances));
}
