import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Finding } from '../../src/core/types.ts';
import type { DecisionDocument } from '../../src/holds/records/record-document.ts';
import type { NewHoldItem, RecordContext } from '../../src/holds/types.ts';
import { openSqlite } from '../../src/storage/sqlite.ts';
import { codeOf } from './support/code-of.ts';
import { ANNA, decisionOn, newHold, ORIGIN, pictureItem, TEXT, textItem } from './support/new-hold.ts';
import { openTestHolds, type TestHolds } from './support/open-test-holds.ts';

const CONTEXT: RecordContext = {
  controller: { name: 'Example Ltd', contact: 'privacy@example.com', privacyUrl: 'https://example.com/privacy' },
  processing: { purposes: ['publishing'], operatorBasis: 'contract', recipients: [], training: false },
  detectors: [
    { id: 'email', version: '3', threshold: 0.5 },
    { id: 'face', version: '1', modelSha256: 'ab' },
    { id: 'ocr', version: '7' },
  ],
};

type Choose = Parameters<typeof decisionOn>[1];

async function decide({ holds }: TestHolds, choose: Choose, changes = {}): Promise<{ hold: string; record: string }> {
  const held = await holds.create(newHold(changes));
  const { record } = await holds.decide(held.hold, ANNA, decisionOn(held, choose), { version: held.version });
  return { hold: held.hold, record: record ?? '' };
}

describe('the record of a decision', () => {
  test('says who claimed what about how many of which type, on which wording, under whose responsibility', async () => {
    const opened = await openTestHolds({ recordContext: CONTEXT });
    const items = [textItem(TEXT), pictureItem(['face'], [{ id: 'g1', detector: 'ocr', reason: 'timeout' }])];
    const { hold, record } = await decide(
      opened,
      (id, n) => (n === 2 ? 'remove' : id === 'f1' ? 'redact' : { choice: 'consent', note: 'She agreed by phone.' }),
      { items },
    );
    const receipt = await opened.holds.record(record, ANNA);
    expect(receipt).toMatchObject({
      id: record,
      kind: 'attestation',
      hold,
      state: 'active',
      principal: { role: 'uploader', isMinor: false },
      about: {
        items: [
          { n: 1, mediaType: 'text/plain', removed: false },
          { n: 2, mediaType: 'image/png', removed: true },
        ],
        findings: { email: 2, face: 1 },
        gaps: { ocr: 1 },
      },
      notice: { id: 'other-people', version: '1', lang: 'en', served: [{ version: 1, renderer: 'bystander' }] },
      processing: { purposes: ['publishing'], operatorBasis: 'contract', legalBasis: 'eu-gdpr:A6-1-b' },
      controller: CONTEXT.controller,
      decision: [
        { id: 'f1', item: 1, type: 'email', claimed: 'redact', outcome: 'redacted', givenBy: 'uploader' },
        { id: 'f2', item: 1, type: 'email', claimed: 'consent', outcome: 'kept', givenBy: 'uploader' },
        { id: 'f3', item: 2, type: 'face', claimed: 'remove', outcome: 'removed' },
        { id: 'g1', item: 2, type: { gap: 'ocr' }, claimed: 'remove', outcome: 'removed' },
      ],
      detectors: [
        { id: 'email', version: '3', threshold: 0.5, outcome: 'found' },
        { id: 'face', version: '1', modelSha256: 'ab', outcome: 'found' },
        { id: 'ocr', version: '7', outcome: 'not_assessed' },
      ],
      article14: 'not-notified',
      notes: [{ finding: 'f2', note: 'She agreed by phone.' }],
    });
    expect(JSON.stringify(receipt)).toContain('eu-gdpr:A7-3');
    expect(await codeOf(opened.holds.record(record, 'mallory'))).toBe('NOT_FOUND');
  });

  test('says that writing was found by what read it, and that nobody looked into what could not be opened', async () => {
    const detectors = ['face', 'codes', 'ocr'].map((id) => ({ id, version: '1' }));
    const opened = await openTestHolds({ recordContext: { detectors } });
    const outcomes = async (item: NewHoldItem) => {
      const { record } = await decide(opened, () => 'remove', { items: [item] });
      const receipt = (await opened.holds.record(record, ANNA)) as DecisionDocument;
      return receipt.detectors.map(({ outcome }) => outcome);
    };
    const inCode = pictureItem(['phone']);
    const findings = inCode.report.findings.map((finding) => ({ ...finding, source: 'code' }) as Finding);
    const item = { ...inCode, report: { ...inCode.report, findings } };
    expect(await outcomes(item)).toEqual(['none_found', 'found', 'none_found']);
    const unopened = pictureItem([], [{ id: 'g1', detector: 'media', reason: 'failed' }]);
    expect(await outcomes(unopened)).toEqual(['not_assessed', 'not_assessed', 'not_assessed']);
  });

  test('is a consent only where all that is kept is about oneself', async () => {
    const opened = await openTestHolds();
    const { record: own } = await decide(opened, (id) => (id === 'f1' ? 'self' : 'redact'));
    const { record: others } = await decide(opened, (id) => (id === 'f1' ? 'self' : 'consent'));
    const { record: redacted } = await decide(opened, 'redact');
    expect(await opened.holds.record(own, ANNA)).toMatchObject({
      kind: 'consent',
      status: 'dpv:ConsentGiven',
      decision: [{ givenBy: 'data-subject', assurance: 'account' }, { outcome: 'redacted' }],
      article14: 'not-applicable',
    });
    expect(await opened.holds.record(others, ANNA)).toMatchObject({ kind: 'attestation', status: null });
    expect(await opened.holds.record(redacted, ANNA)).toMatchObject({
      kind: 'attestation',
      article14: 'not-applicable',
    });
  });

  test('counts one sending for each version and statement, however often the page was opened', async () => {
    const opened = await openTestHolds();
    const held = await opened.holds.create(newHold({ items: [pictureItem(['face'])] }));
    for (let times = 0; times < 3; times += 1) await opened.holds.get(held.hold, ANNA);
    const box = { x: 9, y: 9, width: 2, height: 2 };
    const view = await opened.holds.addRegion(held.hold, ANNA, { item: 1, box }, 1);
    await opened.holds.get(held.hold, ANNA);
    const { record } = await opened.holds.decide(held.hold, ANNA, decisionOn(view, 'redact'), { version: 2 });
    const receipt = (await opened.holds.record(record ?? '', ANNA)) as { notice: { served: { version: number }[] } };
    expect(receipt.notice.served.map(({ version }) => version)).toEqual([1, 2]);
  });

  test('commits to the decided bytes with a salt, and holds no plain hash of them', async () => {
    const opened = await openTestHolds();
    const { record } = await decide(opened, 'consent');
    const receipt = (await opened.holds.record(record, ANNA)) as { commitments: { item: number; hmac: string }[] };
    expect(receipt.commitments).toMatchObject([{ item: 1, hmac: expect.stringMatching(/^[0-9a-f]{64}$/) }]);
    expect(JSON.stringify(receipt)).not.toContain(createHash('sha256').update(TEXT).digest('hex'));
    const { record: again } = await decide(opened, 'consent');
    const other = (await opened.holds.record(again, ANNA)) as typeof receipt;
    expect(other.commitments[0]?.hmac).not.toBe(receipt.commitments[0]?.hmac);
  });
});

