// Everything that must hold besides the tests, cheapest first; stops at the first that fails.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const CHECKS = [
  ['format and lint', 'biome', 'ci', '.'],
  ['types', 'tsc', '-p', 'test/tsconfig.json'],
  ['dead code', 'knip'],
  ['arrows and repository rules', 'vitest', 'run', 'test/repository'],
  ['build', 'tsc', '-p', 'tsconfig.json'],
  ['packaging', 'publint', '--strict'],
  ['types as users see them', 'attw', '--pack', '.', '--profile', 'esm-only'],
];

const root = fileURLToPath(new URL('..', import.meta.url));
for (const [name, command, ...args] of CHECKS) {
  const started = Date.now();
  const { status } = spawnSync(`${root}node_modules/.bin/${command}`, args, { cwd: root, stdio: 'inherit' });
  console.log(`${status === 0 ? 'ok' : 'FAILED'}  ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  if (status !== 0) process.exit(1);
}
