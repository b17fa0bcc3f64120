/**
 * Walks the whole chain: every link follows from the one before, and every record that was not erased is the one that
 * was hashed.
 */
import type { HoldStore, LeafRow } from '../store.ts';
import { CHAIN_START, leafOf, nextLink } from './chain.ts';

const PAGE = 500;

/**
 * `records` counts those that still stand. Cutting off the chain's end goes unseen until checkpoints are anchored
 * outside.
 */
export async function verifyChain(store: HoldStore): Promise<{ readonly records: number; readonly intact: boolean }> {
  let records = 0;
  let isIntact = true;
  let link = CHAIN_START;
  let seq = 0;
  for (;;) {
    const leaves = await store.listLeaves(seq, PAGE);
    for (const row of leaves) {
      link = nextLink(link, row.leaf);
      isIntact &&= row.seq === seq + 1 && equal(link, row.chain) && isOwnRecord(row);
      records += row.document === null ? 0 : 1;
      seq = row.seq;
    }
    if (leaves.length < PAGE) return { records, intact: isIntact };
  }
}

function isOwnRecord({ leaf, document, salt, erasedAt }: LeafRow): boolean {
  if (document === null || salt === null) return erasedAt !== null;
  return erasedAt === null && equal(leafOf(salt, document), leaf);
}

function equal(left: Uint8Array, right: Uint8Array): boolean {
  return Buffer.compare(left, right) === 0;
}
