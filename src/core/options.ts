/** What a developer may configure. Every option has a default in development; `options-schema.ts` checks them. */
import type { Preset } from './presets.ts';
import type { AccountIdentity, Action, BuiltInType } from './types.ts';

export interface DetectorOptions {
  readonly enabled?: boolean | undefined;
  /** 0..1; a detection with a lower score is not reported. */
  readonly threshold?: number | undefined;
  readonly action?: Action | undefined;
  /** Height of the found box, in pixels of the upright image. */
  readonly minSize?: number | undefined;
  readonly maxSize?: number | undefined;
  /** Exact values that are never reported, compared after normalising. */
  readonly allow?: readonly string[] | undefined;
  /** Exact values that are always reported with score 1. */
  readonly deny?: readonly string[] | undefined;
  /** ISO 3166-1 alpha-2 codes whose documents and numbers are looked for (`national-id`, `drivers-licence`, `vehicle-plate`); all known ones by default. */
  readonly countries?: readonly string[] | undefined;
}

/**
 * A kind of personal data that only the host knows: its membership numbers, its customer codes. Findings have the type `custom:<type>`, and are
 * asked about, masked and recorded like all others. Finds what the pattern matches in texts, in texts of metadata and in writing in pictures.
 */
export interface CustomDetectorOptions {
  /** Lower case, as `member-number`. */
  readonly type: string;
  /** What the prompt page calls it: in one language, or by language as `{ en: …, de: … }`. */
  readonly label: string | Readonly<Record<string, string>>;
  /**
   * A string is the source of a pattern with the flag `u`. It runs in the host's process, so it must take linear time on any text: that is
   * checked at construction, and a pattern that fails is a `ConfigError`. A repetition that ends before something else needs an upper bound
   * (`\d{1,20}@`) or a guard before it.
   */
  readonly pattern: RegExp | string;
  /** Whether a match is one, by its checksum for instance. What it throws becomes a gap; how long it takes is the host's own. */
  readonly validate?: ((value: string) => boolean) | undefined;
  /** Single words near a match that speak for it or against it. */
  readonly context?:
    | { readonly for?: readonly string[] | undefined; readonly against?: readonly string[] | undefined }
    | undefined;
  /** 0..1, of a match without such words; 0.6 by default. A word for it adds 0.3, a word against it takes 0.4. */
  readonly score?: number | undefined;
  readonly threshold?: number | undefined;
  readonly action?: Action | undefined;
  readonly allow?: readonly string[] | undefined;
  readonly deny?: readonly string[] | undefined;
  /** A text with an invented value that is found in it: with it `doctor` proves the detector live. */
  readonly example?: string | undefined;
}

export interface EngineOptions {
  /** `model`: path of an ONNX file of the same family as the shipped one. */
  readonly face?: { readonly model?: string | undefined } | undefined;
  /**
   * `languages`: tesseract codes whose data packages are installed, for scripts other than Latin and Chinese and for letters with accents;
   * `false` turns reading off.
   */
  readonly ocr?: false | { readonly languages?: readonly string[] | undefined } | undefined;
  /** `false`: QR codes, bar codes and their kin are not read. */
  readonly codes?: boolean | undefined;
  /** `model`: the host's own finder of names, in place of the built-in one. */
  readonly person?: { readonly model?: PersonModel | undefined } | undefined;
}

/** A place by UTF-16 offsets, end exclusive, and how sure the model is, 0..1. */
export interface PersonPlace {
  readonly start: number;
  readonly end: number;
  readonly score: number;
}

/**
 * Finds names of people, with a transformer for instance. It is called for each text (its characters folded), each text of metadata and each line read from a picture,
 * a few at a time. What it throws, an answer that is no list of places in the text, and no answer before the deadline are a gap.
 */
export interface PersonModel {
  readonly id: string;
  readonly version: string;
  find(text: string, call: { readonly signal: AbortSignal }): Promise<readonly PersonPlace[]>;
}

export interface Limits {
  /** Bytes of one file or one request body. */
  readonly bytes: number;
  readonly pixels: number;
  readonly frames: number;
  /** Parts of one multipart request, or strings and keys of one body. */
  readonly fields: number;
  /** UTF-16 units of one text that are looked at; what is beyond is a gap. */
  readonly textLength: number;
  /** Findings of one text that are reported; what is beyond is a gap. */
  readonly findings: number;
  /** From admission to verdict, for one input. */
  readonly deadlineMs: number;
  /** Inputs that may wait for a child; one more is answered `BUSY`. */
  readonly queue: number;
  readonly holdsPerSubject: number;
  /** Bytes of all holds together. */
  readonly heldBytes: number;
}

/** Ways to cover a place of a picture; what was there cannot be told from any of them. */
export const COVER_STYLES = ['solid', 'mosaic', 'blur'] as const;
export type CoverStyle = (typeof COVER_STYLES)[number];

/** How redaction looks: pictures are covered, text is masked. */
export interface RedactionOptions {
  readonly cover: CoverStyle;
  readonly mask: 'label' | 'partial' | 'pseudonym';
}

/** What may stay of a picture's metadata when it is wanted; everything else goes. */
export const KEEPABLE = ['icc', 'copyright', 'capture-time'] as const;

