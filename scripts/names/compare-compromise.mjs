// Would a second opinion of compromise (https://github.com/spencermountain/compromise, MIT) on uncertain names in short text help?
// `node scripts/names/compare-compromise.mjs FOLDER FILE`, after `train.mjs FOLDER FILE`: precision and recall on the texts held out.
import { readFile } from 'node:fs/promises';
import nlp from 'compromise';
import { detectNames } from '../../dist/detectors/person/detect-names.js';
import { readNameModel } from '../../dist/detectors/person/name-model.js';
import { createNameTagger } from '../../dist/detectors/person/tag-names.js';
import { isHeldOut, readCorpora } from './corpora.mjs';
import { measure, row } from './measure.mjs';

const UNCERTAIN = { from: 0.3, to: 0.75 };
const SHORT_UNITS = 300;
/** What an opinion adds or takes. */
const WEIGHTS = [0, 0.1, 0.2];

const [folder, model] = process.argv.slice(2);
if (!model) throw new Error('usage: node scripts/names/compare-compromise.mjs FOLDER FILE');
const tag = createNameTagger(readNameModel(await readFile(model)));
const texts = (await readCorpora(folder)).filter(isHeldOut).filter(({ kind }) => kind !== 'russian');
const cpuMs = () => process.cpuUsage().user / 1e3;

const first = texts.map(({ text, names }) => ({ text, gold: names, found: detectNames(text, tag) }));
const started = cpuMs();
let asked = 0;
const opinions = first.map(({ text, found }) => {
  if (text.length > SHORT_UNITS || !found.some(isUncertain)) return undefined;
  asked++;
  return peopleIn(text);
});
console.log(`asked in ${asked} of ${texts.length} texts, ${((cpuMs() - started) / asked).toFixed(1)} ms of CPU each`);
for (const weight of WEIGHTS) {
  const results = first.map(({ gold, found }, index) => ({
    gold,
    found: found.map((name) => {
      const people = opinions[index];
      if (people === undefined || !isUncertain(name)) return name;
      const isSeconded = people.some(({ start, end }) => start < name.end && name.start < end);
      return { ...name, score: name.score + (isSeconded ? weight : -weight) };
    }),
  }));
  for (const threshold of [0.4, 0.6])
    console.log(row(`weight ${weight}, from ${threshold}`, measure(results, threshold)));
}

function isUncertain({ score }) {
  return score >= UNCERTAIN.from && score < UNCERTAIN.to;
}

function peopleIn(text) {
  return nlp(text)
    .people()
    .json({ offset: true })
    .map(({ offset }) => ({ start: offset.start, end: offset.start + offset.length }));
}
