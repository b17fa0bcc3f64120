/** The engine: scan and clean without Express and without storage. The middleware is `bystander/express`. */

export type { DetectorOptions, EngineOptions, Limits, RedactionOptions, ScannerOptions } from './core/options.ts';
export type { Preset } from './core/presets.ts';
export type {
  AccountIdentity,
  Action,
  Assessed,
  Assessment,
  Box,
  Finding,
  FindingType,
  Gap,
  GapReason,
  InputSummary,
  MetadataSummary,
  Report,
  Subject,
  Verdict,
} from './core/types.ts';
export { BystanderError, ConfigError, type ConfigProblem, type ErrorCode, UncleanableError } from './errors.ts';
export { createScanner } from './scanner/scanner.ts';
export type { Change, CleanCall, Cleaned, ScanCall, ScanInput, Scanner } from './scanner/types.ts';
