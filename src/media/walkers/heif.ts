/**
 * Reads a HEIC or AVIF file as a whole: what its picture is, where that lies, and whether the rest can be taken away from it. Source:
 * ISO/IEC 14496-12 (boxes), ISO/IEC 23008-12 (items), AVIF 1.1.
 */
import { areInside, type ByteRange, overlap } from './byte-ranges.ts';
import { type ByteView, MalformedImageError } from './byte-view.ts';
import { type CodedMessage, type CodedPicture, messagesOf } from './coded-messages.ts';
import { FULL_BOX_BYTES, type HeifMeta, type Item, readHeifMeta } from './heif-items.ts';
import { hevcSizeBytes, isProfile } from './heif-properties.ts';
import { CODED_TYPES, isPicture, type Roles, rolesOf } from './heif-roles.ts';
import { type ImageSequence, readImageSequence } from './image-sequence.ts';
import { BOX_HEADER_BYTES, type Box, MAX_BOXES, readBox } from './isobmff-boxes.ts';

export interface Heif {
  /** In the order of the file; what stands behind the last box and is none has the type `''`. */
  readonly boxes: readonly Box[];
  readonly meta: HeifMeta | undefined;
  readonly roles: Roles;
  readonly sequence: ImageSequence | undefined;
  /** Where coded bytes may lie: the contents of `mdat` and `idat`. */
  readonly regions: readonly ByteRange[];
  /** Where those of the picture lie. */
  readonly picture: readonly ByteRange[];
  /** What among these is no picture. */
  readonly messages: readonly CodedMessage[];
  /** Why it cannot be cleaned, in plain words; undefined when it can. */
  readonly refusal: string | undefined;
}

/** The first of each is the picture's. */
const KNOWN_BOXES: readonly string[] = ['ftyp', 'meta', 'moov', 'mdat'];
const BRAND_BYTES = 4;
const MAIN_BRAND_AT = 8;
/** A reader shows the tracks of files with these main brands, and the primary item of all others. */
const SEQUENCE_BRANDS: readonly string[] = ['avis', 'msf1', 'hevc', 'hevx', 'hevm', 'hevs'];
/** Properties of pictures in layers. */
const LAYER_TYPES: readonly string[] = ['a1op', 'a1lx', 'lsel'];
/** Version, flags, rows and columns. */
const GRID_HEAD_BYTES = 4;
const MAX_DERIVATION_BYTES = 2 ** 20;
/** Pixels by which encoders make a side larger, to whole coding units. */
const MAX_PADDING = 16;
const NO_ROLES: Roles = { shown: [], picture: new Set(), others: new Map() };
/** References by which a picture belongs to another one, beside which libheif does not list it. */
const ASIDE: readonly string[] = ['thmb', 'auxl'];

/** Throws `MalformedImageError`. */
export function readHeif(view: ByteView): Heif {
  const boxes = [...topLevel(view)];
  const find = (type: string): Box | undefined => boxes.find((box) => box.type === type);
  const [metaBox, moov] = [find('meta'), isSequence(view) ? find('moov') : undefined];
  const meta = metaBox === undefined ? undefined : readHeifMeta(view, metaBox);
  const roles = meta === undefined ? NO_ROLES : rolesOf(view, meta);
  const sequence = moov === undefined ? undefined : readImageSequence(view, moov);
  const picture = [
    ...rangesOf(meta, roles.picture),
    ...(sequence?.pictures ?? []).flatMap(({ ranges }) => ranges),
  ].filter(({ length }) => length > 0);
  if (picture.length === 0) throw new MalformedImageError('HEIF: no picture');
  const coded = [...boxes.filter(({ type }) => type === 'mdat'), ...(meta?.boxes ?? []).filter(isFirstData)];
  const regions = coded.map(({ start, end }) => ({ offset: start, length: end - start }));
  const heif = { boxes, meta, roles, sequence, regions, picture };
  const refusal = refusalOf(view, heif);
  const messages =
    refusal === undefined ? messagesOf(view, [...codedItems(view, heif), ...(sequence?.pictures ?? [])]) : [];
  if (messages === undefined) return { ...heif, messages: [], refusal: 'a coded picture that cannot be read' };
  return { ...heif, messages, refusal };
}

