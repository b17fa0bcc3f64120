import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { openSqlite } from '../../src/storage/sqlite.ts';
import { codeOf } from '../holds/support/code-of.ts';
import { temporaryDirectory } from '../holds/support/temporary-directory.ts';

const MODULE = fileURLToPath(new URL('../../dist/storage/sqlite.js', import.meta.url));

/** Runs a module of its own process with an open store at `path`. */
async function runWithStore(path: string, body: string): Promise<string> {
  const script = `import { openSqlite } from ${JSON.stringify(MODULE)};
    const store = await openSqlite(${JSON.stringify(path)});
    ${body}`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], {
    timeout: 20_000,
  });
  return stdout.trim();
}

test('an open store keeps no process alive, and a call under way does', async () => {
  const directory = await temporaryDirectory();
  const path = join(directory.path, 'store.db');
  expect(await runWithStore(path, 'console.log("open")')).toBe('open');
  expect(await runWithStore(path, 'console.log((await store.listHolds({ statuses: [], limit: 1 })).length)')).toBe('0');
  await directory.remove();
});

test('a file that is no store is refused with a code, and so is every call after close', async () => {
  const directory = await temporaryDirectory();
  expect(await codeOf(openSqlite(join(directory.path, 'no', 'such', 'folder.db')))).toBe('STORE_FAILED');
  const store = await openSqlite(join(directory.path, 'store.db'));
  const last = store.findHold('hld_last');
  await store.close();
  await store.close();
  expect(await last).toBeUndefined();
  expect(await codeOf(store.findHold('hld_late'))).toBe('CLOSED');
  await directory.remove();
});

test('two processes share one file: each sees what the other committed', async () => {
  const directory = await temporaryDirectory();
  const path = join(directory.path, 'store.db');
  const store = await openSqlite(path);
  const answer = { hold: 'h', key: 'k', body: 'b', answer: null, createdAt: 1 };
  await store.commit({ answer });
  const seen = `const [answer] = await store.listAnswers('h');
    await store.commit({ answer: { ...answer, key: 'theirs' } });
    console.log(answer.key);`;
  expect(await runWithStore(path, seen)).toBe('k');
  expect((await store.listAnswers('h')).map(({ key }) => key).sort()).toEqual(['k', 'theirs']);
  await store.close();
  await directory.remove();
});

test('a batch in which nothing is bound wrongly goes on after one in which something was', async () => {
  const directory = await temporaryDirectory();
  const store = await openSqlite(join(directory.path, 'store.db'));
  const broken = { hold: 'h', key: 'k', body: 'b', answer: null, createdAt: 1.5 };
  const results = await Promise.allSettled([
    store.commit({ answer: { ...broken, createdAt: 1 } }),
    store.commit({ answer: broken }),
    store.commit({ answer: { ...broken, key: 'k2', createdAt: 2 } }),
  ]);
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(await store.listAnswers('h')).toHaveLength(2);
  await store.close();
  await directory.remove();
});
