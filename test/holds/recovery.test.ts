import { utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { BystanderError, UncleanableError } from '../../src/errors.ts';
import { codeOf } from './support/code-of.ts';
import { createMaskRedactor } from './support/mask-redactor.mjs';
import { ANNA, decisionOn, newHold, ORIGIN, TEXT } from './support/new-hold.ts';
import { openTestHolds, type TestHolds } from './support/open-test-holds.ts';

const closing = () => Promise.reject(new BystanderError('CLOSED', 'the scanner is closed'));
const CLOSING = { redact: closing, rescan: closing, preview: closing };

/** A decision that was accepted and then cut off before its redaction. */
async function interrupted(opened: TestHolds): Promise<string> {
  const held = await opened.holds.create(newHold());
  const call = opened.holds.decide(held.hold, ANNA, decisionOn(held, 'redact'), { version: 1, idempotencyKey: 'key' });
  expect(await codeOf(call)).toBe('CLOSED');
  return held.hold;
}

describe('a decision that was cut off', () => {
  test('is finished at the next start, with its record and its idempotent answer', async () => {
    const before = await openTestHolds({ redactor: CLOSING });
    const hold = await interrupted(before);
    expect((await before.holds.get(hold, ANNA)).status).toBe('decided');
    expect(await codeOf(before.holds.resume(hold, ANNA, ORIGIN))).toBe('UNDECIDED');
    const after = await before.reopen({ redactor: createMaskRedactor(UncleanableError) });
    await after.holds.sweep();
    const view = await after.holds.get(hold, ANNA);
    expect(view.status).toBe('released');
    const lease = await after.holds.resume(hold, ANNA, ORIGIN);
    expect(Buffer.from(lease.items[0]?.bytes ?? []).toString()).toBe('Call [removed] or [removed].');
    expect(await after.holds.record(view.record ?? '', ANNA)).toMatchObject({ kind: 'attestation', hold });
    expect(await after.storage.store.listAnswers(hold)).toMatchObject([{ answer: expect.anything() }]);
    expect((await after.storage.objects.names(hold)).filter((name) => name.endsWith('.item'))).toHaveLength(1);
  });

  test('is not taken from an instance that still lives until its lease ran out', async () => {
    const living = await openTestHolds({ redactor: CLOSING });
    const hold = await interrupted(living);
    const { directory, clock } = living;
    const other = await openTestHolds({ directory, clock });
    await other.holds.sweep();
    expect((await other.holds.get(hold, ANNA)).status).toBe('decided');
    clock.advance(60_000);
    await other.holds.sweep();
    expect((await other.holds.get(hold, ANNA)).status).toBe('released');
  });
});

describe('objects that no row refers to', () => {
  test('are left alone while they may belong to a hold that is being made, and swept after', async () => {
    const opened = await openTestHolds();
    const orphan = `hld_${'o'.repeat(22)}`;
    async function* content() {
      yield Buffer.from('sealed');
    }
    await opened.storage.objects.put(orphan, [{ name: '1.1.abc.item', content: content() }]);
    const young = await opened.reopen();
    await young.holds.sweep();
    expect(await young.storage.objects.names(orphan)).toHaveLength(1);
    const elevenMinutesAgo = new Date(Date.now() - 11 * 60_000);
    await utimes(join(young.directory, 'objects', orphan), elevenMinutesAgo, elevenMinutesAgo);
    const old = await young.reopen();
    await old.holds.sweep();
    expect(await old.storage.objects.list()).toEqual([]);
  });

  test('of superseded versions and of purged holds are swept at the start', async () => {
    const opened = await openTestHolds();
    const [kept, purged] = [await opened.holds.create(newHold()), await opened.holds.create(newHold())];
    async function* content() {
      yield Buffer.from('left over');
    }
    await opened.holds.remove(purged.hold, ANNA);
    for (const { hold } of [kept, purged]) {
      await opened.storage.objects.put(hold, [{ name: '1.9.abc.item', content: content() }]);
    }
    const after = await opened.reopen();
    await after.holds.sweep();
    expect((await after.storage.objects.list()).map(({ hold }) => hold)).toEqual([kept.hold]);
    expect(await after.storage.objects.names(kept.hold)).toHaveLength(2);
    expect(await after.holds.text(kept.hold, ANNA, 1)).toBe(TEXT);
  });
});

test('a purge that was cut off after its end was written is finished by the sweep', async () => {
  const opened = await openTestHolds();
  const { hold, version } = await opened.holds.create(newHold());
  const move = { id: hold, version, set: { status: 'withdrawn' as const, dueAt: 0 } };
  await opened.storage.store.commit({ move });
  expect(await codeOf(opened.holds.get(hold, ANNA))).toBe('GONE');
  expect(await opened.storage.store.findHold(hold)).toMatchObject({ status: 'purged', wrappedKey: null });
  expect(await opened.storage.objects.list()).toEqual([]);
});
