/** What every function of this room works with. */
import type { ChoiceSettings } from '../core/choices.ts';
import type { Logger } from '../core/options.ts';
import { BystanderError } from '../errors.ts';
import type { HostKeys } from './host-keys.ts';
import type { HoldStore, ObjectStore } from './store.ts';
import type { Clock, HoldEvent, ItemRedactor, RecordContext, Release, Statements } from './types.ts';

export interface HoldsSettings extends Omit<ChoiceSettings, 'isMinor'> {
  readonly holdsPerSubject: number;
  /** Of all holds together. */
  readonly heldBytes: number;
}

export interface HoldsContext {
  readonly store: HoldStore;
  readonly objects: ObjectStore;
  readonly keys: HostKeys;
  readonly statements: Statements;
  readonly redactor: ItemRedactor;
  readonly clock: Clock;
  readonly settings: HoldsSettings;
  readonly recordContext: RecordContext;
  /** The id under which this instance takes leases. */
  readonly owner: string;
  readonly onRelease: ((release: Release) => void | Promise<void>) | undefined;
  readonly onEvent: ((event: HoldEvent) => void) | undefined;
  readonly logger: Logger | undefined;
}

/** Tells the host; a listener that throws changes nothing for the hold. */
export function emit(context: HoldsContext, event: HoldEvent): void {
  try {
    context.onEvent?.(event);
  } catch (error) {
    report(context, `onEvent failed for ${event.type} of ${event.hold}`, error);
  }
}

/** One line to the operator with the error's code or class; its message may carry what a host put there. */
export function report(context: HoldsContext, what: string, error: unknown): void {
  const name = error instanceof BystanderError ? error.code : error instanceof Error ? error.name : typeof error;
  context.logger?.error(`${what}: ${name}`);
}
