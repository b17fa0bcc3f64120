/**
 * A key for who has configured none: made once, kept beside the data it opens. Good for development, no protection in
 * production.
 */
import { randomBytes } from 'node:crypto';
import { link, open, readFile, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { Key, Logger } from '../core/options.ts';

const KEY_ID = 'development';
const KEY_BYTES = 32;

/** Reads `<directory>/key`, or makes it (mode 0600) and says so once. */
export async function developmentKey(directory: string, logger: Logger | undefined): Promise<Key> {
  const path = join(directory, 'key');
  const isMade = await makeKey(path);
  if (isMade) logger?.info('made a development key in the storage directory; production needs the option keys');
  return { id: KEY_ID, secret: (await readFile(path, 'utf8')).trim() };
}

/** False when it was there. Linked into place whole, so that of two processes that start at once both use one key. */
async function makeKey(path: string): Promise<boolean> {
  const unfinished = `${path}.${randomBytes(6).toString('hex')}`;
  const file = await open(unfinished, 'wx', 0o600);
  try {
    await file.writeFile(`${randomBytes(KEY_BYTES).toString('base64')}\n`);
    await file.sync();
    await link(unfinished, path);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  } finally {
    await file.close();
    await unlink(unfinished);
  }
}
