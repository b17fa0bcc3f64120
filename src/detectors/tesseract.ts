/**
 * The text recogniser tesseract.js on local files only: its language data comes from installed packages, and nothing is cached or fetched.
 * The only file that imports `tesseract.js`. It recognises in a worker thread of its own.
 */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import Tesseract from 'tesseract.js';
import { BystanderError, ConfigError } from '../errors.ts';

export interface RecognizedWord {
  readonly text: string;
  /** 0..100, how sure tesseract is. */
  readonly confidence: number;
  /** Pixels of the picture as given; `x1` and `y1` are exclusive. */
  readonly bbox: { readonly x0: number; readonly y0: number; readonly x1: number; readonly y1: number };
}

export interface Recognizer {
  /** Package and version, as `tesseract.js 7.0.0`. */
  readonly runtime: string;
  /** Of the language files in use, one after the other, lower-case hex. */
  readonly modelSha256: string;
  /** Takes one byte of brightness for each pixel, dark text on light; gives the words of each line. Throws when it could not read; `CLOSED`. */
  recognize(grey: Uint8Array, width: number, height: number): Promise<readonly (readonly RecognizedWord[])[]>;
  close(): Promise<void>;
}

interface LanguageData {
  readonly code: string;
  readonly path: string;
  /** Gzipped. */
  readonly bytes: Uint8Array;
}

const OPTION = 'engines.ocr.languages';
const LANGUAGE_CODE = /^[a-z]{3}(_[a-z]{1,8})?$/i;
const requireHere = createRequire(import.meta.url);

const PARAMETERS = {
  tessedit_pageseg_mode: Tesseract.PSM.AUTO,
  /** In the recogniser's own memory; without it remarks go to standard error. */
  debug_file: '/dev/null',
};

/** Languages are tesseract's codes, the most frequent first. Throws `ConfigError` that names each package which is not installed. */
export async function startTesseract(languages: readonly string[]): Promise<Recognizer> {
  const data = await readLanguages(languages);
  const worker = await startWorker(data);
  const { version } = requireHere('tesseract.js/package.json') as { version: string };
  const hash = createHash('sha256');
  for (const { bytes } of data) hash.update(bytes);
  let isClosed = false;
  return {
    runtime: `tesseract.js ${version}`,
    modelSha256: hash.digest('hex'),
    async recognize(grey, width, height) {
      if (isClosed) throw new BystanderError('CLOSED', 'the text recogniser is closed');
      const { data: page } = await worker
        .recognize(greyMap(grey, width, height), {}, { text: true, blocks: true })
        .catch((cause: unknown) => {
          throw new Error('the text recogniser failed', { cause });
        });
      const paragraphs = (page.blocks ?? []).flatMap((block) => block.paragraphs);
      return paragraphs.flatMap((paragraph) => paragraph.lines.map((line) => line.words));
    },
    async close() {
      isClosed = true;
      await worker.terminate();
    },
  };
}

async function readLanguages(codes: readonly string[]): Promise<LanguageData[]> {
  const found = await Promise.all(codes.map((code) => readLanguage(code).catch(() => undefined)));
  const missing = codes.filter((_, n) => found[n] === undefined);
  if (missing.length > 0) {
    throw new ConfigError(
      missing.map((code) => ({ path: OPTION, expected: expectedFor(code) })),
      'CONFIG_MODEL_MISSING',
    );
  }
  return found.filter((data) => data !== undefined);
}

function expectedFor(code: string): string {
  return LANGUAGE_CODE.test(code) ? `the package @tesseract.js-data/${code}, installed` : 'codes as eng or chi_sim';
}

/** The package may be ours or, for a language that the host added, the host's. */
async function readLanguage(code: string): Promise<LanguageData> {
  if (!LANGUAGE_CODE.test(code)) throw new RangeError('no tesseract language code');
  const file = `@tesseract.js-data/${code}/4.0.0_best_int/${code}.traineddata.gz`;
  const path = requireHere.resolve(file, { paths: [import.meta.dirname, process.cwd()] });
  return { code, path, bytes: await readFile(path) };
}

/**
 * `createWorker` knows one folder for all languages, but each is a package of its own. So the first is loaded from its folder, the others
 * are put into the recogniser's memory and into the list that `createWorker` keeps, and `reinitialize` finds them there.
 */
async function startWorker([first, ...others]: readonly LanguageData[]): Promise<Tesseract.Worker> {
  if (!first) throw new ConfigError([{ path: OPTION, expected: 'at least one language' }]);
  const loaded = [first.code];
  const worker = await createWorker(loaded, dirname(first.path));
  for (const { code, bytes } of others) {
    await worker.FS('writeFile', [`${code}.traineddata`, await promisify(gunzip)(bytes)]);
    loaded.push(code);
  }
  if (others.length > 0) await worker.reinitialize(loaded.join('+'));
  await worker.setParameters(PARAMETERS);
  return worker;
}

/** A failure to load language data reaches the error handler only; the promise of `createWorker` then never settles. */
function createWorker(languages: string[], langPath: string): Promise<Tesseract.Worker> {
  return new Promise((resolve, reject) => {
    const errorHandler = (): void => reject(new Error('the text recogniser could not start'));
    Tesseract.createWorker(languages, Tesseract.OEM.LSTM_ONLY, {
      langPath,
      cacheMethod: 'none',
      gzip: true,
      errorHandler,
    }).then(resolve, reject);
  });
}

/**
 * A binary PGM, the plainest picture there is. tesseract.js searches the first 500 bytes of every picture for an Exif orientation: a
 * comment keeps pixels out of there, so that none can turn the picture.
 */
function greyMap(grey: Uint8Array, width: number, height: number): Buffer {
  return Buffer.concat([Buffer.from(`P5\n#${'-'.repeat(500)}\n${width} ${height}\n255\n`), grey]);
}
