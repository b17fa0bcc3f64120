/** A decoded picture, as all pixel detectors share it: one decode, one size. */
export interface Picture {
  /** Upright, RGB interleaved, 8 bits, `width * height * 3` bytes; alpha flattened on grey. */
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
  /** Size of the upright original; boxes of detections are in these pixels. */
  readonly fullWidth: number;
  readonly fullHeight: number;
  /** Which frame of an animation or page of a TIFF, from 0. */
  readonly frame: number;
  /** Only where it is known from this decode that no pixel is transparent, though pixels of this file may be. */
  readonly isOpaque?: true;
}
