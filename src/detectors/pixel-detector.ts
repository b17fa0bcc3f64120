/** What every detector that looks at a decoded picture offers; the scanner shows all of them the same picture. */
import type { Detection } from '../core/types.ts';
import type { Picture } from '../media/picture.ts';

export interface PixelDetector {
  /** Changes whenever the same picture may give other detections. */
  readonly version: string;
  /** Of the model file in use, lower-case hex. */
  readonly modelSha256: string;
  /** Package and version of the inference runtime in use. */
  readonly runtime: string;
  /**
   * Boxes are in pixels of the upright original, clipped to it. `frames`: how many frames of one animation share the time; 1 unless told.
   * Throws when it could not look.
   */
  detect(picture: Picture, frames?: number): Promise<Detection[]>;
}
