/** What the children are asked to do, and what each step of it answers. The wire between them is in `protocol.ts`. */
import type { CoverStyle, Limits, StripOptions } from '../core/options.ts';
import type { Box, Detection } from '../core/types.ts';
import type { CodeRead } from '../detectors/code-reader.ts';
import type { MetadataDetections } from '../detectors/metadata.ts';
import type { TextLine, TextReading } from '../detectors/read-text.ts';
import type { ImageHeader, PictureLimits } from '../media/image-header.ts';
import type { FoundInText, TextCall } from './look/find-in-text.ts';
import type { TextSettings } from './look/text-tools.ts';

/** Sent to every child at its start: what it may be asked for. Models are loaded on first use. */
export interface ChildConfig {
  /** `maxPixels`: of the largest size that faces are looked for in. */
  readonly face: { readonly model?: string | undefined; readonly maxPixels: number } | false;
  readonly ocr: { readonly languages: readonly string[] } | false;
  readonly codes: boolean;
  readonly text: TextSettings;
}

/** Bytes by value up to `INLINE_BYTES`, else a file that the child may read. */
export type Source = { readonly bytes: Uint8Array } | { readonly path: string };

export interface LookJob {
  readonly kind: 'look';
  readonly source: Source;
  readonly limits: PictureLimits & Pick<Limits, 'textLength'>;
  /** Longest side of the decoded picture that the pixel detectors share; narrow pictures may be longer (`looking-size.ts`). */
  readonly maxSide: number;
}

/** A text that is too long to be searched in the host's process. */
interface TextJob {
  readonly kind: 'text';
  readonly text: string;
  readonly call: TextCall;
}

export interface CleanJob {
  readonly kind: 'clean';
  readonly source: Source;
  readonly limits: PictureLimits;
  readonly boxes: readonly Box[];
  readonly style: CoverStyle;
  readonly strip: StripOptions;
  /** Where the result is written, 0600, when it is over `INLINE_BYTES` or `keepFile` says so. */
  readonly output: string;
  readonly keepFile: boolean;
}

export interface PreviewJob {
  readonly kind: 'preview';
  readonly source: Source;
  readonly limits: PictureLimits;
  readonly maxSide: number;
}

export type Job = LookJob | TextJob | CleanJob | PreviewJob;

/** What the bytes are, from the bytes. Text comes along, cut at the limit. */
export type SniffedInput =
  | { readonly kind: 'image'; readonly mediaType: string; readonly bytes: number }
  | { readonly kind: 'other'; readonly mediaType: string; readonly bytes: number }
  | { readonly kind: 'text'; readonly bytes: number; readonly text: string; readonly length: number };

export interface CleanedPicture {
  readonly mediaType: string;
  /** Absent when the result was written to `output`. */
  readonly bytes?: Uint8Array;
  readonly removed: readonly string[];
  readonly kept: readonly string[];
  readonly method: 'lossless' | 're-encode';
}

/** What looks at pixels, as gaps name it. */
export type PixelDetectorId = 'face' | 'codes' | 'ocr';

/** What the pixel detectors saw in one picture. */
export interface Sight {
  readonly faces: readonly Detection[];
  readonly codes: readonly CodeRead[];
  readonly lines: readonly TextLine[];
  /** Who did not see all of it: there was more than is read of one picture, or time was up. */
  readonly unfinished: readonly PixelDetectorId[];
}

/** The sight of a picture inside the picture. Its boxes are pixels of its own; of colours under transparency, of the upright original. */
export interface HiddenSight extends Sight {
  readonly field: string;
  readonly source: 'thumbnail' | 'second-picture' | 'hidden-colour';
  /** Whether it is still in the file when that was stripped, and has to be covered. */
  readonly stays: boolean;
}

/** The steps of all jobs with the value that each answers. */
export interface StepValues {
  readonly sniff: SniffedInput;
  readonly header: ImageHeader;
  readonly metadata: MetadataDetections;
  /**
   * How many frames were seen, those that repeat others and those that are none to look at included, and whether all of them in a size
   * that shows their details.
   */
  readonly decode: { readonly frames: number; readonly inDetail: boolean };
  /** Fields of the thumbnails that show something else than the picture. */
  readonly thumbnails: readonly string[];
  readonly face: readonly Detection[];
  readonly codes: readonly CodeRead[];
  readonly lines: TextReading;
  /** What was seen in the pictures that are hidden in this one. `isAll`: false when nobody could look at one that goes by stripping. */
  readonly hidden: { readonly sights: readonly HiddenSight[]; readonly isAll: boolean };
  readonly text: FoundInText;
  readonly clean: CleanedPicture;
  readonly preview: { readonly bytes: Uint8Array; readonly mediaType: string };
}

/** One picture's way through a child, in this order; a text ends after `sniff`. */
export const LOOK_STEPS = [
  'sniff',
  'header',
  'metadata',
  'decode',
  'thumbnails',
  'face',
  'codes',
  'lines',
  'hidden',
] as const;
export type LookStep = (typeof LOOK_STEPS)[number];

/** Up to here bytes travel in the message; beyond, a path does. */
export const INLINE_BYTES: number = 2 ** 20;
