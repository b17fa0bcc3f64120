/** The options as one strict schema: an unknown key or a value out of range is a `ConfigError` that names every problem. */
import { z } from 'zod';
import { ConfigError } from '../errors.ts';
import {
  COVER_STYLES,
  type GuardOptions,
  KEEPABLE,
  type Logger,
  type PersonModel,
  type ResolvedGuardOptions,
  type ResolvedScannerOptions,
  type ScannerOptions,
} from './options.ts';
import { PRESETS } from './presets.ts';
import { ACTIONS, type AccountIdentity, FINDING_TYPES, isCustom, METADATA_TYPES } from './types.ts';

const MEBIBYTE = 2 ** 20;
/** It stands in a heading of the prompt page. */
const MAX_LABEL_UNITS = 60;
/** Of one value that is allowed or denied. */
const MAX_LISTED_UNITS = 500;

/** Stripping takes a field out of a file: what stands in a text or a picture would stay as it is, and nobody would be asked. */
const STRIPPED: readonly string[] = METADATA_TYPES;
const ONLY_METADATA = 'expected allow, redact, confirm or block: only metadata is stripped';
const placeActions = z.enum(ACTIONS).refine((action) => action !== 'strip', ONLY_METADATA);

const listedValues = z.array(z.string().max(MAX_LISTED_UNITS));
const detectorSchema = z.strictObject({
  enabled: z.boolean().optional(),
  threshold: z.number().min(0).max(1).optional(),
  action: z.enum(ACTIONS).optional(),
  minSize: z.number().min(0).optional(),
  maxSize: z.number().min(0).optional(),
  allow: listedValues.optional(),
  deny: listedValues.optional(),
  countries: z
    .array(z.string().regex(/^[A-Z]{2}$/, 'expected an ISO 3166-1 alpha-2 code'))
    .min(1)
    .optional(),
});

type Callback = (...args: never[]) => unknown;
const callback = z.custom<Callback>((value) => typeof value === 'function', 'expected a function');

const contextWords = z.array(z.string().regex(/^[\p{L}\p{M}]+$/u, 'expected a single word'));
const labelSchema = z.string().min(1).max(MAX_LABEL_UNITS);
const LABEL_EXPECTED = `expected what people call it, up to ${MAX_LABEL_UNITS} characters: a text, or texts by language as { en, de }`;
const PATTERN_EXPECTED = 'expected a RegExp, or the source of one that is valid with the flag `u`';
const customDetectorSchema = z.strictObject({
  type: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, 'expected lower case, as member-number'),
  label: z.union(
    [labelSchema, z.record(z.string().regex(/^[a-z]{2}$/), labelSchema).refine(isNotEmpty, LABEL_EXPECTED)],
    { error: LABEL_EXPECTED },
  ),
  pattern: z.union([z.instanceof(RegExp), z.string().refine(isPattern, PATTERN_EXPECTED)], { error: PATTERN_EXPECTED }),
  validate: z
    .custom<(value: string) => boolean>((value) => typeof value === 'function', 'expected a function')
    .optional(),
  context: z.strictObject({ for: contextWords.optional(), against: contextWords.optional() }).optional(),
  score: z.number().min(0).max(1).optional(),
  threshold: z.number().min(0).max(1).optional(),
  action: placeActions.optional(),
  allow: listedValues.optional(),
  deny: listedValues.optional(),
  example: z.string().optional(),
});
const customDetectorsSchema = z
  .array(customDetectorSchema)
  .refine((given) => new Set(given.map(({ type }) => type)).size === given.length, 'expected each `type` once');

const detectorsSchema = z
  .partialRecord(z.enum(FINDING_TYPES), detectorSchema)
  .superRefine((detectors, { addIssue }) => {
    for (const [type, { action } = {}] of Object.entries(detectors)) {
      if (action !== 'strip' || STRIPPED.includes(type)) continue;
      addIssue({ code: 'custom', path: [type, 'action'], message: ONLY_METADATA });
    }
  });

const enginesSchema = z.strictObject({
  face: z.strictObject({ model: z.string().optional() }).optional(),
  ocr: z.union([z.literal(false), z.strictObject({ languages: z.array(z.string()).min(1).optional() })]).optional(),
  codes: z.boolean().optional(),
  person: z
    .strictObject({
      model: z.custom<PersonModel>((value) => isPersonModel(value), 'expected { id, version, find }').optional(),
    })
    .optional(),
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
  findings: z.int().positive().default(10_000),
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
  detectors: detectorsSchema.default({}),
  customDetectors: customDetectorsSchema.default([]),
  engines: enginesSchema.default({}),
  limits: limitsSchema.prefault({}),
  redaction: z
    .strictObject({
      cover: z.enum(COVER_STYLES).default('solid'),
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

/** Made once: zod compiles a schema, which takes longer than a short text's search. */
const givenAccountSchema = accountSchema.strip();

/** What a host's own code says of its user; what else it knows of them is left out. Throws `ConfigError`. */
export function parseAccount(input: unknown): AccountIdentity {
  const result = givenAccountSchema.safeParse(input ?? {});
  if (result.success) return result.data;
  throw new ConfigError(problemsOf(result.error).map(({ path, expected }) => ({ path: `account.${path}`, expected })));
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
    if (issue.code !== 'unrecognized_keys') return [{ path: pathOf(issue.path), expected: issue.message }];
    return issue.keys.map((key) => ({ path: pathOf([...issue.path, key]), expected: noSuchOption(key) }));
  });
}

function noSuchOption(key: string): string {
  return isCustom(key)
    ? 'no such option: what holds for a custom type stands in its entry of customDetectors'
    : 'no such option';
}

/** `customDetectors[0].pattern` */
function pathOf(keys: readonly PropertyKey[]): string {
  return keys
    .map((key, at) => (typeof key === 'number' ? `[${key}]` : `${at === 0 ? '' : '.'}${String(key)}`))
    .join('');
}

function missingInProduction(input: unknown): { path: string; expected: string }[] {
  const given = (typeof input === 'object' && input !== null ? input : {}) as Record<string, unknown>;
  const retention = given.retention as Record<string, unknown> | undefined;
  const missing: string[] = PRODUCTION_NEEDS.filter((path) => given[path] === undefined);
  if (retention?.evidence === undefined) missing.push('retention.evidence');
  return missing.map((path) => ({ path, expected: 'required in production' }));
}

function isPattern(source: string): boolean {
  try {
    return new RegExp(source, 'u').source !== '';
  } catch {
    return false;
  }
}

function isNotEmpty(value: object): boolean {
  return Object.keys(value).length > 0;
}

function isPersonModel(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const hasNames = ['id', 'version'].every((name) => typeof Reflect.get(value, name) === 'string');
  return hasNames && typeof Reflect.get(value, 'find') === 'function';
}

function isLogger(value: unknown): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    ['info', 'warn', 'error'].every((level) => typeof Reflect.get(value, level) === 'function')
  );
}
