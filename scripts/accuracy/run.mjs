// Measured accuracy on data of our own, each part in a process of its own: `npm run accuracy`, `npm run accuracy -- subjects`, or with options of
// a part, `npm run accuracy -- pictures --sample 60`.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const PARTS = ['types', 'subjects', 'advertising', 'statements', 'names', 'codes', 'covers', 'pictures'];

const given = process.argv.slice(2);
const firstOption = given.findIndex((word) => word.startsWith('--'));
const asked = firstOption === -1 ? given : given.slice(0, firstOption);
const options = given.slice(asked.length);
console.log(new Date().toISOString().slice(0, 10));
for (const part of PARTS.filter((name) => asked.length === 0 || asked.includes(name))) {
  console.log(`\n# ${part}`);
  const file = fileURLToPath(new URL(`${part}.mjs`, import.meta.url));
  const { status } = spawnSync(process.execPath, [file, ...options], { stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}
