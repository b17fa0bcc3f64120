// Mutated files against walkers, metadata detector and strippers: `npm run fuzz -- --inputs 200000 --seed 1 [--format jpeg] [--seconds 60]
// [--from 1234]`. The code under test and the fixtures are TypeScript, loaded as the tests load them. Exit 1 on any failure.
import { parseArgs } from 'node:util';
import { createViteServer } from 'vitest/node';

const { values } = parseArgs({
  options: {
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
const { failures, inputs, cleaned, seconds } = await runFuzz({
  inputs: Number(values.inputs),
  seed,
  from: values.from === undefined ? undefined : Number(values.from),
  format: values.format,
  seconds: values.seconds === undefined ? undefined : Number(values.seconds),
});
const format = values.format === undefined ? '' : ` --format ${values.format}`;
for (const failure of failures) {
  console.log(`FAILED  ${failure.format}, ${failure.error}`);
  console.log(`        repeat with: npm run fuzz -- --seed ${seed}${format} --from ${failure.number} --inputs 1`);
  if (inputs === 1) console.log(failure.stack);
}
console.log(
  `${inputs} inputs in ${seconds.toFixed(1)} s (${Math.round(inputs / seconds)} a second), ${cleaned} cleaned, ${failures.length} failures`,
);
await server.close();
process.exit(failures.length === 0 ? 0 : 1);
