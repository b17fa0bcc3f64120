/** What reading machine-readable codes gives; the reader itself is `read-codes.ts`. */
import type { Box } from '../core/types.ts';
import type { Picture } from '../media/picture.ts';

export interface CodeRead {
  /** As `qr-code`, `data-matrix`, `aztec`, `pdf417`, `ean-13`. */
  readonly format: string;
  readonly text: string;
  /** In pixels of the upright original. */
  readonly box: Box;
  /** Which frame of an animation or page of a TIFF, from 0. */
  readonly frame: number;
}

/** In one picture or frame. A reader that gives as many has not looked any further: what else is there is a gap. */
export const MAX_CODES = 64;

export interface CodeReader {
  /** Changes whenever the same picture may give other codes. */
  readonly version: string;
  /** Of the file that does the reading, lower-case hex. */
  readonly modelSha256: string;
  /** Package and version. */
  readonly runtime: string;
  /** Whole codes with a margin, `MAX_CODES` at most. Throws when it could not look. */
  read(picture: Picture): Promise<CodeRead[]>;
}
