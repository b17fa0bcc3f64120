import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/core/types.ts';
import { UncleanableError } from '../../src/errors.ts';
import { codeOf } from './support/code-of.ts';
import { createMaskRedactor, reportOn } from './support/mask-redactor.mjs';
import { ANNA, decisionOn, gap, newHold, ORIGIN, pictureItem, TEXT, textItem } from './support/new-hold.ts';
import { openTestHolds } from './support/open-test-holds.ts';

describe('a retry', () => {
  test('scans the item again and answers with a new version, new ids and a new token', async () => {
    const { holds } = await openTestHolds();
    const unseen = { ...textItem(TEXT, [gap('g1', 'email')]) };
    const items = [{ ...unseen, report: { ...unseen.report, findings: [] } }, pictureItem(['face'])];
    const held = await holds.create(newHold({ items }));
    const decision = decisionOn(held, (id) => (id === 'g1' ? 'retry' : undefined));
    const view = await holds.decide(held.hold, ANNA, decision, { version: held.version });
    expect(view).toMatchObject({ status: 'awaiting', version: 2 });
    expect(view.token).not.toBe(held.token);
    expect(view.items.map(({ findings, gaps }) => [findings.map(({ id }) => id), gaps])).toEqual([
      [['f2', 'f3'], []],
      [['f1'], []],
    ]);
    expect(await holds.get(held.hold, ANNA)).toEqual(view);
    const choices = decisionOn(view, (id) => (id === 'f2' ? 'redact' : 'self'));
    await holds.decide(held.hold, ANNA, choices, { version: view.version });
    const lease = await holds.resume(held.hold, ANNA, ORIGIN);
    expect(Buffer.from(lease.items[0]?.bytes ?? []).toString()).toBe('Call [removed] or carl@example.org.');
  });

  test('that still has a gap asks about it again, and a removed item is not scanned', async () => {
    let scans = 0;
    const rescan = async (): Promise<Report> => {
      scans += 1;
      return { ...reportOn(''), gaps: [gap('g1')] };
    };
    const { holds } = await openTestHolds({ redactor: { ...createMaskRedactor(UncleanableError), rescan } });
    const items = [pictureItem([], [gap('g1')]), pictureItem(['face'], [gap('g1')])];
    const held = await holds.create(newHold({ items }));
    const both = decisionOn(held, (id) => (id === 'f1' ? 'remove' : 'retry'));
    const view = await holds.decide(held.hold, ANNA, both, { version: held.version });
    expect(scans).toBe(1);
    expect(view.items.map(({ gaps }) => gaps.map(({ id }) => id))).toEqual([['g3'], ['g2']]);
    const removed = decisionOn(view, (id) => (id === 'f1' ? undefined : 'remove'));
    expect(await holds.decide(held.hold, ANNA, removed, { version: view.version })).toMatchObject({
      status: 'declined',
    });
  });

  test('redacts at the decision what policy redacts without asking', async () => {
    const rescan = async (_item: unknown, content: Uint8Array): Promise<Report> => {
      const report = reportOn(Buffer.from(content).toString());
      return { ...report, findings: report.findings.map((finding) => ({ ...finding, action: 'redact' })) };
    };
    const { holds } = await openTestHolds({ redactor: { ...createMaskRedactor(UncleanableError), rescan } });
    const item = textItem(TEXT, [gap('g1', 'email')]);
    const held = await holds.create(newHold({ items: [{ ...item, report: { ...item.report, findings: [] } }] }));
    const view = await holds.decide(held.hold, ANNA, decisionOn(held, 'retry'), { version: 1 });
    await holds.decide(held.hold, ANNA, decisionOn(view, 'redact'), { version: view.version });
    const lease = await holds.resume(held.hold, ANNA, ORIGIN);
    expect(Buffer.from(lease.items[0]?.bytes ?? []).toString()).toBe('Call [removed] or [removed].');
  });

  test('that finds what policy blocks keeps nothing', async () => {
    const rescan = async (): Promise<Report> => ({ ...reportOn(''), verdict: 'block' });
    const { holds, storage } = await openTestHolds({ redactor: { ...createMaskRedactor(UncleanableError), rescan } });
    const held = await holds.create(newHold({ items: [pictureItem([], [gap('g1')])] }));
    expect(await codeOf(holds.decide(held.hold, ANNA, decisionOn(held, 'retry'), { version: 1 }))).toBe('BLOCKED');
    expect(await codeOf(holds.get(held.hold, ANNA))).toBe('GONE');
    expect(await storage.objects.list()).toEqual([]);
  });

  test('keeps the regions that the user drew', async () => {
    const rescan = async (): Promise<Report> => reportOn('');
    const { holds } = await openTestHolds({ redactor: { ...createMaskRedactor(UncleanableError), rescan } });
    const held = await holds.create(newHold({ items: [pictureItem(['face'], [gap('g1')])] }));
    const box = { x: 10, y: 10, width: 5, height: 5 };
    const drawn = await holds.addRegion(held.hold, ANNA, { item: 1, box }, 1);
    const retry = decisionOn(drawn, (id) => (id === 'g1' ? 'retry' : undefined));
    const view = await holds.decide(held.hold, ANNA, retry, { version: drawn.version });
    expect(view.items[0]?.findings).toMatchObject([{ id: 'f2', type: 'region', box }]);
  });
});

