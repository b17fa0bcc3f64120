/**
 * Blocks of single makers that are not decoded, but of which it is known what they usually hold. Source: the JPEG page of ExifTool's
 * tag names (https://exiftool.org/TagNames/JPEG.html). Misses: what else is in them; each is reported as `metadata-block` besides.
 */
import type { MetadataType } from '../../core/types.ts';

interface VendorBlock {
  readonly field: string;
  readonly types: readonly MetadataType[];
}

type Row = readonly [signature: string, field: string, ...types: readonly MetadataType[]];

/** Signatures near the payload's start, as Latin-1. */
const ROWS: readonly Row[] = [
  ['HEAPJPGM', 'CIFF:Block', 'device-id', 'author', 'capture-time'],
  ['[picture info]', 'PictureInfo:Block', 'device-id', 'capture-time'],
  ['Type=', 'PictureInfo:Block', 'device-id', 'capture-time'],
  ['FLIR\0', 'FLIR:Block', 'device-id'],
  ['IJPEG\0', 'InfiRay:Block', 'device-id'],
  ['DJI-DBG\0', 'DJI:Block', 'device-id'],
  ['GoPro\0', 'GoPro:Block', 'device-id', 'gps'],
  ['ssuniqueid\0', 'Samsung:UniqueID', 'device-id'],
  ['TDHD\x01\0\0\0', 'HP:Block', 'device-id'],
  ['\x1aQualcomm Camera Attributes', 'Qualcomm:Block', 'device-id'],
  ['RMETA\0', 'Ricoh:Block', 'comment'],
  ['QVCI\0', 'Casio:Block', 'capture-time'],
  ['Media Jukebox\0', 'MediaJukebox:Block', 'person-tag', 'comment'],
  ['Ducky', 'Ducky:Block', 'comment', 'author'],
];
const SEARCHED_BYTES = 64;

/** What the presence of a block says, if its maker is known. */
export function vendorBlock(payload: Uint8Array): VendorBlock | undefined {
  const start = Buffer.from(payload.subarray(0, SEARCHED_BYTES)).toString('latin1');
  const row = ROWS.find(([signature]) => start.includes(signature));
  if (row === undefined) return undefined;
  const [, field, ...types] = row;
  return { field, types };
}
