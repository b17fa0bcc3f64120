/**
 * Takes all metadata segments out of a JPEG and leaves the coded pixels as they are. What stays: what decoding needs, a neutral
 * colour profile, JFIF and Adobe markers in their standard length, and an EXIF block with the tags that are kept. Source: ITU-T T.81,
 * JFIF 1.02, Exif 3.0 section 4.5.
 */
import type { Block } from '../../media/walkers/block.ts';
import type { ByteView } from '../../media/walkers/byte-view.ts';
import { ADOBE_BYTES, JFIF_BYTES, JFIF_THUMBNAIL_AT } from '../../media/walkers/jpeg-kinds.ts';
import type { Edit } from '../edits.ts';
import { neutralSegments } from './neutral-icc.ts';
import type { Stripper } from './stripper.ts';

const SOI_BYTES = 2;
const EXIF_MARKER = 'Exif\0\0';

export const stripJpeg: Stripper = (view, blocks, kept) => {
  const isKept = ({ kind }: Block): boolean => kind === 'icc' && kept.icc;
  const edits = [
    ...blocks.filter((block) => !isKept(block)).map(editOf),
    ...neutralSegments(blocks.filter((block) => isKept(block))),
  ];
  if (kept.exif !== undefined) {
    const by = segment(0xe1, Buffer.concat([Buffer.from(EXIF_MARKER), kept.exif]));
    edits.push({ offset: endOfJfif(view), length: 0, by });
  }
  return edits;
};

function editOf({ name, offset, length, data }: Block): Edit {
  if (name === 'JFIF:Thumbnail' || name === 'JFIF:Padding')
    return { offset, length, by: segment(0xe0, withoutThumbnail(data)) };
  if (name === 'JPEG:Adobe') return { offset, length, by: segment(0xee, data.subarray(0, ADOBE_BYTES)) };
  return { offset, length };
}

function withoutThumbnail(payload: Uint8Array): Buffer {
  return Buffer.from(payload.subarray(0, JFIF_BYTES)).fill(0, JFIF_THUMBNAIL_AT);
}

function segment(marker: number, payload: Uint8Array): Buffer {
  const header = Buffer.from([0xff, marker, 0, 0]);
  header.writeUInt16BE(payload.length + 2, 2);
  return Buffer.concat([header, payload]);
}

/** JFIF wants to stand first. */
function endOfJfif(view: ByteView): number {
  const isJfif = view.size > 20 && view.u16(SOI_BYTES) === 0xffe0 && view.latin1(SOI_BYTES + 4, 5) === 'JFIF\0';
  return isJfif ? SOI_BYTES + 2 + view.u16(SOI_BYTES + 2) : SOI_BYTES;
}
