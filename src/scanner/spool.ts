/** A private folder for what is too large for a message: mode 0700, files 0600, gone with the process. */

import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PREFIX = 'bystander-scan-';
/** A folder of a process that seems dead may belong to another container with the same temporary folder; a day old one does not. */
const SWEEP_AGE_MS = 24 * 60 * 60 * 1000;

export interface Spool {
  /** A path that does not exist yet. */
  newPath(): Promise<string>;
  write(bytes: Uint8Array): Promise<string>;
  remove(path: string): Promise<void>;
  close(): Promise<void>;
}

/** The folder is made when it is first needed. */
export function createSpool(): Spool {
  let folder: Promise<string> | undefined;
  let made: string | undefined;
  const removeNow = () => made !== undefined && rmSync(made, { recursive: true, force: true });

  async function make(): Promise<string> {
    made = await mkdtemp(join(tmpdir(), `${PREFIX}${process.pid}-`));
    process.once('exit', removeNow);
    return made;
  }

  const spool: Spool = {
    async newPath() {
      folder ??= make();
      return join(await folder, randomUUID());
    },
    async write(bytes) {
      const path = await spool.newPath();
      await writeFile(path, bytes, { mode: 0o600, flag: 'wx' });
      return path;
    },
    remove: (path) => rm(path, { force: true }),
    async close() {
      process.off('exit', removeNow);
      if (folder !== undefined) await rm(await folder, { recursive: true, force: true });
    },
  };
  return spool;
}

/** Removes the folders that killed processes of this user left behind. Never throws: what cannot be removed is somebody else's. */
export async function sweepSpools(): Promise<void> {
  const names = await readdir(tmpdir()).catch((): string[] => []);
  const left = names.filter((name) => name.startsWith(PREFIX) && !isAlive(pidIn(name)));
  for (const path of left.map((name) => join(tmpdir(), name))) {
    if (await isOld(path)) await rm(path, { recursive: true, force: true }).catch(() => undefined);
  }
}

function pidIn(name: string): number {
  return Number(name.slice(PREFIX.length).split('-')[0]);
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // EPERM: it lives and belongs to somebody else.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

async function isOld(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  return found !== undefined && Date.now() - found.mtimeMs > SWEEP_AGE_MS;
}
