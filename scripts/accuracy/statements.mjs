// Precision and recall of the detectors of statements on the labelled sentences, by language and half. A sentence counts as a whole: it is
// found when one place in it is reported. `npm run build` first; a half (`development`) as argument also lists the sentences told wrongly.
import { readFileSync } from 'node:fs';
import * as detectors from '../../dist/detectors/text-detectors.js';

const TYPES = ['minor', 'special-category'];
const LANGUAGES = ['en', 'ru', 'ka', 'de', 'fr', 'es'];
const HALVES = ['development', 'test'];
const THRESHOLD = 0.5;
const listed = process.argv[2];

for (const type of TYPES) {
  const detector = detectors.textDetectors.find(({ types }) => types.includes(type));
  if (detector === undefined) continue;
  const isFound = (text) => detector.detect(text).some((one) => one.type === type && one.score >= THRESHOLD);
  for (const half of HALVES) {
    const all = { right: 0, wrong: 0, missed: 0 };
    for (const language of LANGUAGES) {
      const file = new URL(`../../test/fixtures/${type}/labelled-${language}.json`, import.meta.url);
      const { hit, miss } = JSON.parse(readFileSync(file, 'utf8'))[half];
      const [missed, wrong] = [hit.filter((text) => !isFound(text)), miss.filter(isFound)];
      const counts = { right: hit.length - missed.length, wrong: wrong.length, missed: missed.length };
      for (const key of Object.keys(all)) all[key] += counts[key];
      console.log(row(type, half, language, counts));
      if (half === listed)
        for (const text of [...missed.map((one) => `  - ${one}`), ...wrong.map((one) => `  + ${one}`)])
          console.log(text);
    }
    console.log(row(type, half, 'all', all));
  }
}

function row(type, half, language, { right, wrong, missed }) {
  const precision = (right / (right + wrong)).toFixed(2);
  const recall = (right / (right + missed)).toFixed(2);
  return `${type.padEnd(17)} ${half.padEnd(12)} ${language.padEnd(4)} precision ${precision}  recall ${recall}  (${right} + ${missed} hits, ${wrong} wrong)`;
}
