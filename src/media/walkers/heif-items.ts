/** Reads the `meta` box of a HEIF file: items, where they lie, how they refer to each other. Source: ISO/IEC 14496-12 section 8.11, ISO/IEC 23008-12. */
import { type ByteRange, isZero } from './byte-ranges.ts';
import { type ByteView, MalformedImageError } from './byte-view.ts';
import { type Box, boxesWithin } from './isobmff-boxes.ts';

/** Of one file; a large tiled picture has some thousand items, each with one extent. */
const MAX_ITEMS = 20_000;
const MAX_EXTENTS = 100_000;
const MAX_REFERENCES = 200_000;
/** An item's name and content type. */
const MAX_NAME_BYTES = 512;
export const FULL_BOX_BYTES = 4;
const HIDDEN_FLAG = 1;

export interface HeifMeta {
  readonly box: Box;
  /** What it is made of; of the types that are read here only the first of each counts. */
  readonly boxes: readonly Box[];
  readonly primary: number | undefined;
  readonly items: readonly Item[];
  readonly places: ItemPlaces;
  readonly references: readonly Reference[];
  /** From 1, as associations count them: the first is at 0. */
  readonly properties: readonly Box[];
  /** By item, in the order of the file; each with the flag that says whether a reader must know it. */
  readonly associations: ReadonlyMap<number, readonly Association[]>;
}

export interface Item {
  readonly id: number;
  readonly type: string;
  readonly isHidden: boolean;
  readonly isProtected: boolean;
  readonly name: string;
  readonly contentType: string;
  /** The entry that describes it. */
  readonly entry: Box;
}

interface ItemPlaces {
  readonly version: number;
  /** Bytes of the fields, four bits each: offset, length, base offset, extent index. */
  readonly sizes: number;
  readonly byItem: ReadonlyMap<number, ItemPlace>;
}

interface ItemPlace {
  /** 0: offsets into the file, 1: into `idat`, 2: into another item. */
  readonly method: number;
  /** 0: this file. */
  readonly dataReference: number;
  readonly base: number;
  /** As written. */
  readonly extents: readonly ByteRange[];
  /** In the file, or none where they cannot be known. */
  readonly ranges: readonly ByteRange[];
}

interface Reference {
  readonly type: string;
  readonly from: number;
  readonly to: readonly number[];
}

interface Association {
  /** From 1; 0 stands for none. */
  readonly property: number;
  readonly isEssential: boolean;
}

/** Throws `MalformedImageError`. */
export function readHeifMeta(view: ByteView, box: Box): HeifMeta {
  const boxes = [...boxesWithin(view, box.start + FULL_BOX_BYTES, box.end)];
  const find = (type: string): Box | undefined => boxes.find((child) => child.type === type);
  const [primary, infos, places, references, properties] = [
    find('pitm'),
    find('iinf'),
    find('iloc'),
    find('iref'),
    find('iprp'),
  ];
  const parts = properties === undefined ? [] : [...boxesWithin(view, properties.start, properties.end)];
  const container = parts.find(({ type }) => type === 'ipco');
  return {
    box,
    boxes,
    primary: primary === undefined ? undefined : readPrimary(view, primary),
    items: infos === undefined ? [] : readItems(view, infos),
    places: places === undefined ? NO_PLACES : readPlaces(view, places, find('idat')?.start),
    references: references === undefined ? [] : readReferences(view, references),
    properties: container === undefined ? [] : [...boxesWithin(view, container.start, container.end)],
    associations: readAssociations(
      view,
      parts.filter(({ type }) => type === 'ipma'),
    ),
  };
}

const NO_PLACES: ItemPlaces = { version: 0, sizes: 0, byItem: new Map() };

function readPrimary(view: ByteView, { start, end }: Box): number {
  const isWide = view.u8(start) > 0;
  endTable(view, start + FULL_BOX_BYTES + (isWide ? 4 : 2), end);
  return readId(view, start + FULL_BOX_BYTES, isWide);
}

/** Nothing may stand behind a table but zeros. */
export function endTable(view: ByteView, at: number, end: number): void {
  if (at > end || !isZero(view, { offset: at, length: end - at })) throw new MalformedImageError('ISOBMFF: table');
}

function readId(view: ByteView, at: number, isWide: boolean): number {
  return isWide ? view.u32(at) : view.u16(at);
}

function readItems(view: ByteView, { start, end }: Box): Item[] {
  const countAt = start + FULL_BOX_BYTES;
  const isWide = view.u8(start) > 0;
  const items: Item[] = [];
  const ids = new Set<number>();
  for (const entry of boxesWithin(view, countAt + (isWide ? 4 : 2), end)) {
    if (entry.type !== 'infe' || items.length >= MAX_ITEMS) throw new MalformedImageError('HEIF: item entries');
    const item = readItem(view, entry);
    items.push(item);
    ids.add(item.id);
  }
  if (items.length !== readId(view, countAt, isWide) || ids.size !== items.length)
    throw new MalformedImageError('HEIF: item count');
  return items;
}

