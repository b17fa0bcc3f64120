import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { codeOf } from './support/code-of.ts';
import { ANNA, gap, newHold, ORIGIN, pictureItem, TEXT, textItem } from './support/new-hold.ts';
import { openTestHolds } from './support/open-test-holds.ts';

const NOBODY = `hld_${'A'.repeat(22)}`;

describe('a new hold', () => {
  test('shows its user what is asked, with ids unique within it, a statement and a token', async () => {
    const { holds, clock, events } = await openTestHolds();
    const items = [textItem(TEXT, [gap('g1', 'person')]), pictureItem(['face'], [gap('g1')])];
    const view = await holds.create(newHold({ items, lang: 'de' }));
    expect(view).toMatchObject({ status: 'awaiting', version: 1, asset: null, origin: ORIGIN });
    expect(view.hold).toMatch(/^hld_[\w-]{22}$/);
    expect(
      view.items.map(({ n, findings, gaps }) => [n, findings.map(({ id }) => id), gaps.map(({ id }) => id)]),
    ).toEqual([
      [1, ['f1', 'f2'], ['g1']],
      [2, ['f3'], ['g2']],
    ]);
    expect(view.items[1]).toMatchObject({ kind: 'image', width: 20, height: 20, bytes: 400, field: 'image' });
    expect(view.items[0]?.findings[0]?.choices).toContain('redact');
    expect(view.items[0]?.gaps[0]?.choices).toEqual(['retry', 'remove']);
    expect(view.statement).toMatchObject({ id: 'other-people', version: '1', lang: 'de' });
    expect(view.token).toMatch(/^k1\./);
    expect(Date.parse(view.expiresAt) - clock.now()).toBe(72 * 3_600_000);
    expect(events).toEqual([{ type: 'hold.created', hold: view.hold }]);
    expect(await holds.get(view.hold, ANNA)).toEqual(view);
  });

  test('holds a file by its path, byte for byte', async () => {
    const { holds, directory } = await openTestHolds();
    const bytes = Buffer.alloc(300_000, 'spooled ');
    const path = join(directory, 'spooled');
    await writeFile(path, bytes);
    const view = await holds.create(newHold({ items: [{ ...pictureItem(['face']), content: { path } }] }));
    expect(view.items[0]?.bytes).toBe(bytes.length);
    expect(Buffer.compare((await holds.preview(view.hold, ANNA, 1)).bytes, bytes)).toBe(0);
  });

  test('is kept by nobody when a file cannot be read', async () => {
    const { holds, storage } = await openTestHolds();
    const missing = { ...pictureItem(['face']), content: { path: '/nowhere/at/all' } };
    expect(await codeOf(holds.create(newHold({ items: [missing] })))).toBe('STORE_FAILED');
    expect(await storage.objects.list()).toEqual([]);
    expect((await holds.list(ANNA, { limit: 10 })).holds).toEqual([]);
  });

  test('gives its text and its preview to its own user only', async () => {
    const { holds } = await openTestHolds();
    const view = await holds.create(newHold({ items: [textItem(TEXT), pictureItem(['face'])] }));
    expect(await holds.text(view.hold, ANNA, 1)).toBe(TEXT);
    expect((await holds.preview(view.hold, ANNA, 2)).mediaType).toBe('image/png');
    const calls = [
      holds.get(view.hold, 'mallory'),
      holds.get(NOBODY, ANNA),
      holds.text(view.hold, 'mallory', 1),
      holds.preview(view.hold, 'mallory', 2),
      holds.text(view.hold, ANNA, 2),
      holds.preview(view.hold, ANNA, 3),
      holds.extend(view.hold, 'mallory'),
      holds.remove(view.hold, 'mallory'),
      holds.resume(view.hold, 'mallory', ORIGIN),
      holds.addRegion(view.hold, 'mallory', { item: 2, box: { x: 1, y: 1, width: 1, height: 1 } }, 1),
    ];
    expect(await Promise.all(calls.map(codeOf))).toEqual(calls.map(() => 'NOT_FOUND'));
    expect((await holds.get(view.hold, ANNA)).version).toBe(1);
  });
});

