// Files that unpack to much: memory of the child that looks at each, in a scanner of its own. `node bench/memory.mjs [part of a name]`.
import { createScanner } from 'bystander';
import { HEAVY_PICTURES } from './heavy-pictures.mjs';
import { childPids, familyCpuMs, memoryOf } from './measure.mjs';

const MEBIBYTE = 2 ** 20;
const TARGET_MEBIBYTES = 600;
const [wanted = ''] = process.argv.slice(2);

for (const [name, make] of Object.entries(HEAVY_PICTURES).filter(([name]) => name.includes(wanted))) {
  const bytes = await make();
  const scanner = await createScanner();
  const peaks = new Map();
  const watch = setInterval(() => {
    for (const pid of childPids()) peaks.set(pid, Math.max(peaks.get(pid) ?? 0, peakOf(pid)));
  }, 20);
  const before = familyCpuMs();
  const outcome = await scanner.scan({ bytes }).then(gapsOf, ({ code }) => code);
  const seconds = (familyCpuMs() - before) / 1000;
  clearInterval(watch);
  const peak = Math.max(...peaks.values()) / MEBIBYTE;
  console.log(
    `${name} (${(bytes.length / MEBIBYTE).toFixed(1)} MiB): child at peak ${peak.toFixed(0)} MiB, ${seconds.toFixed(1)} CPU s, ${outcome}`,
  );
  await scanner.close();
}
console.log(`target: a child at peak <= ${TARGET_MEBIBYTES} MiB`);

/** 0 for one that has just ended. */
function peakOf(pid) {
  try {
    return memoryOf(pid).peak;
  } catch {
    return 0;
  }
}

function gapsOf({ gaps }) {
  return gaps.map(({ detector, reason }) => `${detector} ${reason}`).join(', ') || 'no gap';
}
