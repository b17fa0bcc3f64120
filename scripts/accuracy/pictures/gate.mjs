// How many pictures without text the reader of text passes by, and at which cost.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

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
export async function measureGate(reader, pictures) {
  const times = { skipped: [], read: [] };
  for (const bytes of pictures) {
    const { lines, cpuMs } = await reader.read(bytes);
    times[lines.length === 0 ? 'skipped' : 'read'].push(cpuMs);
  }
  return {
    pictures: pictures.length,
    skipped: times.skipped.length,
    cpuMs: { skipped: mean(times.skipped), read: mean(times.read) },
  };
}

function mean(list) {
  return list.reduce((sum, one) => sum + one, 0) / list.length;
}