function readItem(view: ByteView, entry: Box): Item {
  const { start, end } = entry;
  const version = view.u8(start);
  if (version !== 2 && version !== 3) throw new MalformedImageError('HEIF: item version');
  const idAt = start + FULL_BOX_BYTES;
  const protectionAt = idAt + (version === 2 ? 2 : 4);
  const nameAt = protectionAt + 2 + 4;
  if (nameAt > end) throw new MalformedImageError('HEIF: item entry');
  const [name = '', contentType = ''] = view.latin1(nameAt, Math.min(MAX_NAME_BYTES, end - nameAt)).split('\0', 2);
  return {
    id: readId(view, idAt, version === 3),
    type: view.latin1(protectionAt + 2, 4),
    isHidden: (view.u8(start + 3) & HIDDEN_FLAG) !== 0,
    isProtected: view.u16(protectionAt) !== 0,
    name,
    contentType,
    entry,
  };
}

function readPlaces(view: ByteView, { start, end }: Box, idatStart: number | undefined): ItemPlaces {
  const version = view.u8(start);
  if (version > 2) throw new MalformedImageError('HEIF: location version');
  const sizes = view.u16(start + FULL_BOX_BYTES);
  const cursor = { at: start + FULL_BOX_BYTES + 2 };
  const read = (bytes: number): number => {
    const value = readSized(view, cursor.at, bytes);
    cursor.at += bytes;
    return value;
  };
  const wide = version < 2 ? 2 : 4;
  const byItem = new Map<number, ItemPlace>();
  const count = read(wide);
  let extentsLeft = MAX_EXTENTS;
  for (let index = 0; index < count; index++) {
    const id = read(wide);
    const method = version === 0 ? 0 : read(2) & 0x0f;
    const dataReference = read(2);
    const base = read((sizes >> 4) & 0x0f);
    const extentCount = read(2);
    extentsLeft -= extentCount;
    if (extentsLeft < 0 || byItem.has(id)) throw new MalformedImageError('HEIF: extents');
    const extents = Array.from({ length: extentCount }, () => {
      if (version > 0) read(sizes & 0x0f);
      const offset = read(sizes >> 12);
      return { offset, length: read((sizes >> 8) & 0x0f) };
    });
    const origin = originOf(method, dataReference, idatStart);
    const ranges =
      origin === undefined ? [] : extents.map(({ offset, length }) => ({ offset: origin + base + offset, length }));
    byItem.set(id, { method, dataReference, base, extents, ranges });
  }
  endTable(view, cursor.at, end);
  return { version, sizes, byItem };
}

function originOf(method: number, dataReference: number, idatStart: number | undefined): number | undefined {
  if (dataReference !== 0) return undefined;
  if (method === 0) return 0;
  return method === 1 ? idatStart : undefined;
}

function readSized(view: ByteView, at: number, bytes: number): number {
  if (bytes === 0) return 0;
  if (bytes === 2) return view.u16(at);
  if (bytes === 4) return view.u32(at);
  if (bytes === 8) return view.u64(at);
  throw new MalformedImageError('HEIF: field size');
}

function readReferences(view: ByteView, { start, end }: Box): Reference[] {
  const isWide = view.u8(start) !== 0;
  const bytes = isWide ? 4 : 2;
  let left = MAX_REFERENCES;
  return Array.from(boxesWithin(view, start + FULL_BOX_BYTES, end), ({ type, start: at, end: endOfEntry }) => {
    const count = view.u16(at + bytes);
    const toAt = at + bytes + 2;
    left -= count;
    if (left < 0) throw new MalformedImageError('HEIF: references');
    endTable(view, toAt + count * bytes, endOfEntry);
    const to = Array.from({ length: count }, (_, index) => readId(view, toAt + index * bytes, isWide));
    return { type, from: readId(view, at, isWide), to };
  });
}

function readAssociations(view: ByteView, boxes: readonly Box[]): ReadonlyMap<number, readonly Association[]> {
  const associations = new Map<number, Association[]>();
  for (const { start, end } of boxes) {
    const isWide = view.u8(start) > 0;
    const isLong = (view.u8(start + 3) & 1) !== 0;
    let at = start + FULL_BOX_BYTES + 4;
    const count = view.u32(start + FULL_BOX_BYTES);
    if (count > MAX_ITEMS) throw new MalformedImageError('HEIF: associations');
    for (let index = 0; index < count; index++) {
      const id = readId(view, at, isWide);
      at += isWide ? 4 : 2;
      const list = associations.get(id) ?? [];
      associations.set(id, list);
      for (let left = view.u8(at++); left > 0; left--) {
        list.push(readAssociation(view, at, isLong));
        at += isLong ? 2 : 1;
      }
    }
    endTable(view, at, end);
  }
  return associations;
}

function readAssociation(view: ByteView, at: number, isLong: boolean): Association {
  const value = isLong ? view.u16(at) : view.u8(at);
  const essential = isLong ? 0x8000 : 0x80;
  return { property: value & (essential - 1), isEssential: (value & essential) !== 0 };
}