describe('the chain of records', () => {
  test('verifies, also after a record was erased', async () => {
    const { holds } = await openTestHolds().then(async (opened) => {
      for (const choice of ['redact', 'consent', 'remove'] as const) await decide(opened, choice);
      return opened;
    });
    expect(await holds.admin.verify()).toEqual({ records: 3, intact: true });
    const page = await holds.admin.records({ limit: 2 });
    const rest = await holds.admin.records({ limit: 2, cursor: page.next });
    const ids = [...page.records, ...rest.records].map((record) => (record as { id: string }).id);
    expect(new Set(ids).size).toBe(3);
    await holds.admin.eraseRecord(ids[1] ?? '');
    expect(await codeOf(holds.admin.eraseRecord(ids[1] ?? ''))).toBe('NOT_FOUND');
    expect(await codeOf(holds.record(ids[1] ?? '', ANNA))).toBe('NOT_FOUND');
    expect(await holds.admin.verify()).toEqual({ records: 2, intact: true });
    expect(await codeOf(holds.admin.records({ limit: 2, cursor: 'x' }))).toBe('MALFORMED_BODY');
  });

  test('shows that a record was changed, replaced or cut out', async () => {
    const opened = await openTestHolds();
    for (let times = 0; times < 3; times += 1) await decide(opened, 'consent');
    const attacks = [
      "UPDATE records SET document = replace(document, 'consent', 'redact') WHERE seq = 2",
      'DELETE FROM records WHERE seq = 2',
      'DELETE FROM leaves WHERE seq = 2',
      'UPDATE leaves SET leaf = chain WHERE seq = 2',
      'UPDATE leaves SET erased_at = 1 WHERE seq = 2',
    ];
    await opened.holds.close();
    const { default: Database } = await import('libsql');
    for (const attack of attacks) {
      const database = new Database(`${opened.directory}/bystander.db`);
      database.exec('BEGIN');
      database.exec(
        `SAVEPOINT before; CREATE TABLE r AS SELECT * FROM records; CREATE TABLE l AS SELECT * FROM leaves;`,
      );
      database.exec(attack);
      database.exec('COMMIT');
      const { holds } = await openTestHolds({ directory: opened.directory });
      expect((await holds.admin.verify()).intact).toBe(false);
      await holds.close();
      database.exec('DELETE FROM records; DELETE FROM leaves');
      database.exec(
        'INSERT INTO records SELECT * FROM r; INSERT INTO leaves SELECT * FROM l; DROP TABLE r; DROP TABLE l',
      );
      database.close();
    }
    const { holds } = await openTestHolds({ directory: opened.directory });
    expect(await holds.admin.verify()).toEqual({ records: 3, intact: true });
  });
});

