// Measured accuracy on data of our own, each part in a process of its own: `npm run accuracy` or `npm run accuracy -- subjects`.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const PARTS = ['types', 'subjects', 'advertising', 'statements', 'names', 'codes', 'covers'];

const asked = process.argv.slice(2);
console.log(new Date().toISOString().slice(0, 10));
for (const part of PARTS.filter((name) => asked.length === 0 || asked.includes(name))) {
  console.log(`\n# ${part}`);
  const file = fileURLToPath(new URL(`${part}.mjs`, import.meta.url));
  const { status } = spawnSync(process.execPath, [file], { stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}