/** How pictures are stripped. */
export interface StripOptions {
  /** `lossless`: coded pixels are not touched where the format allows; `reencode`: every picture is decoded and encoded again. */
  readonly mode: 'lossless' | 'reencode';
  /** By default the colour profile only. `copyright` and `capture-time` may name or place a person. */
  readonly keep: readonly (typeof KEEPABLE)[number][];
  /** Whether a turned picture keeps its orientation as a single tag, or has its pixels turned, which encodes it again. */
  readonly orientation: 'tag' | 'pixels';
}

interface ScanningOptions {
  readonly preset?: Preset | undefined;
  readonly detectors?: Readonly<Partial<Record<BuiltInType, DetectorOptions>>> | undefined;
  readonly customDetectors?: readonly CustomDetectorOptions[] | undefined;
  readonly engines?: EngineOptions | undefined;
  readonly limits?: { readonly [Key in keyof Limits]?: number | undefined } | undefined;
  readonly redaction?: { readonly [Key in keyof RedactionOptions]?: RedactionOptions[Key] | undefined } | undefined;
  readonly strip?: { readonly [Key in keyof StripOptions]?: StripOptions[Key] | undefined } | undefined;
  /** Media types out of scope that are let by unscanned, as `video/mp4`. */
  readonly passThrough?: readonly string[] | undefined;
  /** Takes SVG as pictures: scanned, and written anew without scripts, links and metadata. Off by default. */
  readonly acceptSvg?: boolean | undefined;
}

export interface ScannerOptions extends ScanningOptions {
  readonly account?: AccountIdentity | undefined;
}

export type LegalBasis = 'contract' | 'consent' | 'legal-obligation' | 'legitimate-interests';

export interface Controller {
  readonly name: string;
  readonly contact: string;
  readonly privacyUrl: string;
  readonly authority?: string | undefined;
}

export interface Processing {
  readonly purposes: readonly string[];
  readonly operatorBasis: LegalBasis;
  readonly recipients: readonly { readonly name: string; readonly country: string; readonly safeguard: string }[];
  readonly training: boolean;
}

/** A wrapping key: `secret` is 32 bytes as base64 or hex (`openssl rand -base64 32`). */
export interface Key {
  readonly id: string;
  readonly secret: string;
}

/** Where Bystander says what an operator should know; one line each, never content. */
export interface Logger {
  info(line: string): void;
  warn(line: string): void;
  error(line: string): void;
}

/** The options of `createBystander`; `Request` is the framework's own request type. */
export interface GuardOptions<Request, Release = unknown, Event = unknown> extends ScanningOptions {
  /** The signed-in user's id. Required in production. */
  readonly subject?: ((request: Request) => string | undefined | Promise<string | undefined>) | undefined;
  /** What the host knows of the user, so that their own data is not asked about. */
  readonly account?:
    | ((request: Request) => AccountIdentity | undefined | Promise<AccountIdentity | undefined>)
    | undefined;
  /** The first key closes new holds; the others still open what they closed. Required in production. */
  readonly keys?: readonly Key[] | undefined;
  /** Where holds and records are kept; `.bystander` by default. */
  readonly storage?: { readonly directory: string } | undefined;
  readonly routerPath?: string | undefined;
  /** Origins besides the request's own that may post decisions. */
  readonly origins?: readonly string[] | undefined;
  /** A random cookie is the subject where `subject` is not given. */
  readonly anonymous?: boolean | undefined;
  readonly audience?: 'consumer' | 'business' | undefined;
  /** What may be answered about something that could not be looked at; `attest` adds "I looked". */
  readonly unscanned?: 'ask' | 'attest' | undefined;
  /** Awaited at release, in place of the resume by the same route. */
  readonly onRelease?: ((release: Release) => void | Promise<void>) | undefined;
  /** `hold.released`, `recalled`, `material.delete_due` and others; ids and counts only. */
  readonly onEvent?: ((event: Event) => void) | undefined;
  readonly logger?: Logger | undefined;
  readonly controller?: Controller | undefined;
  readonly processing?: (Omit<Processing, 'recipients' | 'training'> & Partial<Processing>) | undefined;
  /** How long records are kept after the material's end. Required in production. */
  readonly retention?: { readonly evidence?: { readonly days: number } | undefined } | undefined;
}

type Resolved<Options, Defaulted extends keyof Options> = Omit<Options, Defaulted> & {
  readonly [Key in Defaulted]-?: NonNullable<Options[Key]>;
};

export type ResolvedScannerOptions = Omit<
  Resolved<
    ScannerOptions,
    'preset' | 'detectors' | 'customDetectors' | 'engines' | 'account' | 'passThrough' | 'acceptSvg'
  >,
  'limits' | 'redaction' | 'strip'
> & { readonly limits: Limits; readonly redaction: RedactionOptions; readonly strip: StripOptions };

export type ResolvedGuardOptions<Request, Release = unknown, Event = unknown> = Omit<
  Resolved<
    GuardOptions<Request, Release, Event>,
    | 'preset'
    | 'detectors'
    | 'customDetectors'
    | 'engines'
    | 'passThrough'
    | 'acceptSvg'
    | 'routerPath'
    | 'origins'
    | 'anonymous'
    | 'audience'
    | 'unscanned'
    | 'retention'
  >,
  'limits' | 'redaction' | 'strip' | 'processing'
> & {
  readonly limits: Limits;
  readonly redaction: RedactionOptions;
  readonly strip: StripOptions;
  readonly processing?: Processing | undefined;
};
