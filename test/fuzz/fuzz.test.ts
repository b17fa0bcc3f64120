import { expect, it } from 'vitest';
import { runFuzz } from './run-fuzz.ts';

/** A part of what `npm run fuzz` does, the same on every run. */
const INPUTS = 8000;
const MAX_SECONDS = 25;

it('no mutated file hangs, throws anything but a refusal, or comes out unclean', { timeout: 60_000 }, async () => {
  const { failures, inputs, cleaned } = await runFuzz({ inputs: INPUTS, seed: 20_261_123, seconds: MAX_SECONDS });
  expect(failures.map(({ number, format, error }) => `${number} ${format} ${error}`)).toEqual([]);
  expect(cleaned / inputs).toBeGreaterThan(0.1);
});
