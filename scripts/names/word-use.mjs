// How words are used, from spacy-lookups-data 1.0.5 (MIT): Brown clusters and logarithms of frequencies.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** Words taken of each language, the most frequent first. */
const WORDS = { en: 100_000, de: 14_000, es: 14_000 };
const LANGUAGES = Object.keys(WORDS);
const MAX_CLUSTERS = 1023;

/** For each language a list of `{ word, cluster, frequency, capital }`, as `WordUse` has them. */
export async function readWordUse(folder) {
  const lists = [];
  for (const language of LANGUAGES) lists.push(await readLanguage(folder, language));
  return lists;
}

async function readLanguage(folder, language) {
  const read = async (kind) =>
    JSON.parse(gunzipSync(await readFile(join(folder, `${language}_lexeme_${kind}.json.gz`))).toString('utf8'));
  const clusters = new Map(Object.entries(await read('cluster')).filter(([, cluster]) => cluster > 0));
  const logs = new Map(Object.entries(await read('prob')));
  const numbers = numbered(
    [...new Set(clusters.values())].sort((a, b) => (pathOf(a) < pathOf(b) ? -1 : 1)).slice(0, MAX_CLUSTERS),
  );
  const rare = -20;
  const words = [...logs]
    .filter(([word]) => /^\p{L}[\p{L}'’]*$/u.test(word) && (clusters.has(word) || word !== word.toLowerCase()))
    .sort(([a, left], [b, right]) => right - left || (a < b ? -1 : 1))
    .slice(0, WORDS[language]);
  return words.map(([word, log]) => {
    const lower = logs.get(word.toLowerCase()) ?? rare;
    const title = logs.get(word.charAt(0).toUpperCase() + word.slice(1).toLowerCase()) ?? rare;
    return {
      word,
      cluster: numbers.get(clusters.get(word)) ?? 0,
      frequency: Math.min(15, Math.max(1, Math.round(log + 19))),
      capital: Math.min(15, Math.max(1, Math.round(title - lower + 8))),
    };
  });
}

/** The way from the root of the tree of clusters; in the number its first step is the lowest bit. Near clusters get near numbers. */
function pathOf(cluster) {
  return [...cluster.toString(2)].reverse().join('');
}

function numbered(values) {
  return new Map(values.map((value, index) => [value, index + 1]));
}
