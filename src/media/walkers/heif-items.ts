/** Walks the items of a HEIF `meta` box: EXIF and XMP items, thumbnails, colour profiles. Source: ISO/IEC 14496-12 section 8.11. */
import type { Block } from './block.ts';
import { type ByteView, byteView, MalformedImageError, payloadOf } from './byte-view.ts';
import { type Box, boxesWithin } from './isobmff-boxes.ts';

/** Items of one file, and extents of one item; a large tiled picture has some thousand items. */
const MAX_ITEMS = 20_000;
const MAX_EXTENTS = 1000;
/** Bytes of all EXIF and XMP items of one file; what is beyond is left undecoded. */
const MAX_METADATA_BYTES = 16 * 2 ** 20;
/** An item's name and content type. */
const MAX_NAME_BYTES = 512;
const FULL_BOX_BYTES = 4;

const XMP_TYPE = 'application/rdf+xml';

interface Item {
  readonly id: number;
  readonly type: string;
  readonly contentType: string;
}

interface Location {
  /** 0: offsets into the file, 1: into `idat`; others are not read. */
  readonly method: number;
  readonly extents: readonly { readonly offset: number; readonly length: number }[];
}

/** Yields what the `meta` box describes and is not picture. Throws `MalformedImageError`. */
export function* walkHeifItems(view: ByteView, meta: Box): Generator<Block> {
  const boxes = [...boxesWithin(view, meta.start + FULL_BOX_BYTES, meta.end)];
  const find = (type: string): Box | undefined => boxes.find((box) => box.type === type);
  const [infos, places, references, properties] = [find('iinf'), find('iloc'), find('iref'), find('iprp')];
  if (properties !== undefined) yield* colourProfiles(view, properties);
  if (infos === undefined || places === undefined) return;
  const thumbnails = references === undefined ? new Set<number>() : readThumbnails(view, references);
  const locations = readLocations(view, places);
  const read = createItemReader(view, find('idat')?.start);
  for (const item of readItems(view, infos)) {
    const [kind, name] = kindOf(item, thumbnails);
    if (kind !== undefined) yield read(kind, name, locations.get(item.id));
  }
}

function kindOf({ id, type, contentType }: Item, thumbnails: ReadonlySet<number>): [Block['kind'] | undefined, string] {
  if (thumbnails.has(id)) return ['thumbnail', 'HEIF:Thumbnail'];
  if (type === 'Exif') return ['exif', 'HEIF:EXIF'];
  if (type === 'mime' && contentType === XMP_TYPE) return ['xmp', 'HEIF:XMP'];
  return type === 'mime' || type === 'uri ' ? ['unknown', 'HEIF:Item'] : [undefined, ''];
}

function* colourProfiles(view: ByteView, properties: Box): Generator<Block> {
  const container = [...boxesWithin(view, properties.start, properties.end)].find(({ type }) => type === 'ipco');
  if (container === undefined) return;
  for (const { type, offset, start, end } of boxesWithin(view, container.start, container.end)) {
    const place = { offset, length: end - offset, data: payloadOf(view, start, end - start) };
    const isProfile = type === 'colr' && ['prof', 'rICC'].includes(view.latin1(start, 4));
    if (isProfile) yield { kind: 'icc', name: 'HEIF:ICC', ...place };
    // User description and accessibility text.
    if (type === 'udes' || type === 'altt') yield { kind: 'text', name: 'HEIF:Description', ...place };
  }
}

function* readItems(view: ByteView, { start, end }: Box): Generator<Item> {
  const version = view.u8(start);
  const countBytes = version === 0 ? 2 : 4;
  let items = 0;
  for (const info of boxesWithin(view, start + FULL_BOX_BYTES + countBytes, end)) {
    if (++items > MAX_ITEMS) throw new MalformedImageError('HEIF: too many items');
    if (info.type === 'infe') yield readItem(view, info);
  }
}

