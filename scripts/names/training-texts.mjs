// What the model is trained on: the corpora, copies of them with other names and other capitals, and invented sentences.
import { LANGUAGES } from '../../dist/detectors/person/name-tables.js';
import { createRandom } from '../accuracy/random.mjs';
import { createInventor } from './invent.mjs';

const SEED = 11;
const SALADS = { de: 3000, es: 1500 };
/** An invented text counts less than one that somebody wrote. */
const INVENTED_WEIGHT = 0.3;

/** `rich` are read with all lists of names, `poor` with half of them: so the model learns names that are on no list. */
export function trainingTexts({ corpora, lists, census, uses, names }) {
  const inventor = createInventor(lists, census, SEED);
  const random = createRandom(SEED);
  const rich = [];
  const poor = [];
  const add = (text) => (random() < 0.3 ? poor : rich).push(text);
  for (const text of corpora) {
    add({ ...text, weight: text.kind === 'russian' ? 2 : 1 });
    if (text.names.length > 0 && text.kind !== 'russian') add({ ...inventor.withOtherNames(text), weight: 0.5 });
    if (random() < 0.3) add({ text: text.text.toLowerCase(), names: text.names, weight: 0.3 });
    if (random() < 0.1) add({ text: text.text.toUpperCase(), names: text.names, weight: 0.3 });
  }
  for (const text of inventor.carriers({ any: 24, en: 24, ru: 30, ka: 70 })) {
    add({ ...text, weight: INVENTED_WEIGHT });
    if (random() < 0.12 && text.text.length === text.text.toLowerCase().length)
      add({ text: text.text.toLowerCase(), names: text.names, weight: 0.3 });
    if (random() < 0.04 && text.text.length === text.text.toUpperCase().length)
      add({ text: text.text.toUpperCase(), names: text.names, weight: 0.3 });
  }
  for (const text of inventor.nameless(24)) {
    add({ ...text, weight: INVENTED_WEIGHT });
    if (random() < 0.1) add({ text: text.text.toLowerCase(), names: [], weight: 0.3 });
  }
  for (const text of salads(uses, names, random)) add({ text, names: [], weight: INVENTED_WEIGHT });
  return { rich, poor };
}

/** German and Spanish words that are on no list of names, without sense: so that a capital letter alone makes no name. */
function salads(uses, names, random) {
  const texts = [];
  for (const [language, count] of Object.entries(SALADS)) {
    const words = uses[LANGUAGES.indexOf(language)]
      .map(({ word }) => word)
      .filter((word) => !names.has(word.toLowerCase()));
    for (let made = 0; made < count; made++) {
      const length = 2 + Math.floor(random() * 9);
      const picked = Array.from({ length }, () => words[Math.floor(words.length * random() ** 2)]);
      picked[0] = picked[0].charAt(0).toUpperCase() + picked[0].slice(1);
      texts.push(`${picked.join(' ')}${random() < 0.7 ? '.' : ''}`);
    }
  }
  return texts;
}
