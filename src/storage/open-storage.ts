/** Everything holds need, under one directory: the SQLite file, the sealed objects, and in development the key. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Key, Logger } from '../core/options.ts';
import { createHostKeys, type HostKeys } from '../holds/host-keys.ts';
import type { HoldStore, ObjectStore } from '../holds/store.ts';
import { developmentKey } from './development-key.ts';
import { openFiles } from './files.ts';
import { openSqlite } from './sqlite.ts';

export interface Storage {
  readonly store: HoldStore;
  readonly objects: ObjectStore;
  readonly keys: HostKeys;
}

export interface StorageOptions {
  readonly directory: string;
  /** Without keys one is made in the directory, for development. */
  readonly keys?: readonly Key[] | undefined;
  readonly logger?: Logger | undefined;
}

/**
 * Throws `STORE_FAILED`, and `ConfigError` for keys that cannot be used. Closing the store is all that has to be
 * closed.
 */
export async function openStorage({ directory, keys, logger }: StorageOptions): Promise<Storage> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const hostKeys = createHostKeys(keys ?? [await developmentKey(directory, logger)]);
  const objects = await openFiles(join(directory, 'objects'));
  return { store: await openSqlite(join(directory, 'bystander.db')), objects, keys: hostKeys };
}
