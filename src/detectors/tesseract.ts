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
import type { GreyPicture } from '../media/luma.ts';

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
  /**
   * Takes one byte of brightness for each pixel, dark text on light: a page, or a crop of one line. Gives the words of each line. The first
   * call starts the worker, which takes memory. Throws when it could not read; `CLOSED`.
   */
  recognize(grey: GreyPicture, layout: 'page' | 'line'): Promise<readonly (readonly RecognizedWord[])[]>;
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

const LAYOUTS = { page: Tesseract.PSM.AUTO, line: Tesseract.PSM.SINGLE_LINE } as const;

const PARAMETERS = {
  /** In the recogniser's own memory; without it remarks go to standard error. */
  debug_file: '/dev/null',
};

/** Languages are tesseract's codes, the most frequent first. Throws `ConfigError` that names each package which is not installed. */
export async function openTesseract(languages: readonly string[]): Promise<Recognizer> {
  const data = await readLanguages(languages);
  if (data.length === 0) throw new ConfigError([{ path: OPTION, expected: 'at least one language' }]);
  const { version } = requireHere('tesseract.js/package.json') as { version: string };
  const hash = createHash('sha256');
  for (const { bytes } of data) hash.update(bytes);
  let isClosed = false;
  let started: Promise<Tesseract.Worker> | undefined;
  return {
    runtime: `tesseract.js ${version}`,
    modelSha256: hash.digest('hex'),
    async recognize(grey, layout) {
      if (isClosed) throw new BystanderError('CLOSED', 'the text recogniser is closed');
      started ??= startWorker(data);
      const page = await recognizeWith(await started, grey, layout);
      const paragraphs = (page.blocks ?? []).flatMap((block) => block.paragraphs);
      return paragraphs.flatMap((paragraph) => paragraph.lines.map((line) => line.words));
    },
    async close() {
      isClosed = true;
      // What never started has nothing to end.
      const worker = await started?.catch(() => undefined);
      await worker?.terminate();
    },
  };
}

async function recognizeWith(
  worker: Tesseract.Worker,
  grey: GreyPicture,
  layout: 'page' | 'line',
): Promise<Tesseract.Page> {
  try {
    await worker.setParameters({ tessedit_pageseg_mode: LAYOUTS[layout] });
    const { data } = await worker.recognize(greyMap(grey), {}, { text: true, blocks: true });
    return data;
  } catch (cause) {
    throw new Error('the text recogniser failed', { cause });
  }
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
  if (!first) throw new RangeError('no language');
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
function greyMap({ data, width, height }: GreyPicture): Buffer {
  return Buffer.concat([Buffer.from(`P5\n#${'-'.repeat(500)}\n${width} ${height}\n255\n`), data]);
}
