/**
 * Makes a colour profile say how colours are meant and nothing else. Profiles of monitors carry serial numbers, owners' names for their
 * devices, the day of the calibration and whole measurements. Source: ICC.1:2022 sections 7.2 (header), 9.2 (tags), 10 (types); Apple's
 * `mmod`. Misses: the primaries, curves and tables themselves, which are those of one device where it was measured.
 */
import { type ProfileTag, readTags, TAG_BYTES, TAG_COUNT_AT, TAG_TABLE_AT } from './colour-profile.ts';
import { readProfileText, writeProfileText } from './profile-text.ts';
import { asBuffer, type ByteView, byteView, MalformedImageError } from './walkers/byte-view.ts';

/** Tags that a conversion of pixels reads, with the types that the standard allows for them. */
const COLOUR: readonly (readonly [tags: RegExp, types: readonly string[]])[] = [
  [/^[rgb]XYZ$|^[wb]kpt$|^wtpt$/, ['XYZ ']],
  [/^[rgbk]TRC$/, ['curv', 'para']],
  [/^A2B[0-3]$|^B2A[0-3]$|^gamt$|^pre[0-2]$/, ['mft1', 'mft2', 'mAB ', 'mBA ']],
  [/^[DB]2[BD][0-3]$/, ['mpet']],
  [/^chad$/, ['sf32']],
  [/^chrm$/, ['chrm']],
  [/^cicp$/, ['cicp']],
  [/^clrt$/, ['clrt']],
  [/^clro$/, ['clro']],
];
/** Every profile must have them; their text is emptied where it is not well known. */
const TEXTS: readonly string[] = ['desc', 'cprt'];
/** Tags that go and whose going says nothing: numbers that no conversion reads. */
const IDLE: readonly string[] = ['lumi', 'meas', 'view', 'tech'];
const FIELDS: Readonly<Record<string, string>> = {
  desc: 'ICC:ProfileDescription',
  dscm: 'ICC:ProfileDescription',
  cprt: 'ICC:ProfileCopyright',
  dmnd: 'ICC:ProfileDeviceManufacturer',
  dmdd: 'ICC:ProfileDeviceModel',
  vued: 'ICC:ProfileViewingConditions',
  mmod: 'ICC:ProfileMakeAndModel',
  meta: 'ICC:ProfileMetadata',
  targ: 'ICC:ProfileCharTarget',
  calt: 'ICC:ProfileCalibrationTime',
};

/** Profiles that a picture can have: of scanners and cameras, displays, printers, colour spaces. */
const CLASSES: readonly string[] = ['scnr', 'mntr', 'prtr', 'spac'];
const PLATFORMS: readonly string[] = ['APPL', 'MSFT', 'SGI ', 'SUNW'];
/** Header fields that may hold anything: maker of the converter; maker's flags; device maker and model; maker's attributes; creator, ID and reserved bytes. */
const FREE_FIELDS: readonly (readonly [start: number, end: number])[] = [
  [4, 8],
  [44, 46],
  [48, 56],
  [60, 64],
  [80, 128],
];
const DATE_AT = 24;
/** 2000-01-01 00:00:00; a date of zeros is none. */
const NEUTRAL_DATE = Buffer.from('07d000010001000000000000', 'hex');
const PLATFORM_AT = 40;
const NEWEST_VERSION = 4;
/** A colourant has a name of 32 bytes and three numbers. */
const COLOURANT_BYTES = 38;
const COLOURANT_NAME_BYTES = 32;
const COLOURANTS_AT = 12;
const MAX_COLOURANTS = 16;
/** Numbers of a parametric curve by its function. */
const PARAMETERS: readonly number[] = [1, 3, 4, 5, 7];

/**
 * A profile of the same length that converts every colour as the given one does, or undefined when there is nothing to change. Other
 * tags leave the tag table, their bytes and all that no tag points to are zeros. Throws `MalformedImageError` for a broken profile and
 * one that no picture can have.
 */
export function neutralProfile(profile: Uint8Array): Buffer | undefined {
  const original = asBuffer(profile);
  const view = profileView(original);
  const tags = readTags(view);
  const stay = tags.filter(({ signature }) => TEXTS.includes(signature) || typesOf(signature) !== undefined);
  refuseOverlap(stay, TAG_TABLE_AT + tags.length * TAG_BYTES);
  const result = Buffer.alloc(original.length);
  writeHeader(original, result);
  writeTags(stay, result);
  for (const tag of stay) neutralTag(view, tag).copy(result, tag.offset);
  return result.equals(original) ? undefined : result;
}

