/** Multer's storage engine over the spool: a file is hashed and counted while it streams to disk, and goes when anything fails. */
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { basename } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { StorageEngine } from 'multer';
import type { Received } from './content.ts';
import type { SpoolSession } from './spool.ts';

export interface SpoolStorage extends StorageEngine {
  /** Of the file stored at this path. */
  received(path: string): Received | undefined;
}

/** `stop` ends writing at once: multer itself would wait for a client that has stalled. */
export function createSpoolStorage(session: SpoolSession, stop: AbortSignal): SpoolStorage {
  const files = new Map<string, Received>();

  async function store(file: Express.Multer.File): Promise<Partial<Express.Multer.File>> {
    const path = session.newPath();
    const hash = createHash('sha256');
    const target = createWriteStream(path, { flags: 'wx', mode: 0o600 });
    let size = 0;
    try {
      await pipeline(
        file.stream,
        async function* measure(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
          for await (const chunk of source) {
            hash.update(chunk);
            size += chunk.length;
            yield chunk;
          }
        },
        target,
        { signal: stop },
      );
    } catch (error) {
      // Opening may still be under way, and would make the file after it was removed.
      if (!target.closed) await once(target, 'close');
      await rm(path, { force: true });
      throw error;
    }
    files.set(path, { sha256: hash.digest('hex'), bytes: size });
    return { destination: session.directory, filename: basename(path), path, size };
  }

  return {
    received: (path) => files.get(path),
    _handleFile(_request, file, callback) {
      store(file).then((info) => callback(undefined, info), callback);
    },
    _removeFile(_request, file, callback) {
      rm(file.path, { force: true }).then(() => callback(null), callback);
    },
  };
}
