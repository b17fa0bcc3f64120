/**
 * Who carries out a decision or holds a lease: this host, process and instance. Several processes may share one store
 * (a cluster, or an old server that drains beside a new one), so what is under way is taken over only when its owner is
 * gone or its lease ran out.
 */
import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';

const living = new Set<string>();

export interface Owner {
  readonly id: string;
  resign(): void;
}

export function registerOwner(): Owner {
  const id = `${hostname()} ${process.pid} ${randomBytes(6).toString('hex')}`;
  living.add(id);
  return { id, resign: () => void living.delete(id) };
}

/** True only when it is certain: an owner on another host is never known to be gone, its lease has to run out. */
export function isGone(owner: string): boolean {
  const [host, pid] = owner.split(' ');
  if (host !== hostname()) return false;
  if (Number(pid) === process.pid) return !living.has(owner);
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH';
  }
}
