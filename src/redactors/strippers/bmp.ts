/**
 * Takes profiles that are linked, fields that nobody reads and hidden bytes out of a BMP: they become zeros, or are cut at the end.
 * A BMP has no place for EXIF. Source: Microsoft, BITMAPV5HEADER.
 */
import { COLOUR_SPACE_AT, PROFILE_AT, readBmp } from '../../media/walkers/bmp-layout.ts';
import type { Edit } from '../edits.ts';
import { neutralIcc } from './neutral-icc.ts';
import type { Stripper } from './stripper.ts';

const SIZE_AT = 2;
const MAX_SIZE = 2 ** 32 - 1;
/** `LCS_sRGB`. */
const S_RGB = 0x73524742;

export const stripBmp: Stripper = (view, blocks, kept) => {
  const { pixels, profile } = readBmp(view);
  const data = blocks.find(({ kind }) => kind === 'icc')?.data;
  const neutral = data !== undefined && kept.icc ? neutralIcc(data) : undefined;
  const keptProfile = neutral === undefined ? undefined : profile;
  const end = Math.max(...[pixels, keptProfile ?? pixels].map(({ offset, length }) => offset + length));
  const zeros = blocks.filter(({ kind, offset }) => offset < end && (kind !== 'icc' || keptProfile === undefined));
  const edits: Edit[] = [
    { offset: SIZE_AT, length: 4, by: uint32(Math.min(end, MAX_SIZE)) },
    ...zeros.map(({ offset, length }) => ({ offset, length, by: 'zeros' as const })),
    { offset: end, length: view.size - end },
  ];
  if (profile === undefined) return edits;
  if (neutral !== undefined) return [...edits, { offset: profile.offset, length: profile.length, by: neutral }];
  return [
    ...edits,
    { offset: COLOUR_SPACE_AT, length: 4, by: uint32(S_RGB) },
    { offset: PROFILE_AT, length: 8, by: 'zeros' },
  ];
};

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
