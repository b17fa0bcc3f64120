import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, stat, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { createSpool, sweepSpools } from '../../src/scanner/spool.ts';

/** Over the largest process id of any system. */
const NOBODY = 2 ** 30;
const DAYS_AGO = Date.now() / 1000 - 3 * 24 * 60 * 60;

test('a spool file can be read by its own user only, and goes with its folder', async () => {
  const spool = createSpool();
  const path = await spool.write(new Uint8Array([1, 2, 3]));
  expect([...(await readFile(path))]).toEqual([1, 2, 3]);
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  expect((await stat(dirname(path))).mode & 0o777).toBe(0o700);
  await spool.remove(path);
  expect(existsSync(path)).toBe(false);
  await spool.close();
  expect(existsSync(dirname(path))).toBe(false);
});

test('the folder of a process that is gone is swept when it is old, any other is left alone', async () => {
  const folders = await Promise.all(
    [NOBODY, NOBODY, process.pid].map((pid) => mkdtemp(join(tmpdir(), `bystander-scan-${pid}-`))),
  );
  const [old = '', fresh = '', own = ''] = folders;
  await utimes(old, DAYS_AGO, DAYS_AGO);
  await utimes(own, DAYS_AGO, DAYS_AGO);
  await sweepSpools();
  expect([old, fresh, own].map((path) => existsSync(path))).toEqual([false, true, true]);
  await Promise.all([fresh, own].map((path) => rm(path, { recursive: true })));
});
