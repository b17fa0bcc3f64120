/** Takes comments, application extensions and trailing bytes out of a GIF; frames, delays and the loop count stay as they are. */
import type { Stripper } from './stripper.ts';

export const stripGif: Stripper = (_view, blocks, kept) =>
  blocks.filter(({ kind }) => kind !== 'icc' || !kept.icc).map(({ offset, length }) => ({ offset, length }));
