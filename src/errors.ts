/**
 * Every error that Bystander throws or answers with. Codes are stable and documented in `docs/errors.md`, one row each.
 * Messages carry codes, counts, sizes and option paths; never content, file names or values.
 */

/** Each code with the HTTP status that it is answered with. */
export const ERROR_STATUS = {
  // Configuration and use
  CONFIG_INVALID: 500,
  CONFIG_MODEL_MISSING: 500,
  CONFIG_RUNTIME_MISSING: 500,
  ROUTER_PATH_MISMATCH: 500,
  UNSUPPORTED_STORAGE: 500,
  CLOSED: 503,
  ABORTED: 499,
  BUSY: 503,
  STORE_FAILED: 500,
  // What arrived
  MALFORMED_BODY: 400,
  UNDECLARED_FIELD: 400,
  SUBJECT_REQUIRED: 401,
  TOO_LARGE: 413,
  TOO_MANY_PIXELS: 413,
  TOO_MANY_FRAMES: 413,
  TOO_MANY_FIELDS: 413,
  BODY_NOT_PARSED: 415,
  UNSUPPORTED_TYPE: 415,
  // What was found
  BLOCKED: 422,
  UNCLEANABLE: 422,
  // Holds
  NOT_FOUND: 404,
  CROSS_SITE: 403,
  TOKEN_INVALID: 403,
  ALREADY_DECIDED: 409,
  RESIDUE: 409,
  UNDECIDED: 409,
  RUNNING: 409,
  GONE: 410,
  FINDINGS_CHANGED: 412,
  STATEMENT_CHANGED: 412,
  DECISION_MALFORMED: 400,
  CHOICES_INCOMPLETE: 422,
  CHOICE_NOT_ALLOWED: 422,
  IDEMPOTENCY_MISMATCH: 422,
  PRECONDITION_REQUIRED: 428,
  TOO_MANY_HOLDS: 429,
  STORAGE_FULL: 507,
} as const;

export type ErrorCode = keyof typeof ERROR_STATUS;

export interface ErrorDetails {
  readonly cause?: unknown;
  /** Seconds after which a retry makes sense; becomes `Retry-After`. */
  readonly retryAfterSeconds?: number;
}

/** The base of everything thrown here: a stable `code` and the HTTP `status` that goes with it. */
export class BystanderError extends Error {
  readonly code: ErrorCode;
  readonly status: number;
  readonly retryAfterSeconds: number | undefined;

  constructor(code: ErrorCode, message: string, details: ErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = new.target.name;
    this.code = code;
    this.status = ERROR_STATUS[code];
    this.retryAfterSeconds = details.retryAfterSeconds;
  }
}

/** One thing wrong with the configuration: where, and what was expected there. Never the value that was given. */
export interface ConfigProblem {
  readonly path: string;
  readonly expected: string;
}

/** The configuration cannot be used; `problems` has all of it at once. */
export class ConfigError extends BystanderError {
  readonly problems: readonly ConfigProblem[];

  constructor(
    problems: readonly ConfigProblem[],
    code: 'CONFIG_INVALID' | 'CONFIG_MODEL_MISSING' | 'CONFIG_RUNTIME_MISSING' = 'CONFIG_INVALID',
  ) {
    super(code, problems.map(({ path, expected }) => `${path || '(options)'}: ${expected}`).join('; '));
    this.problems = problems;
  }
}

/** The input cannot be cleaned; `reason` names why, and nothing of it was kept. */
export class UncleanableError extends BystanderError {
  readonly reason: 'unsupported' | 'undecodable' | 'residue' | 'timeout' | 'failed';

  constructor(reason: UncleanableError['reason'], message: string, details: ErrorDetails = {}) {
    super('UNCLEANABLE', message, details);
    this.reason = reason;
  }
}

/** The upload has something in it that policy does not take; `types` names what, nothing of it was kept. */
export class BlockedError extends BystanderError {
  readonly types: readonly string[];

  constructor(types: readonly string[], details: ErrorDetails = {}) {
    super('BLOCKED', 'the upload has something in it that is not taken here', details);
    this.types = types;
  }
}
