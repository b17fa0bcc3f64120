import { describe, expect, test, vi } from 'vitest';
import type { Release } from '../../src/holds/types.ts';
import { codeOf } from './support/code-of.ts';
import { ANNA, decisionOn, newHold, ORIGIN } from './support/new-hold.ts';
import { openTestHolds, type TestHolds } from './support/open-test-holds.ts';

const MINUTE_MS = 60_000;

async function decided({ holds }: TestHolds): Promise<string> {
  const held = await holds.create(newHold());
  await holds.decide(held.hold, ANNA, decisionOn(held, 'redact'), { version: held.version });
  return held.hold;
}

describe('a resume', () => {
  test('is refused before the decision, and at another method, path, mount or kind', async () => {
    const { holds } = await openTestHolds();
    const { hold } = await holds.create(newHold());
    expect(await codeOf(holds.resume(hold, ANNA, ORIGIN))).toBe('UNDECIDED');
    for (const change of [{ method: 'PUT' }, { path: '/other' }, { mount: '/api' }]) {
      expect(await codeOf(holds.resume(hold, ANNA, { ...ORIGIN, ...change }))).toBe('NOT_FOUND');
    }
    const submitted = await holds.create(newHold({ origin: { kind: 'submit', method: '', path: '', mount: '' } }));
    const nowhere = { kind: 'submit', method: '', path: '', mount: '' } as const;
    expect(await codeOf(holds.resume(submitted.hold, ANNA, nowhere))).toBe('NOT_FOUND');
  });

  test('runs one at a time, and again after the host gave it back', async () => {
    const opened = await openTestHolds();
    const hold = await decided(opened);
    const calls = Array.from({ length: 10 }, () => opened.holds.resume(hold, ANNA, ORIGIN));
    const codes = await Promise.all(calls.map(codeOf));
    expect(codes.filter((code) => code === 'no error')).toHaveLength(1);
    expect(codes.filter((code) => code === 'RUNNING')).toHaveLength(9);
    for (const lease of await Promise.allSettled(calls)) if (lease.status === 'fulfilled') await lease.value.giveBack();
    const again = await opened.holds.resume(hold, ANNA, ORIGIN);
    expect(again).toMatchObject({ hold, subject: ANNA, origin: ORIGIN });
  });

  test('that succeeds consumes the hold: bytes and key are destroyed, the record and the asset stay', async () => {
    const opened = await openTestHolds();
    const hold = await decided(opened);
    const lease = await opened.holds.resume(hold, ANNA, ORIGIN);
    await lease.consume({ asset: 'asset-7', recipients: ['cdn'] });
    const row = await opened.storage.store.findHold(hold);
    expect([row?.status, row?.wrappedKey, row?.bytes]).toEqual(['consumed', null, 0]);
    expect(await opened.storage.objects.names(hold)).toEqual([]);
    expect(await codeOf(opened.holds.resume(hold, ANNA, ORIGIN))).toBe('GONE');
    expect(await codeOf(opened.holds.text(hold, ANNA, 1))).toBe('GONE');
    expect(await opened.holds.get(hold, ANNA)).toMatchObject({ status: 'consumed', items: [], record: lease.record });
    expect(await opened.holds.record(lease.record, ANNA)).toMatchObject({
      used: { asset: 'asset-7', recipients: ['cdn'] },
    });
    expect(opened.events.at(-1)).toEqual({ type: 'hold.consumed', hold });
  });

  test('keeps its lease for as long as the host works', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    try {
      const opened = await openTestHolds();
      const hold = await decided(opened);
      const lease = await opened.holds.resume(hold, ANNA, ORIGIN);
      for (let minutes = 0; minutes < 3; minutes += 0.5) {
        const before = (await opened.storage.store.findHold(hold))?.dueAt ?? 0;
        opened.clock.advance(MINUTE_MS / 2);
        vi.advanceTimersByTime(MINUTE_MS / 2);
        await vi.waitFor(async () =>
          expect((await opened.storage.store.findHold(hold))?.dueAt).toBeGreaterThan(before),
        );
        await opened.holds.sweep();
      }
      expect(await codeOf(opened.holds.resume(hold, ANNA, ORIGIN))).toBe('RUNNING');
      await lease.consume();
      expect((await opened.holds.get(hold, ANNA)).status).toBe('consumed');
    } finally {
      vi.useRealTimers();
    }
  });

  test('whose lease ran out is released for another, and the late one finds it taken', async () => {
    const opened = await openTestHolds();
    const hold = await decided(opened);
    const lost = await opened.holds.resume(hold, ANNA, ORIGIN);
    opened.clock.advance(MINUTE_MS - 1);
    expect(await codeOf(opened.holds.resume(hold, ANNA, ORIGIN))).toBe('RUNNING');
    opened.clock.advance(1);
    const taken = await opened.holds.resume(hold, ANNA, ORIGIN);
    expect(await codeOf(lost.consume())).toBe('RUNNING');
    await lost.giveBack();
    expect((await opened.holds.get(hold, ANNA)).status).toBe('resuming');
    await taken.consume();
    expect(await codeOf(lost.consume())).toBe('no error');
  });

  test('whose lease ran out may still succeed when nobody took it', async () => {
    const opened = await openTestHolds();
    const hold = await decided(opened);
    const late = await opened.holds.resume(hold, ANNA, ORIGIN);
    opened.clock.advance(MINUTE_MS);
    await opened.holds.sweep();
    expect((await opened.holds.get(hold, ANNA)).status).toBe('released');
    await late.consume({ asset: 'late' });
    expect((await opened.holds.get(hold, ANNA)).status).toBe('consumed');
  });

  test('finds out when the hold was removed meanwhile', async () => {
    const opened = await openTestHolds();
    const hold = await decided(opened);
    const lease = await opened.holds.resume(hold, ANNA, ORIGIN);
    await opened.holds.remove(hold, ANNA);
    expect(await codeOf(lease.consume())).toBe('GONE');
    await lease.giveBack();
    expect(await codeOf(opened.holds.get(hold, ANNA))).toBe('GONE');
  });
});

