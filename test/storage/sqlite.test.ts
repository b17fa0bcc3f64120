import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, test } from 'vitest';
import { openSqlite } from '../../src/storage/sqlite.ts';
import { storeContract } from '../../src/testing/store-contract.ts';
import { temporaryDirectory } from '../holds/support/temporary-directory.ts';

describe('the SQLite engine keeps the store contract', () => {
  const open = async () => {
    const directory = await temporaryDirectory();
    const path = join(directory.path, 'store.db');
    let store = await openSqlite(path);
    return {
      store,
      async reopen() {
        await store.close();
        store = await openSqlite(path);
        return store;
      },
      async medium() {
        const names = await readdir(directory.path);
        return Promise.all(names.map((name) => readFile(join(directory.path, name))));
      },
      async dispose() {
        await store.close();
        await directory.remove();
      },
    };
  };
  for (const { name, run } of storeContract(open)) test(name, run);
});