describe('withdrawing', () => {
  test('before the host has it purges the hold and is on record', async () => {
    const opened = await openTestHolds();
    const { hold, record } = await decide(opened, 'consent');
    await opened.holds.withdraw(record, ANNA);
    expect(await codeOf(opened.holds.get(hold, ANNA))).toBe('GONE');
    expect(await opened.storage.objects.list()).toEqual([]);
    expect(await opened.holds.record(record, ANNA)).toMatchObject({ state: 'withdrawn' });
    const { records } = await opened.holds.admin.records({ limit: 10 });
    expect(records[0]).toMatchObject({ kind: 'withdrawal', withdraws: record, status: 'dpv:ConsentWithdrawn' });
    expect(opened.events.filter(({ type }) => type === 'recalled')).toEqual([]);
    expect(await opened.holds.admin.verify()).toEqual({ records: 2, intact: true });
  });

  test('after the host has it recalls the asset, once, however often it is asked', async () => {
    const opened = await openTestHolds();
    const { hold, record } = await decide(opened, 'consent');
    await (await opened.holds.resume(hold, ANNA, ORIGIN)).consume({ asset: 'asset-7' });
    await Promise.all([opened.holds.withdraw(record, ANNA), opened.holds.withdraw(record, ANNA)]);
    await opened.holds.withdraw(record, ANNA);
    const recalled = opened.events.filter(({ type }) => type === 'recalled');
    expect(recalled).toEqual([{ type: 'recalled', hold, record, asset: 'asset-7' }]);
    expect((await opened.holds.admin.records({ limit: 10 })).records).toHaveLength(2);
  });

  test('still recalls when the tombstone of the hold is long gone', async () => {
    const opened = await openTestHolds();
    const { hold, record } = await decide(opened, 'consent');
    await (await opened.holds.resume(hold, ANNA, ORIGIN)).consume({ asset: 'asset-7' });
    opened.clock.advance(366 * 86_400_000);
    await opened.holds.sweep();
    expect(await opened.storage.store.findHold(hold)).toBeUndefined();
    await opened.holds.withdraw(record, ANNA);
    expect(opened.events.at(-1)).toEqual({ type: 'recalled', hold, record, asset: 'asset-7' });
  });

  test("is refused for another's record, a refusal and a withdrawal", async () => {
    const opened = await openTestHolds();
    const { record } = await decide(opened, 'consent');
    const { record: refusal } = await decide(opened, 'remove');
    expect(await codeOf(opened.holds.withdraw(record, 'mallory'))).toBe('NOT_FOUND');
    expect(await codeOf(opened.holds.withdraw(refusal, ANNA))).toBe('NOT_FOUND');
    expect(await codeOf(opened.holds.withdraw('rec_none', ANNA))).toBe('NOT_FOUND');
  });
});

test('the SQLite file is refused when a newer version made it', async () => {
  const { holds, directory } = await openTestHolds();
  await holds.close();
  const { default: Database } = await import('libsql');
  const database = new Database(`${directory}/bystander.db`);
  database.exec('PRAGMA user_version = 99');
  database.close();
  expect(await codeOf(openSqlite(`${directory}/bystander.db`))).toBe('STORE_FAILED');
});
