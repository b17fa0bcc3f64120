import type { Box } from '../../core/types.ts';
import { decodeHiddenColours, type HiddenColours, hiddenShares } from '../../media/decode-hidden-colours.ts';
import { walkImage } from '../../media/walk-image.ts';
import { findHidden } from '../../redactors/hidden.ts';
import type { HiddenSight, LookJob, Sight } from '../jobs.ts';
import type { Engines } from './engines.ts';
import { lookAtPixels } from './look-at-pixels.ts';
import type { OpenedInput } from './opened-input.ts';

/** Of what something covers, the part that has to be hidden: a quarter of a face or a word is not told by what is seen of it. */
const MIN_HIDDEN = 0.25;
const FIELDS: Readonly<Record<string, string>> = {
  'image/png': 'PNG:HiddenColours',
  'image/webp': 'WebP:HiddenColours',
  'image/tiff': 'TIFF:HiddenColours',
  'image/avif': 'HEIF:HiddenColours',
  'image/heic': 'HEIF:HiddenColours',
};

/**
 * What is seen in the colours under transparency: apart from each other what goes when the file is stripped, and what stays and has to
 * be covered. Throws what the decoder and the engines throw.
 */
export async function lookAtHiddenColours(
  input: OpenedInput,
  { maxSide }: LookJob,
  engines: Engines,
): Promise<readonly HiddenSight[]> {
  const [file, header] = [await input.file(), await input.header()];
  const field = FIELDS[header.mediaType];
  if (field === undefined || (await input.firstPicture()).isOpaque) return [];
  const colours = await decodeHiddenColours(file, header, maxSide);
  if (colours === undefined) return [];
  const sight = await lookAtPixels(colours.picture, engines, input.hiddenUntil);
  const hidden = only(sight, (box) => isHidden(colours, box));
  if (isEmpty(hidden)) return [];
  const isCleared = await clearsTransparent(input);
  const stays = (box: Box): boolean => !isCleared || hiddenShares(colours, box).faint >= MIN_HIDDEN;
  const named = { field, source: 'hidden-colour' } as const;
  const going: HiddenSight = { ...named, stays: false, ...only(hidden, (box) => !stays(box)) };
  const staying: HiddenSight = { ...named, stays: true, ...only(hidden, stays) };
  // What nobody saw stays only where something does.
  const isAnyLeft = !isCleared || hiddenShares(colours, wholeOf(colours)).faint > 0;
  return [...(isAnyLeft ? [staying] : []), going].filter((part) => !isEmpty(part));
}

function wholeOf({ picture: { fullWidth, fullHeight } }: HiddenColours): Box {
  return { x: 0, y: 0, width: fullWidth, height: fullHeight };
}

function isHidden(colours: HiddenColours, box: Box): boolean {
  const { transparent, faint } = hiddenShares(colours, box);
  return transparent + faint >= MIN_HIDDEN;
}

/** The same search as when the file is stripped; what that does not find is left in it. */
async function clearsTransparent(input: OpenedInput): Promise<boolean> {
  const [file, { mediaType }] = [await input.file(), await input.header()];
  const walk = walkImage(file.view, mediaType);
  if (walk?.isComplete !== true) return true;
  const { isFound, edits } = await findHidden(file, mediaType, walk.blocks);
  return isFound || edits.length > 0;
}

/** Lines stay whole, so that what is said beside a value still counts. */
function only({ faces, codes, lines, unfinished }: Sight, is: (box: Box) => boolean): Sight {
  return {
    unfinished,
    faces: faces.filter((face) => 'box' in face && is(face.box)),
    codes: codes.filter(({ box }) => is(box)),
    lines: lines.filter(({ words }) => words.some(({ box }) => is(box))),
  };
}

/** Where not all was seen, something may be there. */
function isEmpty({ faces, codes, lines, unfinished }: Sight): boolean {
  return faces.length + codes.length + lines.length + unfinished.length === 0;
}
