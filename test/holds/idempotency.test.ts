import { describe, expect, test } from 'vitest';
import { codeOf } from './support/code-of.ts';
import { ANNA, decisionOn, gap, newHold, ORIGIN, pictureItem, TEXT, textItem } from './support/new-hold.ts';
import { openTestHolds } from './support/open-test-holds.ts';

const DAY_MS = 86_400_000;

describe('the same idempotency key', () => {
  test('with the same body gets the first answer again, even when the hold went on since', async () => {
    const { holds } = await openTestHolds();
    const held = await holds.create(newHold());
    const decision = decisionOn(held, 'redact');
    const call = { version: 1, idempotencyKey: 'key-1' };
    const first = await holds.decide(held.hold, ANNA, decision, call);
    expect(await holds.decide(held.hold, ANNA, decision, call)).toEqual(first);
    await (await holds.resume(held.hold, ANNA, ORIGIN)).consume();
    expect(await holds.decide(held.hold, ANNA, decision, call)).toEqual(first);
    expect(await codeOf(holds.decide(held.hold, ANNA, decision, { version: 1 }))).toBe('ALREADY_DECIDED');
    const other = { version: 1, idempotencyKey: 'key-2' };
    expect(await codeOf(holds.decide(held.hold, ANNA, decision, other))).toBe('ALREADY_DECIDED');
    expect(await holds.admin.verify()).toEqual({ records: 1, intact: true });
  });

  test('with another body is 422', async () => {
    const { holds } = await openTestHolds();
    const held = await holds.create(newHold());
    const call = { version: 1, idempotencyKey: 'key' };
    await holds.decide(held.hold, ANNA, decisionOn(held, 'redact'), call);
    const other = holds.decide(held.hold, ANNA, decisionOn(held, 'consent'), call);
    expect(await codeOf(other)).toBe('IDEMPOTENCY_MISMATCH');
  });

  test('replays a decline, a retry and residue', async () => {
    const { holds } = await openTestHolds();
    const declined = await holds.create(newHold());
    const call = { version: 1, idempotencyKey: 'key' };
    const refusal = await holds.decide(declined.hold, ANNA, decisionOn(declined, 'remove'), call);
    expect(await holds.decide(declined.hold, ANNA, decisionOn(declined, 'remove'), call)).toEqual(refusal);

    const retried = await holds.create(newHold({ items: [textItem(TEXT, [gap('g1')])] }));
    const retry = decisionOn(retried, (id) => (id === 'g1' ? 'retry' : undefined));
    const view = await holds.decide(retried.hold, ANNA, retry, call);
    expect(await holds.decide(retried.hold, ANNA, retry, call)).toEqual(view);

    const twice = textItem('a@example.org and a@example.org');
    const once = { ...twice, report: { ...twice.report, findings: twice.report.findings.slice(0, 1) } };
    const stubborn = await holds.create(newHold({ items: [once] }));
    const redact = decisionOn(stubborn, 'redact');
    expect(await codeOf(holds.decide(stubborn.hold, ANNA, redact, call))).toBe('RESIDUE');
    expect(await codeOf(holds.decide(stubborn.hold, ANNA, redact, call))).toBe('RESIDUE');
  });

  test('is free again after a validation error, and forgotten after a day or with the hold', async () => {
    const { holds, clock, storage } = await openTestHolds();
    const held = await holds.create(newHold({ items: [pictureItem(['face', 'face'])] }));
    const call = { version: 1, idempotencyKey: 'key' };
    const partial = decisionOn(held, (id) => (id === 'f1' ? 'redact' : undefined));
    expect(await codeOf(holds.decide(held.hold, ANNA, partial, call))).toBe('CHOICES_INCOMPLETE');
    await holds.decide(held.hold, ANNA, decisionOn(held, 'redact'), call);
    expect(await storage.store.listAnswers(held.hold)).toHaveLength(1);
    await (await holds.resume(held.hold, ANNA, ORIGIN)).consume();
    clock.advance(DAY_MS + 1);
    await holds.sweep();
    expect(await storage.store.listAnswers(held.hold)).toEqual([]);

    const removed = await holds.create(newHold());
    await holds.decide(removed.hold, ANNA, decisionOn(removed, 'redact'), call);
    await holds.remove(removed.hold, ANNA);
    expect(await storage.store.listAnswers(removed.hold)).toEqual([]);
  });
});
