/**
 * Walks the boxes of a HEIC or AVIF file, still or sequence. Source: ISO/IEC 14496-12 (boxes), ISO/IEC 23008-12 (items), AVIF 1.1.
 * Whatever is not the picture, as `heif-roles.ts` and `image-sequence.ts` say what that is, is yielded, bytes that nothing points to
 * and messages among the coded ones included. Misses: the minor version of the file's type, the numbers in tables of tracks.
 */
import type { Block } from './block.ts';
import { areInside, type ByteRange, isZero, overlap, uncovered } from './byte-ranges.ts';
import { type ByteView, MalformedImageError } from './byte-view.ts';
import { type CodedMessage, type CodedPicture, messagesOf } from './coded-messages.ts';
import { type HeifMeta, type Item, readHeifMeta } from './heif-items.ts';
import { blockOf, otherBox, walkHeifMeta } from './heif-meta.ts';
import { hevcSizeBytes } from './heif-properties.ts';
import { isPicture, type Roles, rolesOf } from './heif-roles.ts';
import { type ImageSequence, readImageSequence } from './image-sequence.ts';
import { BOX_HEADER_BYTES, type Box, type BoxPart, MAX_BOXES, readBox } from './isobmff-boxes.ts';

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

const USER_TYPE_BYTES = 16;
/** Hex of the user types that are known here: XMP part 3 section 1.1.4, C2PA 2.1 section A.5. */
const XMP_USER_TYPE = 'be7acfcb97a942e89c71999491e3afac';
const C2PA_USER_TYPE = 'd8fec3d61b0e483c92975828877ec481';
/** The first of each is the picture's. */
const KNOWN_BOXES: readonly string[] = ['ftyp', 'meta', 'moov', 'mdat'];
const BRAND_BYTES = 4;
const MAIN_BRAND_AT = 8;
/** A reader shows the tracks of files with these main brands, and the primary item of all others. */
const SEQUENCE_BRANDS: readonly string[] = ['avis', 'msf1', 'hevc', 'hevx', 'hevm', 'hevs'];
/** Of images and sequences, and of the file format below them. */
const BRANDS: readonly string[] = (
  'heic heix heim heis hevc hevx hevm hevs heif mif1 mif2 mif3 msf1 miaf MiPr MiAB MiAn MiBu MiCm MiHA MiHB MiHE MiHX MA1A MA1B ' +
  'avif avis avio avci avcs 1pic unif geo1 pred vvic vvis isom iso2 iso3 iso4 iso5 iso6 iso7 iso8 iso9 isoa isob isoc mp41 mp42'
).split(' ');
const CODED_TYPES: readonly string[] = ['av01', 'hvc1', 'hev1'];
const NO_DATA = new Uint8Array(0);
const NO_ROLES: Roles = { picture: new Set(), others: new Map() };

/** Yields what is not picture. Throws `MalformedImageError`. */
export function* walkIsobmff(view: ByteView): Generator<Block> {
  const seen = new Set<string>();
  for (const box of topLevel(view)) {
    yield* outerParts(view, box, seen);
    if (seen.has(box.type)) continue;
    seen.add(box.type);
    if (box.type === 'meta') {
      const meta = readHeifMeta(view, box);
      yield* walkHeifMeta(view, meta, rolesOf(view, meta).others);
    } else if (box.type === 'moov' && isSequence(view)) yield* readImageSequence(view, box).parts;
  }
  const heif = readHeif(view);
  if (heif.refusal !== undefined)
    yield { kind: 'unknown', name: 'HEIF:UnsupportedStructure', offset: 0, length: 0, data: NO_DATA };
  for (const { offset, length } of heif.messages)
    yield { kind: 'unknown', name: 'HEIF:CodedMessage', offset, length, data: NO_DATA };
  for (const gap of uncovered(heif.regions, [...heif.picture, ...rangesOf(heif.meta, heif.roles.others)]))
    if (!isZero(view, gap)) yield { kind: 'unknown', name: 'HEIF:HiddenBytes', ...gap, data: NO_DATA };
}

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
  const refusal = refusalOf(heif);
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
    };
  });
}

