/** Assembles the room: one function per call, one context for all, one timer. */
import type { Logger } from '../core/options.ts';
import { BystanderError } from '../errors.ts';
import { addRegion } from './add-region.ts';
import { type HoldsContext, type HoldsSettings, report } from './context.ts';
import { createHold } from './create-hold.ts';
import { decide } from './decide.ts';
import { extendHold } from './extend-hold.ts';
import type { HostKeys } from './host-keys.ts';
import { isHoldId } from './ids.ts';
import { listHolds, listRecords } from './list-holds.ts';
import { livingHold, ownHold } from './load.ts';
import { registerOwner } from './owner.ts';
import { readItem, readText } from './read-item.ts';
import { receiptOf } from './records/receipt.ts';
import { verifyChain } from './records/verify-chain.ts';
import { ownRecord, withdrawRecord } from './records/withdraw.ts';
import { removeAllOf, removeHold } from './remove-hold.ts';
import { resumeHold } from './resume-hold.ts';
import type { HoldRow, HoldStore, ObjectStore } from './store.ts';
import { createSweeper } from './sweep.ts';
import { SWEEP_MS } from './terms.ts';
import { ENDED } from './transitions.ts';
import type { Clock, HoldEvent, Holds, HoldView, ItemRedactor, RecordContext, Release, Statements } from './types.ts';
import { servedNow, viewOf } from './view.ts';

export interface HoldsOptions {
  readonly store: HoldStore;
  readonly objects: ObjectStore;
  readonly keys: HostKeys;
  readonly statements: Statements;
  readonly redactor: ItemRedactor;
  readonly settings: HoldsSettings;
  readonly recordContext: RecordContext;
  readonly clock?: Clock | undefined;
  readonly onEvent?: ((event: HoldEvent) => void) | undefined;
  /** Awaited at every release, under the lease: it returns, and the hold is consumed. At least once until then. */
  readonly onRelease?: ((release: Release) => void | Promise<void>) | undefined;
  readonly logger?: Logger | undefined;
}

/**
 * Opens the room and starts what is due: interrupted decisions are finished, orphans swept. `close` ends it and closes
 * the store.
 */
export function createHolds(options: HoldsOptions): Holds {
  const { clock = { now: Date.now }, onEvent, onRelease, logger } = options;
  const owner = registerOwner();
  const context: HoldsContext = { ...options, clock, onEvent, onRelease, logger, owner: owner.id };
  let isClosed = false;
  const sweeper = createSweeper(context, () => isClosed);

  const running = new Set<Promise<void>>();
  /** Refuses after `close`, and lets `close` wait for what was called before. */
  const guarded = <Args extends unknown[], Result>(call: (...args: Args) => Promise<Result>) => {
    return (...args: Args): Promise<Result> => {
      if (isClosed) return Promise.reject(new BystanderError('CLOSED', 'the holds are closed'));
      const result = call(...args);
      const ended = result.then(
        () => undefined,
        () => undefined,
      );
      running.add(ended);
      void ended.then(() => running.delete(ended));
      return result;
    };
  };
  const sweep = guarded(() => sweeper.sweep());
  const sweepAlone = (): void => void sweep().catch((error: unknown) => report(context, 'the sweep failed', error));
  const timer = setInterval(sweepAlone, SWEEP_MS);
  timer.unref();
  sweepAlone();

  return {
    create: guarded((hold) => createHold(context, hold)),
    get: guarded((id, subject) => getHold(context, id, subject)),
    list: guarded((subject, page) => listHolds(context, page, subject)),
    preview: guarded(async (id, subject, n) => {
      const { item, content } = await readItem(context, id, subject, n);
      return context.redactor.preview(item, content);
    }),
    text: guarded((id, subject, n) => readText(context, id, subject, n)),
    decide: guarded((id, subject, decision, call) => decide(context, id, subject, decision, call)),
    addRegion: guarded((id, subject, region, version) => addRegion(context, id, subject, region, version)),
    extend: guarded((id, subject) => extendHold(context, id, subject)),
    remove: guarded(async (id, subject) => removeHold(context, await ownHold(context, id, subject))),
    resume: guarded((id, subject, origin) => resumeHold(context, id, subject, origin)),
    record: guarded(async (id, subject) => receiptOf(await ownRecord(context, id, subject), context.keys)),
    withdraw: guarded((id, subject) => withdrawRecord(context, id, subject)),
    accountClosed: guarded((subject) => removeAllOf(context, subject)),
    admin: {
      get: guarded(async (id) => {
        const row = await anyHold(context, id);
        return row?.document ? viewOf(context, row) : undefined;
      }),
      list: guarded((page) => listHolds(context, page)),
      remove: guarded(async (id) => {
        const row = await anyHold(context, id);
        if (row === undefined) throw new BystanderError('NOT_FOUND', 'there is no such hold');
        await removeHold(context, row);
      }),
      records: guarded((page) => listRecords(context, page)),
      eraseRecord: guarded(async (id) => {
        const isErased = await context.store.eraseRecord(id, clock.now());
        if (!isErased) throw new BystanderError('NOT_FOUND', 'there is no such record');
      }),
      verify: guarded(() => verifyChain(context.store)),
    },
    sweep,
    async close() {
      if (isClosed) return;
      isClosed = true;
      clearInterval(timer);
      await Promise.all(running);
      owner.resign();
      await context.store.close();
    },
  };
}

/** Showing the hold sends its user the statement; that is on record once per version. */
async function getHold(context: HoldsContext, id: string, subject: string): Promise<HoldView> {
  const row = await livingHold(context, id, subject);
  const view = viewOf(context, row, subject);
  if (row.status === 'awaiting') await context.store.addServed(servedNow(context, view));
  return view;
}

async function anyHold({ store }: HoldsContext, id: string): Promise<HoldRow | undefined> {
  const row = isHoldId(id) ? await store.findHold(id) : undefined;
  return row !== undefined && ENDED.includes(row.status) ? undefined : row;
}
