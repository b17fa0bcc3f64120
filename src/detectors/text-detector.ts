/** What every detector of plain text is: a pure, linear function from a text to places and scores. */
import type { Detection, FindingType, TextPlace } from '../core/types.ts';

/** A detection in text: a place by UTF-16 offsets, never the value. */
export type TextDetection = Detection & TextPlace;

export interface TextContext {
  /** The form field or JSON key that the text stands under, as `phone`. */
  readonly fieldName?: string | undefined;
  /** ISO 3166-1 alpha-2 codes to keep to; all known ones when absent. */
  readonly countries?: readonly string[] | undefined;
}

/**
 * Finds places in text. `detect` takes any string (lone surrogates too), keeps no state and never throws for "nothing"; a
 * detector that cannot look at everything throws, and the scanner records a gap. Offsets are into the text as given.
 */
export interface TextDetector {
  readonly id: string;
  readonly types: readonly FindingType[];
  /** A text with an invented value that is found in it under every preset: with it `doctor` proves the detector live. */
  readonly example: string;
  /** UTF-16 units; `detect` throws on a longer text. Absent: any length, in linear time. */
  readonly maxLength?: number;
  /** Whatever it finds has digits: it is not asked about a text without any. */
  readonly needsDigit?: true;
  /** Loads the model that it needs, once; `detect` loads it otherwise. Throws `ConfigError` (`CONFIG_MODEL_MISSING`). */
  readonly load?: () => { readonly modelSha256: string };
  detect(text: string, context?: TextContext): TextDetection[];
}

/** A digit, or a letter of a script in whose blocks digits stand as well (Unicode 16, `Nd`): those are looked at closely. */
const MAYBE_DIGIT = /[0-9\u0660-\u109f\u1100-\u1fff\u2c00-\uffff]/;

/** Whether a detector that needs a digit can find anything in the text. */
export function mayHaveDigit(text: string): boolean {
  return MAYBE_DIGIT.test(text);
}
