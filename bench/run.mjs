// Measured speeds, each bench in a process of its own: `npm run bench` or `npm run bench -- photo`.
// Machines are noisy: medians, CPU time where possible, and comparisons side by side in one run.
import { spawnSync } from 'node:child_process';
import { cpus, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';

const BENCHES = ['animation', 'batch', 'memory', 'metadata', 'middleware', 'photo', 'screenshot', 'text', 'uploads'];

const [cpu] = cpus();
const memory = Math.round(totalmem() / 2 ** 30);
console.log(
  `Node ${process.version}, ${process.platform} ${process.arch}, ${cpus().length} x ${cpu?.model}, ${memory} GiB`,
);
console.log(new Date().toISOString().slice(0, 10));

const asked = process.argv.slice(2);
for (const name of BENCHES.filter((bench) => asked.length === 0 || asked.includes(bench))) {
  console.log(`\n# ${name}`);
  const file = fileURLToPath(new URL(`${name}.mjs`, import.meta.url));
  const { status } = spawnSync(process.execPath, [file], { stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}