function isSequence(view: ByteView): boolean {
  return SEQUENCE_BRANDS.includes(view.latin1(MAIN_BRAND_AT, BRAND_BYTES));
}

function isFirstData({ type }: Box, index: number, boxes: readonly Box[]): boolean {
  return type === 'idat' && boxes.findIndex((box) => box.type === 'idat') === index;
}

function rangesOf(meta: HeifMeta | undefined, ids: Roles['picture'] | Roles['others']): ByteRange[] {
  return [...ids.keys()].flatMap((id) => [...(meta?.places.byItem.get(id)?.ranges ?? [])]);
}

function refusalOf({
  boxes,
  meta,
  roles,
  sequence,
  regions,
  picture,
}: Omit<Heif, 'refusal' | 'messages'>): string | undefined {
  if (boxes.some(({ type }) => type === 'moof')) return 'a fragmented image sequence';
  for (const item of meta?.items.filter(({ id }) => roles.picture.has(id)) ?? []) {
    if (!isPicture(item)) return 'this coding of pictures';
    if (item.isProtected) return 'a protected picture';
    const place = meta?.places.byItem.get(item.id);
    if (place !== undefined && place.dataReference !== 0) return 'a picture in another file';
    if (place !== undefined && place.method > 1) return 'a picture inside another item';
    if (item.type !== 'iden' && place?.ranges.some(({ length }) => length > 0) !== true)
      return 'a picture without bytes';
  }
  if (!areInside(picture, regions)) return 'a picture outside of the media data';
  if (overlap(picture, rangesOf(meta, roles.others))) return 'a picture that shares bytes with metadata';
  return sequence?.refusal;
}

/** A second file type begins a file of its own, which stands behind this one as a whole. */
function* topLevel(view: ByteView): Generator<Box> {
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

/** What stands between the boxes of the picture; of these only the file's type may have something to give. */
export function* outerParts(view: ByteView, box: Box, seen: ReadonlySet<string>): Generator<BoxPart> {
  const { type } = box;
  const part = (kind: Block['kind'], name: string): BoxPart => ({ ...blockOf(view, kind, name, box), by: 'free' });
  if (type === 'ftyp') yield* brands(view, box);
  else if (type === 'mdat' || ((type === 'meta' || (type === 'moov' && isSequence(view))) && !seen.has(type))) return;
  else if (type === 'moov') yield part('second-picture', 'HEIF:ImageSequence');
  else if (type === '') yield part('appended', 'HEIF:Trailer');
  else if (type === 'mpvd') yield part('appended', 'HEIF:MotionPhoto');
  else if (type === 'uuid') yield userBox(view, box);
  else for (const block of otherBox(view, box)) yield { ...block, by: 'free' };
}

function userBox(view: ByteView, box: Box): BoxPart {
  const { start, end } = box;
  const isTyped = end - start >= USER_TYPE_BYTES;
  const userType = isTyped ? view.slice(start, USER_TYPE_BYTES).toString('hex') : '';
  const name = userType === C2PA_USER_TYPE ? 'HEIF:C2PA' : 'HEIF:UserBox';
  const block = blockOf(view, 'unknown', name, box);
  if (userType !== XMP_USER_TYPE) return { ...block, by: 'free' };
  return { ...block, kind: 'xmp', name: 'HEIF:XMP', data: block.data.subarray(USER_TYPE_BYTES), by: 'free' };
}

/** Four letters of each compatible brand are room for text; the main brand stands in for an unknown one. */
function* brands(view: ByteView, box: Box): Generator<BoxPart> {
  const { start, end } = box;
  const payload = view.slice(start, end - start);
  if (payload.length < 8 || payload.length % BRAND_BYTES !== 0) throw new MalformedImageError('ISOBMFF: brands');
  const main = payload.subarray(0, BRAND_BYTES);
  const by = Buffer.from(payload);
  for (let at = 8; at < by.length; at += BRAND_BYTES)
    if (!BRANDS.includes(by.toString('latin1', at, at + BRAND_BYTES))) main.copy(by, at);
  if (!by.equals(payload))
    yield { ...blockOf(view, 'unknown', 'HEIF:Brand', box), offset: start, length: by.length, by };
}
