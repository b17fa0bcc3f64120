/**
 * Walks an SVG: everything in it that does not draw, and the metadata of the pictures inside it. It has no structure of blocks, and is
 * cleaned by being written again, so that each block stands for the whole file. Source: SVG 1.1 (second edition), SVG 2.
 */
import { orientationOf, readExif } from '../read-tiff.ts';
import { embeddedIn, textsIn } from '../svg/drawing.ts';
import type { EmbeddedPicture } from '../svg/embedded-picture.ts';
import { readXml } from '../svg/read-xml.ts';
import { siftSvg } from '../svg/sift-svg.ts';
import type { Walk } from '../walk-image.ts';
import { writeExif } from '../write-exif.ts';
import type { Block } from './block.ts';
import { type ByteView, byteView, MalformedImageError } from './byte-view.ts';

type WalkPicture = (view: ByteView, mediaType: string) => Walk | undefined;

/** `walkPicture`: walks the pictures inside. Throws `MalformedImageError`, also when one of them cannot be walked to its end. */
export function* walkSvg(view: ByteView, walkPicture: WalkPicture): Generator<Block> {
  const { drawing, losses } = siftSvg(readXml(view));
  const place = { offset: 0, length: view.size };
  for (const { kind, name, text } of losses) yield { kind, name, ...place, data: Buffer.from(text) };
  for (const { bytes, mediaType } of embeddedIn(drawing)) {
    const walk = walkPicture(byteView(bytes), mediaType);
    for (const block of walk?.blocks ?? []) if (!isOrientation(block)) yield { ...block, ...place };
    if (walk?.isComplete !== true) throw new MalformedImageError('SVG: a picture inside it');
  }
}

/** The text that the drawing shows, which stays in it. Throws `MalformedImageError`. */
export function visibleTexts(view: ByteView): readonly { readonly field: string; readonly text: string }[] {
  return [...textsIn(siftSvg(readXml(view)).drawing)];
}

/** How a picture inside is turned; undefined when it is upright, or does not say. */
export function orientationBlock({ bytes, mediaType }: EmbeddedPicture, walkPicture: WalkPicture): Buffer | undefined {
  const exif = walkPicture(byteView(bytes), mediaType)?.blocks.find(({ kind }) => kind === 'exif');
  return exif === undefined ? undefined : onlyOrientation(exif);
}

/** An EXIF block that cleaning leaves in a picture. */
function isOrientation(block: Block): boolean {
  return block.kind === 'exif' && onlyOrientation(block)?.equals(block.data) === true;
}

function onlyOrientation({ data }: Block): Buffer | undefined {
  try {
    return writeExif({ orientation: orientationOf(readExif(data)) });
  } catch (error) {
    if (error instanceof MalformedImageError) return undefined;
    throw error;
  }
}
