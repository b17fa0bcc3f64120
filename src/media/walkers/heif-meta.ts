/** Walks what the `meta` box of a HEIF file describes and is not picture. Source: ISO/IEC 14496-12 section 8.11, ISO/IEC 23008-12. */
import type { Block } from './block.ts';
import { isZero } from './byte-ranges.ts';
import { type ByteView, byteView, MalformedImageError, payloadOf } from './byte-view.ts';
import { FULL_BOX_BYTES, type HeifMeta, type Item } from './heif-items.ts';
import { handlerName, isProductName } from './heif-names.ts';
import { isProfile, neededOf } from './heif-properties.ts';
import type { Role } from './heif-roles.ts';
import { type Box, boxesWithin } from './isobmff-boxes.ts';

/** Bytes of all EXIF and XMP items of one file; what is beyond is left undecoded. */
const MAX_METADATA_BYTES = 16 * 2 ** 20;
/** Boxes that are read, once each; the data reference is looked at here. */
const KNOWN_BOXES: readonly string[] = ['hdlr', 'pitm', 'iinf', 'iloc', 'iref', 'iprp', 'idat', 'grpl', 'dinf'];
const FREE: readonly string[] = ['free', 'skip', 'wide'];
/** Groups that tell readers which pictures belong together. */
export const ENTITY_GROUPS: readonly string[] = ['altr', 'ster', 'eqiv'];
/** What a data reference says when there is no other file: one entry, this file, no name. */
const THIS_FILE = Buffer.from('\0\0\0\x1cdref\0\0\0\0\0\0\0\x01\0\0\0\x0curl \0\0\0\x01', 'latin1');
const TEXT_PROPERTIES: readonly string[] = ['udes', 'altt'];
const TIME_PROPERTIES: readonly string[] = ['crtt', 'mdft'];
const NO_DATA = new Uint8Array(0);

/** Throws `MalformedImageError`. */
export function* walkHeifMeta(view: ByteView, meta: HeifMeta, others: ReadonlyMap<number, Role>): Generator<Block> {
  const seen = new Set<string>();
  for (const box of meta.boxes) {
    const isKnown = KNOWN_BOXES.includes(box.type) && !seen.has(box.type);
    seen.add(box.type);
    yield* isKnown ? knownBox(view, box) : otherBox(view, box);
  }
  for (const property of meta.properties) yield* propertyBlocks(view, property);
  const read = createItemReader(view, meta);
  for (const item of meta.items) {
    yield* itemText(view, item, others.has(item.id));
    const role = others.get(item.id);
    if (role !== undefined) yield read(role, item.id);
  }
}

/** Whether a data reference names this file only, as every picture's should. */
export function isThisFile(view: ByteView, { start, end }: Box): boolean {
  return end - start === THIS_FILE.length && view.slice(start, THIS_FILE.length).equals(THIS_FILE);
}

/** A box without a place here; `free` space is nothing as long as it is empty. */
export function* otherBox(view: ByteView, box: Box): Generator<Block> {
  if (!FREE.includes(box.type)) yield blockOf(view, 'unknown', 'HEIF:UnknownBox', box);
  else if (!isZero(view, { offset: box.start, length: box.end - box.start }))
    yield blockOf(view, 'unknown', 'HEIF:FreeSpace', box);
}

/** A whole box as a block. */
export function blockOf(view: ByteView, kind: Block['kind'], name: string, { offset, start, end }: Box): Block {
  return { kind, name, offset, length: end - offset, data: payloadOf(view, start, end - start) };
}

function* knownBox(view: ByteView, box: Box): Generator<Block> {
  const { type, start, end } = box;
  if (type === 'hdlr') {
    const name = handlerName(view, box);
    if (name !== undefined)
      yield { kind: 'text', name: 'HEIF:HandlerName', ...name, data: payloadOf(view, name.offset, name.length) };
  } else if (type === 'dinf') {
    if (!isThisFile(view, box)) yield blockOf(view, 'unknown', 'HEIF:DataReference', box);
  } else if (type === 'grpl') {
    for (const group of boxesWithin(view, start, end))
      if (!ENTITY_GROUPS.includes(group.type)) yield blockOf(view, 'unknown', 'HEIF:EntityGroup', group);
      else yield* groupTail(view, group);
  } else if (type === 'iprp') {
    for (const child of boxesWithin(view, start, end))
      if (child.type !== 'ipco' && child.type !== 'ipma') yield* otherBox(view, child);
  }
}

