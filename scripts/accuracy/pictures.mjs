// Recall on generated pictures with labelled personal data, false findings on pictures without, and what a picture costs: the built package,
// through its public call. `npm run build` first.
//
//   node scripts/accuracy/pictures.mjs [--half tuned|held-out] [--sample N] [--count N] [--seed N] [--only KIND] [--save DIR]
//
// `--sample N` takes N pictures spread over the set. `--save` writes the pictures that are measured. Nothing is stored otherwise.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { familyCpuMs } from '../../bench/measure.mjs';
import { createScanner } from '../../dist/index.js';
import { generatePicture, HALVES } from './pictures/generate.mjs';
import { match } from './pictures/match.mjs';
import { printKinds, printTargets, printTypes } from './pictures/report.mjs';

const { values: asked } = parseArgs({
  options: {
    half: { type: 'string', default: 'tuned' },
    count: { type: 'string', default: '300' },
    sample: { type: 'string' },
    seed: { type: 'string', default: '20261123' },
    only: { type: 'string' },
    save: { type: 'string' },
  },
});
if (!HALVES.includes(asked.half)) throw new Error(`--half is one of ${HALVES.join(', ')}`);
const [count, seed] = [Number(asked.count), Number(asked.seed)];
const step = Math.max(1, count / Number(asked.sample ?? count));
const numbers = Array.from({ length: Math.min(count, Number(asked.sample ?? count)) }, (_, n) => Math.floor(n * step));

const scanner = await createScanner({ limits: { deadlineMs: 120_000 } });
const results = [];
for (const number of numbers) {
  const picture = await generatePicture(number, { seed, half: asked.half });
  if (asked.only && picture.kind !== asked.only) continue;
  if (asked.save) save(asked.save, picture);
  results.push(await measured(picture));
}
await scanner.close();

console.log(`${asked.half} half, ${results.length} pictures, seed ${seed}`);
const gaps = results.filter(({ hasGap }) => hasGap).length;
if (gaps > 0) console.log(`${gaps} pictures with a gap`);
printTypes(results);
printKinds(results);
printTargets(results);

async function measured({ bytes, labels, lines: _lines, ...picture }) {
  const before = familyCpuMs();
  const report = await scanner.scan({ bytes });
  const cpuMs = familyCpuMs() - before;
  return {
    ...picture,
    ...match(labels, report.findings),
    isHeld: report.verdict !== 'pass',
    hasGap: report.gaps.length > 0,
    faces: report.findings.filter(({ type }) => type === 'face').length,
    cpuMs,
  };
}

function save(folder, { index, kind, traits, bytes, labels }) {
  mkdirSync(folder, { recursive: true });
  const name = `${String(index).padStart(4, '0')}-${kind.replaceAll(' ', '-')}`;
  writeFileSync(join(folder, `${name}.${traits.format}`), bytes);
  writeFileSync(join(folder, `${name}.json`), JSON.stringify({ traits, labels }, null, 1));
}
