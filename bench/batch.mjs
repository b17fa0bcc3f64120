// 100 pictures of all kinds as a service gets them, every detector on: how many a second, what the children and the host need meanwhile.
import { availableParallelism } from 'node:os';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { createScanner } from 'bystander';
import { childPids, familyCpuMs, memoryOf } from './measure.mjs';
import { logo, photoOfSize, screenshot, sticker } from './sample-pictures.mjs';

const COUNT = 100;
const MEBIBYTE = 2 ** 20;
const AT_ONCE = Math.min(availableParallelism(), 4);

const pictures = await Promise.all([
  photoOfSize(1, 4000, 3000),
  photoOfSize(2, 1920, 1440),
  photoOfSize(3, 1280, 960),
  photoOfSize(4, 640, 480),
  photoOfSize(5, 1080, 1350),
  photoOfSize(6, 320, 320),
  screenshot({ width: 1280, height: 800 }),
  screenshot({ width: 1170, height: 2532, fontSize: 40, isDark: true }),
  logo(512),
  sticker(240, 12),
]);

const startedAt = performance.now();
const scanner = await createScanner({ limits: { queue: COUNT } });
console.log(`ready after ${(performance.now() - startedAt).toFixed(0)} ms (target <= 1500)`);
await Promise.all(Array.from({ length: AT_ONCE }, () => scanner.scan({ bytes: pictures[3] })));

const delay = monitorEventLoopDelay({ resolution: 5 });
const held = [];
let [next, gaps, peak] = [0, 0, 0];
delay.enable();
const [cpuBefore, wallBefore] = [familyCpuMs(), performance.now()];
await Promise.all(Array.from({ length: AT_ONCE }, scanInTurn));
const [cpu, wall] = [familyCpuMs() - cpuBefore, performance.now() - wallBefore];
delay.disable();

console.log(
  `${COUNT} pictures, ${AT_ONCE} at once: ${((COUNT * 1000) / wall).toFixed(1)} a second, ${(cpu / COUNT).toFixed(0)} CPU ms each, ${gaps} gaps`,
);
console.log(
  `children at peak ${peak.toFixed(0)} MiB (target <= 600); the largest held ${held.map((mib) => mib.toFixed(0)).join(', ')} after each 20`,
);
console.log(
  `host's event loop: p99 ${(delay.percentile(99) / 1e6).toFixed(1)} ms, max ${(delay.max / 1e6).toFixed(0)} ms late`,
);
await scanner.close();

async function scanInTurn() {
  for (let at = next++; at < COUNT; at = next++) {
    const report = await scanner.scan({ bytes: pictures[at % pictures.length] });
    gaps += report.gaps.length;
    const memory = childPids().map(memoryOf);
    peak = Math.max(peak, ...memory.map((one) => one.peak / MEBIBYTE));
    if (at % 20 === 19) held.push(Math.max(...memory.map((one) => one.now / MEBIBYTE)));
  }
}
