import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest';
import { ConfigError } from '../../src/errors.ts';
import { createPool, type Pool, type PoolOptions } from '../../src/scanner/pool/pool.ts';

type Steps = Record<
  'echo' | 'pid' | 'time' | 'environment' | 'loop' | 'exit' | 'abort' | 'allocate' | 'throws' | 'sleep' | 'once',
  unknown
>;

const run = promisify(execFile);
const HOST = fileURLToPath(new URL('./fixtures/host.mjs', import.meta.url));
const pools: Pool<unknown, Steps>[] = [];
const folder = mkdtempSync(join(tmpdir(), 'bystander-test-'));

function poolWith(options: Partial<PoolOptions> = {}): Pool<unknown, Steps> {
  const child = new URL('./fixtures/child.mjs', import.meta.url);
  const pool = createPool<unknown, Steps>({ child, config: {}, queue: 10, deadlineMs: 10_000, size: 1, ...options });
  pools.push(pool);
  return pool;
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

async function pidOf(pool: Pool<unknown, Steps>): Promise<unknown> {
  const { pid } = await pool.run({}, ['pid']);
  return pid?.ok ? pid.value : undefined;
}

afterEach(async () => {
  await Promise.all(pools.splice(0).map((pool) => pool.close()));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a pool of children', () => {
  test('answers every step of a task', async () => {
    const outcomes = await poolWith().run({ say: new Uint8Array([1, 2]) }, ['echo', 'pid']);
    expect(outcomes.echo).toEqual({ ok: true, value: new Uint8Array([1, 2]) });
    expect(outcomes.pid).toMatchObject({ ok: true });
  });

  test('uses a child again', async () => {
    const pool = poolWith();
    expect(await pidOf(pool)).toBe(await pidOf(pool));
  });

  test('replaces a child that still holds most of its memory when it is done', async () => {
    const pool = poolWith({ residentBytes: 2 ** 30 });
    const first = await pidOf(pool);
    await pool.run({ heldBytes: 2 ** 29 }, ['echo']);
    expect(await pidOf(pool)).toBe(first);
    await pool.run({ heldBytes: 2 ** 30 - 2 ** 20 }, ['echo']);
    expect(await pidOf(pool)).not.toBe(first);
  });

  test('gives its children none of the environment of the host', async () => {
    process.env.BYSTANDER_TEST_SECRET = 'a secret';
    try {
      const { environment } = await poolWith().run({}, ['environment']);
      const names = environment?.ok ? (environment.value as string[]) : ['nothing came back'];
      const harmless = [
        'TMPDIR',
        'TEMP',
        'TMP',
        'SystemRoot',
        'MALLOC_ARENA_MAX',
        'NODE_CHANNEL_FD',
        'NODE_CHANNEL_SERIALIZATION_MODE',
      ];
      expect(names.filter((name) => !harmless.includes(name))).toEqual([]);
    } finally {
      delete process.env.BYSTANDER_TEST_SECRET;
    }
  });

  test('starts with what the first child says of itself', async () => {
    const pool = poolWith({ config: { a: 1 } });
    expect(await pool.start()).toEqual({ config: { a: 1 }, prove: true });
  });

  test('does not start when the child says what it lacks', async () => {
    const problems = [{ path: 'engines.face.model', expected: 'a readable model' }];
    const pool = poolWith({ config: { unable: { code: 'CONFIG_MODEL_MISSING', problems } } });
    await expect(pool.start()).rejects.toMatchObject({ code: 'CONFIG_MODEL_MISSING', problems });
    await expect(pool.start()).rejects.toBeInstanceOf(ConfigError);
    expect(pool.pids()).toEqual([]);
  });

  test('does not start when the child dies at once', async () => {
    const pool = poolWith({ child: new URL('./fixtures/no-such-child.mjs', import.meta.url) });
    await expect(pool.start()).rejects.toThrow('ended at its start');
    expect(await pool.run({}, ['pid'])).toEqual({ pid: { ok: false, failure: { reason: 'failed' } } });
  });
});

describe('a child that does not come back', () => {
  test('is killed at the deadline and leaves a timeout', async () => {
    const pool = poolWith({ deadlineMs: 1000 });
    const outcomes = await pool.run({}, ['pid', 'loop']);
    expect(outcomes.loop).toEqual({ ok: false, failure: { reason: 'timeout' } });
    const pid = outcomes.pid?.ok ? Number(outcomes.pid.value) : 0;
    expect(isRunning(pid)).toBe(false);
    expect(await pool.run({ say: 'next' }, ['echo'])).toEqual({ echo: { ok: true, value: 'next' } });
  });

  test.each(['exit', 'abort'] as const)('by %s leaves a failure, and the next task a working child', async (step) => {
    const pool = poolWith();
    expect(await pool.run({}, [step])).toEqual({ [step]: { ok: false, failure: { reason: 'failed' } } });
    expect(await pool.run({ say: 'next' }, ['echo'])).toEqual({ echo: { ok: true, value: 'next' } });
  });

  test('is ended when it outgrows its memory', async () => {
    const pool = poolWith({ residentBytes: 256 * 2 ** 20, deadlineMs: 60_000 });
    const outcomes = await pool.run({}, ['allocate']);
    expect(outcomes.allocate).toEqual({ ok: false, failure: { reason: 'failed' } });
  });

  test('keeps the steps that it had answered, and the others are answered by its successor', async () => {
    const outcomes = await poolWith().run({ say: 'here' }, ['pid', 'abort', 'echo']);
    expect(outcomes.pid).toMatchObject({ ok: true });
    expect(outcomes.abort).toEqual({ ok: false, failure: { reason: 'failed' } });
    expect(outcomes.echo).toEqual({ ok: true, value: 'here' });
  });

  test('and its successor are told the time that they have', async () => {
    const pool = poolWith({ deadlineMs: 9000 });
    expect(await pool.run({}, ['time'])).toEqual({ time: { ok: true, value: 6000 } });
    expect((await pool.run({}, ['exit', 'time'])).time).toEqual({ ok: true, value: 3000 });
  });

  test('is tried once more in a fresh child', async () => {
    const outcomes = await poolWith().run({ mark: join(folder, 'died-once') }, ['once']);
    expect(outcomes.once).toEqual({ ok: true, value: 'well' });
  });
});

describe('a step that throws', () => {
  test('is a failure at once when it is the fault of the input', async () => {
    const pool = poolWith();
    const before = await pidOf(pool);
    expect((await pool.run({ again: false }, ['throws'])).throws).toMatchObject({ ok: false });
    expect(await pidOf(pool)).toBe(before);
  });

  test('is tried again in a fresh child when it is not', async () => {
    const pool = poolWith();
    const before = await pidOf(pool);
    expect((await pool.run({ again: true }, ['throws'])).throws).toMatchObject({ ok: false });
    expect(await pidOf(pool)).not.toBe(before);
  });
});

describe('the line before the pool', () => {
  test('answers BUSY with a time to come back when it is full', async () => {
    const pool = poolWith({ queue: 1 });
    const first = pool.run({ ms: 300 }, ['sleep']);
    const second = pool.run({ say: 2 }, ['echo']);
    await expect(pool.run({}, ['pid'])).rejects.toMatchObject({ code: 'BUSY', status: 503, retryAfterSeconds: 1 });
    await first;
    expect(await second).toEqual({ echo: { ok: true, value: 2 } });
  });

  test('lets an aborted call go', async () => {
    const pool = poolWith();
    const abort = new AbortController();
    const first = pool.run({ ms: 200 }, ['sleep']);
    const second = pool.run({}, ['pid'], abort.signal);
    abort.abort();
    await expect(second).rejects.toMatchObject({ code: 'ABORTED' });
    expect(await first).toMatchObject({ sleep: { ok: true } });
  });

  test('lets the second part of what was begun go before what was not, and never refuses it', async () => {
    const pool = poolWith({ queue: 1 });
    const order: string[] = [];
    const running = pool.run({ ms: 200 }, ['sleep']);
    const waiting = pool.run({}, ['pid']).then(() => order.push('waiting'));
    const begun = [1, 2].map(() => pool.runAhead({}, ['pid']).then(() => order.push('begun')));
    await Promise.all([running, waiting, ...begun]);
    expect(order).toEqual(['begun', 'begun', 'waiting']);
  });

  test('never lets more run than the pool has children', async () => {
    const pool = poolWith({ size: 2 });
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => pool.run({ ms: 20 }, ['pid', 'sleep'])));
    expect(new Set(outcomes.map(({ pid }) => pid?.ok && pid.value)).size).toBe(2);
  });
});

