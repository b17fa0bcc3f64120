// Takes from public packages what training uses of them and writes it to `data/`: `node scripts/names/extract-lists.mjs FOLDER`. Only needed when
// the selection changes: the results are in the repository. `data/README.md` names the files of the folder and their licences.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, constants, gunzipSync } from 'node:zlib';
import { checkSources, LIST_SOURCES } from './sources.mjs';

/** Words taken of each language, the most frequent first. */
const WORDS = { en: 100_000, de: 14_000, es: 14_000 };
const MAX_CLUSTERS = 1023;
/** Logarithm of the frequency of a form that is not in the list. */
const RARE = -20;
/** A name that fewer bear, in percent of the people, is left out. */
const MIN_CENSUS_PERCENT = 0.0006;
const COMMON_CENSUS_PERCENT = 0.006;
const CENSUS = { male: 'dist.male.first', female: 'dist.female.first', last: 'dist.all.last' };
const MAX_LINE_UNITS = 140;
const DATA = new URL('data/', import.meta.url);

const [folder] = process.argv.slice(2);
if (!folder) throw new Error('usage: node scripts/names/extract-lists.mjs FOLDER');
await checkSources(folder, LIST_SOURCES);
await writeFile(new URL('word-use.br', DATA), compressed(await wordUse()));
await writeFile(new URL('census-names.txt', DATA), await censusNames());

/** For each language four lines: its words, and their clusters, frequencies and capitals as `WordUse` has them. */
async function wordUse() {
  const lines = [];
  for (const language of Object.keys(WORDS)) {
    const words = await wordsOf(language);
    for (const column of ['word', 'cluster', 'frequency', 'capital'])
      lines.push(words.map((entry) => entry[column]).join(' '));
  }
  return `${lines.join('\n')}\n`;
}

async function wordsOf(language) {
  const read = async (kind) =>
    JSON.parse(gunzipSync(await readFile(join(folder, `${language}_lexeme_${kind}.json.gz`))).toString('utf8'));
  const clusters = new Map(Object.entries(await read('cluster')).filter(([, cluster]) => cluster > 0));
  const logs = new Map(Object.entries(await read('prob')));
  const numbers = numbered([...new Set(clusters.values())].sort((a, b) => (pathOf(a) < pathOf(b) ? -1 : 1)));
  return [...logs]
    .filter(([word]) => /^\p{L}[\p{L}'’]*$/u.test(word) && (clusters.has(word) || word !== word.toLowerCase()))
    .sort(([a, left], [b, right]) => right - left || (a < b ? -1 : 1))
    .slice(0, WORDS[language])
    .map(([word, log]) => {
      const lower = logs.get(word.toLowerCase()) ?? RARE;
      const title = logs.get(word.charAt(0).toUpperCase() + word.slice(1).toLowerCase()) ?? RARE;
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
  return new Map(values.slice(0, MAX_CLUSTERS).map((value, index) => [value, index + 1]));
}

/** Names by list and in two classes of frequency, each class under its heading, the most frequent first. */
async function censusNames() {
  const sections = [];
  for (const [list, file] of Object.entries(CENSUS)) {
    const names = (await readFile(join(folder, file), 'utf8')).split('\n').flatMap((line) => {
      const [name, percent] = line.trim().split(/\s+/);
      if (!name || !percent || Number(percent) < MIN_CENSUS_PERCENT) return [];
      return [{ name: name.charAt(0) + name.slice(1).toLowerCase(), percent: Number(percent) }];
    });
    const isCommon = ({ percent }) => percent >= COMMON_CENSUS_PERCENT;
    sections.push(section(`${list} common`, names.filter(isCommon)));
    sections.push(
      section(
        `${list} rare`,
        names.filter((name) => !isCommon(name)),
      ),
    );
  }
  return sections.join('');
}

function section(heading, names) {
  const lines = [''];
  for (const { name } of names) {
    if (lines.at(-1).length + name.length > MAX_LINE_UNITS) lines.push('');
    lines[lines.length - 1] += `${lines.at(-1) ? ' ' : ''}${name}`;
  }
  return `# ${heading}\n${lines.join('\n')}\n`;
}

function compressed(text) {
  return brotliCompressSync(text, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_LGWIN]: 24,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_SIZE_HINT]: Buffer.byteLength(text),
    },
  });
}