test('"looked" is offered and taken only where the operator set unscanned to attest', async () => {
  const opened = await openTestHolds({ settings: { unscanned: 'attest' } });
  const held = await opened.holds.create(newHold({ items: [pictureItem([], [gap('g1')])] }));
  const strict = await opened.reopen({ settings: { unscanned: 'ask' } });
  const looked = decisionOn(held, 'looked');
  expect(await codeOf(strict.holds.decide(held.hold, ANNA, looked, { version: 1 }))).toBe('CHOICE_NOT_ALLOWED');
  const lenient = await strict.reopen({ settings: { unscanned: 'attest' } });
  expect(await lenient.holds.decide(held.hold, ANNA, looked, { version: 1 })).toMatchObject({ status: 'released' });
});

describe('a region', () => {
  test('becomes a finding that is asked about, in a new version', async () => {
    const { holds } = await openTestHolds();
    const held = await holds.create(newHold({ items: [pictureItem(['face']), textItem(TEXT)] }));
    const view = await holds.addRegion(held.hold, ANNA, { item: 1, box: { x: 15, y: 15, width: 5, height: 5 } }, 1);
    expect(view.version).toBe(2);
    expect(view.items[0]?.findings.at(-1)).toMatchObject({
      id: 'f4',
      type: 'region',
      score: 1,
      action: 'confirm',
      detector: 'user',
      box: { x: 15, y: 15, width: 5, height: 5 },
    });
    expect(view.items[0]?.findings.at(-1)?.choices).toContain('redact');
    const decision = decisionOn(view, (id) => (id === 'f4' ? 'redact' : 'consent'));
    await holds.decide(held.hold, ANNA, decision, { version: 2 });
    const lease = await holds.resume(held.hold, ANNA, ORIGIN);
    expect([lease.items[0]?.bytes.at(-1), lease.items[0]?.bytes.at(0)]).toEqual([0, 9]);
  });

  test('is refused outside the picture, on a text, in an old version, and after the decision', async () => {
    const { holds } = await openTestHolds();
    const held = await holds.create(newHold({ items: [pictureItem(['face']), textItem(TEXT)] }));
    const good = { x: 0, y: 0, width: 20, height: 20 };
    const add = (item: number, box: object, version = 1) =>
      codeOf(holds.addRegion(held.hold, ANNA, { item, box: box as typeof good }, version));
    const outside = [
      { ...good, x: 1 },
      { ...good, y: -1 },
      { ...good, width: 0 },
      { ...good, height: Number.NaN },
      { ...good, x: Number.POSITIVE_INFINITY },
      { x: 1 },
    ];
    for (const box of outside) expect(await add(1, box)).toBe('DECISION_MALFORMED');
    expect(await add(2, good)).toBe('DECISION_MALFORMED');
    expect(await add(3, good)).toBe('NOT_FOUND');
    expect(await add(1, good, 7)).toBe('FINDINGS_CHANGED');
    expect(await add(1, good)).toBe('no error');
    const view = await holds.get(held.hold, ANNA);
    await holds.decide(held.hold, ANNA, decisionOn(view, 'redact'), { version: view.version });
    expect(await add(1, good, view.version)).toBe('ALREADY_DECIDED');
  });
});
