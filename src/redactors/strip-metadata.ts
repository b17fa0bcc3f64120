/** Strips metadata from a picture and looks at the result again. */
import type { StripOptions } from '../core/options.ts';
import { UncleanableError } from '../errors.ts';
import { hasDecoder } from '../media/decode-picture.ts';
import type { ImageFile } from '../media/image-file.ts';
import type { ImageHeader } from '../media/image-header.ts';
import { isVisibleLoss } from '../media/svg/losses.ts';
import { walkImage } from '../media/walk-image.ts';
import { chooseKept } from './choose-kept.ts';
import { findHidden } from './hidden.ts';
import { keepInEncoded } from './keep-in-encoded.ts';
import { proveDecodable } from './prove-decodable.ts';
import { encodedType, reEncode } from './re-encode.ts';
import { refuseResidue } from './refuse-residue.ts';
import { hasStripper, stripInPlace } from './strip-in-place.ts';

export interface Stripped {
  /** The result; in memory unless the original was not. */
  readonly file: ImageFile;
  /** What stayed: `icc`, `orientation` (the tag; not where the pixels were turned), `copyright`, `capture-time`. */
  readonly kept: readonly string[];
  /** `re-encode` as well when something that could be seen was taken out of an SVG. */
  readonly method: 'lossless' | 're-encode';
}

/** Always written anew, and never decoded. */
const REWRITTEN: readonly string[] = ['image/svg+xml'];

/**
 * Edits the file without touching its coded pixels where `options` and the format allow it, and encodes it again otherwise; so, too,
 * a file that decodes although its structure is broken, and one whose coded pixels hide something. `path`: where the result is written
 * when the original is not in memory. Throws `UncleanableError`: `unsupported`, `undecodable`, `timeout`, and `residue` when anything
 * that was not meant to stay is found in the result.
 */
export async function stripMetadata(
  file: ImageFile,
  header: ImageHeader,
  options: StripOptions,
  path: string,
): Promise<Stripped> {
  const { mediaType, orientation } = header;
  const walk = walkImage(file.view, mediaType);
  if (walk === undefined) throw new UncleanableError('unsupported', 'no walker for this type');
  const { blocks, isComplete } = walk;
  if (!isComplete && !hasDecoder(mediaType)) throw new UncleanableError('undecodable', 'the structure is broken');
  const mayStay = mayStayCoded(header, options);
  const hidden = mayStay && isComplete ? await findHidden(file, mediaType, blocks) : undefined;
  if (hidden?.isFound !== false) {
    const kept = chooseKept(file.view, mediaType, blocks, options, 1);
    const result = keepInEncoded(await reEncode(file, header, { isExact: mayStay }), mediaType, kept);
    return { file: result, kept: refuseResidue(result.view, encodedType(mediaType), kept), method: 're-encode' };
  }
  const kept = chooseKept(file.view, mediaType, blocks, options, orientation);
  const result = await stripInPlace(file, mediaType, blocks, kept, { also: hidden.edits, path });
  try {
    if (hasDecoder(mediaType)) await proveDecodable(result, header);
    const named = refuseResidue(result.view, mediaType, kept);
    return {
      file: result,
      kept: orientation === 1 ? named : [...named, 'orientation'],
      method: blocks.some(({ name }) => isVisibleLoss(name)) ? 're-encode' : 'lossless',
    };
  } catch (error) {
    result.close();
    throw error;
  }
}

/** What is left of the file is the same bytes at most, so the decoded pixels are the same. */
function mayStayCoded({ mediaType, orientation }: ImageHeader, { mode, orientation: wanted }: StripOptions): boolean {
  if (REWRITTEN.includes(mediaType)) return true;
  return hasStripper(mediaType) && mode === 'lossless' && (wanted === 'tag' || orientation === 1);
}
