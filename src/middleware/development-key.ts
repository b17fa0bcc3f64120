/** A key for a developer who has configured none: made once, kept beside the holds, readable by its owner only. */
import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Key, Logger } from '../core/options.ts';
import { decodeSecret } from '../core/options-schema.ts';
import { ConfigError } from '../errors.ts';

const KEY_ID = 'development';
const KEY_BYTES = 32;

/** Reads `<directory>/key`, or makes it and says so. Throws `ConfigError` when what is there is no key. */
export async function developmentKey(directory: string, logger: Logger): Promise<Key> {
  const path = join(directory, 'key');
  await mkdir(directory, { recursive: true, mode: 0o700 });
  try {
    // Exclusive: of two processes that start together one makes the key and the other reads it.
    await writeFile(path, `${randomBytes(KEY_BYTES).toString('base64')}\n`, { mode: 0o600, flag: 'wx' });
    logger.warn(`bystander: no option keys, so a development key was made in ${path}; production needs its own`);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  const secret = (await readFile(path, 'utf8')).trim();
  if (decodeSecret(secret) === undefined) {
    throw new ConfigError([{ path: 'keys', expected: `32 bytes as base64 in ${path}, or keys in the options` }]);
  }
  return { id: KEY_ID, secret };
}
