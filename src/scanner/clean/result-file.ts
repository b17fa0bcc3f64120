/** Where a result is written before it is checked: beside its destination, or in the spool when it is returned as bytes. */
import { randomUUID } from 'node:crypto';
import { readFile, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { Spool } from '../spool.ts';

export interface ResultFile {
  readonly path: string;
  /** The checked result: moved to its destination, or its bytes. */
  deliver(): Promise<Uint8Array | undefined>;
  /** Removes what was not delivered. */
  discard(): Promise<void>;
}

export async function createResultFile(out: string | undefined, spool: Spool): Promise<ResultFile> {
  if (out === undefined) {
    const path = await spool.newPath();
    return { path, deliver: () => readFile(path), discard: () => spool.remove(path) };
  }
  const destination = resolve(out);
  const path = join(dirname(destination), `.${basename(destination)}.${randomUUID()}.tmp`);
  return {
    path,
    async deliver() {
      await rename(path, destination);
      return undefined;
    },
    discard: () => rm(path, { force: true }),
  };
}
