import { expect, test } from 'vitest';
import { runKills } from './kill/run-kills.mjs';

test('a kill at any moment loses nothing acknowledged, releases nothing half and nothing without a record', async () => {
  const { kills, acknowledged, finished } = await runKills({ kills: 24, seed: 20261123 });
  expect(kills).toBe(24);
  // Otherwise the child did nothing, or was never caught between intent and release, and the run showed nothing.
  expect(acknowledged).toBeGreaterThan(10);
  expect(finished).toBeGreaterThan(0);
}, 120_000);