function codedItems(view: ByteView, { meta, roles }: Pick<Heif, 'meta' | 'roles'>): CodedPicture[] {
  const isCoded = ({ id, type }: Item): boolean => roles.picture.has(id) && CODED_TYPES.includes(type);
  return (meta?.items ?? []).filter(isCoded).map(({ id, type }) => {
    const places = (meta?.associations.get(id) ?? []).map(({ property }) => meta?.properties[property - 1]);
    const configuration = places.find((property) => property?.type === 'hvcC');
    return {
      coding: type === 'av01' ? 'av1' : 'hevc',
      sizeBytes: hevcSizeBytes(view, configuration),
      ranges: meta?.places.byItem.get(id)?.ranges ?? [],
      isSingle: !places.some((property) => property !== undefined && LAYER_TYPES.includes(property.type)),
    };
  });
}

/** Whether a reader shows the tracks of a file, and not its primary item. */
export function isSequence(view: ByteView): boolean {
  return SEQUENCE_BRANDS.includes(view.latin1(MAIN_BRAND_AT, BRAND_BYTES));
}

/**
 * Whether the decoder, which lists `pages` pictures, lists all that another reader may show: it leaves out thumbnails and auxiliary
 * pictures, the primary item among them, and codings that it does not know. Throws `MalformedImageError`.
 */
export function areAllListed(view: ByteView, pages: number): boolean {
  const metaBox = [...topLevel(view)].find(({ type }) => type === 'meta');
  if (metaBox === undefined || isSequence(view)) return true;
  const meta = readHeifMeta(view, metaBox);
  const isAside = meta.references.some(({ type, from }) => from === meta.primary && ASIDE.includes(type));
  return !isAside && rolesOf(view, meta).shown.length <= pages;
}

function isFirstData({ type }: Box, index: number, boxes: readonly Box[]): boolean {
  return type === 'idat' && boxes.findIndex((box) => box.type === 'idat') === index;
}

/** Where items lie. */
export function rangesOf(meta: HeifMeta | undefined, ids: Roles['picture'] | Roles['others']): ByteRange[] {
  return [...ids.keys()].flatMap((id) => [...(meta?.places.byItem.get(id)?.ranges ?? [])]);
}

function refusalOf(
  view: ByteView,
  { boxes, meta, roles, sequence, regions, picture }: Omit<Heif, 'refusal' | 'messages'>,
): string | undefined {
  if (sequence !== undefined && boxes.some(({ type }) => type === 'moof')) return 'a fragmented image sequence';
  for (const item of meta?.items.filter(({ id }) => roles.picture.has(id)) ?? []) {
    if (!isPicture(item)) return 'this coding of pictures';
    if (item.isProtected) return 'a protected picture';
    const place = meta?.places.byItem.get(item.id);
    if (place !== undefined && place.dataReference !== 0) return 'a picture in another file';
    if (place !== undefined && place.method > 1) return 'a picture inside another item';
    if (item.type !== 'iden' && place?.ranges.some(({ length }) => length > 0) !== true)
      return 'a picture without bytes';
    if (place?.ranges.some(({ length }) => length === 0) === true) return 'a picture with an empty part';
    if (item.type === 'iovl') return 'an overlay, of which a picture may cover another one';
    if (meta !== undefined && isCropped(view, meta, item.id)) return 'a cropped picture';
    if (meta !== undefined && item.type === 'grid' && hasSpareTiles(view, meta, item.id))
      return 'a grid with hidden tiles';
    if (meta !== undefined && hasPropertyTwice(view, meta, item.id)) return 'a property twice';
    if (meta !== undefined && !isWholeDerivation(view, meta, item)) return 'a derived picture with hidden bytes';
  }
  if (!areInside(picture, regions)) return 'a picture outside of the media data';
  if (overlap(picture, rangesOf(meta, roles.others))) return 'a picture that shares bytes with metadata';
  return sequence?.refusal;
}

