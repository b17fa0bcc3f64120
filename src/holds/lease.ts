/**
 * The lease on a released hold: one at a time, 60 s, renewed while the host works. Success consumes the hold and
 * destroys its bytes; failure, a crash or a lost lease make it released again, so that the host gets it at least once
 * until it succeeds.
 */
import { BystanderError } from '../errors.ts';
import { emit, type HoldsContext, report } from './context.ts';
import { type HoldDocument, openDocument, sealDocument } from './document.ts';
import { DESTROYED } from './end-hold.ts';
import { dataKeyOf, ENVELOPE, openSubject, readObject } from './held-bytes.ts';
import { moveHold } from './move.ts';
import { keepRenewed } from './renewal.ts';
import type { HoldRow } from './store.ts';
import { LEASE_MS, REDELIVERY_MS, TOMBSTONE_MS } from './terms.ts';
import type { Lease, Release, ReleasedItem } from './types.ts';

type Consumed = Parameters<Lease['consume']>[0];

/** Throws `RUNNING` when another was first, `STORE_FAILED` when the bytes do not open; then the hold stays released. */
export async function takeLease(context: HoldsContext, released: HoldRow, subject: string): Promise<Lease> {
  const leased = await lease(context, released);
  if (leased === undefined) throw new BystanderError('RUNNING', 'the hold is being resumed');
  const stopRenewing = keepRenewed(context, leased);
  const giveBack = async (): Promise<void> => {
    stopRenewing();
    await releaseLease(context, leased);
  };
  try {
    const release = await openRelease(context, leased, subject);
    const consume = async (consumed: Consumed): Promise<void> => {
      stopRenewing();
      await consumeHold(context, leased, consumed);
    };
    return { ...release, consume, giveBack };
  } catch (error) {
    await giveBack();
    throw error;
  }
}

/** Makes a leased hold released again; nothing happens when it no longer is. */
export async function releaseLease(context: HoldsContext, leased: HoldRow): Promise<void> {
  const retryAt = Math.min(leased.expiresAt, context.clock.now() + REDELIVERY_MS);
  const dueAt = context.onRelease === undefined ? leased.expiresAt : retryAt;
  await moveHold(context, leased, 'released', { owner: null, dueAt });
}

/** Hands a released hold to the host's `onRelease`, if there is one. A failure is logged; the sweep tries again. */
export async function deliver(context: HoldsContext, released: HoldRow): Promise<void> {
  const { onRelease, keys, store } = context;
  const { sealedSubject } = openDocument(keys, released);
  const { id, version, expiresAt } = released;
  if (onRelease === undefined || sealedSubject === null) {
    // Held or decided while another configuration ran: it waits for a resume.
    await store.commit({ move: { id, version, set: { dueAt: expiresAt }, keepsVersion: true } });
    return;
  }
  try {
    const subject = openSubject(dataKeyOf(context, released), id, sealedSubject);
    const { consume, giveBack, ...release } = await takeLease(context, released, subject);
    try {
      await onRelease(release);
    } catch (error) {
      await giveBack();
      throw error;
    }
    await consume();
  } catch (error) {
    report(context, `onRelease did not take ${id}`, error);
  }
}

async function lease(context: HoldsContext, released: HoldRow): Promise<HoldRow | undefined> {
  return moveHold(context, released, 'resuming', { owner: context.owner, dueAt: context.clock.now() + LEASE_MS });
}

async function openRelease(context: HoldsContext, row: HoldRow, subject: string): Promise<Release> {
  const { origin, items, envelope } = openDocument(context.keys, row);
  const dataKey = dataKeyOf(context, row);
  const read = (n: number, kind: 'item' | 'envelope', ref: HoldDocument['envelope']) =>
    ref === null ? Promise.resolve(new Uint8Array()) : readObject(context, row.id, dataKey, { n, kind, ref });
  const released: ReleasedItem[] = [];
  for (const { n, kind, mediaType, field, removed, object } of items) {
    const bytes = await read(n, 'item', object);
    released.push({ n, kind, mediaType, field, removed: removed === true, bytes });
  }
  return {
    hold: row.id,
    subject,
    origin,
    record: row.record ?? '',
    envelope: await read(ENVELOPE, 'envelope', envelope),
    items: released,
  };
}

/** The host has it. When the lease had run out meanwhile and nobody took it, it is taken again for this. */
async function consumeHold(context: HoldsContext, leased: HoldRow, consumed: Consumed): Promise<void> {
  if (await consume(context, leased, consumed)) return;
  const now = await context.store.findHold(leased.id);
  const again = now?.status === 'released' ? await lease(context, now) : undefined;
  if (again !== undefined && (await consume(context, again, consumed))) return;
  if (now?.status === 'resuming') throw new BystanderError('RUNNING', 'the lease ran out and another took the hold');
  if (now?.status !== 'consumed') throw new BystanderError('GONE', 'the hold ended while the host worked on it');
}

async function consume(context: HoldsContext, leased: HoldRow, consumed: Consumed): Promise<boolean> {
  const { keys, clock } = context;
  const at = clock.now();
  const bare: HoldDocument = { ...openDocument(keys, leased), items: [], envelope: null, sealedSubject: null };
  const changes = { ...DESTROYED, document: sealDocument(keys, leased.id, bare), dueAt: at + TOMBSTONE_MS };
  const used = leased.record !== null && {
    record: leased.record,
    at,
    asset: consumed?.asset ?? null,
    recipients: consumed?.recipients === undefined ? null : JSON.stringify(consumed.recipients),
  };
  const forgets = { hold: leased.id, answers: false };
  const row = await moveHold(context, leased, 'consumed', changes, { forgets, ...(used && { used }) });
  if (row === undefined) return false;
  await context.objects.removeAll(row.id);
  emit(context, { type: 'hold.consumed', hold: row.id });
  return true;
}
