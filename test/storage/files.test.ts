import { readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openFiles } from '../../src/storage/files.ts';
import { codeOf } from '../holds/support/code-of.ts';
import { temporaryDirectory } from '../holds/support/temporary-directory.ts';

async function* chunks(...parts: readonly string[]) {
  for (const part of parts) yield Buffer.from(part);
}

test('objects come back as they were put, and are readable by their owner only', async () => {
  const directory = await temporaryDirectory();
  const files = await openFiles(join(directory.path, 'objects'));
  const sizes = await files.put('hold', [
    { name: 'a.item', content: chunks('one', 'two') },
    { name: 'b.item', content: chunks() },
  ]);
  expect(sizes).toEqual([6, 0]);
  expect((await files.get('hold', 'a.item')).toString()).toBe('onetwo');
  expect((await files.names('hold')).toSorted()).toEqual(['a.item', 'b.item']);
  expect(await files.list()).toMatchObject([{ hold: 'hold', unchangedForMs: expect.any(Number) }]);
  expect((await stat(join(directory.path, 'objects'))).mode & 0o777).toBe(0o700);
  expect((await stat(join(directory.path, 'objects', 'hold', 'a.item'))).mode & 0o777).toBe(0o600);
  await files.remove('hold', ['a.item', 'never-there']);
  expect(await files.names('hold')).toEqual(['b.item']);
  await files.removeAll('hold');
  await files.removeAll('hold');
  await files.remove('hold', ['b.item']);
  expect(await files.list()).toEqual([]);
  expect(await files.names('hold')).toEqual([]);
  expect(await codeOf(files.get('hold', 'b.item'))).toBe('STORE_FAILED');
  await directory.remove();
});

test('an object whose content fails on the way is not there, not even in part', async () => {
  const directory = await temporaryDirectory();
  const files = await openFiles(directory.path);
  async function* broken() {
    yield Buffer.from('half');
    throw new Error('the disk is gone');
  }
  expect(await codeOf(files.put('hold', [{ name: 'a.item', content: broken() }]))).toBe('STORE_FAILED');
  expect(await readdir(join(directory.path, 'hold'))).toEqual([]);
  await directory.remove();
});

test('names that would lead elsewhere are refused', async () => {
  const directory = await temporaryDirectory();
  const files = await openFiles(join(directory.path, 'objects'));
  await writeFile(join(directory.path, 'secret'), 'secret');
  const calls = [
    files.get('..', 'secret'),
    files.get('hold', '../../secret'),
    files.get('.', 'secret'),
    files.put('../out', [{ name: 'a', content: chunks('x') }]),
    files.removeAll('..'),
  ];
  expect(await Promise.all(calls.map(codeOf))).toEqual(calls.map(() => 'STORE_FAILED'));
  expect(await readdir(directory.path)).toEqual(['objects', 'secret']);
  await directory.remove();
});
