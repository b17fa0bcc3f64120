import { describe, expect, test } from 'vitest';
import { codeOf } from './support/code-of.ts';
import { ANNA, decisionOn, newHold, ORIGIN } from './support/new-hold.ts';
import { openTestHolds } from './support/open-test-holds.ts';

const HOUR_MS = 3_600_000;
const YEAR_MS = 365 * 24 * HOUR_MS;

describe('an undecided hold', () => {
  test('ends after 72 hours, sweep or not, and answers 410 for a year, then 404', async () => {
    const { holds, clock, storage, events } = await openTestHolds();
    const [asked, swept] = [await holds.create(newHold()), await holds.create(newHold())];
    clock.advance(72 * HOUR_MS - 1);
    expect(await codeOf(holds.get(asked.hold, ANNA))).toBe('no error');
    clock.advance(1);
    expect(await codeOf(holds.get(asked.hold, ANNA))).toBe('GONE');
    const late = holds.decide(swept.hold, ANNA, decisionOn(swept, 'redact'), { version: 1 });
    await holds.sweep();
    expect(await codeOf(late)).toBe('GONE');
    expect(await storage.objects.list()).toEqual([]);
    expect((await storage.store.findHold(swept.hold))?.wrappedKey).toBeNull();
    expect(events.filter(({ type }) => type === 'hold.expired')).toHaveLength(2);
    expect(events.filter(({ type }) => type === 'hold.purged')).toHaveLength(2);
    expect(await codeOf(holds.get(asked.hold, 'mallory'))).toBe('NOT_FOUND');
    clock.advance(YEAR_MS);
    expect(await codeOf(holds.get(asked.hold, ANNA))).toBe('NOT_FOUND');
    await holds.sweep();
    expect(await storage.store.findHold(swept.hold)).toBeUndefined();
  });

  test('is extended once by 72 hours, and the page that is open stays good', async () => {
    const { holds, clock } = await openTestHolds();
    const held = await holds.create(newHold());
    const extended = await holds.extend(held.hold, ANNA);
    expect(Date.parse(extended.expiresAt) - Date.parse(held.expiresAt)).toBe(72 * HOUR_MS);
    expect([extended.version, extended.token]).toEqual([held.version, held.token]);
    expect(await codeOf(holds.extend(held.hold, ANNA))).toBe('CHOICE_NOT_ALLOWED');
    clock.advance(143 * HOUR_MS);
    await holds.sweep();
    await holds.decide(held.hold, ANNA, decisionOn(held, 'redact'), { version: 1 });
    expect(await codeOf(holds.extend(held.hold, ANNA))).toBe('ALREADY_DECIDED');
  });

  test('is extended by one of two who try at once', async () => {
    const { holds } = await openTestHolds();
    const { hold, expiresAt } = await holds.create(newHold());
    await Promise.allSettled([holds.extend(hold, ANNA), holds.extend(hold, ANNA)]);
    const view = await holds.get(hold, ANNA);
    expect(Date.parse(view.expiresAt) - Date.parse(expiresAt)).toBe(72 * HOUR_MS);
  });
});

test('a released hold that nobody consumes ends after 24 hours, counted from the decision', async () => {
  const { holds, clock } = await openTestHolds();
  const held = await holds.create(newHold());
  clock.advance(70 * HOUR_MS);
  const view = await holds.decide(held.hold, ANNA, decisionOn(held, 'redact'), { version: 1 });
  expect(Date.parse(view.expiresAt) - clock.now()).toBe(24 * HOUR_MS);
  clock.advance(23 * HOUR_MS);
  await (await holds.resume(held.hold, ANNA, ORIGIN)).giveBack();
  await holds.sweep();
  expect((await holds.get(held.hold, ANNA)).status).toBe('released');
  clock.advance(HOUR_MS);
  await holds.sweep();
  expect(await codeOf(holds.resume(held.hold, ANNA, ORIGIN))).toBe('GONE');
});

test('a hold that its user removes is gone at once, whatever its state', async () => {
  const { holds, storage } = await openTestHolds();
  const [awaiting, released] = [await holds.create(newHold()), await holds.create(newHold())];
  await holds.decide(released.hold, ANNA, decisionOn(released, 'redact'), { version: 1 });
  for (const { hold } of [awaiting, released]) {
    await holds.remove(hold, ANNA);
    expect(await storage.objects.names(hold)).toEqual([]);
    expect(await codeOf(holds.remove(hold, ANNA))).toBe('GONE');
  }
});

test('a closed account has nothing left on hold, and others keep theirs', async () => {
  const { holds, storage } = await openTestHolds();
  const views = await Promise.all([0, 1, 2, 3].map(() => holds.create(newHold())));
  const [, released, consumed] = views;
  for (const view of [released, consumed]) {
    if (view) await holds.decide(view.hold, ANNA, decisionOn(view, 'redact'), { version: 1 });
  }
  await (await holds.resume(consumed?.hold ?? '', ANNA, ORIGIN)).consume();
  const other = await holds.create(newHold({ subject: 'berta' }));
  expect(await holds.accountClosed(ANNA)).toEqual({ purged: 3 });
  expect(await holds.accountClosed(ANNA)).toEqual({ purged: 0 });
  expect((await storage.objects.list()).map(({ hold }) => hold)).toEqual([other.hold]);
  expect((await holds.list(ANNA, { limit: 10 })).holds.map(({ status }) => status)).toEqual(['consumed']);
  expect(await codeOf(holds.get(other.hold, 'berta'))).toBe('no error');
});
