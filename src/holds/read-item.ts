/** One held item for its own user: a preview of it, or its text. */
import { BystanderError } from '../errors.ts';
import type { HoldsContext } from './context.ts';
import { heldItem, openDocument } from './document.ts';
import { dataKeyOf, readObject } from './held-bytes.ts';
import { livingHold } from './load.ts';
import type { HeldItem } from './types.ts';

/** Throws `NOT_FOUND` for another's hold, an item that is not there or was taken out; `GONE` when the bytes are. */
export async function readItem(
  context: HoldsContext,
  id: string,
  subject: string,
  n: number,
): Promise<{ readonly item: HeldItem; readonly content: Uint8Array }> {
  const row = await livingHold(context, id, subject);
  const dataKey = dataKeyOf(context, row);
  const item = openDocument(context.keys, row).items.find((candidate) => candidate.n === n);
  if (item === undefined || item.object === null) throw new BystanderError('NOT_FOUND', 'there is no such item');
  const content = await readObject(context, id, dataKey, { n, kind: 'item', ref: item.object });
  return { item: heldItem(item), content };
}

/** Throws `NOT_FOUND` for an item that is no text, too. */
export async function readText(context: HoldsContext, id: string, subject: string, n: number): Promise<string> {
  const { item, content } = await readItem(context, id, subject, n);
  if (item.kind !== 'text') throw new BystanderError('NOT_FOUND', 'the item is no text');
  return Buffer.from(content).toString();
}
