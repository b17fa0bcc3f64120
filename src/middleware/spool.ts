/**
 * The folder where uploads lie while their request is looked at: one for each process, readable by its owner only. Its name carries
 * host and process id, so that the next start removes what a dead process left. Files are of random names, mode 0600.
 */
import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Spool {
  readonly directory: string;
  /** The files of one request. */
  open(): SpoolSession;
  /** Removes the folder with everything in it. */
  close(): Promise<void>;
}

export interface SpoolSession {
  readonly directory: string;
  /** A path that does not exist yet; what is put there goes with the session. */
  newPath(): string;
  write(bytes: Uint8Array): Promise<string>;
  /** From now on `remove` leaves the files where they are. */
  keep(): void;
  /** Removes the files that are still there; may be called again for files that came later. */
  remove(): Promise<void>;
}

/** Makes the folder of this process and sweeps those of dead ones. */
export async function createSpool(root: string = tmpdir()): Promise<Spool> {
  const prefix = `bystander-uploads-${hostname().replace(/[^\w]/g, '_')}-`;
  await sweepDead(root, prefix);
  const directory = await mkdtemp(join(root, `${prefix}${process.pid}-`));
  await chmod(directory, 0o700);
  return {
    directory,
    open: () => openSession(directory),
    close: () => rm(directory, { recursive: true, force: true }),
  };
}

function openSession(directory: string): SpoolSession {
  const paths = new Set<string>();
  let isKept = false;
  function newPath(): string {
    const path = join(directory, randomBytes(16).toString('hex'));
    paths.add(path);
    return path;
  }
  return {
    directory,
    newPath,
    async write(bytes) {
      const path = newPath();
      await writeFile(path, bytes, { mode: 0o600, flag: 'wx' });
      return path;
    },
    keep() {
      isKept = true;
    },
    async remove() {
      if (isKept) return;
      // `force`: the host may have renamed a file away.
      await Promise.all([...paths].map((path) => rm(path, { force: true })));
    },
  };
}

async function sweepDead(root: string, prefix: string): Promise<void> {
  const names = (await readdir(root)).filter((name) => name.startsWith(prefix));
  const dead = names.filter((name) => !isAlive(Number(/^\d+/.exec(name.slice(prefix.length))?.[0])));
  await Promise.all(dead.map((name) => rm(join(root, name), { recursive: true, force: true })));
}

function isAlive(pid: number): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 0) return true;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives and is somebody else's.
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH');
  }
}
