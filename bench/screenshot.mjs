// A screenshot of 1.3 MP with text: everything that a scan does, beside tesseract.js alone on the same picture, in turn. CPU of all processes.
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createScanner } from 'bystander';
import { createWorker } from 'tesseract.js';
import { familyCpuOf, median } from './measure.mjs';
import { screenshot } from './sample-pictures.mjs';

const ROUNDS = 5;
const TARGET_MS = 900;
const language = dirname(createRequire(import.meta.url).resolve('@tesseract.js-data/eng/package.json'));
const worker = await createWorker('eng', 1, { langPath: join(language, '4.0.0_best_int'), cacheMethod: 'none' });
const scanner = await createScanner();

for (const isDark of [false, true]) {
  const bytes = screenshot({ width: 1280, height: 1024, isDark });
  const { findings } = await scanner.scan({ bytes });
  await worker.recognize(bytes);
  const times = { 'everything here': [], 'tesseract.js alone': [] };
  for (let round = 0; round < ROUNDS; round++) {
    times['everything here'].push(await familyCpuOf(() => scanner.scan({ bytes })));
    times['tesseract.js alone'].push(await familyCpuOf(() => worker.recognize(bytes)));
  }
  console.log(
    `1280x1024, ${isDark ? 'light on dark' : 'dark on light'}: found ${findings.map(({ type }) => type).join(', ')}`,
  );
  for (const [name, values] of Object.entries(times))
    console.log(
      `  ${name.padEnd(18)} median ${median(values).toFixed(0)} CPU ms (${Math.min(...values).toFixed(0)}-${Math.max(...values).toFixed(0)})`,
    );
}
console.log(`target: everything <= ${TARGET_MS} CPU ms`);
await worker.terminate();
await scanner.close();
