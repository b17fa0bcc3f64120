import { readFile } from 'node:fs/promises';
import { expect, it, vi } from 'vitest';
import { createCodeReader } from '../../src/detectors/read-codes.ts';

vi.mock('node:fs/promises', async (original) => ({ ...(await original<object>()), readFile: vi.fn() }));

it.each([
  ['missing', () => Promise.reject(new Error('ENOENT'))],
  ['broken', () => Promise.resolve(Buffer.from('no wasm'))],
])('a wasm file that is %s is named at the start, and nothing is fetched for it', async (_, answer) => {
  vi.mocked(readFile).mockImplementation(answer);
  const fetched = vi.spyOn(globalThis, 'fetch').mockRejectedValue(new Error('offline'));
  await expect(createCodeReader()).rejects.toMatchObject({
    code: 'CONFIG_RUNTIME_MISSING',
    problems: [{ path: 'engines.codes', expected: expect.stringContaining('zxing-wasm') }],
  });
  expect(fetched).not.toHaveBeenCalled();
});
