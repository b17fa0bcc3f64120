/** Does to each item what was chosen: take it out, redact it into a new object, or leave it. */
import { createHmac, randomBytes } from 'node:crypto';
import type { HoldsContext } from './context.ts';
import { type HoldDocument, heldItem, type StoredItem } from './document.ts';
import { dataKeyOf, readObject, writeObjects } from './held-bytes.ts';
import { inSteps } from './in-steps.ts';
import type { Intent } from './intent.ts';
import { KEY_BYTES, SEAL_OVERHEAD_BYTES } from './seal.ts';
import type { HoldRow } from './store.ts';

/** HMAC-SHA-256 of an item's decided bytes under the record's salt. */
export interface Commitment {
  readonly item: number;
  readonly hmac: string;
}

export interface DecidedItems {
  readonly items: readonly StoredItem[];
  readonly commitments: readonly Commitment[];
  readonly salt: Uint8Array;
  /** Of all objects of the hold, sealed. */
  readonly bytes: number;
}

/** Throws what the redactor throws, and `STORE_FAILED` when bytes do not open. */
export async function decideItems(
  context: HoldsContext,
  row: HoldRow,
  document: HoldDocument,
  { choices, cover }: Intent,
): Promise<DecidedItems> {
  const dataKey = dataKeyOf(context, row);
  const salt = randomBytes(KEY_BYTES);
  const chosen: ReadonlyMap<string, string> = new Map(choices.map(({ finding, choice }) => [finding, choice]));
  const items: StoredItem[] = [];
  const commitments: Commitment[] = [];
  for (const item of document.items) {
    const decided = await decideItem(context, row, dataKey, item, { chosen, cover });
    items.push(decided.item);
    if (decided.content === undefined) continue;
    commitments.push(await commitTo(salt, item.n, decided.content));
  }
  const grown = sealedBytes(items) - sealedBytes(document.items);
  return { items, commitments, salt, bytes: row.bytes + grown };
}

async function commitTo(salt: Uint8Array, item: number, content: Uint8Array): Promise<Commitment> {
  const hmac = createHmac('sha256', salt);
  for await (const step of inSteps(content)) hmac.update(step);
  return { item, hmac: hmac.digest('hex') };
}

async function decideItem(
  context: HoldsContext,
  { id, version }: HoldRow,
  dataKey: Uint8Array,
  item: StoredItem,
  { chosen, cover }: { readonly chosen: ReadonlyMap<string, string>; readonly cover: Intent['cover'] },
): Promise<{ readonly item: StoredItem; readonly content?: Uint8Array }> {
  const isTakenOut = [...item.findings, ...item.gaps].some((asked) => chosen.get(asked.id) === 'remove');
  if (isTakenOut || item.object === null) return { item: { ...item, bytes: 0, object: null, removed: true } };

  const content = await readObject(context, id, dataKey, { n: item.n, kind: 'item', ref: item.object });
  const isRedacted = (finding: string) => chosen.get(finding) === 'redact' || item.unredacted.includes(finding);
  const findings = item.findings.filter((finding) => isRedacted(finding.id));
  if (findings.length === 0) return { item, content };

  const { bytes, mediaType } = await context.redactor.redact(heldItem(item), content, findings, { cover });
  const [written] = await writeObjects(context, id, dataKey, version + 1, [
    { n: item.n, kind: 'item', content: { bytes } },
  ]);
  const object = written?.ref ?? null;
  return { item: { ...item, mediaType, bytes: bytes.length, object, unredacted: [] }, content: bytes };
}

function sealedBytes(items: readonly StoredItem[]): number {
  return items.reduce((sum, { object, bytes }) => sum + (object === null ? 0 : bytes + SEAL_OVERHEAD_BYTES), 0);
}