describe('an abort', () => {
  test('before the call is ABORTED', async () => {
    await expect(poolWith().run({}, ['pid'], AbortSignal.abort())).rejects.toMatchObject({ code: 'ABORTED' });
  });

  test('ends a child that cannot be interrupted', async () => {
    const pool = poolWith();
    const before = await pidOf(pool);
    const abort = new AbortController();
    const running = pool.run({}, ['loop'], abort.signal);
    await sleep(100);
    abort.abort();
    await expect(running).rejects.toMatchObject({ code: 'ABORTED' });
    expect(isRunning(Number(before))).toBe(false);
    expect(await pidOf(pool)).not.toBe(before);
  });

  test('keeps a child that comes to its end soon', async () => {
    const pool = poolWith();
    const before = await pidOf(pool);
    const abort = new AbortController();
    const running = pool.run({ ms: 100 }, ['sleep'], abort.signal);
    await sleep(20);
    abort.abort();
    await expect(running).rejects.toMatchObject({ code: 'ABORTED' });
    expect(await pidOf(pool)).toBe(before);
  });
});

describe('the life of children', () => {
  test('ends after its number of tasks', async () => {
    const pool = poolWith({ tasksPerChild: 2 });
    const pids = [await pidOf(pool), await pidOf(pool), await pidOf(pool)];
    expect(pids[0]).toBe(pids[1]);
    expect(pids[2]).not.toBe(pids[0]);
  });

  test('ends with the pool, and calls that wait get CLOSED', async () => {
    const pool = poolWith();
    const pid = Number(await pidOf(pool));
    const calls = [pool.run({}, ['loop']), pool.run({}, ['pid'])];
    const settled = Promise.allSettled(calls);
    await pool.close();
    for (const result of await settled) expect(result).toMatchObject({ reason: { code: 'CLOSED' } });
    await expect(pool.run({}, ['pid'])).rejects.toMatchObject({ code: 'CLOSED' });
    expect(isRunning(pid)).toBe(false);
    expect(pool.pids()).toEqual([]);
  });

  test('does not keep a host alive that forgets to close', async () => {
    const { stdout } = await run(process.execPath, [HOST, 'forget']);
    const pid = Number(stdout);
    await vi.waitFor(() => expect(isRunning(pid)).toBe(false), 5000);
  });

  test('ends when the host is killed, even in a loop that nothing interrupts', async () => {
    const host = spawn(process.execPath, [HOST, 'loop'], { stdio: ['ignore', 'pipe', 'inherit'] });
    const [line] = await once(host.stdout, 'data');
    const pid = Number(line);
    expect(isRunning(pid)).toBe(true);
    host.kill('SIGKILL');
    await vi.waitFor(() => expect(isRunning(pid)).toBe(false), 5000);
  });
});
