import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createSpool } from '../../src/middleware/spool.ts';

let root = '';
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'bystander-spool-test-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

/** The id of a process that has ended. */
async function deadPid(): Promise<number> {
  const child = spawn(process.execPath, ['-e', '0']);
  await new Promise((resolve) => child.once('exit', resolve));
  return child.pid ?? 0;
}

test('the folder is for its owner only and carries the process id', async () => {
  const spool = await createSpool(root);
  const [name] = await readdir(root);
  expect(name).toContain(`-${process.pid}-`);
  expect((await stat(spool.directory)).mode & 0o777).toBe(0o700);
  await spool.close();
  expect(await readdir(root)).toEqual([]);
});

test('spools of dead processes are swept at start, those of living ones and of other hosts stay', async () => {
  const host = hostname().replace(/[^\w]/g, '_');
  const dead = join(root, `bystander-uploads-${host}-${await deadPid()}-abcdef`);
  const living = join(root, `bystander-uploads-${host}-${process.ppid}-abcdef`);
  const elsewhere = join(root, `bystander-uploads-other-${await deadPid()}-abcdef`);
  for (const directory of [dead, living, elsewhere]) {
    await mkdir(directory);
    await writeFile(join(directory, 'file'), 'left');
  }
  const spool = await createSpool(root);
  const left = (await readdir(root)).map((name) => join(root, name)).sort();
  expect(left).toEqual([living, elsewhere, spool.directory].sort());
});

test('the files of a session go with it, unless they are kept or were moved away', async () => {
  const spool = await createSpool(root);
  const session = spool.open();
  const path = await session.write(Buffer.from('a'));
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  await rm(await session.write(Buffer.from('moved')));
  await session.remove();
  await session.write(Buffer.from('late'));
  await session.remove();
  const kept = spool.open();
  await kept.write(Buffer.from('kept'));
  kept.keep();
  await kept.remove();
  expect(await readdir(spool.directory)).toHaveLength(1);
});
