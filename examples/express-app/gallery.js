// Keeps released uploads: one folder each, with the files and a record.json.
import { createHash, randomUUID } from 'node:crypto';
import { copyFile, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export async function createGallery(directory) {
  await mkdir(directory, { recursive: true });

  /** Bystander hands a held upload over at least once; the hold's id makes saving it twice harmless. */
  async function save({ user, prompt, files, hold }) {
    const id =
      hold === undefined ? randomUUID() : createHash('sha256').update(`gallery ${hold}`).digest('hex').slice(0, 32);
    if ((await find(user, id)) !== undefined) return id;
    const draft = join(directory, `.${randomUUID()}`);
    await mkdir(draft);
    const kept = [];
    for (const [index, { path, originalname, mimetype, size }] of files.entries()) {
      await copyFile(path, join(draft, String(index)));
      kept.push({ name: originalname, mimetype, size });
    }
    const record = { id, user, prompt, savedAt: new Date().toISOString(), wasHeld: hold !== undefined, files: kept };
    await writeFile(join(draft, 'record.json'), JSON.stringify(record));
    try {
      await rename(draft, join(directory, id));
    } catch (error) {
      if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
      await rm(draft, { recursive: true });
    }
    return id;
  }

  async function find(user, id) {
    if (!/^[\da-f-]{32,36}$/.test(id)) return undefined;
    try {
      const record = JSON.parse(await readFile(join(directory, id, 'record.json'), 'utf8'));
      if (record.user !== user) return undefined;
      const files = record.files.map((file, index) => ({ ...file, path: join(directory, id, String(index)) }));
      return { ...record, files };
    } catch (error) {
      if (error.code === 'ENOENT') return undefined;
      throw error;
    }
  }

  /** The user's uploads, newest first. */
  async function list(user) {
    const uploads = await Promise.all((await readdir(directory)).map((id) => find(user, id)));
    return uploads.filter((upload) => upload !== undefined).sort((a, b) => b.savedAt.localeCompare(a.savedAt));
  }

  return { save, find, list };
}
