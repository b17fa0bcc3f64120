/** The words of a report: what was found, where, how sure, whose it is and what happens with it. */

/** Every built-in finding type this version can report; `voice` is reserved. */
export const FINDING_TYPES = [
  'person',
  'email',
  'phone',
  'address',
  'payment-card',
  'iban',
  'national-id',
  'passport',
  'drivers-licence',
  'date-of-birth',
  'ip-address',
  'social-handle',
  'vehicle-plate',
  'minor',
  'special-category',
  'face',
  'gps',
  'device-id',
  'author',
  'person-tag',
  'thumbnail',
  'capture-time',
  'comment',
  'appended-data',
  'metadata-block',
  'region',
] as const;

export type BuiltInType = (typeof FINDING_TYPES)[number];

/** A type that the host added by `customDetectors`. */
export type CustomType = `custom:${string}`;

export type FindingType = BuiltInType | CustomType;

const CUSTOM = 'custom:';

export function customType(name: string): CustomType {
  return `${CUSTOM}${name}`;
}

export function isCustom(type: string): type is CustomType {
  return type.startsWith(CUSTOM);
}

/** As masks and people call it: `email`, and `member-number` of `custom:member-number`. */
export function typeName(type: FindingType): string {
  return isCustom(type) ? type.slice(CUSTOM.length) : type;
}

/** The types that live in a file's metadata, have a `field` and are stripped as a whole. */
export const METADATA_TYPES = [
  'gps',
  'device-id',
  'author',
  'person-tag',
  'thumbnail',
  'capture-time',
  'comment',
  'appended-data',
  'metadata-block',
] as const;

export type MetadataType = (typeof METADATA_TYPES)[number];

/** Whose data a finding is. `self` and `organisation` act as `allow`; `fictional` and `public` relax `person` only. */
export const SUBJECTS = ['self', 'third-party', 'organisation', 'fictional', 'public', 'unknown'] as const;
export type Subject = (typeof SUBJECTS)[number];

/** What policy does with a finding, from the mildest to the strictest. */
export const ACTIONS = ['allow', 'strip', 'redact', 'confirm', 'block'] as const;
export type Action = (typeof ACTIONS)[number];

export type Verdict = 'pass' | 'hold' | 'block';

/** Pixels of the upright image (orientation applied), origin top left. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** UTF-16 offsets into the text as given, end exclusive; `path` is the JSON Pointer of the field when a body was scanned. */
export interface TextPlace {
  readonly start: number;
  readonly end: number;
  readonly path?: string;
}

export interface BoxPlace {
  readonly box: Box;
  /** Where text in a picture was read from, or that it was seen in nearly transparent colours; absent for what is visible as such. */
  readonly source?: 'ocr' | 'code' | 'hidden-colour';
  /** Of writing over several lines, each with its own box because something else stands between them: the box around all of them. */
  readonly whole?: Box;
}

/** Fields of what a picture shows as text: they stay in it, and nothing can cover them. */
export const VISIBLE_FIELDS: readonly string[] = ['SVG:Text', 'SVG:Font'];

/**
 * A metadata place by its standard name, as `EXIF:GPSLatitude`. Never the value. `source`: the place holds a picture of its own, and this was
 * seen in it: a smaller copy, another picture behind the first, or colours under full transparency.
 */
interface FieldPlace {
  readonly field: string;
  readonly source?: 'thumbnail' | 'second-picture' | 'hidden-colour';
}

type Place = TextPlace | BoxPlace | FieldPlace;

/** One step of a score: a named signal and what it added. Never a value. */
export interface ScoreStep {
  /** As `base`, `checksum`, `word-for`, `word-against`, `neighbour`; detectors share the words that `weigh.ts` lists. */
  readonly signal: string;
  readonly weight: number;
}

interface Detected {
  readonly type: FindingType;
  /** 0..1, how sure the detector is. */
  readonly score: number;
  /** The id of the detector that found it. */
  readonly detector: string;
  readonly subject?: Subject;
  /** Named signals behind the subject or the score, as `account-match`; never a value. */
  readonly reasons?: readonly string[];
  /** How the score came about, when the call asked with `explain`; the steps sum up to it. */
  readonly trace?: readonly ScoreStep[];
}

/** What a detector saw, before policy: a place and a score, never the value itself. */
export type Detection = Detected & Place;

interface Decided {
  /** Unique within its report; within a hold once it is held. */
  readonly id: string;
  readonly action: Action;
}

/** A detection at or over its type's threshold, with the action that policy gives it. */
export type Finding = Detection & Decided;

export type GapReason = 'timeout' | 'failed' | 'unsupported' | 'truncated';

/** A detector that could not look, or not at everything. A gap is never a clean result. */
export interface Gap {
  readonly id: string;
  readonly detector: string;
  readonly reason: GapReason;
}

export type Assessment = 'found' | 'none_found' | 'not_assessed';

/** One entry for each finding type except `region`. */
export type Assessed = Readonly<Partial<Record<FindingType, Assessment>>>;

/** Pictures that are walked and stripped, but whose pixels nothing here decodes: no detector sees them, and no preview shows them. */
export const UNSEEN_IMAGE_TYPES: readonly string[] = ['image/x-adobe-dng', 'image/bmp', 'image/svg+xml'];

export type InputSummary =
  | { readonly kind: 'text'; readonly mediaType: 'text/plain'; readonly bytes: number; readonly length: number }
  | {
      readonly kind: 'image';
      readonly mediaType: string;
      readonly bytes: number;
      /** Upright, in pixels; absent when not even the header could be read. */
      readonly width?: number;
      readonly height?: number;
      readonly frames?: number;
    }
  | { readonly kind: 'other'; readonly mediaType: string; readonly bytes: number };

/** What stripping takes away and leaves, by name (a finding type, `icc`, `orientation`, `copyright`, `capture-time`), never by value. */
export interface MetadataSummary {
  readonly removed: readonly string[];
  readonly kept: readonly string[];
}

export interface Report {
  readonly verdict: Verdict;
  /** Under the preset `observe` only: the verdict that `balanced` would have given. */
  readonly wouldBe?: Verdict;
  readonly input: InputSummary;
  readonly findings: readonly Finding[];
  readonly gaps: readonly Gap[];
  readonly assessed: Assessed;
  readonly metadata?: MetadataSummary;
}

/** What the host knows of the signed-in user; compared after normalising, never stored. */
export interface AccountIdentity {
  readonly emails?: readonly string[] | undefined;
  readonly phones?: readonly string[] | undefined;
  readonly names?: readonly string[] | undefined;
  readonly handles?: readonly string[] | undefined;
  readonly isMinor?: boolean | undefined;
}

export const CHOICES = ['redact', 'remove', 'self', 'ours', 'consent', 'other-basis', 'not-personal'] as const;
export const GAP_CHOICES = ['retry', 'remove', 'looked'] as const;

/** What an uploader may answer about a finding; `ours` means: my business's. */
export type Choice = (typeof CHOICES)[number];
/** What an uploader may answer about a gap. */
export type GapChoice = (typeof GAP_CHOICES)[number];
