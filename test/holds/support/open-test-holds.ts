import { onTestFinished } from 'vitest';
import type { Key } from '../../../src/core/options.ts';
import { UncleanableError } from '../../../src/errors.ts';
import type { HoldsOptions } from '../../../src/holds/create-holds.ts';
import { createHolds } from '../../../src/holds/create-holds.ts';
import type { HoldEvent, Holds } from '../../../src/holds/types.ts';
import { openStorage, type Storage } from '../../../src/storage/open-storage.ts';
import { createMaskRedactor } from './mask-redactor.mjs';
import { temporaryDirectory } from './temporary-directory.ts';
import { createTestStatements } from './test-statements.mjs';

export const KEY: Key = { id: 'k1', secret: Buffer.alloc(32, 1).toString('base64') };

export interface TestHolds {
  readonly holds: Holds;
  readonly storage: Storage;
  readonly directory: string;
  readonly clock: { now(): number; advance(ms: number): void };
  readonly events: HoldEvent[];
  readonly logged: string[];
  /** Closes these and opens new ones on the same directory. */
  reopen(changes?: Changes): Promise<TestHolds>;
}

type Changes = Partial<Omit<HoldsOptions, 'objects' | 'keys' | 'settings'>> & {
  readonly settings?: Partial<HoldsOptions['settings']>;
  readonly keys?: readonly Key[];
  readonly directory?: string;
};

/** Real holds on real files in a directory of their own, closed and removed after the test; only time is not real. */
export async function openTestHolds(changes: Changes = {}): Promise<TestHolds> {
  const { settings, keys = [KEY], directory: given, clock: givenClock, ...options } = changes;
  const directory = given ?? (await newDirectory());
  let now = Date.now();
  const clock = (givenClock as TestHolds['clock'] | undefined) ?? {
    now: () => now,
    advance: (ms: number) => (now += ms),
  };
  const events: HoldEvent[] = [];
  const logged: string[] = [];
  const log = (line: string) => void logged.push(line);
  const storage = await openStorage({ directory, keys });
  const holds = createHolds({
    ...storage,
    statements: createTestStatements(),
    redactor: createMaskRedactor(UncleanableError),
    recordContext: {
      detectors: [
        { id: 'email', version: '1', threshold: 0.5 },
        { id: 'face', version: '1' },
      ],
    },
    onEvent: (event) => events.push(event),
    logger: { info: log, warn: log, error: log },
    ...options,
    clock,
    settings: { audience: 'consumer', unscanned: 'ask', holdsPerSubject: 20, heldBytes: 10_000_000, ...settings },
  });
  onTestFinished(() => holds.close());
  const reopen = async (more: Changes = {}) => {
    await holds.close();
    return openTestHolds({ ...changes, clock, ...more, directory });
  };
  return { holds, storage, directory, clock, events, logged, reopen };
}

async function newDirectory(): Promise<string> {
  const directory = await temporaryDirectory();
  onTestFinished(() => directory.remove());
  return directory.path;
}
