/** The example app as a process of its own, on a free port and with an empty folder. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const SERVER = fileURLToPath(new URL('../../examples/express-app/server.js', import.meta.url));

export interface ExampleApp {
  readonly url: string;
  close(): Promise<void>;
}

/** Resolves when it prints where it listens. */
export async function startExampleApp(): Promise<ExampleApp> {
  const directory = await mkdtemp(join(tmpdir(), 'bystander-journey-'));
  const env = { ...process.env, PORT: '0', EXAMPLE_DIRECTORY: directory, NODE_ENV: 'development' };
  const server = spawn(process.execPath, [SERVER], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const url = await urlOf(server);
  return {
    url,
    async close() {
      server.kill('SIGTERM');
      if (server.exitCode === null) await once(server, 'exit');
      await rm(directory, { recursive: true, force: true });
    },
  };
}

async function urlOf({ stdout }: ChildProcess): Promise<string> {
  if (stdout === null) throw new Error('the example app has no output');
  for await (const line of createInterface({ input: stdout })) {
    if (line.startsWith('http://')) return line;
  }
  throw new Error('the example app ended before it listened');
}
