/** The room of holds as this configuration wants it: its storage, its statements, and the scanner as its redactor. */
import type { Logger } from '../core/options.ts';
import { createHolds } from '../holds/create-holds.ts';
import type { Clock, Holds, RecordContext, Statements } from '../holds/types.ts';
import type { Engine } from '../scanner/types.ts';
import { openStorage } from '../storage/open-storage.ts';
import type { ParsedOptions } from './guard.ts';
import { createItemRedactor } from './item-redactor.ts';
import { releasedUpload } from './released-upload.ts';

const DEFAULT_DIRECTORY = '.bystander';

export interface HoldsParts {
  readonly engine: Engine;
  readonly statements: Statements;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Opens the storage; without keys one is made there. Throws `STORE_FAILED`, `ConfigError`. */
export async function createGuardHolds(options: ParsedOptions, parts: HoldsParts): Promise<Holds> {
  const { keys, limits, audience, unscanned, onEvent, onRelease } = options;
  const { engine, statements, clock, logger } = parts;
  const directory = options.storage?.directory ?? DEFAULT_DIRECTORY;
  return createHolds({
    ...(await openStorage({ directory, keys, logger })),
    statements,
    redactor: createItemRedactor(engine),
    settings: { audience, unscanned, holdsPerSubject: limits.holdsPerSubject, heldBytes: limits.heldBytes },
    recordContext: recordContextOf(options, engine),
    clock,
    onEvent,
    onRelease: onRelease && (async (release) => onRelease(releasedUpload(release))),
    logger,
  });
}

function recordContextOf({ controller, processing }: ParsedOptions, engine: Engine): RecordContext {
  return { controller, processing, detectors: engine.describe() };
}
