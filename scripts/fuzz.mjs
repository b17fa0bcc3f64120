// Mutated files against walkers, metadata detector and strippers, broken payloads of codes against their readers, lines of text at any places
// against what puts them together: `npm run fuzz -- [--target files|payloads|lines] --inputs 200000 --seed 1 [--format jpeg] [--seconds 60]
// [--from 1234]`. The code under test and the fixtures are TypeScript, loaded as the tests load them. Exit 1 on any failure.
import { parseArgs } from 'node:util';
import { createViteServer } from 'vitest/node';

const { values } = parseArgs({
  options: {
    target: { type: 'string', default: 'files' },
    inputs: { type: 'string', default: '200000' },
    seed: { type: 'string', default: '1' },
    from: { type: 'string' },
    format: { type: 'string' },
    seconds: { type: 'string' },
  },
});
const server = await createViteServer({
  configFile: false,
  appType: 'custom',
  logLevel: 'error',
  server: { middlewareMode: true, hmr: false, ws: false, watch: null },
  optimizeDeps: { noDiscovery: true },
});
const { runFuzz } = await server.ssrLoadModule('/test/fuzz/run-fuzz.ts');

const seed = Number(values.seed);
const { failures, inputs, taken, seconds, slowest } = await runFuzz({
  target: values.target,
  inputs: Number(values.inputs),
  seed,
  from: values.from === undefined ? undefined : Number(values.from),
  format: values.format,
  seconds: values.seconds === undefined ? undefined : Number(values.seconds),
});
const target = `--target ${values.target}${values.format === undefined ? '' : ` --format ${values.format}`}`;
for (const failure of failures) {
  console.log(`FAILED  ${failure.format}, ${failure.error}`);
  console.log(`        repeat with: npm run fuzz -- ${target} --seed ${seed} --from ${failure.number} --inputs 1`);
  if (inputs === 1) console.log(failure.stack);
}
console.log(
  `${inputs} inputs in ${seconds.toFixed(1)} s (${Math.round(inputs / seconds)} a second), ${taken} taken, slowest ${slowest.ms.toFixed(0)} ms (number ${slowest.number}), ${failures.length} failures`,
);
await server.close();
process.exit(failures.length === 0 ? 0 : 1);
