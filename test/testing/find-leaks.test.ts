import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findLeaks } from '../../src/testing/index.ts';

const canaries = { email: 'canary-41c7@leak.example' };
const value = canaries.email;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bystander-leaks-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it('nothing is found where nothing leaked', async () => {
  await writeFile(join(folder, 'clean.log'), 'upload held, 1 finding of type email');
  expect(await findLeaks({ canaries, texts: { log: 'hold hld_1 created' }, folders: [folder] })).toEqual([]);
});

it('a canary is found in a text and in a file, however it is written', async () => {
  const forms = [
    Buffer.from(value),
    Buffer.from(value, 'utf16le'),
    Buffer.from(encodeURIComponent(value)),
    Buffer.from(Buffer.from(value).toString('hex')),
  ];
  for (const [index, form] of forms.entries()) {
    const path = join(folder, `leak-${index}.bin`);
    await writeFile(path, Buffer.concat([Buffer.from([0, 255, 7]), form, Buffer.from([9])]));
    expect(await findLeaks({ canaries, folders: [folder] })).toContainEqual({ canary: 'email', place: path });
    await rm(path);
  }
  expect(await findLeaks({ canaries, texts: { log: `to ${value}` } })).toEqual([{ canary: 'email', place: 'log' }]);
});

it('a canary is found within base64 wherever it starts in it', async () => {
  const bytes = fc.uint8Array({ maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(bytes, bytes, async (before, after) => {
      const text = Buffer.concat([before, Buffer.from(value), after]).toString('base64');
      expect(await findLeaks({ canaries, texts: { body: text } })).toHaveLength(1);
    }),
    { seed: 41, numRuns: 200 },
  );
});

it('a canary that is too short to be one is refused', async () => {
  await expect(findLeaks({ canaries: { name: 'Anna' } })).rejects.toThrow(RangeError);
});
