/**
 * The properties of pictures in HEIF files: those that decoding needs, in the form that it needs, and nothing else in them. Source:
 * ISO/IEC 23008-12 section 6.5, ISO/IEC 14496-12 section 12.1, ISO/IEC 14496-15 (hvcC), AV1-ISOBMFF 1.2 (av1C), AVIF 1.1.
 */
import { type ByteView, MalformedImageError } from './byte-view.ts';
import { FULL_BOX_BYTES, type HeifMeta } from './heif-items.ts';
import type { Box } from './isobmff-boxes.ts';

/** Properties of fixed size, in bytes without the box's header. */
const FIXED_BYTES: Readonly<Record<string, readonly number[]>> = {
  ispe: [12],
  pasp: [8],
  clap: [32],
  irot: [1],
  imir: [1],
  iscl: [12],
  rloc: [12],
  clli: [4],
  mdcv: [24],
  amve: [8],
  ndwt: [8],
  ccst: [8],
  btrt: [12],
  a1op: [1],
  a1lx: [7, 13],
  lsel: [2],
};
/** Colour by numbers: `nclx` of ISO, `nclc` of QuickTime; bytes with these names. */
const COLOUR_BYTES: Readonly<Record<string, number>> = { nclx: 11, nclc: 10 };
const PROFILES: readonly string[] = ['prof', 'rICC'];
const MAX_TYPE_BYTES = 128;
const ALPHA_TYPES: readonly string[] = [
  'urn:mpeg:mpegB:cicp:systems:auxiliary:alpha',
  'urn:mpeg:hevc:2015:auxid:1',
  'urn:mpeg:avc:2015:auxid:1',
];
/** Of the configuration before its arrays of parameter sets; the last byte is their number. */
const HEVC_HEAD_BYTES = 23;
const HEVC_SIZES_AT = 21;
/** Video, sequence and picture parameter sets. Others are messages for people or displays. */
const HEVC_PARAMETER_SETS: readonly number[] = [32, 33, 34];
const AV1_HEAD_BYTES = 4;
const AV1_SEQUENCE_HEADER = 1;
/** An OBU header says its own size in a field of up to this many bytes behind it. */
const MAX_SIZE_BYTES = 8;
const MAX_CONFIGURATION_BYTES = 2 ** 20;

/** Whether an auxiliary picture or track of this type is the alpha of a picture. */
export function isAlpha(auxiliaryType: string): boolean {
  return ALPHA_TYPES.includes(auxiliaryType);
}

/** Whether a property is an ICC profile. */
export function isProfile(view: ByteView, { type, start, end }: Box): boolean {
  return type === 'colr' && end - start >= 4 && PROFILES.includes(view.latin1(start, 4));
}

/**
 * What decoding needs of a property's payload: all of it, where nothing is hidden there, or a part; undefined when it needs none.
 * Throws `MalformedImageError`.
 */
export function neededOf(view: ByteView, box: Box): Buffer | undefined {
  const { type, start, end } = box;
  const length = end - start;
  const fixed = FIXED_BYTES[type]?.findLast((bytes) => bytes <= length);
  if (fixed !== undefined) return view.slice(start, fixed);
  if (type === 'colr') return colourOf(view, box);
  if (type === 'pixi' && length > FULL_BOX_BYTES)
    return view.slice(start, Math.min(length, FULL_BOX_BYTES + 1 + view.u8(start + FULL_BOX_BYTES)));
  if (type === 'auxC' || type === 'auxi') return alphaOf(view, box);
  if (length > MAX_CONFIGURATION_BYTES) return undefined;
  if (type === 'hvcC' && length >= HEVC_HEAD_BYTES) return parameterSets(view, box);
  return type === 'av1C' && length >= AV1_HEAD_BYTES ? sequenceHeader(view, box) : undefined;
}

/** The type of auxiliary picture that items say to be. */
export function auxiliaryTypes(view: ByteView, { properties, associations }: HeifMeta): Map<number, string> {
  const byProperty = new Map<number, string>();
  for (const [index, box] of properties.entries())
    if (box.type === 'auxC') byProperty.set(index + 1, auxiliaryTypeOf(view, box));
  const types = new Map<number, string>();
  for (const [id, list] of associations)
    for (const { property } of list) {
      const type = byProperty.get(property);
      if (type !== undefined) types.set(id, type);
    }
  return types;
}

/** Of an `auxC` property or an `auxi` box of a track. */
export function auxiliaryTypeOf(view: ByteView, { start, end }: Box): string {
  const textAt = start + FULL_BOX_BYTES;
  const [type = ''] = view.latin1(textAt, Math.max(0, Math.min(MAX_TYPE_BYTES, end - textAt))).split('\0', 1);
  return type;
}

/** Bytes of the size in front of each unit, as an `hvcC` property says; 4 as all writers have it where there is none. */
export function hevcSizeBytes(view: ByteView, configuration: Box | undefined): number {
  return configuration === undefined ? 4 : (view.u8(configuration.start + HEVC_SIZES_AT) & 3) + 1;
}

function colourOf(view: ByteView, { start, end }: Box): Buffer | undefined {
  const bytes = end - start < 4 ? undefined : COLOUR_BYTES[view.latin1(start, 4)];
  return bytes !== undefined && bytes <= end - start ? view.slice(start, bytes) : undefined;
}

function alphaOf(view: ByteView, box: Box): Buffer | undefined {
  const type = auxiliaryTypeOf(view, box);
  const bytes = FULL_BOX_BYTES + type.length + 1;
  return isAlpha(type) && box.start + bytes <= box.end ? view.slice(box.start, bytes) : undefined;
}

function parameterSets(view: ByteView, { start, end }: Box): Buffer {
  const arrays: Buffer[] = [];
  let at = start + HEVC_HEAD_BYTES;
  for (let left = view.u8(at - 1); left > 0; left--) {
    const arrayAt = at;
    let units = view.u16(at + 1);
    for (at += 3; units > 0 && at < end; units--) at += 2 + view.u16(at);
    if (at > end) throw new MalformedImageError('HEIF: parameter sets');
    if (HEVC_PARAMETER_SETS.includes(view.u8(arrayAt) & 0x3f)) arrays.push(view.slice(arrayAt, at - arrayAt));
  }
  const head = Buffer.from(view.slice(start, HEVC_HEAD_BYTES));
  head.writeUInt8(arrays.length, HEVC_HEAD_BYTES - 1);
  return Buffer.concat([head, ...arrays]);
}

/** The configuration, with the sequence headers that stand first behind it. */
function sequenceHeader(view: ByteView, { start, end }: Box): Buffer {
  let at = start + AV1_HEAD_BYTES;
  while (at < end) {
    const header = view.u8(at);
    const next = at + 1 + ((header >> 2) & 1) + obuBytes(view, at + 1 + ((header >> 2) & 1));
    if (((header >> 3) & 0x0f) !== AV1_SEQUENCE_HEADER || (header & 2) === 0 || next > end) break;
    at = next;
  }
  return view.slice(start, at - start);
}

/** Bytes of the size field and of what it counts. */
function obuBytes(view: ByteView, at: number): number {
  let size = 0;
  for (let index = 0; index < MAX_SIZE_BYTES; index++) {
    const byte = view.u8(at + index);
    size += (byte & 0x7f) * 2 ** (7 * index);
    if (byte < 0x80) return index + 1 + size;
  }
  return Number.MAX_SAFE_INTEGER;
}
