import { readFile } from 'node:fs/promises';
import { ConfigError } from '../errors.ts';

/** The options of a JSON file, unchecked; none without a file. Throws `ConfigError` when it is not readable JSON. */
export async function readConfig(path: string | undefined): Promise<object> {
  if (path === undefined) return {};
  const options: unknown = await readFile(path, 'utf8')
    .then(JSON.parse)
    .catch(() => undefined);
  if (typeof options === 'object' && options !== null && !Array.isArray(options)) return options;
  throw new ConfigError([{ path: '--config', expected: 'a readable JSON file with an object of options' }]);
}
