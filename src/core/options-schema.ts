/** The options as one strict schema: an unknown key or a value out of range is a `ConfigError` that names every problem. */
import { z } from 'zod';
import { ConfigError } from '../errors.ts';
import {
  type GuardOptions,
  KEEPABLE,
  type Logger,
  type ResolvedGuardOptions,
  type ResolvedScannerOptions,
  type ScannerOptions,
} from './options.ts';
import { PRESETS } from './presets.ts';
import { ACTIONS, FINDING_TYPES } from './types.ts';

const MEBIBYTE = 2 ** 20;

const detectorSchema = z.strictObject({
  enabled: z.boolean().optional(),
  threshold: z.number().min(0).max(1).optional(),
  action: z.enum(ACTIONS).optional(),
  minSize: z.number().min(0).optional(),
  maxSize: z.number().min(0).optional(),
  allow: z.array(z.string()).optional(),
  deny: z.array(z.string()).optional(),
  countries: z
    .array(z.string().regex(/^[A-Z]{2}$/, 'expected an ISO 3166-1 alpha-2 code'))
    .min(1)
    .optional(),
});

const enginesSchema = z.strictObject({
  face: z.strictObject({ model: z.string().optional() }).optional(),
  ocr: z.union([z.literal(false), z.strictObject({ languages: z.array(z.string()).min(1).optional() })]).optional(),
});

const limitsSchema = z.strictObject({
  bytes: z
    .int()
    .positive()
    .default(50 * MEBIBYTE),
  pixels: z.int().positive().default(50_000_000),
  frames: z.int().positive().default(200),
  fields: z.int().positive().default(1000),
  textLength: z.int().positive().default(MEBIBYTE),
  deadlineMs: z.int().positive().default(30_000),
  queue: z.int().positive().default(100),
  holdsPerSubject: z.int().positive().default(20),
  heldBytes: z.int().positive().default(10_000_000_000),
});

const accountSchema = z.strictObject({
  emails: z.array(z.string()).optional(),
  phones: z.array(z.string()).optional(),
  names: z.array(z.string()).optional(),
  handles: z.array(z.string()).optional(),
  isMinor: z.boolean().optional(),
});

const scannerShape = {
  preset: z.enum(PRESETS).default('balanced'),
  detectors: z.partialRecord(z.enum(FINDING_TYPES), detectorSchema).default({}),
  engines: enginesSchema.default({}),
  limits: limitsSchema.prefault({}),
  redaction: z
    .strictObject({
      cover: z.enum(['solid', 'mosaic']).default('solid'),
      mask: z.enum(['label', 'partial', 'pseudonym']).default('label'),
    })
    .prefault({}),
  strip: z
    .strictObject({
      mode: z.enum(['lossless', 'reencode']).default('lossless'),
      keep: z.array(z.enum(KEEPABLE)).default(['icc']),
      orientation: z.enum(['tag', 'pixels']).default('tag'),
    })
    .prefault({}),
  passThrough: z.array(z.string().regex(/^[\w.+-]{1,64}\/[\w.+-]{1,64}$/)).default([]),
  acceptSvg: z.boolean().default(false),
};

const scannerSchema = z.strictObject({ ...scannerShape, account: accountSchema.default({}) });

type Callback = (...args: never[]) => unknown;
const callback = z.custom<Callback>((value) => typeof value === 'function', 'expected a function');

/** 32 bytes as base64 or 64 hex digits: `openssl rand -base64 32`. */
const secretSchema = z
  .string()
  .refine((value) => decodeSecret(value) !== undefined, 'expected 32 bytes as base64 or hex');
const keySchema = z.strictObject({ id: z.string().regex(/^[\w-]{1,32}$/), secret: secretSchema });

