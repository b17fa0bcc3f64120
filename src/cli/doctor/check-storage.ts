import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { Check } from './check.ts';

const DEFAULT_DIRECTORY = '.bystander';
/** Read, write or search for group and others. */
const OTHERS = 0o077;

/** Whether holds can be stored where the options say, and that nobody else reads them there. */
export async function checkStorage(given: string | undefined): Promise<Check> {
  const name = 'storage';
  const directory = resolve(given ?? DEFAULT_DIRECTORY);
  const found = await stat(directory).catch(() => undefined);
  if (found === undefined) {
    if (await isWritable(dirname(directory)))
      return { name, status: 'ok', detail: `${directory}, made at the first start` };
    return { name, status: 'broken', detail: `${directory} is not there and cannot be made` };
  }
  if (!found.isDirectory() || !(await isWritable(directory))) {
    return { name, status: 'broken', detail: `${directory} is no folder that can be written to` };
  }
  if ((found.mode & OTHERS) !== 0)
    return { name, status: 'note', detail: `${directory} is open to other users of this machine` };
  return { name, status: 'ok', detail: directory };
}

async function isWritable(path: string): Promise<boolean> {
  return access(path, constants.W_OK | constants.X_OK).then(
    () => true,
    () => false,
  );
}