/** Fields of a profile that may say whose device it is or who made it, as `ICC:ProfileMakeAndModel`. Throws `MalformedImageError` as `neutralProfile` does. */
export function identifyingFields(profile: Uint8Array): string[] {
  const view = profileView(asBuffer(profile));
  const fields = readTags(view)
    .filter(({ signature }) => typesOf(signature) === undefined && !IDLE.includes(signature))
    .filter((tag) => says(view, tag))
    .map(({ signature }) => FIELDS[signature] ?? 'ICC:ProfilePrivateTag');
  return [...new Set(fields)];
}

/** Only as long as the profile says that it is. */
function profileView(profile: Buffer): ByteView {
  const whole = byteView(profile);
  const view = byteView(whole.slice(0, whole.u32(0)));
  const isPicture = view.latin1(36, 4) === 'acsp' && CLASSES.includes(view.latin1(12, 4));
  if (!isPicture || view.u8(8) > NEWEST_VERSION) throw new MalformedImageError('colour profile');
  return view;
}

function typesOf(signature: string): readonly string[] | undefined {
  return COLOUR.find(([tags]) => tags.test(signature))?.[1];
}

/** Tags may share their data, but not a part of it. */
function refuseOverlap(tags: readonly ProfileTag[], start: number): void {
  let end = start;
  let last: ProfileTag | undefined;
  for (const tag of tags.toSorted((a, b) => a.offset - b.offset)) {
    const isShared = tag.offset === last?.offset && tag.size === last.size;
    if (!isShared && tag.offset < end) throw new MalformedImageError('colour profile: tags overlap');
    end = tag.offset + tag.size;
    last = tag;
  }
}

function writeHeader(original: Buffer, result: Buffer): void {
  original.copy(result, 0, 0, TAG_COUNT_AT);
  NEUTRAL_DATE.copy(result, DATE_AT);
  for (const [start, end] of FREE_FIELDS) result.fill(0, start, end);
  const platform = original.toString('latin1', PLATFORM_AT, PLATFORM_AT + 4);
  if (!PLATFORMS.includes(platform)) result.fill(0, PLATFORM_AT, PLATFORM_AT + 4);
}

function writeTags(tags: readonly ProfileTag[], result: Buffer): void {
  result.writeUInt32BE(tags.length, TAG_COUNT_AT);
  for (const [index, { signature, offset, size }] of tags.entries()) {
    const at = TAG_TABLE_AT + index * TAG_BYTES;
    result.write(signature, at, 'latin1');
    result.writeUInt32BE(offset, at + 4);
    result.writeUInt32BE(size, at + 8);
  }
}

function neutralTag(view: ByteView, { signature, offset, size }: ProfileTag): Buffer {
  const tag = view.slice(offset, size);
  const types = typesOf(signature);
  if (types === undefined) return writeProfileText(tag, readProfileText(tag).known);
  const data = byteView(tag);
  const type = data.latin1(0, 4);
  if (!types.includes(type)) throw new MalformedImageError('colour profile: tag type');
  const result = Buffer.from(tag).fill(0, Math.min(size, usedBytes(type, data)));
  if (type === 'clrt') blankNames(data, result);
  return result;
}

/** What lies behind it in the tag says nothing about colours. */
function usedBytes(type: string, data: ByteView): number {
  switch (type) {
    case 'XYZ ':
      return 20;
    case 'sf32':
      return 44;
    case 'curv':
      return 12 + 2 * data.u32(8);
    case 'para':
      return 12 + 4 * (PARAMETERS[data.u16(8)] ?? 7);
    default:
      return data.size;
  }
}

function blankNames(data: ByteView, result: Buffer): void {
  const count = data.u32(8);
  if (count > MAX_COLOURANTS) throw new MalformedImageError('colour profile: colourants');
  for (let index = 0; index < count; index++) {
    const at = COLOURANTS_AT + index * COLOURANT_BYTES;
    result.fill(0, Math.min(at, data.size), Math.min(at + COLOURANT_NAME_BYTES, data.size));
  }
}

function says(view: ByteView, { offset, size }: ProfileTag): boolean {
  const tag = view.slice(offset, size);
  const isText = ['text', 'desc', 'mluc'].includes(tag.toString('latin1', 0, 4));
  return isText ? readProfileText(tag).isUnknown : tag.subarray(8).some((byte) => byte !== 0);
}
