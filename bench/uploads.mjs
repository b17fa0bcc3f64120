// 100 parallel 1 MB uploads against a guarded server in a process of its own: every one answered, its memory and event-loop delay.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import sharp from 'sharp';
import { childPids, memoryOf, percentile } from './measure.mjs';

const UPLOADS = 100;
const BYTES = 1_000_000;

const server = fork(new URL('uploads-server.mjs', import.meta.url));
const [{ port }] = await once(server, 'message');
const photo = await noisyJpeg(BYTES);
await upload(); // children and models are warm

const started = performance.now();
const answers = await Promise.all(Array.from({ length: UPLOADS }, timedUpload));
const seconds = (performance.now() - started) / 1000;
const children = childPids(server.pid).map((pid) => memoryOf(pid));
const { peak } = memoryOf(server.pid);
server.send('report');
const [{ delayP99Ms, delayMaxMs }] = await once(server, 'message');
server.send('stop');

const statuses = new Map();
for (const { status } of answers) statuses.set(status, (statuses.get(status) ?? 0) + 1);
const times = answers.map(({ ms }) => ms);
console.log(`${UPLOADS} parallel uploads of ${(photo.length / 1e6).toFixed(2)} MB, ${seconds.toFixed(1)} s in all`);
console.log(`answers ${[...statuses].map(([status, count]) => `${count} x ${status}`).join(', ')} (target: no 503)`);
console.log(
  `latency p50 ${(percentile(times, 50) / 1000).toFixed(1)} s, p99 ${(percentile(times, 99) / 1000).toFixed(1)} s`,
);
console.log(`server process peak ${(peak / 1e6).toFixed(0)} MB (target < 400 MB)`);
console.log(`event-loop delay p99 ${delayP99Ms.toFixed(1)} ms, max ${delayMaxMs.toFixed(1)} ms (target p99 < 50 ms)`);
console.log(
  `children ${children.map(({ now, peak }) => `${(now / 1e6).toFixed(0)} MB now, ${(peak / 1e6).toFixed(0)} MB at peak`).join('; ')}`,
);

async function timedUpload() {
  const begun = performance.now();
  const status = await upload();
  return { status, ms: performance.now() - begun };
}

async function upload() {
  const form = new FormData();
  form.set('image', new Blob([photo], { type: 'image/jpeg' }), 'photo.jpg');
  const response = await fetch(`http://127.0.0.1:${port}/uploads`, { method: 'POST', body: form });
  await response.arrayBuffer();
  return response.status;
}

/** A JPEG of about the asked size: grain compresses badly, so its share sets the size. */
async function noisyJpeg(bytes) {
  for (let side = 600; ; side += 50) {
    const noise = { type: 'gaussian', mean: 128, sigma: 30 };
    const jpeg = await sharp({ create: { width: side, height: side, channels: 3, noise, background: '#808080' } })
      .jpeg({ quality: 90 })
      .toBuffer();
    if (jpeg.length >= bytes) return jpeg;
  }
}