const guardSchema = z.strictObject({
  ...scannerShape,
  subject: callback.optional(),
  account: callback.optional(),
  keys: z.array(keySchema).min(1).optional(),
  storage: z.strictObject({ directory: z.string().min(1) }).optional(),
  routerPath: z
    .string()
    .regex(/^\/[\w/-]{0,200}$/)
    .default('/privacy'),
  origins: z.array(z.url()).default([]),
  anonymous: z.boolean().default(false),
  audience: z.enum(['consumer', 'business']).default('consumer'),
  unscanned: z.enum(['ask', 'attest']).default('ask'),
  onRelease: callback.optional(),
  onEvent: callback.optional(),
  logger: z.custom<Logger>((value) => isLogger(value), 'expected { info, warn, error }').optional(),
  controller: z
    .strictObject({
      name: z.string().min(1),
      contact: z.string().min(1),
      privacyUrl: z.url(),
      authority: z.string().optional(),
    })
    .optional(),
  processing: z
    .strictObject({
      purposes: z.array(z.string()).min(1),
      operatorBasis: z.enum(['contract', 'consent', 'legal-obligation', 'legitimate-interests']),
      recipients: z.array(z.strictObject({ name: z.string(), country: z.string(), safeguard: z.string() })).default([]),
      training: z.boolean().default(false),
    })
    .optional(),
  retention: z.strictObject({ evidence: z.strictObject({ days: z.int().positive() }).optional() }).prefault({}),
});

const PRODUCTION_NEEDS = ['subject', 'keys', 'controller', 'processing'] as const;

/** Parses the options of `createScanner`. Throws `ConfigError` with every problem at once. */
export function parseScannerOptions(input: ScannerOptions | undefined): ResolvedScannerOptions {
  const result = scannerSchema.safeParse(input ?? {});
  if (!result.success) throw new ConfigError(problemsOf(result.error));
  return result.data;
}

/** Parses the options of `createBystander`; `production` adds what production may not run without. Throws `ConfigError`. */
export function parseGuardOptions<Request, Release, Event>(
  input: GuardOptions<Request, Release, Event> | undefined,
  { production }: { readonly production: boolean },
): ResolvedGuardOptions<Request, Release, Event> {
  const result = guardSchema.safeParse(input ?? {});
  const problems = result.success ? [] : problemsOf(result.error);
  if (production) problems.push(...missingInProduction(input));
  if (!result.success || problems.length > 0) throw new ConfigError(problems);
  return result.data as ResolvedGuardOptions<Request, Release, Event>;
}

/** The options of `createBystander` as JSON Schema; functions appear as unconstrained. */
export function optionsJsonSchema(): unknown {
  return z.toJSONSchema(guardSchema, { unrepresentable: 'any', io: 'input' });
}

/** 32 bytes from base64 or hex, or undefined. */
export function decodeSecret(value: string): Uint8Array | undefined {
  const bytes = /^[0-9a-f]{64}$/i.test(value) ? Buffer.from(value, 'hex') : Buffer.from(value, 'base64');
  return bytes.length === 32 ? bytes : undefined;
}

function problemsOf(error: z.ZodError): { path: string; expected: string }[] {
  return error.issues.flatMap((issue) => {
    const path = issue.path.map(String);
    if (issue.code !== 'unrecognized_keys') return [{ path: path.join('.'), expected: issue.message }];
    return issue.keys.map((key) => ({ path: [...path, key].join('.'), expected: 'no such option' }));
  });
}

function missingInProduction(input: unknown): { path: string; expected: string }[] {
  const given = (typeof input === 'object' && input !== null ? input : {}) as Record<string, unknown>;
  const retention = given.retention as Record<string, unknown> | undefined;
  const missing: string[] = PRODUCTION_NEEDS.filter((path) => given[path] === undefined);
  if (retention?.evidence === undefined) missing.push('retention.evidence');
  return missing.map((path) => ({ path, expected: 'required in production' }));
}

function isLogger(value: unknown): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    ['info', 'warn', 'error'].every((level) => typeof Reflect.get(value, level) === 'function')
  );
}
