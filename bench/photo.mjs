// One 4 MB 12 MP JPEG with GPS and faces through metadata, faces, strip and recheck (text reading off): CPU of all processes.
import { createScanner } from 'bystander';
import { familyCpuMs, median, twelveMegapixelPhoto } from './measure.mjs';

const ROUNDS = 9;
const bytes = await twelveMegapixelPhoto();
const scanner = await createScanner({ engines: { ocr: false } });
await scanner.clean({ bytes }); // models load at the first picture

const rounds = { scan: [], 'scan and clean': [] };
let report;
for (let round = 0; round < ROUNDS; round++) {
  rounds.scan.push(
    await cpuOf(async () => {
      report = await scanner.scan({ bytes });
    }),
  );
  rounds['scan and clean'].push(await cpuOf(() => scanner.clean({ bytes })));
}
const counted = countByType(report.findings);
console.log(
  `${(bytes.length / 1e6).toFixed(1)} MB JPEG, ${report.input.width}x${report.input.height}, found ${counted.join(', ')}; ${ROUNDS} rounds`,
);
for (const [name, values] of Object.entries(rounds)) {
  console.log(
    `${name.padEnd(15)} median ${median(values).toFixed(0)} CPU ms (min ${Math.min(...values).toFixed(0)}, max ${Math.max(...values).toFixed(0)})`,
  );
}
console.log('target: metadata, faces, strip and recheck <= 400 CPU ms');
await scanner.close();

async function cpuOf(work) {
  const before = familyCpuMs();
  await work();
  return familyCpuMs() - before;
}

function countByType(findings) {
  const counts = new Map();
  for (const { type } of findings) counts.set(type, (counts.get(type) ?? 0) + 1);
  return [...counts].map(([type, count]) => `${count} ${type}`);
}
