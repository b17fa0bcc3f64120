/** Puts what is kept into a picture that an encoder wrote with nothing but its pixels and a profile. */
import type { StripOptions } from '../core/options.ts';
import { type ImageFile, inMemory } from '../media/image-file.ts';
import { walkImage } from '../media/walk-image.ts';
import { byteView } from '../media/walkers/byte-view.ts';
import { chooseKept } from './choose-kept.ts';
import { encodedType } from './re-encode.ts';
import { refuseResidue } from './refuse-residue.ts';
import { hasStripper, stripInMemory } from './strip-in-place.ts';
import type { Kept } from './strippers/stripper.ts';

/** `mediaType`: of the original. The same way as into any file. Throws `UncleanableError` as `stripInMemory` does. */
export function keepInEncoded(encoded: Uint8Array, original: string, kept: Kept): ImageFile {
  const mediaType = encodedType(original);
  return inMemory(hasStripper(mediaType) ? stripInMemory(byteView(encoded), mediaType, kept) : encoded);
}

/** A picture that was covered: what `options` keep is put in from the original. Throws `UncleanableError` with the reason `residue`. */
export function keepInCovered(
  covered: Uint8Array,
  original: ImageFile,
  mediaType: string,
  options: StripOptions,
): { readonly file: ImageFile; readonly kept: readonly string[] } {
  const blocks = walkImage(original.view, mediaType)?.blocks ?? [];
  const kept = chooseKept(original.view, mediaType, blocks, options, 1);
  const file = keepInEncoded(covered, mediaType, kept);
  return { file, kept: refuseResidue(file.view, encodedType(mediaType), kept) };
}
