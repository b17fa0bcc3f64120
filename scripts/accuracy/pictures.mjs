// Recall on generated pictures with labelled personal data, false findings on pictures without, and what a picture costs: the built package,
// through its public call. `npm run build` first.
//
//   node scripts/accuracy/pictures.mjs [--half tuned|held-out] [--sample N] [--count N] [--seed N] [--only KIND]
//     [--languages eng,rus,kat] [--save DIR] [--photos DIR] [--compare] [--errors]
//
// `--count` is the set's size; `--sample N` takes N of its pictures. `--save` writes the pictures that are measured; nothing is stored
// otherwise. `--photos` adds photos without text to those that the reader should pass by. `--compare` measures tesseract.js alone beside it.
// `--errors` lists the missed values by cause and the false findings. Values in Cyrillic and Georgian pictures are told apart: their names need
// `--languages`, each with its package `@tesseract.js-data/<code>`.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { familyCpuMs } from '../../bench/measure.mjs';
import { createScanner } from '../../dist/index.js';
import { causeOf } from './pictures/causes.mjs';
import { measureGate, photosOf } from './pictures/gate.mjs';
import { generatePicture, HALVES } from './pictures/generate.mjs';
import { match } from './pictures/match.mjs';
import { openReader } from './pictures/reader.mjs';
import { printErrors, printGates, printKinds, printTargets, printTypes } from './pictures/report.mjs';
import { searchTrueText } from './pictures/search-true-text.mjs';
import { startTesseractAlone } from './pictures/tesseract-alone.mjs';
import { createRandom } from './random.mjs';

const MAX_PHOTOS = 60;
/** Far more than any picture takes, so that a busy machine changes times and no finding. */
const DEADLINE_MS = 120_000;

const { values: asked } = parseArgs({
  options: {
    half: { type: 'string', default: 'tuned' },
    count: { type: 'string', default: '300' },
    sample: { type: 'string' },
    seed: { type: 'string', default: '20261123' },
    only: { type: 'string' },
    languages: { type: 'string', default: 'eng' },
    save: { type: 'string' },
    photos: { type: 'string' },
    compare: { type: 'boolean', default: false },
    errors: { type: 'boolean', default: false },
  },
});
if (!HALVES.includes(asked.half)) throw new Error(`--half is one of ${HALVES.join(', ')}`);
const [count, seed] = [Number(asked.count), Number(asked.seed)];
const numbers = Array.from({ length: count }, (_, number) => number);
if (asked.sample) shuffle(numbers).splice(Number(asked.sample));

const languages = asked.languages.split(',');
const scanner = await createScanner({ engines: { ocr: { languages } }, limits: { deadlineMs: DEADLINE_MS } });
const alone = asked.compare ? await startTesseractAlone() : undefined;
const results = [];
const compared = [];
const withoutText = [];
for (const number of numbers) {
  const picture = await generatePicture(number, { seed, half: asked.half });
  if (asked.only && picture.kind !== asked.only) continue;
  if (asked.save) save(asked.save, picture);
  if (picture.group === 'no text') withoutText.push(picture.bytes);
  results.push(await measured(picture, scanned));
  if (alone) compared.push(await measured(picture, readAlone));
}
await scanner.close();
await alone?.close();

print(`${asked.half} half, ${results.length} pictures, seed ${seed}`, results);
const reader = await openReader(languages);
const gates = {
  ...(withoutText.length > 0 && { 'generated, no text': await measureGate(reader, withoutText) }),
  ...(asked.photos && { photos: await measureGate(reader, photosOf(asked.photos, MAX_PHOTOS)) }),
};
if (Object.keys(gates).length > 0) printGates(gates);
printTargets(results, gates.photos ?? gates['generated, no text']);
if (alone) print('tesseract.js alone', compared);
if (asked.errors) printErrors(results, await missesOf(results));
await reader.close();

function print(title, pictures) {
  console.log(`\n${title}`);
  printTypes(pictures);
  printKinds(pictures);
}

/** Pictures with a missed value are drawn and read again. */
async function missesOf(pictures) {
  const misses = [];
  for (const picture of pictures) {
    const missed = picture.labels.filter(({ isFlagged }) => !isFlagged);
    if (missed.length === 0) continue;
    const { bytes } = await generatePicture(picture.index, { seed, half: asked.half });
    const { lines } = await reader.read(bytes);
    misses.push(...missed.map((label) => ({ picture, label, ...causeOf(label, lines) })));
  }
  return misses;
}

async function measured({ bytes, labels, lines, ...picture }, look) {
  const before = familyCpuMs();
  const { findings, ...seen } = await look(bytes);
  const cpuMs = familyCpuMs() - before;
  const inText = searchTrueText(lines);
  const told = labels.map((label) => ({ ...label, isInText: inText.has(label) }));
  const faces = findings.filter(({ type }) => type === 'face').length;
  return { ...picture, ...match(told, findings), ...seen, faces, cpuMs };
}

async function scanned(bytes) {
  const { findings, verdict, gaps } = await scanner.scan({ bytes });
  return { findings, isHeld: verdict !== 'pass', hasGap: gaps.length > 0 };
}

async function readAlone(bytes) {
  const findings = await alone.findings(bytes);
  return { findings, isHeld: findings.length > 0, hasGap: false };
}

/** In place, always the same way. */
function shuffle(list) {
  const random = createRandom(seed);
  for (let at = list.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [list[at], list[other]] = [list[other], list[at]];
  }
  return list;
}

function save(folder, { index, kind, traits, bytes, labels }) {
  mkdirSync(folder, { recursive: true });
  const name = `${String(index).padStart(4, '0')}-${kind.replaceAll(' ', '-')}`;
  writeFileSync(join(folder, `${name}.${traits.format}`), bytes);
  writeFileSync(join(folder, `${name}.json`), JSON.stringify({ traits, labels }, null, 1));
}
