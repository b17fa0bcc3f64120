import { readdir, readFile } from 'node:fs/promises';
import type { DetectorDescription } from '../../scanner/types.ts';
import type { Check } from './check.ts';

/** Each model has a card there that names its SHA-256, also one that lies in a dependency. */
const MODELS = new URL('../../../models/', import.meta.url);

/** Whether the model in use is the one that was measured, byte for byte. Nothing for a detector without a model. */
export async function checkModel({ id, modelSha256 }: DetectorDescription): Promise<readonly Check[]> {
  if (modelSha256 === undefined) return [];
  const name = `${id} model`;
  const card = (await readCards()).find(({ text }) => text.includes(modelSha256));
  if (card === undefined)
    return [{ name, status: 'note', detail: `SHA-256 ${modelSha256}, on no card of this package` }];
  return [{ name, status: 'ok', detail: `SHA-256 ${modelSha256}, as on ${card.file}` }];
}

async function readCards(): Promise<{ readonly file: string; readonly text: string }[]> {
  const files = (await readdir(MODELS)).filter((file) => file.endsWith('.md'));
  return Promise.all(files.map(async (file) => ({ file, text: await readFile(new URL(file, MODELS), 'utf8') })));
}