describe('onRelease', () => {
  test('gets every release once decided, and its success consumes', async () => {
    const seen: Release[] = [];
    const opened = await openTestHolds({ onRelease: (release) => void seen.push(release) });
    const hold = await decided(opened);
    expect(seen).toMatchObject([{ hold, subject: ANNA, origin: ORIGIN }]);
    expect(Object.keys(seen[0] ?? {})).not.toContain('consume');
    expect(Buffer.from(seen[0]?.items[0]?.bytes ?? []).toString()).toBe('Call [removed] or [removed].');
    expect((await opened.holds.get(hold, ANNA)).status).toBe('consumed');
  });

  test('that fails leaves the hold released, says so without the message, and is tried again', async () => {
    let failures = 1;
    const onRelease = async () => {
      failures -= 1;
      if (failures >= 0) throw new RangeError('anna@example.org broke it');
    };
    const opened = await openTestHolds({ onRelease });
    const hold = await decided(opened);
    expect((await opened.holds.get(hold, ANNA)).status).toBe('released');
    expect(opened.logged).toEqual([`onRelease did not take ${hold}: RangeError`]);
    await opened.holds.sweep();
    expect((await opened.holds.get(hold, ANNA)).status).toBe('released');
    opened.clock.advance(MINUTE_MS);
    await opened.holds.sweep();
    expect((await opened.holds.get(hold, ANNA)).status).toBe('consumed');
  });

  test('is told the subject after a restart, too', async () => {
    const failing = await openTestHolds({ onRelease: () => Promise.reject(new Error('down')) });
    const hold = await decided(failing);
    const seen: Release[] = [];
    const opened = await failing.reopen({ onRelease: (release) => void seen.push(release) });
    opened.clock.advance(MINUTE_MS);
    await opened.holds.sweep();
    expect(seen).toMatchObject([{ hold, subject: ANNA }]);
  });

  test('that was added later leaves older holds to their resume', async () => {
    const before = await openTestHolds();
    const hold = await decided(before);
    const seen: Release[] = [];
    const after = await before.reopen({ onRelease: (release) => void seen.push(release) });
    await (await after.holds.resume(hold, ANNA, ORIGIN)).giveBack();
    after.clock.advance(2 * MINUTE_MS);
    await after.holds.sweep();
    await after.holds.sweep();
    expect(seen).toEqual([]);
    expect(after.logged).toEqual([]);
    expect((await after.holds.get(hold, ANNA)).status).toBe('released');
  });
});
