import { describe, expect, test } from 'vitest';
import type { HoldView, ItemRedactor } from '../../src/holds/types.ts';
import { codeOf } from './support/code-of.ts';
import { ANNA, decisionOn, newHold, ORIGIN, pictureItem, SIDE, TEXT, textItem } from './support/new-hold.ts';
import { openTestHolds, type TestHolds } from './support/open-test-holds.ts';
import { createTestStatements } from './support/test-statements.mjs';

async function released({ holds }: TestHolds, view: HoldView) {
  const lease = await holds.resume(view.hold, ANNA, ORIGIN);
  await lease.giveBack();
  return lease;
}

describe('a decision', () => {
  test('redacts what was chosen, keeps the rest, and releases', async () => {
    const opened = await openTestHolds();
    const held = await opened.holds.create(newHold());
    const view = await opened.holds.decide(
      held.hold,
      ANNA,
      decisionOn(held, (id) => (id === 'f1' ? 'redact' : 'consent')),
      { version: held.version },
    );
    expect(view).toMatchObject({ status: 'released', hold: held.hold, asset: null });
    expect(view.record).toMatch(/^rec_[\w-]{22}$/);
    expect(view.token).toBeUndefined();
    expect(view.version).toBeGreaterThan(held.version);
    const { items, envelope, record } = await released(opened, view);
    expect(items.map(({ bytes }) => Buffer.from(bytes).toString())).toEqual(['Call [removed] or carl@example.org.']);
    expect(Buffer.from(envelope).toString()).toBe('{"rebuild":"this"}');
    expect(record).toBe(view.record);
  });

  test('covers the chosen faces of a picture and leaves the pixels beside them', async () => {
    const opened = await openTestHolds();
    const held = await opened.holds.create(newHold({ items: [pictureItem(['face', 'face'])] }));
    const decision = decisionOn(held, (id) => (id === 'f1' ? 'redact' : 'self'));
    const view = await opened.holds.decide(held.hold, ANNA, decision, { version: held.version });
    const [picture] = (await released(opened, view)).items;
    const at = (x: number, y: number) => picture?.bytes[y * SIDE + x];
    expect([at(0, 2), at(2, 4), at(3, 2), at(4, 2), at(0, 1)]).toEqual([0, 0, 9, 9, 9]);
  });

  test('says how pictures are to be covered, and the record of each covered place says it, too', async () => {
    const looks: unknown[] = [];
    const redactor: ItemRedactor = {
      redact: async ({ mediaType }, content, _findings, look) => {
        looks.push(look);
        return { bytes: content, mediaType };
      },
      rescan: () => Promise.reject(new RangeError()),
      preview: () => Promise.reject(new RangeError()),
    };
    const opened = await openTestHolds({ redactor });
    const held = await opened.holds.create(newHold({ items: [textItem(TEXT), pictureItem(['face', 'face'])] }));
    const choose = (id: string, n: number) => (n === 2 && id === 'f3' ? 'consent' : 'redact');
    const decision = { ...decisionOn(held, choose), cover: 'blur' } as const;
    const view = await opened.holds.decide(held.hold, ANNA, decision, { version: held.version });
    expect(looks).toEqual([{ cover: 'blur' }, { cover: 'blur' }]);
    const { decision: recorded } = (await opened.holds.record(view.record ?? '', ANNA)) as {
      readonly decision: readonly { readonly type: string; readonly outcome: string; readonly cover?: string }[];
    };
    expect(recorded.map(({ type, outcome, cover }) => [type, outcome, cover])).toEqual([
      ['email', 'redacted', undefined],
      ['email', 'redacted', undefined],
      ['face', 'kept', undefined],
      ['face', 'redacted', 'blur'],
    ]);
  });

  test('takes a removed item out and keeps the others', async () => {
    const opened = await openTestHolds();
    const items = [textItem(TEXT), pictureItem(['face'])];
    const held = await opened.holds.create(newHold({ items }));
    const decision = decisionOn(held, (id, n) => (n === 1 ? (id === 'f1' ? 'remove' : undefined) : 'self'));
    const view = await opened.holds.decide(held.hold, ANNA, decision, { version: held.version });
    expect(view.items.map(({ removed }) => removed === true)).toEqual([true, false]);
    const lease = await released(opened, view);
    expect(lease.items.map(({ removed, bytes }) => [removed, bytes.length])).toEqual([
      [true, 0],
      [false, SIDE * SIDE],
    ]);
    expect(await codeOf(opened.holds.text(held.hold, ANNA, 1))).toBe('NOT_FOUND');
  });

  test('that leaves nothing is a decline: refused on record, purged, gone', async () => {
    const opened = await openTestHolds();
    const held = await opened.holds.create(newHold());
    const view = await opened.holds.decide(held.hold, ANNA, decisionOn(held, 'remove'), { version: held.version });
    expect(view).toMatchObject({ status: 'declined', items: [{ removed: true }] });
    expect(await codeOf(opened.holds.get(held.hold, ANNA))).toBe('GONE');
    expect(await opened.storage.objects.list()).toEqual([]);
    expect(await opened.holds.record(view.record ?? '', ANNA)).toMatchObject({ kind: 'refusal', hold: held.hold });
    expect(opened.events.map(({ type }) => type)).toEqual(['hold.created', 'hold.declined', 'hold.purged']);
  });

  test('about residue puts the question again in a new version, and the bytes are as before', async () => {
    const opened = await openTestHolds();
    // One address twice, the second not reported: masking the first leaves it readable.
    const text = 'Write to berta@example.org, again: berta@example.org';
    const item = textItem(text);
    const [finding] = item.report.findings;
    if (finding === undefined) throw new Error('the fixture has a finding');
    const once = { ...item, report: { ...item.report, findings: [finding] } };
    const held = await opened.holds.create(newHold({ items: [once] }));
    const decision = decisionOn(held, 'redact');
    expect(await codeOf(opened.holds.decide(held.hold, ANNA, decision, { version: held.version }))).toBe('RESIDUE');

    const again = await opened.holds.get(held.hold, ANNA);
    expect(again.status).toBe('awaiting');
    expect(again.version).toBeGreaterThan(held.version);
    expect(await opened.holds.text(held.hold, ANNA, 1)).toBe(text);
    const kept = await opened.holds.decide(held.hold, ANNA, decisionOn(again, 'consent'), { version: again.version });
    expect(kept.status).toBe('released');
  });

  test('whose redaction fails for another reason answers that reason and awaits an answer again', async () => {
    const opened = await openTestHolds();
    const held = await opened.holds.create(newHold({ items: [pictureItem(['face'])] }));
    const broken = await opened.reopen({
      redactor: {
        redact: () => Promise.reject(new RangeError('the child died')),
        rescan: () => Promise.reject(new RangeError()),
        preview: () => Promise.reject(new RangeError()),
      },
    });
    const call = broken.holds.decide(held.hold, ANNA, decisionOn(held, 'redact'), { version: held.version });
    await expect(call).rejects.toThrow(RangeError);
    expect((await broken.holds.get(held.hold, ANNA)).status).toBe('awaiting');
  });

  test('of many at once exactly one wins', async () => {
    const { holds } = await openTestHolds();
    const held = await holds.create(newHold());
    const choices = ['redact', 'consent', 'not-personal', 'ours'] as const;
    const calls = choices.map((choice) =>
      holds.decide(held.hold, ANNA, decisionOn(held, choice), { version: held.version }),
    );
    const codes = await Promise.all(calls.map(codeOf));
    expect(codes.sort()).toEqual(['ALREADY_DECIDED', 'ALREADY_DECIDED', 'ALREADY_DECIDED', 'no error']);
    expect(await holds.admin.verify()).toEqual({ records: 1, intact: true });
  });
});

