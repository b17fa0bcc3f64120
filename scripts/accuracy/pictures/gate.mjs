// How many pictures without text the reader of text passes by, and at which cost: read in this process, without the search.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { cpuMs } from '../../../bench/measure.mjs';
import { createTextReader } from '../../../dist/detectors/read-text.js';

const MAX_SIDE = 1920;
const PHOTO = /\.(jpe?g|png|webp)$/i;

/** Of a folder, evenly spread, as bytes. */
export function photosOf(folder, count) {
  const files = readdirSync(folder)
    .filter((name) => PHOTO.test(name))
    .sort();
  const step = Math.max(1, files.length / count);
  return Array.from({ length: Math.min(count, files.length) }, (_, n) =>
    readFileSync(join(folder, files[Math.floor(n * step)])),
  );
}

/** A picture counts as skipped when no line is read from it. Answers `{ pictures, skipped, cpuMs: { skipped, read } }`, means of CPU. */
export async function measureGate(pictures) {
  const reader = await createTextReader({ languages: ['eng'] });
  await reader.read(await decoded(await blank()));
  const times = { skipped: [], read: [] };
  for (const bytes of pictures) {
    const picture = await decoded(bytes);
    const before = cpuMs();
    const lines = await reader.read(picture);
    times[(lines.lines ?? lines).length === 0 ? 'skipped' : 'read'].push(cpuMs() - before);
  }
  await reader.close();
  const mean = (list) => list.reduce((sum, one) => sum + one, 0) / list.length;
  return {
    pictures: pictures.length,
    skipped: times.skipped.length,
    cpuMs: { skipped: mean(times.skipped), read: mean(times.read) },
  };
}

/** What is loaded on first use is loaded before the clock runs. */
function blank() {
  return sharp({ create: { width: 640, height: 480, channels: 3, background: '#808080' } })
    .png()
    .toBuffer();
}

async function decoded(bytes) {
  const { autoOrient } = await sharp(bytes).metadata();
  const { data, info } = await sharp(bytes)
    .autoOrient()
    .resize(MAX_SIDE, MAX_SIDE, { fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#777777' })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return {
    data,
    width: info.width,
    height: info.height,
    fullWidth: autoOrient.width,
    fullHeight: autoOrient.height,
    frame: 0,
  };
}
