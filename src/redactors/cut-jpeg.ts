/**
 * Takes all metadata segments out of a JPEG and leaves the coded pixels as they are. What stays: what decoding needs, the colour
 * profile, JFIF and Adobe markers in their standard length, and the orientation as an EXIF block with that single tag. Source: ITU-T
 * T.81, JFIF 1.02, Exif 3.0 section 4.5.
 */
import type { Block } from '../media/walkers/block.ts';
import { ADOBE_BYTES, JFIF_BYTES } from '../media/walkers/jpeg.ts';
import { type Cut, cutBlocks } from './cut-blocks.ts';

const SOI_BYTES = 2;
const SEGMENT_HEADER_BYTES = 4;
const EXIF_MARKER = 'Exif\0\0';
/** Where the two bytes with the thumbnail's size begin in a JFIF payload. */
const JFIF_THUMBNAIL_AT = 12;

/** `blocks`: as `walkImage` found them, complete. `orientation`: 1 to 8. */
export function cutJpeg(bytes: Uint8Array, blocks: readonly Block[], orientation: number): Buffer {
  const cuts = blocks.filter(({ kind }) => kind !== 'icc').map(cutOf);
  if (orientation !== 1)
    cuts.push({ offset: endOfJfif(bytes), length: 0, replacement: orientationSegment(orientation) });
  // An insertion at the offset of a cut comes first; `sort` is stable, so the lengths decide.
  return cutBlocks(
    bytes,
    cuts.sort((a, b) => a.offset - b.offset || a.length - b.length),
  );
}

/** The payload of an EXIF segment that holds the orientation and nothing else. */
export function orientationBlock(orientation: number): Buffer {
  const tiff = Buffer.alloc(26);
  tiff.write('MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01', 'latin1');
  tiff.writeUInt16BE(orientation, 18);
  return tiff;
}

function cutOf({ name, offset, length, data }: Block): Cut {
  if (name === 'JFIF:Thumbnail') return { offset, length, replacement: segment(0xe0, withoutThumbnail(data)) };
  if (name === 'JPEG:Adobe') return { offset, length, replacement: segment(0xee, data.subarray(0, ADOBE_BYTES)) };
  return { offset, length };
}

function withoutThumbnail(payload: Uint8Array): Buffer {
  return Buffer.from(payload.subarray(0, JFIF_BYTES)).fill(0, JFIF_THUMBNAIL_AT);
}

function orientationSegment(orientation: number): Buffer {
  return segment(0xe1, Buffer.concat([Buffer.from(EXIF_MARKER), orientationBlock(orientation)]));
}

function segment(marker: number, payload: Uint8Array): Buffer {
  const header = Buffer.from([0xff, marker, 0, 0]);
  header.writeUInt16BE(payload.length + 2, 2);
  return Buffer.concat([header, payload]);
}

/** JFIF wants to stand first. */
function endOfJfif(bytes: Uint8Array): number {
  const head = Buffer.from(bytes.subarray(SOI_BYTES, SOI_BYTES + SEGMENT_HEADER_BYTES + 5));
  const isJfif = head.length === 9 && head.readUInt16BE(0) === 0xffe0 && head.toString('latin1', 4) === 'JFIF\0';
  return isJfif ? SOI_BYTES + 2 + head.readUInt16BE(2) : SOI_BYTES;
}
