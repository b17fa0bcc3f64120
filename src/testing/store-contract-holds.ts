/** The cases of the store contract about holds, what was sent of them, and answers. */
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { newHoldId } from '../holds/ids.ts';
import { verifyChain } from '../holds/records/verify-chain.ts';
import type { HoldRow, HoldStore, Inserted, Quota } from '../holds/store.ts';
import type { StoreCase } from './store-contract.ts';
import { assertSameRow, holds, insert, NO_LIMIT, newRecord, newRow, RACERS, servedFor } from './store-contract-rows.ts';

export const HOLD_CASES: readonly StoreCase[] = [
  {
    name: 'a hold reads back as it was inserted, and an unknown one is absent',
    async check({ store }) {
      const row = await insert(store, { document: randomBytes(5000), intent: null });
      assertSameRow(await store.findHold(row.id), row);
      assert.equal(await store.findHold(newHoldId()), undefined);
    },
  },
  {
    name: 'a restart loses nothing that was acknowledged',
    async check({ store, reopen }) {
      const rows = await Promise.all(Array.from({ length: RACERS }, () => insert(store)));
      const record = newRecord(rows[0]?.id ?? '');
      assert.equal(await store.commit({ record }), true);
      const again = await reopen();
      for (const row of rows) assertSameRow(await again.findHold(row.id), row);
      assert.equal((await again.findRecord(record.id))?.document, record.document);
    },
  },
  {
    name: 'of many moves from one version exactly one wins, and it raises the version',
    async check({ store }) {
      const row = await insert(store);
      const moves = Array.from({ length: RACERS }, (_, racer) =>
        store.commit({
          move: { id: row.id, version: row.version, set: { status: 'decided', owner: `racer ${racer}` } },
        }),
      );
      const won = (await Promise.all(moves)).map((isWon, racer) => (isWon ? racer : -1)).filter((racer) => racer >= 0);
      assert.equal(won.length, 1);
      const moved = await store.findHold(row.id);
      assert.deepEqual([moved?.version, moved?.owner], [row.version + 1, `racer ${won[0]}`]);
    },
  },
  {
    name: 'a change that keeps the version still needs the right one',
    async check({ store }) {
      const { id, version } = await insert(store);
      assert.equal(await store.commit({ move: { id, version, set: { dueAt: 7 }, keepsVersion: true } }), true);
      assert.equal(
        await store.commit({ move: { id, version: version + 1, set: { dueAt: 8 }, keepsVersion: true } }),
        false,
      );
      const row = await store.findHold(id);
      assert.deepEqual([row?.dueAt, row?.version], [7, version]);
    },
  },
  {
    name: 'a lost move writes nothing of what stands beside it',
    async check({ store }) {
      const row = await insert(store);
      const record = newRecord(row.id);
      const answer = { hold: row.id, key: 'key', body: 'body', answer: null, createdAt: 1 };
      const move = { id: row.id, version: row.version + 1, set: { status: 'released' as const } };
      assert.equal(await store.commit({ move, record, answer }), false);
      assert.equal(await store.findRecord(record.id), undefined);
      assert.deepEqual(await store.listAnswers(row.id), []);
      assert.deepEqual(await verifyChain(store), { records: 0, intact: true });
    },
  },
  {
    name: 'one operation that fails does not lose the others beside it',
    async check({ store }) {
      const row = await insert(store);
      const others = Array.from({ length: 5 }, () => newRow());
      const results = await Promise.allSettled([
        ...others.map((other) => store.insertHold(other, servedFor(other), NO_LIMIT)),
        store.insertHold(row, servedFor(row), NO_LIMIT),
        ...others.map((other) => store.findHold(other.id)),
      ]);
      assert.deepEqual(
        results.map(({ status }) => status),
        [...others.map(() => 'fulfilled'), 'rejected', ...others.map(() => 'fulfilled')],
      );
      for (const other of others) assertSameRow(await store.findHold(other.id), other);
    },
  },
  {
    name: 'inserts that race never pass the number of holds a subject may have',
    async check({ store }) {
      const quota = { ...NO_LIMIT, maxHolds: 20 };
      const outcomes = await race(store, quota);
      assert.equal(outcomes.filter((outcome) => outcome === 'inserted').length, 20);
      assert.equal(outcomes.filter((outcome) => outcome === 'TOO_MANY_HOLDS').length, RACERS - 20);
      const other = newRow({ subject: 'k.other' });
      const others: Quota = { ...quota, subjects: ['k.other', 'old.other'] };
      assert.equal(await store.insertHold(other, servedFor(other), others), 'inserted');
    },
  },
  {
    name: 'inserts that race never pass the bytes of all holds, and purged bytes make room',
    async check({ store }) {
      const quota = { ...NO_LIMIT, maxBytes: 10 * 1000 };
      const outcomes = await race(store, quota);
      assert.equal(outcomes.filter((outcome) => outcome === 'inserted').length, 10);
      assert.equal(outcomes.filter((outcome) => outcome === 'STORAGE_FULL').length, RACERS - 10);
      const [first] = await store.listHolds({ statuses: ['awaiting'], limit: 1 });
      assert.ok(first);
      await store.commit({ move: { id: first.id, version: first.version, set: { status: 'purged', bytes: 0 } } });
      const late = newRow({ bytes: 1000 });
      assert.equal(await store.insertHold(late, servedFor(late), quota), 'inserted');
    },
  },
  {
    name: 'pages give each hold of a subject once, newest first, with equal times in between',
    async check({ store }) {
      const rows: HoldRow[] = [];
      for (let index = 0; index < 25; index += 1) rows.push(await insert(store, { createdAt: Math.floor(index / 4) }));
      await insert(store, { subject: 'k.other' });
      await insert(store, { status: 'purged' });
      const seen: HoldRow[] = [];
      for (;;) {
        const last = seen.at(-1);
        const page = await store.listHolds({
          subjects: ['k.subject', 'old.subject'],
          statuses: ['awaiting'],
          limit: 10,
          ...(last && { before: { createdAt: last.createdAt, id: last.id } }),
        });
        if (page.length === 0) break;
        seen.push(...page);
      }
      assert.deepEqual(seen.map(({ id }) => id).sort(), rows.map(({ id }) => id).sort());
      assert.deepEqual(
        seen.map(({ createdAt }) => createdAt),
        rows.map(({ createdAt }) => createdAt).reverse(),
      );
    },
  },
  {
    name: 'what is due comes in its order, page by page, and what is worked on is known',
    async check({ store }) {
      const rows: HoldRow[] = [];
      for (const dueAt of [30, 10, 20, 20, 99]) rows.push(await insert(store, { dueAt }));
      const first = await store.dueHolds(30, { dueAt: 0, id: '' }, 2);
      const last = first.at(-1);
      assert.ok(last);
      const rest = await store.dueHolds(30, { dueAt: last.dueAt, id: last.id }, 10);
      assert.deepEqual(
        [...first, ...rest].map(({ dueAt }) => dueAt),
        [10, 20, 20, 30],
      );
      const leased = await insert(store, { status: 'resuming', owner: 'somebody' });
      assert.deepEqual(
        (await store.leasedHolds()).map(({ id }) => id),
        [leased.id],
      );
    },
  },
  {
    name: 'a tombstone is deleted only in the version that was seen',
    async check({ store }) {
      const row = await insert(store, { status: 'purged' });
      assert.equal(await store.deleteHold(row.id, row.version + 1), false);
      assert.equal(await store.deleteHold(row.id, row.version), true);
      assert.equal(await store.findHold(row.id), undefined);
    },
  },
  {
    name: 'purging takes the wrapped key and the document off the medium',
    async check({ store, medium, reopen }) {
      const secrets = { wrappedKey: randomBytes(61), document: randomBytes(20_000), intent: randomBytes(500) };
      const row = await insert(store, secrets);
      await insert(store);
      const traces = [secrets.wrappedKey, secrets.intent, secrets.document.subarray(9000, 9032)];
      const before = (await medium?.()) ?? [];
      assert.ok(before.length === 0 || traces.every((trace) => holds(before, trace)));
      const set = { status: 'purged' as const, wrappedKey: null, document: null, intent: null };
      assert.equal(await store.commit({ move: { id: row.id, version: row.version, set } }), true);
      const found = await store.findHold(row.id);
      assert.deepEqual([found?.wrappedKey, found?.document, found?.intent], [null, null, null]);
      const after = (await medium?.()) ?? [];
      assert.ok(!traces.some((trace) => holds(after, trace)));
      assert.equal((await (await reopen()).findHold(row.id))?.wrappedKey, null);
    },
  },
  {
    name: 'a sending is kept once for each hold, version and statement, and forgotten on demand',
    async check({ store }) {
      const row = await insert(store);
      const first = servedFor(row);
      await Promise.all([store.addServed({ ...first, at: 5 }), store.addServed({ ...first, version: 2, at: 6 })]);
      await store.addServed({ ...first, version: 2, at: 7 });
      const later = { ...first, version: 2, at: 6 };
      assert.deepEqual(await store.listServed(row.id), [first, later]);
      await store.commit({ forgets: { hold: row.id, answers: false } });
      assert.deepEqual(await store.listServed(row.id), []);
    },
  },
  {
    name: 'an answer takes the place of its reservation, and is dropped when it is old or forgotten',
    async check({ store }) {
      const { id: hold } = await insert(store);
      const reserved = { hold, key: 'key', body: 'body', answer: null, createdAt: 10 };
      const answered = { ...reserved, answer: new Uint8Array([1, 2, 3]), createdAt: 20 };
      await store.commit({ answer: reserved });
      await store.commit({ answer: answered });
      await store.commit({ answer: { ...answered, key: 'other' } });
      const answers = await store.listAnswers(hold);
      assert.deepEqual(answers.map(({ key, answer, createdAt }) => [key, [...(answer ?? [])], createdAt]).sort(), [
        ['key', [1, 2, 3], 20],
        ['other', [1, 2, 3], 20],
      ]);
      await store.deleteAnswers(20);
      assert.equal((await store.listAnswers(hold)).length, 2);
      await store.commit({ forgets: { hold, answers: true } });
      assert.deepEqual(await store.listAnswers(hold), []);
      await store.commit({ answer: reserved });
      await store.deleteAnswers(11);
      assert.deepEqual(await store.listAnswers(hold), []);
    },
  },
];

function race(store: HoldStore, quota: Quota): Promise<readonly Inserted[]> {
  const rows = Array.from({ length: RACERS }, () => newRow({ bytes: 1000 }));
  return Promise.all(rows.map((row) => store.insertHold(row, servedFor(row), quota)));
}
