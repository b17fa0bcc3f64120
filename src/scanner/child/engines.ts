/** What is loaded once and used for many inputs, each on first use: models, language data, dictionaries. */
import type { CodeReader } from '../../detectors/code-reader.ts';
import { createFaceDetector } from '../../detectors/face.ts';
import type { PixelDetector } from '../../detectors/pixel-detector.ts';
import { createCodeReader } from '../../detectors/read-codes.ts';
import { createTextReader, type TextReader } from '../../detectors/read-text.ts';
import type { ChildConfig } from '../jobs.ts';
import { createTextTools, type TextTools } from '../look/text-tools.ts';
import { packageVersion } from '../package-version.ts';
import type { DetectorDescription } from '../types.ts';

export interface Engines {
  readonly config: ChildConfig;
  face(): Promise<PixelDetector>;
  codeReader(): Promise<CodeReader>;
  textReader(): Promise<TextReader>;
  readonly text: TextTools;
  /** Loads what the configuration turns on and says what it is. Throws `ConfigError` for what is missing. */
  prove(): Promise<readonly DetectorDescription[]>;
}

export function createEngines(config: ChildConfig): Engines {
  const { face, ocr } = config;
  const engines: Engines = {
    config,
    face: once(() => createFaceDetector(face === false ? {} : face)),
    codeReader: once(createCodeReader),
    textReader: once(() => createTextReader({ languages: ocr === false ? [] : ocr.languages })),
    text: createTextTools(config.text),
    prove: () => describeEngines(config, engines),
  };
  return engines;
}

/** Loads one after the other, so that what is missing is named in the order of the options. */
async function describeEngines({ face, codes, ocr }: ChildConfig, engines: Engines): Promise<DetectorDescription[]> {
  const version = packageVersion();
  const described: DetectorDescription[] = [{ id: 'metadata', version }];
  if (face !== false) {
    const { version, modelSha256, runtime } = await engines.face();
    described.push({ id: 'face', version, modelSha256, runtime });
  }
  if (codes) {
    const { version, modelSha256, runtime } = await engines.codeReader();
    described.push({ id: 'codes', version, modelSha256, runtime });
  }
  if (ocr !== false) {
    const { version, modelSha256, runtime } = await engines.textReader();
    described.push({ id: 'ocr', version, modelSha256, runtime });
  }
  return described;
}

/** Not forgotten when it fails: a child that cannot load is replaced as a whole. */
export function once<Value>(load: () => Promise<Value>): () => Promise<Value> {
  let loaded: Promise<Value> | undefined;
  return () => {
    loaded ??= load();
    return loaded;
  };
}
