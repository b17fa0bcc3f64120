/** What the scanner takes and gives; the same engine serves the library's callers, the middleware and the command line. */
import type { CoverStyle, StripOptions } from '../core/options.ts';
import type { AccountIdentity, Box, Finding, FindingType, Gap, Report } from '../core/types.ts';
import type { ErrorCode } from '../errors.ts';

/** One input: text, bytes in memory, or a file by path. `name` is a hint for messages to the user only, never trusted. */
export type ScanInput =
  | { readonly text: string; readonly name?: string }
  | { readonly bytes: Uint8Array; readonly name?: string }
  | { readonly path: string; readonly name?: string };

export interface ScanCall {
  readonly signal?: AbortSignal;
  /** Overrides the scanner's own `account` for this call. */
  readonly account?: AccountIdentity;
  /** The form field or JSON key that a text stands under: context for the text detectors. */
  readonly fieldName?: string;
  /** Findings in text say how their score came about, as `trace`. */
  readonly explain?: boolean;
}

/** Shared by the inputs of one upload: the first that needs a child waits in the line for all of them. */
export interface Turn {
  taken: boolean;
}

export interface InspectCall extends ScanCall {
  readonly turn?: Turn;
}

export interface CleanCall extends ScanCall {
  /** Types to cover or mask besides stripping metadata, or all that are looked for; without it metadata is stripped only. */
  readonly redact?: readonly FindingType[] | 'all';
  /** Exact places to cover or mask, as findings of an earlier report of the same bytes. Excludes `redact`. */
  readonly places?: readonly Finding[];
  /** With `places`: the gaps of the same report. What that look did not see to its end, the second look need not either. */
  readonly gaps?: readonly Gap[];
  /** Where the result is written (0600) instead of being returned. */
  readonly out?: string;
  /** Overrides the scanner's own `strip` for this call. */
  readonly strip?: { readonly [Key in keyof StripOptions]?: StripOptions[Key] };
  /** How covered pictures and masked text look. */
  readonly redaction?: { readonly cover?: CoverStyle; readonly mask?: 'label' | 'partial' | 'pseudonym' };
}

/** One thing that cleaning did; counts and names, never values. */
export type Change =
  | { readonly kind: 'stripped'; readonly what: string }
  | { readonly kind: 'covered'; readonly finding: string; readonly type: FindingType; readonly box: Box }
  | {
      readonly kind: 'masked';
      readonly finding: string;
      readonly type: FindingType;
      readonly start: number;
      readonly end: number;
    }
  | { readonly kind: 're-encoded'; readonly mediaType: string };

export interface Cleaned {
  /** The cleaned bytes, unless `out` was given or the input was `text`. */
  readonly bytes?: Uint8Array;
  /** The masked text, when the input was `text`. */
  readonly text?: string;
  readonly mediaType: string;
  /** What was found in the input as given. */
  readonly report: Report;
  readonly changes: readonly Change[];
}

/** A report, and the code that an upload of this input is refused with, if any (`UNSUPPORTED_TYPE`, `TOO_MANY_PIXELS`, …). */
export interface Inspection {
  readonly report: Report;
  readonly refusal?: Extract<ErrorCode, 'UNSUPPORTED_TYPE' | 'TOO_MANY_PIXELS' | 'TOO_MANY_FRAMES' | 'TOO_LARGE'>;
}

export interface Scanner {
  /** Never throws for content; throws `CLOSED`, `ABORTED`, `BUSY`. */
  scan(input: ScanInput, call?: ScanCall): Promise<Report>;
  /** Throws `UNCLEANABLE`, `CLOSED`, `ABORTED`, `BUSY`. The result has been read again. */
  clean(input: ScanInput, call?: CleanCall): Promise<Cleaned>;
  close(): Promise<void>;
}

/** The scanner as the rooms above it use it. */
export interface Engine extends Scanner {
  inspect(input: ScanInput, call?: InspectCall): Promise<Inspection>;
  /** A stripped, upright JPEG or PNG of at most `maxSide` pixels, for the prompt page. */
  preview(
    input: ScanInput,
    call: { readonly maxSide: number; readonly signal?: AbortSignal },
  ): Promise<{ readonly bytes: Uint8Array; readonly mediaType: string }>;
  /** Versions, models and thresholds in use; goes into records and `doctor`. */
  describe(): readonly DetectorDescription[];
}

export interface DetectorDescription {
  readonly id: string;
  readonly version: string;
  readonly modelSha256?: string;
  readonly runtime?: string;
}
