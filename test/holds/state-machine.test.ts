import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Change, HoldStore } from '../../src/holds/store.ts';
import { TRANSITIONS } from '../../src/holds/transitions.ts';
import type { Holds, HoldView, Lease } from '../../src/holds/types.ts';
import { openStorage } from '../../src/storage/open-storage.ts';
import { codeOf } from './support/code-of.ts';
import { ANNA, decisionOn, newHold, ORIGIN } from './support/new-hold.ts';
import { KEY, openTestHolds } from './support/open-test-holds.ts';
import { temporaryDirectory } from './support/temporary-directory.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** What a hold has to be, by the rules and nothing else. */
interface Model {
  status: 'awaiting' | 'released' | 'resuming' | 'consumed' | 'gone';
  now: number;
  expiresAt: number;
  leaseUntil: number;
  isExtended: boolean;
  hasRecord: boolean;
}

const COMMANDS = ['redact', 'decline', 'resume', 'consume', 'giveBack', 'extend', 'remove', 'withdraw', 'get'] as const;
const WAITS = [MINUTE / 2, 2 * MINUTE, 25 * HOUR, 73 * HOUR];
type Step = (typeof COMMANDS)[number] | number;

// What ends a hold is rare, so that most sequences get far.
const steps = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom<Step>('redact', 'extend', 'get') },
    { weight: 5, arbitrary: fc.constantFrom<Step>('resume', 'giveBack') },
    { weight: 4, arbitrary: fc.constantFrom<Step>(...WAITS.slice(0, 2)) },
    { weight: 1, arbitrary: fc.constantFrom<Step>(...COMMANDS, ...WAITS.slice(2)) },
  ),
  { minLength: 5, maxLength: 25 },
);

test('whatever is called in whatever order, a hold answers and ends as the table says', async () => {
  const { holds, clock } = await openTestHolds({ settings: { holdsPerSubject: 10_000 } });
  await fc.assert(
    fc.asyncProperty(steps, async (sequence) => {
      const view = await holds.create(newHold());
      const model: Model = {
        status: 'awaiting',
        now: 0,
        expiresAt: 72 * HOUR,
        leaseUntil: 0,
        isExtended: false,
        hasRecord: false,
      };
      const user = createUser(holds, view);
      for (const step of sequence) {
        if (typeof step === 'number') {
          clock.advance(step);
          model.now += step;
          await holds.sweep();
          expire(model);
        } else expect(`${step}: ${await user(step)}`).toBe(`${step}: ${predict(model, step)}`);
        const status = await holds.get(view.hold, ANNA).then(
          (shown) => shown.status,
          () => 'gone',
        );
        expect(status).toBe(model.status);
      }
    }),
    { numRuns: 60, seed: 2 },
  );
});

test('calls that race make only moves of the table, one at a time, and end in one state', async () => {
  const directory = await temporaryDirectory();
  const storage = await openStorage({ directory: directory.path, keys: [KEY] });
  const moves: NonNullable<Change['move']>[] = [];
  const store: HoldStore = {
    ...storage.store,
    async commit(change) {
      const isWon = await storage.store.commit(change);
      if (isWon && change.move) moves.push(change.move);
      return isWon;
    },
  };
  const { holds } = await openTestHolds({ store, settings: { holdsPerSubject: 10_000 } });
  const racing = fc.array(fc.array(fc.constantFrom(...COMMANDS), { minLength: 2, maxLength: 6 }), {
    minLength: 1,
    maxLength: 4,
  });
  await fc.assert(
    fc.asyncProperty(racing, async (rounds) => {
      const view = await holds.create(newHold());
      const user = createUser(holds, view);
      for (const round of rounds) await Promise.all(round.map(user));
      const made = moves.filter(({ id, keepsVersion }) => id === view.hold && !keepsVersion);
      expect(made.map(({ version }) => version)).toEqual(made.map((_, index) => view.version + index));
      const statuses = ['awaiting', ...made.map(({ set }) => set.status)];
      for (const [index, to] of statuses.slice(1).entries()) {
        expect(TRANSITIONS.map((move) => `${move.from} ${move.to}`)).toContain(`${statuses[index]} ${to}`);
      }
      const row = await storage.store.findHold(view.hold);
      expect(row?.status).toBe(statuses.at(-1));
      expect(row?.wrappedKey === null).toBe(row?.status === 'purged' || row?.status === 'consumed');
      if (row?.status === 'released') expect(row.record).not.toBeNull();
    }),
    { numRuns: 40, seed: 3 },
  );
  expect((await holds.admin.verify()).intact).toBe(true);
  await storage.store.close();
  await directory.remove();
});

/** One user's browser and one host: it remembers the last record and the last lease. */
function createUser(holds: Holds, view: HoldView): (step: (typeof COMMANDS)[number]) => Promise<string> {
  let record = 'rec_none';
  let lease: Lease | undefined;
  const decide = (choice: 'redact' | 'remove') =>
    holds
      .decide(view.hold, ANNA, decisionOn(view, choice), { version: view.version })
      .then((decided) => (record = decided.status === 'released' ? (decided.record ?? record) : record));
  const calls = {
    redact: () => decide('redact'),
    decline: () => decide('remove'),
    resume: async () => (lease = await holds.resume(view.hold, ANNA, ORIGIN)),
    consume: async () => lease?.consume(),
    giveBack: async () => lease?.giveBack(),
    extend: () => holds.extend(view.hold, ANNA),
    remove: () => holds.remove(view.hold, ANNA),
    withdraw: () => holds.withdraw(record, ANNA),
    get: () => holds.get(view.hold, ANNA),
  };
  return (step) => codeOf(calls[step]());
}

function expire(model: Model): void {
  if (model.status === 'resuming' && model.now >= model.leaseUntil) model.status = 'released';
  if ((model.status === 'awaiting' || model.status === 'released') && model.now >= model.expiresAt)
    model.status = 'gone';
}

/** The code that the call must answer with; moves the model. */
function predict(model: Model, step: (typeof COMMANDS)[number]): string {
  const { status } = model;
  const go = (to: Model['status']): string => {
    model.status = to;
    return 'no error';
  };
  switch (step) {
    case 'get':
      return status === 'gone' ? 'GONE' : 'no error';
    case 'redact':
    case 'decline':
      if (status === 'gone') return 'GONE';
      if (status !== 'awaiting') return 'ALREADY_DECIDED';
      if (step === 'decline') return go('gone');
      model.hasRecord = true;
      model.expiresAt = model.now + 24 * HOUR;
      return go('released');
    case 'resume':
      if (status === 'awaiting') return 'UNDECIDED';
      if (status === 'resuming') return 'RUNNING';
      if (status !== 'released') return 'GONE';
      model.leaseUntil = model.now + MINUTE;
      return go('resuming');
    case 'consume':
      // Without a lease the host has nothing to end.
      if (model.leaseUntil === 0 || status === 'consumed') return 'no error';
      return status === 'gone' ? 'GONE' : go('consumed');
    case 'giveBack':
      return status === 'resuming' ? go('released') : 'no error';
    case 'extend':
      if (status === 'gone') return 'GONE';
      if (status !== 'awaiting') return 'ALREADY_DECIDED';
      if (model.isExtended) return 'CHOICE_NOT_ALLOWED';
      model.isExtended = true;
      model.expiresAt += 72 * HOUR;
      return 'no error';
    case 'remove':
      return status === 'gone' || status === 'consumed' ? 'GONE' : go('gone');
    case 'withdraw':
      if (!model.hasRecord) return 'NOT_FOUND';
      return status === 'gone' ? 'no error' : go('gone');
  }
}
