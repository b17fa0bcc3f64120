import { randomBytes } from 'node:crypto';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openStorage } from '../../src/storage/open-storage.ts';
import { codeOf } from './support/code-of.ts';
import { ANNA, decisionOn, newHold, ORIGIN, pictureItem, textItem } from './support/new-hold.ts';
import { KEY, openTestHolds } from './support/open-test-holds.ts';
import { temporaryDirectory } from './support/temporary-directory.ts';

const CANARY = 'canary.person@example.org';
const NEW_KEY = { id: 'k2', secret: Buffer.alloc(32, 2).toString('hex') };

async function filesUnder(directory: string): Promise<readonly string[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

/** A hold with the canary wherever a user can put one. */
function canaryHold() {
  const item = { ...textItem(`Ask ${CANARY} about it`), field: `/body/${CANARY}` };
  const origin = { ...ORIGIN, path: `/users/${CANARY}/uploads` };
  return newHold({ subject: CANARY, items: [item, pictureItem(['face'])], origin, envelope: Buffer.from(CANARY) });
}

describe('on the medium', () => {
  test('nothing stands in clear: no content, field, path, subject, note, idempotency key or secret', async () => {
    const opened = await openTestHolds({ onRelease: () => Promise.reject(new Error(CANARY)) });
    const { holds, directory } = opened;
    const hold = canaryHold();
    await holds.create(hold);
    const held = await holds.create(hold);
    const decision = decisionOn(held, () => ({ choice: 'consent', note: `${CANARY} said yes` }));
    const call = { version: 1, idempotencyKey: CANARY };
    await holds.decide(held.hold, CANARY, decision, call);
    const consumed = await holds.create(hold);
    await holds.decide(consumed.hold, CANARY, decisionOn(consumed, 'redact'), call);
    await (await holds.resume(consumed.hold, CANARY, hold.origin)).consume();

    const files = await filesUnder(directory);
    expect(files.length).toBeGreaterThan(5);
    const secret = Buffer.from(KEY.secret, 'base64');
    for (const file of files) {
      const bytes = await readFile(file);
      expect(bytes.includes(CANARY) || bytes.includes('canary') || bytes.includes(secret)).toBe(false);
      expect((await stat(file)).mode & 0o077).toBe(0);
    }
    expect(opened.logged.join() + JSON.stringify(opened.events)).not.toContain('canary');
  });

  test('a purged hold leaves no key that opens a copy of its objects', async () => {
    const { holds, directory, storage } = await openTestHolds();
    const held = await holds.create(canaryHold());
    const wrapped = (await storage.store.findHold(held.hold))?.wrappedKey ?? randomBytes(1);
    await holds.remove(held.hold, CANARY);
    for (const file of await filesUnder(directory)) {
      expect((await readFile(file)).includes(Buffer.from(wrapped))).toBe(false);
    }
  });
});

describe('sealed bytes', () => {
  test('that were changed, swapped or cut are refused, and no byte of them comes out', async () => {
    const { holds, directory, storage } = await openTestHolds();
    const held = await holds.create(newHold({ items: [textItem('first text'), textItem('other text')] }));
    const names = await storage.objects.names(held.hold);
    const pathOf = (n: number) =>
      join(directory, 'objects', held.hold, names.find((name) => name.startsWith(`${n}.`)) ?? '');
    const [first, second] = [await readFile(pathOf(1)), await readFile(pathOf(2))];
    const flipped = Uint8Array.from(first, (byte, index) => (index === 15 ? byte ^ 1 : byte));
    for (const bytes of [flipped, second, first.subarray(0, -1), first.subarray(0, 5), new Uint8Array()]) {
      await writeFile(pathOf(1), bytes);
      expect(await codeOf(holds.text(held.hold, ANNA, 1))).toBe('STORE_FAILED');
    }
    await writeFile(pathOf(1), first);
    expect(await holds.text(held.hold, ANNA, 1)).toBe('first text');
  });

  test('whose file is missing stop the release, and the hold stays released', async () => {
    const { holds, storage } = await openTestHolds();
    const held = await holds.create(newHold());
    await holds.decide(held.hold, ANNA, decisionOn(held, 'redact'), { version: 1 });
    const names = await storage.objects.names(held.hold);
    await storage.objects.remove(
      held.hold,
      names.filter((name) => name.endsWith('.item')),
    );
    expect(await codeOf(holds.resume(held.hold, ANNA, ORIGIN))).toBe('STORE_FAILED');
    expect((await holds.get(held.hold, ANNA)).status).toBe('released');
  });
});

describe('keys', () => {
  test('rotate: a new first key writes, the old one still opens holds, tokens and records', async () => {
    const before = await openTestHolds();
    const held = await before.holds.create(newHold());
    const rotated = await before.reopen({ keys: [NEW_KEY, KEY] });
    const view = await rotated.holds.decide(held.hold, ANNA, decisionOn(held, 'consent'), {
      version: 1,
      idempotencyKey: 'key',
    });
    const added = await rotated.holds.create(newHold());
    expect(added.token).toMatch(/^k2\./);
    expect((await rotated.holds.list(ANNA, { limit: 10 })).holds).toHaveLength(2);
    expect(await codeOf(rotated.holds.record(view.record ?? '', ANNA))).toBe('no error');
    expect(await rotated.holds.accountClosed(ANNA)).toEqual({ purged: 2 });
  });

  test('that are no longer there leave their holds unknown, not open', async () => {
    const before = await openTestHolds();
    const held = await before.holds.create(newHold());
    const after = await before.reopen({ keys: [NEW_KEY] });
    expect(await codeOf(after.holds.get(held.hold, ANNA))).toBe('NOT_FOUND');
    expect(await codeOf(after.holds.admin.get(held.hold))).toBe('STORE_FAILED');
  });

  test('are refused at the start when there is none, one is too short, or an id stands twice', async () => {
    const directory = await temporaryDirectory();
    const open = (keys: { id: string; secret: string }[]) => codeOf(openStorage({ directory: directory.path, keys }));
    expect(await open([])).toBe('CONFIG_INVALID');
    expect(await open([{ id: 'a', secret: 'c2hvcnQ=' }])).toBe('CONFIG_INVALID');
    expect(await open([KEY, { ...NEW_KEY, id: KEY.id }])).toBe('CONFIG_INVALID');
    await directory.remove();
  });

  test('for development are made once, readable by their owner only, and said once', async () => {
    const directory = await temporaryDirectory();
    const lines: string[] = [];
    const log = (line: string) => void lines.push(line);
    const logger = { info: log, warn: log, error: log };
    const opened = await Promise.all([1, 2, 3].map(() => openStorage({ directory: directory.path, logger })));
    const refs = opened.map(({ keys }) => keys.principals(ANNA)[0]);
    expect(new Set(refs).size).toBe(1);
    expect(lines).toHaveLength(1);
    expect(lines.join()).not.toContain((await readFile(join(directory.path, 'key'), 'utf8')).trim());
    expect((await stat(join(directory.path, 'key'))).mode & 0o077).toBe(0);
    for (const { store } of opened) await store.close();
    await directory.remove();
  });
});
