// What the benches share: medians, CPU of this process with its children (Linux), and a photo as a phone takes it.
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import sharp from 'sharp';

const CLOCK_TICKS_PER_SECOND = 100;

export function median(values) {
  return percentile(values, 50);
}

export function percentile(values, percent) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))];
}

/** Processes whose parent is this one. Linux only. */
export function childPids(parent = process.pid) {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => statFields(pid)?.[1] === String(parent))
    .map(Number);
}

/** User and system CPU of this process, in ms. */
export function cpuMs() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** The same with its children, those that live and those that have ended. Linux only. */
export function familyCpuMs() {
  const ended = ticksOf(process.pid, 13, 14);
  const living = childPids().reduce((sum, pid) => sum + ticksOf(pid, 11, 12), 0);
  return cpuMs() + ((ended + living) * 1000) / CLOCK_TICKS_PER_SECOND;
}

/** Resident memory of a process in bytes, now and at its peak. Linux only. */
export function memoryOf(pid) {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const kilobytes = (name) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0);
  return { now: kilobytes('VmRSS') * 1024, peak: kilobytes('VmHWM') * 1024 };
}

/** A photo of people enlarged to 12 MP, with grain so that the JPEG has about 4 MB, and GPS and camera EXIF. */
export async function twelveMegapixelPhoto() {
  const sample = createRequire(import.meta.url).resolve('@vladmandic/face-api/demo/sample1.jpg');
  const [width, height] = [4000, 3000];
  const noise = await sharp({
    create: { width, height, channels: 3, noise: { type: 'gaussian', mean: 128, sigma: 26 }, background: '#808080' },
  })
    .png({ compressionLevel: 0 })
    .toBuffer();
  return sharp(sample)
    .resize(width, height, { fit: 'cover' })
    .composite([{ input: noise, blend: 'soft-light' }])
    .withExif({
      IFD0: { Make: 'Example', Model: 'Phone 1', Artist: 'Somebody' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '41/1 43/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '44/1 47/1 0/1' },
    })
    .jpeg({ quality: 94 })
    .toBuffer();
}

/** A photo of noise, with EXIF, XMP and bytes behind its end. */
export async function noisyPhoto({ width, height, quality }) {
  const noise = { type: 'gaussian', mean: 128, sigma: 26 };
  const jpeg = await sharp({ create: { width, height, channels: 3, noise, background: '#808080' } })
    .withExif({
      IFD0: {
        Make: 'Example',
        Model: 'Phone 1',
        Artist: 'Somebody',
        ImageDescription: 'A harbour at dawn. '.repeat(200),
      },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '41/1 43/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '44/1 47/1 0/1' },
    })
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><dc:creator>Somebody</dc:creator></x:xmpmeta>')
    .jpeg({ quality })
    .toBuffer();
  return Buffer.concat([jpeg, Buffer.from('somebody was here')]);
}

function ticksOf(pid, user, system) {
  const fields = statFields(pid);
  return fields === undefined ? 0 : Number(fields[user]) + Number(fields[system]);
}

/** The fields of /proc/PID/stat behind the command's name: [0] is the state, [1] the parent. */
function statFields(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined; // It ended meanwhile.
  }
}
