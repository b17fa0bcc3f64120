/** Loads the model of names from the package's own file, once for the process. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { ConfigError } from '../../errors.ts';
import { readNameModel } from './name-model.ts';
import { createNameTagger, type Tagged } from './tag-names.ts';

/** See `models/person-names.md`. */
const MODEL = new URL('../../../models/person-names.bin', import.meta.url);

export interface LoadedNameModel {
  readonly tag: (text: string) => Tagged;
  readonly modelSha256: string;
}

let loaded: LoadedNameModel | undefined;

/** Throws `ConfigError` (`CONFIG_MODEL_MISSING`) where the file cannot be read or is not as it was written. */
export function loadNameModel(file: URL = MODEL): LoadedNameModel {
  if (file !== MODEL) return load(file);
  loaded ??= load(MODEL);
  return loaded;
}

function load(file: URL): LoadedNameModel {
  try {
    const bytes = readFileSync(file);
    return {
      tag: createNameTagger(readNameModel(bytes)),
      modelSha256: createHash('sha256').update(bytes).digest('hex'),
    };
  } catch {
    throw new ConfigError(
      [{ path: 'detectors.person', expected: 'the unchanged file models/person-names.bin of this package' }],
      'CONFIG_MODEL_MISSING',
    );
  }
}
