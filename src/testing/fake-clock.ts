import type { Clock } from '../holds/types.ts';

export interface FakeClock extends Clock {
  advance(milliseconds: number): void;
}

/** A clock that stands still until it is told to move on. Starts at `start`, in milliseconds since 1970. */
export function createFakeClock(start: number = Date.UTC(2030, 0, 1)): FakeClock {
  let now = start;
  return {
    now: () => now,
    advance(milliseconds) {
      now += milliseconds;
    },
  };
}
