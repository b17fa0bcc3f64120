/**
 * Writes an SVG anew from what draws, and cleans the pictures inside it like any other. Nothing is rendered, and nothing that is not on
 * the lists of `src/media/svg` is copied. There is no place for EXIF in an SVG: what `kept` has of it goes. Source: SVG 1.1, SVG 2.
 */
import type { Drawing } from '../../media/svg/drawing.ts';
import type { EmbeddedPicture } from '../../media/svg/embedded-picture.ts';
import { readXml } from '../../media/svg/read-xml.ts';
import { siftSvg } from '../../media/svg/sift-svg.ts';
import { walkImage } from '../../media/walk-image.ts';
import { type ByteView, byteView } from '../../media/walkers/byte-view.ts';
import { orientationBlock } from '../../media/walkers/svg.ts';
import type { Kept, Stripper } from './stripper.ts';
import { writeSvg } from './write-svg.ts';

type StripPicture = (view: ByteView, mediaType: string, kept: Kept) => Buffer;

/** `stripPicture`: the lossless way of the pictures inside; what it throws stands for the whole drawing. */
export function createSvgStripper(stripPicture: StripPicture): Stripper {
  return (view, _blocks, { icc }) => {
    const { drawing } = siftSvg(readXml(view));
    const clean = (picture: EmbeddedPicture): EmbeddedPicture => cleanPicture(picture, icc, stripPicture);
    return [{ offset: 0, length: view.size, by: Buffer.from(writeSvg(withPictures(drawing, clean))) }];
  };
}

function withPictures(drawing: Drawing, clean: (picture: EmbeddedPicture) => EmbeddedPicture): Drawing {
  return {
    ...drawing,
    attributes: drawing.attributes.map(([name, value]) => [name, typeof value === 'string' ? value : clean(value)]),
    children: drawing.children.map((child) => (typeof child === 'string' ? child : withPictures(child, clean))),
  };
}

/** One without any metadata stays as it is, also where its format cannot be stripped. */
function cleanPicture(picture: EmbeddedPicture, icc: boolean, stripPicture: StripPicture): EmbeddedPicture {
  const { bytes, mediaType } = picture;
  const walk = walkImage(byteView(bytes), mediaType);
  const isClean = walk?.isComplete === true && walk.blocks.every(({ kind }) => kind === 'icc' && icc);
  if (isClean) return picture;
  const kept = { icc, exif: orientationBlock(picture, walkImage) };
  return { mediaType, bytes: stripPicture(byteView(bytes), mediaType, kept) };
}
