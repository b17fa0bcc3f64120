import { expect, it } from 'vitest';
import { type FuzzOptions, type FuzzResult, runFuzz } from './run-fuzz.ts';

/** A part of what `npm run fuzz` does, the same on every run. */
const SEED = 20_261_123;

it('no mutated file hangs, throws anything but a refusal, or comes out unclean', { timeout: 60_000 }, async () => {
  const { inputs, taken } = await withoutFailure({ target: 'files', inputs: 8000, seconds: 25 });
  expect(taken / inputs).toBeGreaterThan(0.1);
});

it('no payload of a code hangs, throws, or gives a place outside of its text', { timeout: 30_000 }, async () => {
  const { inputs, taken } = await withoutFailure({ target: 'payloads', inputs: 1000, seconds: 4 });
  expect(taken / inputs).toBeGreaterThan(0.5);
});

it('no lines of text hang, throw, lose a word, or give a box outside of them', { timeout: 30_000 }, async () => {
  const { inputs, taken } = await withoutFailure({ target: 'lines', inputs: 150, seconds: 4 });
  expect(taken / inputs).toBeGreaterThan(0.5);
});

async function withoutFailure(options: Omit<FuzzOptions, 'seed'>): Promise<FuzzResult> {
  const result = await runFuzz({ ...options, seed: SEED });
  expect(result.failures.map(({ number, format, error }) => `${number} ${format} ${error}`)).toEqual([]);
  return result;
}