function* groupTail(view: ByteView, group: Box): Generator<Block> {
  const end = group.start + FULL_BOX_BYTES + 8 + 4 * view.u32(group.start + FULL_BOX_BYTES + 4);
  if (end !== group.end) yield blockOf(view, 'unknown', 'HEIF:EntityGroup', group);
}

function* propertyBlocks(view: ByteView, property: Box): Generator<Block> {
  const { type, start, end } = property;
  if (isProfile(view, property)) yield blockOf(view, 'icc', 'HEIF:ICC', property);
  else if (TEXT_PROPERTIES.includes(type)) yield blockOf(view, 'text', 'HEIF:Description', property);
  else if (TIME_PROPERTIES.includes(type)) yield blockOf(view, 'capture-time', 'HEIF:CreationTime', property);
  // The type of an auxiliary picture is told with the picture.
  else if (type === 'auxC') return;
  else if (neededOf(view, property)?.length !== end - start) yield* otherProperty(view, property);
}

function* otherProperty(view: ByteView, property: Box): Generator<Block> {
  if (FREE.includes(property.type)) yield* otherBox(view, property);
  else yield blockOf(view, 'unknown', 'HEIF:UnknownProperty', property);
}

/** An item's name, and whatever stands behind the name of an item that stays. */
function* itemText(view: ByteView, { name, entry }: Item, goes: boolean): Generator<Block> {
  if (!isProductName(name))
    yield { ...blockOf(view, 'text', 'HEIF:ItemName', entry), data: Buffer.from(name, 'latin1') };
  else if (!goes) {
    const tailAt = Math.min(entry.end, nameAt(view, entry) + name.length + 1);
    if (!isZero(view, { offset: tailAt, length: entry.end - tailAt }))
      yield blockOf(view, 'unknown', 'HEIF:HiddenBytes', entry);
  }
}

/** Where the name stands in the entry of an item. */
export function nameAt(view: ByteView, { start }: Box): number {
  return start + FULL_BOX_BYTES + (view.u8(start) === 2 ? 2 : 4) + 2 + 4;
}

/** Reads items within the file's budget; one that cannot be found or is over it becomes an `unknown` block. */
function createItemReader(view: ByteView, { places }: HeifMeta): (role: Role, id: number) => Block {
  let room = MAX_METADATA_BYTES;
  return ({ kind, name }, id) => {
    const ranges = places.byItem.get(id)?.ranges ?? [];
    const [first] = ranges;
    if (first === undefined) return { kind: nowhere(kind), name, offset: 0, length: 0, data: NO_DATA };
    if (ranges.some(({ offset, length }) => offset + length > view.size)) throw new MalformedImageError('HEIF: extent');
    if (kind !== 'exif' && kind !== 'xmp') return { kind, name, ...first, data: NO_DATA };
    const total = ranges.reduce((sum, { length }) => sum + length, 0);
    if (total > room) return { kind: 'unknown', name, ...first, data: NO_DATA };
    room -= total;
    const data = Buffer.concat(ranges.map(({ offset, length }) => view.slice(offset, length)));
    return { kind, name, ...first, data: kind === 'exif' ? tiffOf(data) : data };
  };
}

/** What has no bytes cannot be read as what it says to be. */
function nowhere(kind: Block['kind']): Block['kind'] {
  return kind === 'exif' || kind === 'xmp' ? 'unknown' : kind;
}

/** An EXIF item starts with the distance to its TIFF header, which often stands behind `Exif\0\0`. */
function tiffOf(data: Buffer): Buffer {
  const view = byteView(data);
  const tiffAt = 4 + view.u32(0);
  return view.slice(tiffAt, view.size - tiffAt);
}
