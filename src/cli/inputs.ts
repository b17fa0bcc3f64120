/** The inputs that a command line names: files, folders with all that is in them, standard input as `-`. */
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import type { ScanInput } from '../scanner/types.ts';
import { UsageError } from './usage-error.ts';

const STDIN = '-';

/** Paths of files, those of folders in order of their names. Links inside folders are not followed. Throws `UsageError`. */
export async function filesOf(paths: readonly string[]): Promise<string[]> {
  const found = await Promise.all(
    paths.map(async (path, index) => {
      if (path === STDIN) return [path];
      return filesIn(path).catch(() => {
        throw new UsageError(`path ${index + 1} is no file or folder that can be read`);
      });
    }),
  );
  return found.flat();
}

export async function inputOf(path: string): Promise<Exclude<ScanInput, { readonly text: string }>> {
  return path === STDIN ? { bytes: await buffer(process.stdin) } : { path };
}

async function filesIn(path: string): Promise<string[]> {
  if (!(await stat(path)).isDirectory()) return [path];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return files.sort();
}
