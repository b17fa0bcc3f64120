import { expect, it, vi } from 'vitest';
import { inMemory } from '../../src/media/image-file.ts';
import { MalformedImageError } from '../../src/media/walkers/byte-view.ts';
import { hiddenInWebp } from '../../src/redactors/hidden-in-webp.ts';
import { picture } from '../fixtures/images.ts';

const decoding = vi.hoisted(() => ({ problem: '' }));

vi.mock('../../src/media/sharp.ts', async (original) => ({
  ...(await original<object>()),
  openPicture: () => ({ raw: () => ({ toBuffer: () => Promise.reject(new Error(decoding.problem)) }) }),
}));

it('does not take a decoder that was stopped for one that needs all bytes', async () => {
  const file = inMemory(await picture().webp().toBuffer());
  decoding.problem = 'webp: unable to read';
  await expect(hiddenInWebp(file)).resolves.toEqual({ isFound: false, edits: [] });
  decoding.problem = 'timeout: 3% complete';
  await expect(hiddenInWebp(file)).rejects.toThrow(MalformedImageError);
});
