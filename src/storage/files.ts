/**
 * Sealed objects as files: `<directory>/<hold>/<name>`, folders 0700, files 0600. A file is written beside its place,
 * synced, renamed, and the folder synced, so that it is there whole and for good, or not at all.
 */
import { mkdir, open, readdir, readFile, rename, rm, stat, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { BystanderError } from '../errors.ts';
import type { ObjectStore } from '../holds/store.ts';

const UNFINISHED = '.tmp';

/** Makes the directory. Its calls throw `STORAGE_FULL` when the disk is, `STORE_FAILED` otherwise. */
export async function openFiles(directory: string): Promise<ObjectStore> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  await sync(dirname(directory));
  const at = (hold: string, name = ''): string => {
    if (![hold, name].every((part) => /^[\w.-]*$/.test(part) && !part.startsWith('.'))) {
      throw new BystanderError('STORE_FAILED', 'an object has no such name');
    }
    return join(directory, hold, name);
  };

  return {
    put: coded(async (hold, objects) => {
      const folder = at(hold);
      if ((await mkdir(folder, { recursive: true, mode: 0o700 })) !== undefined) await sync(directory);
      const sizes: number[] = [];
      for (const { name, content } of objects) sizes.push(await writeSynced(at(hold, name), content));
      await sync(folder);
      return sizes;
    }),
    get: coded((hold, name) => readFile(at(hold, name))),
    remove: coded(async (hold, names) => {
      for (const name of names) await rm(at(hold, name), { force: true });
      if (names.length > 0) await syncIfThere(at(hold));
    }),
    removeAll: coded(async (hold) => {
      await rm(at(hold), { recursive: true, force: true });
      await sync(directory);
    }),
    list: coded(async () => {
      const holds = await readdir(directory);
      const folders = await Promise.all(holds.map(async (hold) => ({ hold, changedAt: await changedAt(at(hold)) })));
      return folders.flatMap(({ hold, changedAt: at }) => (at === undefined ? [] : { hold, changedAt: at }));
    }),
    names: coded(async (hold) => {
      const names = await readdir(at(hold)).catch(absent);
      return names ?? [];
    }),
  };
}

async function writeSynced(path: string, content: AsyncIterable<Uint8Array>): Promise<number> {
  const unfinished = `${path}${UNFINISHED}`;
  const file = await open(unfinished, 'wx', 0o600);
  try {
    let size = 0;
    for await (const chunk of content) {
      await file.writeFile(chunk);
      size += chunk.length;
    }
    await file.sync();
    await file.close();
    await rename(unfinished, path);
    return size;
  } catch (error) {
    await file.close().catch(() => undefined);
    await unlink(unfinished).catch(absent);
    throw error;
  }
}

async function sync(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function syncIfThere(folder: string): Promise<void> {
  await sync(folder).catch(absent);
}

async function changedAt(folder: string): Promise<number | undefined> {
  const stats = await stat(folder).catch(absent);
  return stats?.mtimeMs;
}

/** Another process may have removed it in the meantime. */
function absent(error: unknown): undefined {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
  throw error;
}

function coded<Args extends unknown[], Result>(
  call: (...args: Args) => Promise<Result>,
): (...args: Args) => Promise<Result> {
  return async (...args) => {
    try {
      return await call(...args);
    } catch (error) {
      if (error instanceof BystanderError) throw error;
      const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
      if (code === 'ENOSPC' || code === 'EDQUOT') throw new BystanderError('STORAGE_FULL', 'the disk is full');
      throw new BystanderError('STORE_FAILED', `the files of holds failed (${code})`, { cause: error });
    }
  };
}
