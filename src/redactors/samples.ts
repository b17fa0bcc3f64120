/** Decoded pixels on their way from a decoder to an encoder. */

/** Samples of all frames below each other, in the picture's own colour space (grey or RGB). */
export interface Samples {
  readonly data: Uint8Array | Uint16Array;
  readonly width: number;
  /** Of one frame. */
  readonly height: number;
  readonly frames: number;
  readonly channels: 1 | 2 | 3 | 4;
  readonly hasAlpha: boolean;
  /** The largest value of a sample: 255 or 65,535. */
  readonly max: number;
  /** Where the frame stands in the picture; only frames of an animated PNG are smaller than the whole. */
  readonly origin: { readonly x: number; readonly y: number };
}

/** Changes `data` in place. */
export type SampleEdit = (samples: Samples) => void;