describe('a decision is refused', () => {
  async function held(opened: TestHolds, changes = {}): Promise<HoldView> {
    return opened.holds.create(newHold(changes));
  }

  test('with 400 when it does not have the documented shape', async () => {
    const opened = await openTestHolds();
    const view = await held(opened);
    const good = decisionOn(view, 'redact');
    const [first] = good.choices;
    const malformed: unknown[] = [
      undefined,
      {},
      { ...good, token: undefined },
      { ...good, extra: true },
      { ...good, statement: { ...good.statement, accepted: false } },
      { ...good, statement: { ...good.statement, sha256: 'none' } },
      { ...good, choices: {} },
      { ...good, choices: [{ finding: 'f1', choice: 'keep' }] },
      { ...good, choices: [first, first] },
      { ...good, choices: [{ ...first, note: 'x'.repeat(2001) }] },
      { ...good, choices: [{ ...first, basis: 'because' }] },
    ];
    for (const body of malformed) {
      const call = opened.holds.decide(view.hold, ANNA, body as typeof good, { version: view.version });
      expect(await codeOf(call)).toBe('DECISION_MALFORMED');
    }
    const emptyKey = opened.holds.decide(view.hold, ANNA, good, { version: view.version, idempotencyKey: '' });
    expect(await codeOf(emptyKey)).toBe('DECISION_MALFORMED');
    const echoed = { ...good, statement: { ...good.statement, title: 'Other people', text: 'ignored' } };
    expect(await codeOf(opened.holds.decide(view.hold, ANNA, echoed, { version: view.version }))).toBe('no error');
  });

  test("with 404 for another's hold and for none, whatever the token", async () => {
    const opened = await openTestHolds();
    const view = await held(opened);
    const decision = decisionOn(view, 'redact');
    expect(await codeOf(opened.holds.decide(view.hold, 'mallory', decision, { version: 1 }))).toBe('NOT_FOUND');
    const unknown = `hld_${'A'.repeat(22)}`;
    expect(await codeOf(opened.holds.decide(unknown, ANNA, decision, { version: 1 }))).toBe('NOT_FOUND');
    expect(await codeOf(opened.holds.decide('../../etc', ANNA, decision, { version: 1 }))).toBe('NOT_FOUND');
  });

  test('with 403 for a token of another hold, version, statement, or none', async () => {
    const opened = await openTestHolds();
    const [view, other] = [await held(opened), await held(opened)];
    const good = decisionOn(view, 'redact');
    const german = createTestStatements().current('de');
    const wrong = [
      { ...good, token: other.token ?? '' },
      { ...good, token: 'k1.AAAA' },
      { ...good, token: `k9${view.token?.slice(2)}` },
      { ...good, statement: { ...german, accepted: true as const } },
    ];
    for (const decision of wrong) {
      expect(await codeOf(opened.holds.decide(view.hold, ANNA, decision, { version: 1 }))).toBe('TOKEN_INVALID');
    }
    expect(await codeOf(opened.holds.decide(view.hold, ANNA, good, { version: 2 }))).toBe('TOKEN_INVALID');
  });

  test('with 409 when it was decided, and 410 when the hold ended', async () => {
    const opened = await openTestHolds();
    const [view, ended] = [await held(opened), await held(opened)];
    const decision = decisionOn(view, 'redact');
    await opened.holds.decide(view.hold, ANNA, decision, { version: 1 });
    expect(await codeOf(opened.holds.decide(view.hold, ANNA, decision, { version: 1 }))).toBe('ALREADY_DECIDED');
    const lease = await opened.holds.resume(view.hold, ANNA, ORIGIN);
    await lease.consume();
    expect(await codeOf(opened.holds.decide(view.hold, ANNA, decision, { version: 1 }))).toBe('ALREADY_DECIDED');
    await opened.holds.remove(ended.hold, ANNA);
    const late = opened.holds.decide(ended.hold, ANNA, decisionOn(ended, 'redact'), { version: 1 });
    expect(await codeOf(late)).toBe('GONE');
  });

  test('with 412 when findings were added since, or the statement has a newer version', async () => {
    const opened = await openTestHolds();
    const view = await held(opened, { items: [pictureItem(['face'])] });
    const box = { x: 1, y: 10, width: 4, height: 4 };
    const newer = await opened.holds.addRegion(view.hold, ANNA, { item: 1, box }, view.version);
    const old = opened.holds.decide(view.hold, ANNA, decisionOn(view, 'redact'), { version: view.version });
    expect(await codeOf(old)).toBe('FINDINGS_CHANGED');

    const reworded = await opened.reopen({ statements: createTestStatements({ version: '2' }) });
    const stale = reworded.holds.decide(view.hold, ANNA, decisionOn(newer, 'redact'), { version: newer.version });
    expect(await codeOf(stale)).toBe('STATEMENT_CHANGED');
    const fresh = await reworded.holds.get(view.hold, ANNA);
    const decided = reworded.holds.decide(view.hold, ANNA, decisionOn(fresh, 'redact'), { version: fresh.version });
    expect(await codeOf(decided)).toBe('no error');
  });

  test('with 422 when an answer is missing or was not offered, and stays open for a better one', async () => {
    const opened = await openTestHolds();
    const minor = await held(opened, { isMinor: true });
    const two = await held(opened, { items: [pictureItem(['face', 'face'])] });
    const codeFor = (view: HoldView, choose: Parameters<typeof decisionOn>[1]) =>
      codeOf(opened.holds.decide(view.hold, ANNA, decisionOn(view, choose), { version: view.version }));
    expect(await codeFor(two, (id) => (id === 'f1' ? 'redact' : undefined))).toBe('CHOICES_INCOMPLETE');
    expect(await codeFor(two, 'self')).toBe('CHOICE_NOT_ALLOWED');
    expect(await codeFor(two, 'other-basis')).toBe('CHOICE_NOT_ALLOWED');
    expect(await codeFor(two, 'looked')).toBe('CHOICE_NOT_ALLOWED');
    expect(await codeFor(minor, 'consent')).toBe('CHOICE_NOT_ALLOWED');
    const unknown = { ...decisionOn(two, 'redact'), choices: [{ finding: 'f99', choice: 'redact' as const }] };
    expect(await codeOf(opened.holds.decide(two.hold, ANNA, unknown, { version: 1 }))).toBe('CHOICE_NOT_ALLOWED');
    expect(await codeFor(two, (id) => (id === 'f1' ? 'self' : 'redact'))).toBe('no error');
  });

  test('with 422 for a choice about what needs none', async () => {
    const opened = await openTestHolds();
    const item = pictureItem(['face', 'gps']);
    const stripped = item.report.findings.map((finding) =>
      finding.type === 'gps' ? { ...finding, action: 'strip' as const } : finding,
    );
    const view = await held(opened, { items: [{ ...item, report: { ...item.report, findings: stripped } }] });
    expect(view.items[0]?.findings.map(({ choices }) => choices.length > 0)).toEqual([true, false]);
    const choices = ['f1', 'f2'].map((finding) => ({ finding, choice: 'redact' as const }));
    const body = { ...decisionOn(view, 'redact'), choices };
    expect(await codeOf(opened.holds.decide(view.hold, ANNA, body, { version: 1 }))).toBe('CHOICE_NOT_ALLOWED');
    expect(await codeOf(opened.holds.decide(view.hold, ANNA, decisionOn(view, 'redact'), { version: 1 }))).toBe(
      'no error',
    );
  });

  test('without a basis where other-basis is offered', async () => {
    const opened = await openTestHolds({ settings: { audience: 'business' } });
    const view = await held(opened);
    const bare = decisionOn(view, 'other-basis');
    expect(await codeOf(opened.holds.decide(view.hold, ANNA, bare, { version: 1 }))).toBe('CHOICES_INCOMPLETE');
    const based = decisionOn(view, () => ({ choice: 'other-basis', basis: 'contract' }));
    expect(await codeOf(opened.holds.decide(view.hold, ANNA, based, { version: 1 }))).toBe('no error');
  });
});
