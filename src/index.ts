/** The engine: scan and clean without Express and without storage. The middleware is `bystander/express`. */

export type {
  CustomDetectorOptions,
  DetectorOptions,
  EngineOptions,
  Limits,
  PersonModel,
  PersonPlace,
  RedactionOptions,
  ScannerOptions,
} from './core/options.ts';
export type { Preset } from './core/presets.ts';
export type {
  AccountIdentity,
  Action,
  Assessed,
  Assessment,
  Box,
  BuiltInType,
  CustomType,
  Finding,
  FindingType,
  Gap,
  GapReason,
  InputSummary,
  MetadataSummary,
  Report,
  ScoreStep,
  Subject,
  Verdict,
} from './core/types.ts';
export { BystanderError, ConfigError, type ConfigProblem, type ErrorCode, UncleanableError } from './errors.ts';
export { createScanner } from './scanner/scanner.ts';
export type { Change, CleanCall, Cleaned, ScanCall, ScanInput, Scanner } from './scanner/types.ts';
