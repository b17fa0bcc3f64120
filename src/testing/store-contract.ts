/**
 * What every engine of `HoldStore` must do, as runnable cases with `node:assert`: races have one winner, a restart
 * loses nothing, what is destroyed is gone. Each case opens its own empty store.
 */
import type { HoldStore } from '../holds/store.ts';
import { HOLD_CASES } from './store-contract-holds.ts';
import { RECORD_CASES } from './store-contract-records.ts';

/** One opened, empty store. */
export interface OpenedStore {
  readonly store: HoldStore;
  /** Closes the store and opens the same one again. */
  reopen(): Promise<HoldStore>;
  /** The engine's files as they lie on the medium, where it can be asked. */
  medium?(): Promise<readonly Uint8Array[]>;
  /** Closes what is open and removes it. */
  dispose(): Promise<void>;
}

export interface ContractCase {
  /** A sentence. */
  readonly name: string;
  run(): Promise<void>;
}

/** A case before it is bound to an engine. */
export interface StoreCase {
  readonly name: string;
  check(opened: OpenedStore): Promise<void>;
}

export function storeContract(open: () => Promise<OpenedStore>): readonly ContractCase[] {
  return [...HOLD_CASES, ...RECORD_CASES].map(({ name, check }) => ({
    name,
    async run() {
      const opened = await open();
      try {
        await check(opened);
      } finally {
        await opened.dispose();
      }
    },
  }));
}
