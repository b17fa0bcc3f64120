/** What every format's stripper is given and gives. */
import type { Block } from '../../media/walkers/block.ts';
import type { ByteView } from '../../media/walkers/byte-view.ts';
import type { Edit } from '../edits.ts';

/** What stays of a picture's metadata. */
export interface Kept {
  /** The colour profile. */
  readonly icc: boolean;
  /** A TIFF block with the tags that stay (orientation, copyright, capture time) and no others; undefined when none does. */
  readonly exif: Buffer | undefined;
}

/**
 * Says how a file is edited so that nothing but the picture and `kept` is left; `blocks` are all that its walker found. Throws
 * `UncleanableError` with the reason `unsupported` for what cannot be taken out without touching coded pixels.
 */
export type Stripper = (view: ByteView, blocks: readonly Block[], kept: Kept) => readonly Edit[];
