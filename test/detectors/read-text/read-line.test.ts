import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { type ReadingBudget, readLine } from '../../../src/detectors/read-text/read-line.ts';

const SLOW_MS = 60;
const picture = { data: new Uint8Array(200 * 40 * 3), width: 200, height: 40 };
const rectangle = { centre: { x: 100, y: 20 }, width: 180, height: 20, angle: 0 };

it('begins no line that would end behind the time, as slow as the last one was', async () => {
  let read = 0;
  const recogniser = {
    async read() {
      read++;
      await sleep(SLOW_MS);
      return [];
    },
  };
  const budget: ReadingBudget = {
    columns: 10_000,
    illegibleColumns: 10_000,
    until: performance.now() + SLOW_MS * 1.8,
    msPerColumn: 0,
    isSpent: false,
  };
  expect(await readLine(recogniser, picture, rectangle, budget)).toBeDefined();
  expect(await readLine(recogniser, picture, rectangle, budget)).toBeUndefined();
  expect([read, budget.isSpent]).toEqual([1, true]);
});
