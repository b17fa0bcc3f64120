// One 4 MB 12 MP JPEG with GPS and faces, scanned and cleaned in three ways in turn: CPU of all processes.
import { createScanner } from 'bystander';
import { familyCpuOf, median } from './measure.mjs';
import { twelveMegapixelPhoto } from './sample-pictures.mjs';

const ROUNDS = 9;
/** `target`: CPU ms of scan and clean together. */
const WAYS = [
  { name: 'balanced, text not read, 1280 px', options: { engines: { ocr: false } }, target: 400 },
  { name: 'balanced, everything, 1920 px', options: {}, target: 700 },
  { name: 'strict, everything, 1920 px', options: { preset: 'strict' }, target: 700 },
];

const bytes = await twelveMegapixelPhoto();
const scanners = [];
for (const way of WAYS) {
  const scanner = await createScanner(way.options);
  const report = await scanner.scan({ bytes }); // models load at the first picture
  await scanner.clean({ bytes });
  scanners.push({ ...way, scanner, report, scan: [], 'scan and clean': [] });
}
const [{ report }] = scanners;
console.log(
  `${(bytes.length / 1e6).toFixed(1)} MB JPEG, ${report.input.width}x${report.input.height}, ${ROUNDS} rounds`,
);

for (let round = 0; round < ROUNDS; round++)
  for (const { scanner, scan, 'scan and clean': clean } of scanners) {
    scan.push(await familyCpuOf(() => scanner.scan({ bytes })));
    clean.push(await familyCpuOf(() => scanner.clean({ bytes })));
  }

for (const { name, target, report, ...values } of scanners) {
  console.log(`${name}: found ${counted(report.findings)}`);
  for (const step of ['scan', 'scan and clean']) {
    const [least, most] = [Math.min(...values[step]), Math.max(...values[step])].map(Math.round);
    const aim = step === 'scan' ? '' : `, target <= ${target}`;
    console.log(`  ${step.padEnd(15)} median ${median(values[step]).toFixed(0)} CPU ms (${least}-${most})${aim}`);
  }
}
for (const { scanner } of scanners) await scanner.close();

function counted(findings) {
  const counts = new Map();
  for (const { type } of findings) counts.set(type, (counts.get(type) ?? 0) + 1);
  return [...counts].map(([type, count]) => `${count} ${type}`).join(', ');
}