function readItem(view: ByteView, { start, end }: Box): Item {
  const version = view.u8(start);
  if (version < 2) throw new MalformedImageError('HEIF: item version');
  const idBytes = version === 2 ? 2 : 4;
  const idAt = start + FULL_BOX_BYTES;
  const id = idBytes === 2 ? view.u16(idAt) : view.u32(idAt);
  // Two bytes of protection index stand between the id and the type.
  const typeAt = idAt + idBytes + 2;
  const type = view.latin1(typeAt, 4);
  const [, contentType = ''] = view
    .latin1(typeAt + 4, Math.min(MAX_NAME_BYTES, Math.max(0, end - typeAt - 4)))
    .split('\0', 2);
  return { id, type, contentType };
}

function readLocations(view: ByteView, { start }: Box): Map<number, Location> {
  const version = view.u8(start);
  const sizes = view.u16(start + FULL_BOX_BYTES);
  const wide = version < 2 ? 2 : 4;
  const cursor = { at: start + FULL_BOX_BYTES + 2 };
  const read = (bytes: number): number => {
    const value = readSized(view, cursor.at, bytes);
    cursor.at += bytes;
    return value;
  };
  const locations = new Map<number, Location>();
  const count = read(wide);
  if (count > MAX_ITEMS) throw new MalformedImageError('HEIF: too many items');
  for (let index = 0; index < count; index++) {
    const id = read(wide);
    const method = version === 0 ? 0 : read(2) & 0x0f;
    read(2);
    const base = read((sizes >> 4) & 0x0f);
    const extentCount = read(2);
    if (extentCount > MAX_EXTENTS) throw new MalformedImageError('HEIF: too many extents');
    const extents = Array.from({ length: extentCount }, () => {
      if (version > 0) read(sizes & 0x0f);
      const offset = base + read(sizes >> 12);
      return { offset, length: read((sizes >> 8) & 0x0f) };
    });
    locations.set(id, { method, extents });
  }
  return locations;
}

function readSized(view: ByteView, at: number, bytes: number): number {
  if (bytes === 0) return 0;
  if (bytes === 2) return view.u16(at);
  if (bytes === 4) return view.u32(at);
  if (bytes === 8) return view.u64(at);
  throw new MalformedImageError('HEIF: field size');
}

/** Items that are a thumbnail of another; the reference goes from the thumbnail. */
function readThumbnails(view: ByteView, { start, end }: Box): Set<number> {
  const isWide = view.u8(start) !== 0;
  const ids = new Set<number>();
  for (const reference of boxesWithin(view, start + FULL_BOX_BYTES, end))
    if (reference.type === 'thmb') ids.add(isWide ? view.u32(reference.start) : view.u16(reference.start));
  return ids;
}

/** Reads items within the file's budget; one that cannot be found or is over it becomes an `unknown` block. */
function createItemReader(
  view: ByteView,
  idatStart: number | undefined,
): (kind: Block['kind'], name: string, location: Location | undefined) => Block {
  let room = MAX_METADATA_BYTES;
  return (kind, name, location) => {
    const base = location?.method === 1 ? idatStart : 0;
    const first = location?.extents[0];
    const total = (location?.extents ?? []).reduce((sum, { length }) => sum + length, 0);
    if (location === undefined || first === undefined || base === undefined || location.method > 1 || total > room)
      return { kind: 'unknown', name, offset: 0, length: 0, data: new Uint8Array(0) };
    room -= total;
    const data = Buffer.concat(location.extents.map(({ offset, length }) => view.slice(base + offset, length)));
    const place = { name, offset: base + first.offset, length: total };
    return kind === 'exif' ? { kind, ...place, data: tiffOf(data) } : { kind, ...place, data };
  };
}

/** An EXIF item starts with the distance to its TIFF header, which often stands behind `Exif\0\0`. */
function tiffOf(data: Buffer): Buffer {
  const view = byteView(data);
  const tiffAt = 4 + view.u32(0);
  return view.slice(tiffAt, view.size - tiffAt);
}
