/** A real Express app around a guard with a fake engine: what tests of the middleware share. */
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express, { type Express, type Request } from 'express';
import express4 from 'express4';
import { onTestFinished } from 'vitest';
import type { Detection, FindingType } from '../../src/core/types.ts';
import {
  type Bystander,
  type BystanderOptions,
  type BystanderParts,
  createBystanderWith,
} from '../../src/middleware/create-bystander-with.ts';
import { createFakeEngine, type FakeEngineOptions, type Seen } from '../../src/testing/fake-engine.ts';

export const EXPRESS_VERSIONS = { 'Express 5': express, 'Express 4': express4 } as const;

/** A 1 x 1 PNG. */
export const PNG: Buffer = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

export interface TestGuard {
  readonly bystander: Bystander;
  /** Lines said to the operator. */
  readonly lines: string[];
  readonly directory: string;
}

/** `header` names the user; a guard over its own storage, closed after the test. */
export async function createGuard(
  options: BystanderOptions = {},
  engine: FakeEngineOptions = {},
  parts: Partial<BystanderParts> = {},
): Promise<TestGuard> {
  const directory = await mkdtemp(join(tmpdir(), 'bystander-test-'));
  onTestFinished(() => rm(directory, { recursive: true, force: true }));
  const lines: string[] = [];
  const logger = { info: say, warn: say, error: say };
  function say(line: string): void {
    lines.push(line);
  }
  const { preset, detectors, passThrough } = options;
  const bystander = await createBystanderWith(
    { storage: { directory }, logger, subject: (request: Request) => request.get('x-user') ?? 'anna', ...options },
    { createEngine: () => createFakeEngine({ preset, detectors, passThrough, ...engine }), ...parts },
  );
  onTestFinished(() => bystander.close());
  return { bystander, lines, directory };
}

/** Listens on a port of its own until the test ends. */
export async function listen(
  app: Express,
): Promise<{ readonly server: Server; readonly port: number; readonly url: string }> {
  const server = app.listen(0);
  await new Promise((resolve) => server.once('listening', resolve));
  onTestFinished(
    () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  );
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return { server, port, url: `http://127.0.0.1:${port}` };
}

/** A detector for tests: every place of the word in a text. */
export function finding(word: string, type: FindingType = 'email'): (seen: Seen) => Detection[] {
  return ({ text = '' }) => {
    const found: Detection[] = [];
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      found.push({ type, score: 0.9, detector: 'fake', start: at, end: at + word.length });
    }
    return found;
  };
}

/** A face in every picture. */
export function face({ kind }: Seen): Detection[] {
  if (kind !== 'image') return [];
  return [{ type: 'face', score: 0.95, detector: 'fake', box: { x: 0, y: 0, width: 100, height: 100 } }];
}

/** Files in the spools of this process. */
export async function spooledFiles(): Promise<string[]> {
  const names = await readdir(tmpdir());
  const spools = names.filter((name) => name.startsWith('bystander-uploads-') && name.includes(`-${process.pid}-`));
  const files = await Promise.all(spools.map((name) => readdir(join(tmpdir(), name))));
  return files.flat();
}
