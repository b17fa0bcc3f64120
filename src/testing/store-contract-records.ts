/** The cases of the store contract about records and their chain. */
import assert from 'node:assert/strict';
import { verifyChain } from '../holds/records/verify-chain.ts';
import type { StoreCase } from './store-contract.ts';
import { holds, insert, newRecord, RACERS } from './store-contract-rows.ts';

export const RECORD_CASES: readonly StoreCase[] = [
  {
    name: 'a record is withdrawn once, and a move beside a second withdrawal is not made',
    async check({ store }) {
      const row = await insert(store);
      const record = newRecord(row.id);
      await store.commit({ record });
      const withdrawals = Array.from({ length: RACERS }, () => {
        const move = { id: row.id, version: row.version, set: { status: 'withdrawn' as const } };
        return store.commit({ withdraws: record.id, move, record: newRecord(row.id) });
      });
      assert.equal((await Promise.all(withdrawals)).filter(Boolean).length, 1);
      assert.equal((await store.findRecord(record.id))?.status, 'withdrawn');
      assert.equal((await store.findHold(row.id))?.version, row.version + 1);
      const { version } = (await store.findHold(row.id)) ?? row;
      const late = { id: row.id, version, set: { status: 'purged' as const } };
      assert.equal(await store.commit({ withdraws: record.id, move: late }), false);
      assert.equal((await store.findHold(row.id))?.status, 'withdrawn');
      assert.equal((await store.listRecords({ limit: 10 })).length, 2);
    },
  },
  {
    name: 'records that race are chained one after the other, and page newest first',
    async check({ store }) {
      const { id } = await insert(store);
      await Promise.all(Array.from({ length: RACERS }, () => store.commit({ record: newRecord(id) })));
      assert.deepEqual(await verifyChain(store), { records: RACERS, intact: true });
      const first = await store.listRecords({ limit: 30 });
      const rest = await store.listRecords({ before: first.at(-1)?.seq ?? 0, limit: 30 });
      assert.deepEqual(
        [...first, ...rest].map(({ seq }) => seq),
        Array.from({ length: RACERS }, (_, index) => RACERS - index),
      );
    },
  },
  {
    name: 'an erased record is gone with its salt, off the medium too, and the chain still verifies',
    async check({ store, medium, reopen }) {
      const { id } = await insert(store);
      const records = Array.from({ length: 5 }, () => newRecord(id));
      for (const record of records) await store.commit({ record });
      const erased = records[2] ?? newRecord(id);
      assert.equal(await store.eraseRecord(erased.id, 1), true);
      assert.equal(await store.eraseRecord(erased.id, 1), false);
      assert.equal(await store.findRecord(erased.id), undefined);
      const after = (await medium?.()) ?? [];
      assert.ok(!holds(after, erased.salt) && !holds(after, Buffer.from(erased.document)));
      assert.deepEqual(await verifyChain(await reopen()), { records: 4, intact: true });
    },
  },
  {
    name: 'the use of a record is noted without changing what was hashed',
    async check({ store }) {
      const { id: hold } = await insert(store);
      const record = newRecord(hold);
      await store.commit({ record });
      await store.commit({ used: { record: record.id, at: 9, asset: 'asset-1', recipients: '["cdn"]' } });
      const found = await store.findRecord(record.id);
      assert.deepEqual([found?.consumedAt, found?.asset, found?.recipients], [9, 'asset-1', '["cdn"]']);
      assert.deepEqual(await verifyChain(store), { records: 1, intact: true });
    },
  },
];