/** What lies outside of a clean aperture is still there, and nobody has looked at it; a few pixels are what encoders pad sizes with. */
function isCropped(view: ByteView, { associations, properties }: HeifMeta, id: number): boolean {
  const own = (associations.get(id) ?? []).flatMap(({ property }) => properties[property - 1] ?? []);
  const [aperture, extents] = ['clap', 'ispe'].map((type) => own.find((property) => property.type === type)?.start);
  if (aperture === undefined) return false;
  if (extents === undefined) return true;
  const isPadded = [0, 1].every((side) => {
    const [shown, divisor] = [view.u32(aperture + side * 8), view.u32(aperture + side * 8 + 4)];
    const padding = view.u32(extents + FULL_BOX_BYTES + side * 4) - shown / divisor;
    // Written so that a division by zero fails too.
    return padding >= 0 && padding < MAX_PADDING;
  });
  return !isPadded;
}

/** Readers heed one of each; of colours one by numbers and one profile. */
function hasPropertyTwice(view: ByteView, { associations, properties }: HeifMeta, id: number): boolean {
  const places = new Set((associations.get(id) ?? []).map(({ property }) => property));
  const names = [...places].flatMap((place) => {
    const property = properties[place - 1];
    if (property === undefined) return [];
    return [property.type === 'colr' ? `colr ${isProfile(view, property)}` : property.type];
  });
  return new Set(names).size < names.length;
}

/** Whether all bytes of an item that is put together from others say how. */
function isWholeDerivation(view: ByteView, meta: HeifMeta, { id, type }: Item): boolean {
  const { places, references } = meta;
  const ranges = places.byItem.get(id)?.ranges ?? [];
  const length = ranges.reduce((sum, range) => sum + range.length, 0);
  if (type === 'iden') return length === 0;
  if (type !== 'grid') return true;
  const sources = references.filter((reference) => reference.type === 'dimg' && reference.from === id);
  const count = sources.reduce((sum, { to }) => sum + to.length, 0);
  if (length > MAX_DERIVATION_BYTES) return false;
  const data = Buffer.concat(ranges.map((range) => view.slice(range.offset, range.length)));
  const bytes = ((data[1] ?? 0) & 1) === 1 ? 4 : 2;
  return length === GRID_HEAD_BYTES + 2 * bytes && count === ((data[2] ?? 0) + 1) * ((data[3] ?? 0) + 1);
}

/** Whether a whole row or column of tiles lies outside of a grid, which nobody sees. An edge of the last ones may: phones fill it up. */
function hasSpareTiles(view: ByteView, { associations, properties, references }: HeifMeta, id: number): boolean {
  const sizeOf = (item: number): readonly number[] | undefined => {
    const own = (associations.get(item) ?? []).flatMap(({ property }) => properties[property - 1] ?? []);
    const extents = own.find(({ type }) => type === 'ispe');
    return extents && [0, 4].map((at) => view.u32(extents.start + FULL_BOX_BYTES + at));
  };
  const tiles = references.filter(({ type, from }) => type === 'dimg' && from === id).flatMap(({ to }) => to);
  const [picture, tile] = [sizeOf(id), sizeOf(tiles[0] ?? 0)];
  // No decoder takes these.
  if (picture === undefined || tile === undefined) return false;
  const [columns = 0, rows = 0] = picture.map((side, index) => Math.ceil(side / (tile[index] ?? 0)));
  return columns * rows !== tiles.length;
}

/** The boxes of the file. A second file type begins a file of its own, which stands behind this one as a whole. */
export function* topLevel(view: ByteView): Generator<Box> {
  if (view.size < BOX_HEADER_BYTES || view.latin1(4, 4) !== 'ftyp') throw new MalformedImageError('ISOBMFF: no ftyp');
  let at = 0;
  for (let boxes = 0; at < view.size; boxes++) {
    if (boxes > MAX_BOXES) throw new MalformedImageError('ISOBMFF: too many boxes');
    const box = boxAt(view, at);
    yield box;
    at = box.end;
  }
}

function boxAt(view: ByteView, at: number): Box {
  const trailer = { type: '', offset: at, start: at, end: view.size };
  if (at + BOX_HEADER_BYTES > view.size) return trailer;
  const type = view.latin1(at + 4, 4);
  if (!/^[\w +-]{4}$/.test(type) || (type === 'ftyp' && at > 0)) return trailer;
  try {
    return readBox(view, at, view.size);
  } catch (error) {
    // What is not known by its name may be no box at all.
    if (error instanceof MalformedImageError && !KNOWN_BOXES.includes(type)) return trailer;
    throw error;
  }
}
