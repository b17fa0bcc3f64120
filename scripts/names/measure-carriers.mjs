// Names in Georgian and Russian sentences that were written for measuring only: `node scripts/names/measure-carriers.mjs`, after a build.
// Prints how many of their words are on the lists of names, precision and recall at both tiers, and how many nameless sentences were marked.
import { readFile } from 'node:fs/promises';
import { person } from '../../dist/detectors/person.js';
import { measure, row } from './measure.mjs';
import { fakerLists } from './name-lists.mjs';

const TIERS = { likely: 0.6, possible: 0.4 };

const carriers = JSON.parse(
  await readFile(new URL('../../test/fixtures/names/carriers.json', import.meta.url), 'utf8'),
);
const listed = new Set(Object.values(fakerLists()).flatMap(({ first, last }) => [...first, ...last]));
for (const [language, { named, nameless }] of Object.entries(carriers)) {
  const results = named.map(resultOf);
  const words = results.flatMap(({ text, gold }) =>
    gold.flatMap(({ start, end }) => text.slice(start, end).split(' ')),
  );
  console.log(
    `${language}: ${words.filter((word) => listed.has(word)).length} of ${words.length} words of names as they stand are on lists`,
  );
  for (const [tier, threshold] of Object.entries(TIERS)) {
    const marked = nameless.filter((text) => person.detect(text).some(({ score }) => score >= threshold)).length;
    console.log(`  ${row(tier, measure(results, threshold))}, nameless marked ${marked} of ${nameless.length}`);
  }
}

/** `[…]` marks a name. */
function resultOf(marked) {
  let text = '';
  const gold = [];
  for (const [index, part] of marked.split(/[[\]]/).entries()) {
    if (index % 2 === 1) gold.push({ start: text.length, end: text.length + part.length });
    text += part;
  }
  return { text, gold, found: person.detect(text) };
}
