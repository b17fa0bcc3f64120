// How words are used: Brown clusters and frequencies of spacy-lookups-data (MIT), as `extract-lists.mjs` took them.
import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';

const FILE = new URL('data/word-use.br', import.meta.url);
/** For each language its words, and the clusters, frequencies and capitals of them. */
const COLUMNS = 4;

/** For each of `LANGUAGES` a list of `{ word, cluster, frequency, capital }`, as `WordUse` has them, the most frequent first. */
export function readWordUse() {
  const lines = brotliDecompressSync(readFileSync(FILE)).toString('utf8').trimEnd().split('\n');
  const lists = [];
  for (let at = 0; at < lines.length; at += COLUMNS) {
    const [words, clusters, frequencies, capitals] = lines.slice(at, at + COLUMNS).map((line) => line.split(' '));
    lists.push(
      words.map((word, index) => ({
        word,
        cluster: Number(clusters[index]),
        frequency: Number(frequencies[index]),
        capital: Number(capitals[index]),
      })),
    );
  }
  return lists;
}