describe('lists', () => {
  test('give a subject its own open and consumed holds, newest first, page by page, without tokens', async () => {
    const { holds, clock } = await openTestHolds();
    const created: string[] = [];
    for (let index = 0; index < 7; index += 1) {
      created.push((await holds.create(newHold())).hold);
      clock.advance(index % 2);
    }
    await holds.create(newHold({ subject: 'mallory' }));
    await holds.remove(created[3] ?? '', ANNA);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await holds.list(ANNA, { limit: 2, cursor });
      expect(page.holds.length).toBeLessThanOrEqual(2);
      expect(page.holds.every(({ token }) => token === undefined)).toBe(true);
      seen.push(...page.holds.map(({ hold }) => hold));
      cursor = page.next;
    } while (cursor !== undefined);
    expect([...seen].sort()).toEqual(created.filter((_, index) => index !== 3).sort());
    expect((await holds.admin.list({ limit: 100 })).holds).toHaveLength(7);
    expect(await codeOf(holds.list(ANNA, { limit: 2, cursor: 'garbage' }))).toBe('MALFORMED_BODY');
  });

  test('of the host show and remove any hold', async () => {
    const { holds } = await openTestHolds();
    const { hold } = await holds.create(newHold());
    expect(await holds.admin.get(hold)).toMatchObject({ hold, status: 'awaiting' });
    expect((await holds.admin.get(hold))?.token).toBeUndefined();
    await holds.admin.remove(hold);
    expect(await holds.admin.get(hold)).toBeUndefined();
    expect(await codeOf(holds.admin.remove(hold))).toBe('NOT_FOUND');
    expect(await codeOf(holds.get(hold, ANNA))).toBe('GONE');
  });
});

describe('quotas', () => {
  test('refuse one hold too many of a subject, keep nothing of it, and leave other subjects alone', async () => {
    const { holds, storage } = await openTestHolds({ settings: { holdsPerSubject: 3 } });
    const calls = Array.from({ length: 8 }, () => holds.create(newHold()));
    const codes = await Promise.all(calls.map(codeOf));
    expect(codes.filter((code) => code === 'no error')).toHaveLength(3);
    expect(codes.filter((code) => code === 'TOO_MANY_HOLDS')).toHaveLength(5);
    expect(await storage.objects.list()).toHaveLength(3);
    expect(await codeOf(holds.create(newHold({ subject: 'berta' })))).toBe('no error');
    const [first] = (await holds.list(ANNA, { limit: 1 })).holds;
    await holds.remove(first?.hold ?? '', ANNA);
    expect(await codeOf(holds.create(newHold()))).toBe('no error');
  });

  test('refuse bytes over the limit of all holds, and count what is freed', async () => {
    const { holds } = await openTestHolds({ settings: { heldBytes: 1000 } });
    const first = await holds.create(newHold({ items: [pictureItem(['face'])] }));
    expect(await codeOf(holds.create(newHold({ subject: 'berta', items: [pictureItem(['face'])] })))).toBe('no error');
    expect(await codeOf(holds.create(newHold({ subject: 'carl', items: [pictureItem(['face'])] })))).toBe(
      'STORAGE_FULL',
    );
    await holds.remove(first.hold, ANNA);
    expect(await codeOf(holds.create(newHold({ subject: 'carl', items: [pictureItem(['face'])] })))).toBe('no error');
  });
});

test('after close every call is refused with CLOSED', async () => {
  const { holds } = await openTestHolds();
  const { hold } = await holds.create(newHold());
  await holds.close();
  await holds.close();
  expect(await codeOf(holds.get(hold, ANNA))).toBe('CLOSED');
  expect(await codeOf(holds.create(newHold()))).toBe('CLOSED');
  expect(await codeOf(holds.sweep())).toBe('CLOSED');
});
