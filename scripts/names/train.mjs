// Trains the model of names and writes it: `npm run train:names -- FOLDER`, after a build. The same folder gives the same bytes.
// With a FILE one text in seven is left out of training and measured, and the model goes to that file.
import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { detectNames } from '../../dist/detectors/person/detect-names.js';
import { writeNameModel } from '../../dist/detectors/person/name-model.js';
import { createNameTagger } from '../../dist/detectors/person/tag-names.js';
import { isHeldOut, readCorpora } from './corpora.mjs';
import { learn, prepare, quantise } from './learn.mjs';
import { measure, row } from './measure.mjs';
import { fakerLists, nameBits, readCensus } from './name-lists.mjs';
import { checkSources, listOf, SOURCES } from './sources.mjs';
import { halfOf, tablesOf } from './tables.mjs';
import { trainingTexts } from './training-texts.mjs';
import { readWordUse } from './word-use.mjs';

const MODEL = new URL('../../models/person-names.bin', import.meta.url);
const SETTINGS = { buckets: 2 ** 18, epochs: 6, averaged: 4, rate: 0.03, decay: 1e-3, dropout: 0.2, seed: 7 };

const [folder, heldOutModel] = process.argv.slice(2);
if (!folder) stop('usage: npm run train:names -- FOLDER [FILE], or --list for what the folder must hold');
if (folder === '--list') {
  console.log(listOf(SOURCES));
  process.exit();
}
await checkSources(folder).catch(({ message }) => stop(message));
say('sources are as expected');

const lists = fakerLists();
const census = readCensus();
const uses = readWordUse();
const names = nameBits(lists, census);
const corpora = await readCorpora(folder);
const isMeasured = heldOutModel !== undefined;
const trained = corpora.filter((text, index) => !(isMeasured && isHeldOut(text, index)));
const texts = trainingTexts({ corpora: trained, lists, census, uses, names });
say(`${uses.flat().length} words, ${names.size} names, ${texts.rich.length + texts.poor.length} texts`);

const tables = tablesOf(uses, names);
const sets = [
  prepare(texts.rich, tables, SETTINGS.buckets),
  prepare(texts.poor, tablesOf(uses, halfOf(names)), SETTINGS.buckets),
];
const { weights, transitions } = learn(sets, { ...SETTINGS, report: say });
const model = { ...quantise(weights), transitions: Float32Array.from(transitions), tables };
const bytes = writeNameModel(model);
say(`${bytes.length} bytes, SHA-256 ${createHash('sha256').update(bytes).digest('hex')}`);
await writeFile(heldOutModel ?? MODEL, bytes);
if (isMeasured) measureHeldOut(corpora.filter(isHeldOut));

function measureHeldOut(held) {
  const tag = createNameTagger(model);
  for (const kind of ['tweets', 'web', 'russian']) {
    const results = held
      .filter((text) => text.kind === kind)
      .map((text) => ({ gold: text.names, found: detectNames(text.text, tag) }));
    for (const threshold of [0.3, 0.4, 0.5, 0.6, 0.7, 0.8])
      console.log(row(`${kind} from ${threshold}`, measure(results, threshold)));
  }
}

function say(line) {
  console.log(`${Math.round(process.cpuUsage().user / 1e6)} s  ${line}`);
}

function stop(message) {
  console.error(message);
  process.exit(1);
}
