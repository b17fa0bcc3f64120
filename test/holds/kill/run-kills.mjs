// Kills a working child again and again at random moments, opens what it left, and checks that nothing acknowledged is lost and nothing is
// released half. The suite runs a few dozen kills; more: node test/holds/kill/run-kills.mjs --kills 500 --seed 7
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtemp, readdir, rm, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { UncleanableError } from '../../../dist/errors.js';
import { createHolds } from '../../../dist/holds/create-holds.js';
import { openStorage } from '../../../dist/storage/open-storage.js';
import { createRandom } from '../../../scripts/accuracy/random.mjs';
import { createMaskRedactor } from '../support/mask-redactor.mjs';
import { createTestStatements } from '../support/test-statements.mjs';
import { decidedText, KEYS, keyOf, ORIGIN, originalText, SETTINGS, SUBJECT } from './scenario.mjs';

const CHILD = fileURLToPath(new URL('child.mjs', import.meta.url));
const LONGEST_LIFE_MS = 120;
const EARLY = 0.2;
/** After so many kills everything is removed, so that checking does not take longer and longer. */
const CLEARED_EVERY = 6;
const ORDER = ['created', 'released', 'consumed'];
const PAST_GRACE_MS = 2 * 3_600_000;

/** Throws at the first thing lost, half released or left over. @param {{ kills: number, seed: number }} run */
export async function runKills({ kills, seed }) {
  const directory = await mkdtemp(join(tmpdir(), 'bystander-kill-'));
  const random = createRandom(seed);
  const totals = { kills: 0, acknowledged: 0, finished: 0, live: 0 };
  let acknowledged = new Map();
  try {
    for (; totals.kills < kills; totals.kills += 1) {
      for (const [hold, last] of await killOne(directory, seed * 1000 + totals.kills, random))
        acknowledged.set(hold, last);
      const isCleared = totals.kills % CLEARED_EVERY === CLEARED_EVERY - 1 || totals.kills === kills - 1;
      const found = await check(directory, acknowledged, isCleared);
      totals.acknowledged += acknowledged.size;
      totals.finished += found.finished;
      totals.live += found.live;
      if (isCleared) acknowledged = new Map();
    }
    return totals;
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

/** The last thing that was acknowledged about each hold before the kill. */
async function killOne(directory, seed, random) {
  const child = spawn(process.execPath, [CHILD, directory, String(seed)], { stdio: ['ignore', 'pipe', 'inherit'] });
  const last = new Map();
  const lines = createInterface({ input: child.stdout });
  const started = new Promise((resolve) => lines.once('line', resolve));
  const ended = new Promise((resolve) => lines.once('close', resolve));
  lines.on('line', (line) => {
    if (!line.endsWith('}')) return;
    const event = JSON.parse(line);
    last.set(event.hold, event);
  });
  // Now and then it is killed while it starts: between making the file and its schema, or while it finishes what the last one left.
  if (random() >= EARLY) await Promise.race([started, ended]);
  await sleep(random() * LONGEST_LIFE_MS);
  child.kill('SIGKILL');
  await ended;
  assert.equal(child.exitCode, null, 'the child ended by itself');
  return last;
}

async function check(directory, acknowledged, isCleared) {
  const storage = await openStorage({ directory, keys: KEYS });
  const { store, objects } = storage;
  const undone = (await store.leasedHolds()).filter(({ status }) => status === 'decided').map(({ id }) => id);
  const clock = { ahead: 0, now: () => Date.now() + clock.ahead };
  const holds = createHolds({
    ...storage,
    clock,
    statements: createTestStatements(),
    redactor: createMaskRedactor(UncleanableError),
    recordContext: { detectors: [] },
    settings: SETTINGS,
  });
  await holds.sweep();
  for (const event of acknowledged.values()) await checkAcknowledged(store, event);
  let live = 0;
  for await (const view of everyHold(holds)) {
    await checkHold(holds, storage, view);
    live += 1;
  }
  for (const id of undone)
    assert.notEqual((await store.findHold(id))?.status, 'decided', 'a decision was not finished');
  assert.equal((await holds.admin.verify()).intact, true, 'the chain of records is broken');
  if (isCleared) {
    await holds.accountClosed(SUBJECT);
    await ageObjects(directory);
    clock.ahead = PAST_GRACE_MS;
    await holds.sweep();
    assert.deepEqual(await objects.list(), [], 'objects were left over');
  }
  await holds.close();
  return { live, finished: undone.length };
}

/** Objects without a row are left alone while they are young. */
async function ageObjects(directory) {
  const objects = join(directory, 'objects');
  const past = new Date(Date.now() - PAST_GRACE_MS);
  for (const folder of await readdir(objects)) await utimes(join(objects, folder), past, past);
}

/** What was said to be done is done, or more. */
async function checkAcknowledged(store, { done, hold, record }) {
  const row = await store.findHold(hold);
  assert.ok(row, `an acknowledged hold is lost (${done})`);
  if (done === 'declined') assert.equal(row.status, 'purged');
  else if (row.status !== 'purged') {
    const reached = row.status === 'awaiting' ? 'created' : row.status;
    assert.ok(ORDER.indexOf(reached) >= ORDER.indexOf(done), `${done} was acknowledged, ${row.status} was found`);
  } else assert.equal(done, 'created', 'only a hold whose decline was not acknowledged may be purged');
  if (record === undefined) return;
  assert.equal(row.record, record);
  assert.equal((await store.findRecord(record))?.hold, hold, 'a decision has no record');
}

/** Every hold that is there, acknowledged or not, is whole. */
async function checkHold(holds, { store, objects }, { hold, status, record }) {
  const names = await objects.names(hold);
  if (status === 'consumed') {
    assert.deepEqual(names, []);
    return;
  }
  assert.ok(status === 'awaiting' || status === 'released', `found ${status}`);
  assert.deepEqual(names.map((name) => name.split('.').at(-1)).sort(), ['envelope', 'item'], 'objects were left over');
  const text = await holds.text(hold, SUBJECT, 1);
  const key = keyOf(text);
  if (status === 'awaiting') {
    assert.equal(text, originalText(key), 'an undecided hold changed');
    return;
  }
  assert.equal(text, decidedText(key), 'a hold is half released');
  assert.equal((await store.findRecord(record ?? ''))?.hold, hold, 'a hold is released without a record');
  const lease = await holds.resume(hold, SUBJECT, ORIGIN);
  assert.equal(Buffer.from(lease.envelope).toString(), key);
  await lease.giveBack();
}

async function* everyHold(holds) {
  let cursor;
  do {
    const page = await holds.admin.list({ limit: 100, cursor });
    yield* page.holds;
    cursor = page.next;
  } while (cursor !== undefined);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({
    options: { kills: { type: 'string', default: '150' }, seed: { type: 'string', default: '1' } },
  });
  console.log(await runKills({ kills: Number(values.kills), seed: Number(values.seed) }));
}
