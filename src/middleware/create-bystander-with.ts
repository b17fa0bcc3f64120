/** Assembles the middleware from options and rooms. */
import type { ErrorRequestHandler, Request, RequestHandler } from 'express';
import type { GuardOptions } from '../core/options.ts';
import { parseGuardOptions } from '../core/options-schema.ts';
import type { Clock, HoldEvent, Holds, HoldView } from '../holds/types.ts';
import { createStatements } from '../prompt/statements.ts';
import type { Engine } from '../scanner/types.ts';
import { createGuardHolds } from './create-guard-holds.ts';
import { createErrorHandler } from './error-handler.ts';
import type { Guard, ParsedOptions } from './guard.ts';
import { createInspect } from './inspect.ts';
import type { ReleasedUpload } from './released-upload.ts';
import { createRouter } from './router.ts';
import { createSpool } from './spool.ts';
import { stderrLogger } from './stderr-logger.ts';
import { type SubmitResult, type SubmittedUpload, submitUpload } from './submit.ts';
import { createUpload } from './upload.ts';
import type { UploadOptions } from './upload-options.ts';

export type BystanderOptions = GuardOptions<Request, ReleasedUpload, HoldEvent>;

interface Page {
  readonly cursor?: string | undefined;
  readonly limit: number;
}

export interface Bystander {
  /** Receives multipart bodies: files and text fields that the route declares, and nothing else. */
  upload(options: UploadOptions): RequestHandler;
  /** For bodies that the host's parsers have read. */
  inspect(): RequestHandler;
  /** Holds, decisions, prompt page, records; to be mounted at the option `routerPath`. */
  router(): RequestHandler;
  /** Problem documents for coded errors. Once it was called, `upload`, `inspect` and `router` leave answering to it. */
  errorHandler(): ErrorRequestHandler;
  submit(upload: SubmittedUpload): Promise<SubmitResult>;
  /** The host's own view of all holds. */
  readonly holds: {
    get(id: string): Promise<HoldView | undefined>;
    list(page: Page): Promise<{ readonly holds: readonly HoldView[]; readonly next?: string }>;
    delete(id: string): Promise<void>;
  };
  readonly records: {
    list(page: Page): Promise<{ readonly records: readonly unknown[]; readonly next?: string }>;
    /** Whether the chain of records is unbroken. */
    verify(): Promise<{ readonly records: number; readonly intact: boolean }>;
  };
  /** Purges the user's holds at once. */
  accountClosed(subject: string): Promise<{ readonly purged: number }>;
  close(): Promise<void>;
}

/** The rooms behind the middleware; tests put others in place of the real ones. */
export interface BystanderParts {
  readonly createEngine: (options: ParsedOptions) => Engine | Promise<Engine>;
  readonly clock?: Clock | undefined;
  readonly holds?: Holds | undefined;
}

/** Throws `ConfigError` with every problem at once. */
export async function createBystanderWith(input: BystanderOptions, parts: BystanderParts): Promise<Bystander> {
  const options: ParsedOptions = parseGuardOptions(input, { production: process.env.NODE_ENV === 'production' });
  const logger = options.logger ?? stderrLogger;
  const statements = createStatements();
  if (options.preset === 'observe') {
    logger.warn('bystander: preset observe is the fail-open trial mode: nothing is held, blocked or changed');
  }
  const engine = await parts.createEngine(options);
  const clock = parts.clock ?? { now: Date.now };
  const holds = parts.holds ?? (await createGuardHolds(options, { engine, statements, clock, logger }));
  const spool = await createSpool();
  let isClosed = false;
  let hasErrorHandler = false;
  let isRouterAsked = false;
  let isWarned = false;
  const guard: Guard = {
    options,
    engine,
    holds,
    statements,
    spool,
    logger,
    errorsGoToHost: () => hasErrorHandler,
    isClosed: () => isClosed,
    warnIfUndecidable() {
      if (isRouterAsked || isWarned) return;
      isWarned = true;
      logger.warn('bystander: an upload is held and router() is not mounted, so nobody can decide on it');
    },
  };
  return {
    upload: (uploadOptions) => createUpload(guard, uploadOptions),
    inspect: () => createInspect(guard),
    router() {
      isRouterAsked = true;
      return createRouter(guard);
    },
    errorHandler() {
      hasErrorHandler = true;
      return createErrorHandler();
    },
    submit: (upload) => submitUpload(guard, upload),
    holds: { get: holds.admin.get, list: holds.admin.list, delete: holds.admin.remove },
    records: { list: holds.admin.records, verify: holds.admin.verify },
    accountClosed: (subject) => holds.accountClosed(subject),
    async close() {
      if (isClosed) return;
      isClosed = true;
      await Promise.all([engine.close(), holds.close(), spool.close()]);
    },
  };
}
