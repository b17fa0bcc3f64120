/**
 * Writes the `meta` box of a cleaned HEIF file: the pictures with what decoding needs of their properties, references and groups, in
 * exactly the bytes that the old one took, so that no offset changes. Source: ISO/IEC 14496-12 section 8.11, ISO/IEC 23008-12.
 */
import { UncleanableError } from '../../errors.ts';
import { type ByteRange, uncovered } from '../../media/walkers/byte-ranges.ts';
import type { ByteView } from '../../media/walkers/byte-view.ts';
import type { Heif } from '../../media/walkers/heif.ts';
import { FULL_BOX_BYTES, type HeifMeta } from '../../media/walkers/heif-items.ts';
import { ENTITY_GROUPS, nameAt } from '../../media/walkers/heif-meta.ts';
import { HANDLER_HEAD_BYTES, handlerType } from '../../media/walkers/heif-names.ts';
import { isProfile, neededOf } from '../../media/walkers/heif-properties.ts';
import { NEEDED } from '../../media/walkers/heif-roles.ts';
import { BOX_HEADER_BYTES, type Box, boxesWithin } from '../../media/walkers/isobmff-boxes.ts';
import { neutralIcc } from './neutral-icc.ts';

/** The EXIF item that stays, what it says from now on, and where in the file. */
export interface KeptExif extends ByteRange {
  readonly id: number;
  readonly by: Buffer;
}

interface Plan {
  readonly view: ByteView;
  readonly heif: Heif;
  readonly meta: HeifMeta;
  readonly keepsProfile: boolean;
  readonly exif: KeptExif | undefined;
  /** Whether an item is still there. */
  readonly stays: (id: number) => boolean;
}

const COLOUR_TYPE_BYTES = 4;
const MAX_ASSOCIATIONS = 255;

const WRITERS: Readonly<Record<string, (plan: Plan, box: Box) => Buffer>> = {
  hdlr: writeHandler,
  pitm: ({ view }, { offset, end }) => view.slice(offset, end - offset),
  iinf: writeItems,
  iloc: writePlaces,
  iref: writeReferences,
  iprp: writeProperties,
  idat: writeData,
  grpl: writeGroups,
};

/** Throws `UncleanableError` with the reason `unsupported` when it does not fit. */
export function writeHeifMeta(
  view: ByteView,
  heif: Heif,
  meta: HeifMeta,
  keepsProfile: boolean,
  exif: KeptExif | undefined,
): Buffer {
  const stays = (id: number): boolean => heif.roles.picture.has(id) || id === exif?.id;
  const plan: Plan = { view, heif, meta, keepsProfile, exif, stays };
  const written = new Map<string, Buffer>();
  for (const box of meta.boxes) {
    const write = WRITERS[box.type];
    if (write !== undefined && !written.has(box.type)) written.set(box.type, write(plan, box));
  }
  const head = view.slice(meta.box.offset, meta.box.start + FULL_BOX_BYTES - meta.box.offset);
  return padded(head, written, meta.box.end - meta.box.offset);
}

/** Fills up with free space; less than a box takes goes behind the name of the handler. */
function padded(head: Buffer, written: ReadonlyMap<string, Buffer>, length: number): Buffer {
  const spare = length - head.length - sum([...written.values()].map((part) => part.length));
  const isBox = spare >= BOX_HEADER_BYTES;
  const parts = [...written].map(([type, part]) =>
    type === 'hdlr' && !isBox && spare > 0 ? grown(part, spare) : part,
  );
  const result = Buffer.concat([
    head,
    ...parts,
    ...(isBox ? [box('free', Buffer.alloc(spare - BOX_HEADER_BYTES))] : []),
  ]);
  if (result.length !== length) throw new UncleanableError('unsupported', 'no room for the items that stay');
  return result;
}

function grown(part: Buffer, spare: number): Buffer {
  return box('hdlr', part.subarray(BOX_HEADER_BYTES), Buffer.alloc(spare));
}

function writeHandler({ view }: Plan, handler: Box): Buffer {
  const payload = Buffer.alloc(Math.min(handler.end - handler.start, HANDLER_HEAD_BYTES + 1));
  payload.write(handlerType(view, handler), 8, 'latin1');
  return box('hdlr', payload);
}

function writeItems({ view, meta, stays }: Plan, { start }: Box): Buffer {
  const isWide = view.u8(start) > 0;
  const entries = meta.items
    .filter(({ id }) => stays(id))
    .map(({ entry }) => {
      const named = nameAt(view, entry);
      const head = view.slice(entry.start, named - entry.start);
      return box('infe', head, Buffer.alloc(Math.min(1, entry.end - named)));
    });
  return box('iinf', fullHead(view, start), number(entries.length, isWide ? 4 : 2), ...entries);
}

function writePlaces({ view, meta, exif, stays }: Plan, { start }: Box): Buffer {
  const { version, sizes, byItem } = meta.places;
  const wide = version < 2 ? 2 : 4;
  const [offsetBytes, lengthBytes, baseBytes] = [sizes >> 12, (sizes >> 8) & 0x0f, (sizes >> 4) & 0x0f];
  const indexBytes = version === 0 ? 0 : sizes & 0x0f;
  const records = [...byItem].filter(([id]) => stays(id));
  const parts = records.flatMap(([id, { method, base, extents }]) => {
    const [first] = extents;
    const kept = id === exif?.id && first !== undefined ? [{ offset: first.offset, length: exif.length }] : extents;
    return [
      number(id, wide),
      ...(version === 0 ? [] : [number(method, 2)]),
      number(0, 2),
      number(base, baseBytes),
      number(kept.length, 2),
      ...kept.flatMap(({ offset, length }) => [
        Buffer.alloc(indexBytes),
        number(offset, offsetBytes),
        number(length, lengthBytes),
      ]),
    ];
  });
  return box('iloc', fullHead(view, start), number(sizes, 2), number(records.length, wide), ...parts);
}

function writeReferences({ view, heif, meta, exif }: Plan, { start }: Box): Buffer {
  const { picture } = heif.roles;
  const bytes = view.u8(start) === 0 ? 2 : 4;
  const entries = meta.references.flatMap(({ type, from, to }) => {
    const isOfPicture = picture.has(from) && [...NEEDED, 'auxl', 'prem'].includes(type);
    const ids = to.filter((id) => picture.has(id));
    if (ids.length === 0 || (!isOfPicture && (from !== exif?.id || type !== 'cdsc'))) return [];
    return [box(type, number(from, bytes), number(ids.length, 2), ...ids.map((id) => number(id, bytes)))];
  });
  return entries.length === 0 ? Buffer.alloc(0) : box('iref', fullHead(view, start), ...entries);
}

/** Properties are counted anew; each item keeps those that decoding needs, in their order. */
function writeProperties({ view, heif, meta, keepsProfile }: Plan): Buffer {
  const associations = [...meta.associations]
    .filter(([id]) => heif.roles.picture.has(id))
    .toSorted(([a], [b]) => a - b);
  const used = new Set(associations.flatMap(([, list]) => list.map(({ property }) => property)));
  const properties: Buffer[] = [];
  const places = new Map<number, number>();
  for (const [index, property] of meta.properties.entries()) {
    const payload = used.has(index + 1) ? payloadThatStays(view, property, keepsProfile) : undefined;
    if (payload === undefined) continue;
    properties.push(box(property.type, payload));
    places.set(index + 1, properties.length);
  }
  const isLong = properties.length > 0x7f;
  const isWide = associations.some(([id]) => id > 0xffff);
  const entries = associations.flatMap(([id, list]) => {
    const values = list.flatMap(({ property, isEssential }) => {
      const place = places.get(property);
      return place === undefined ? [] : [place + (isEssential ? (isLong ? 0x8000 : 0x80) : 0)];
    });
    if (values.length > MAX_ASSOCIATIONS) throw new UncleanableError('unsupported', 'too many properties of one item');
    return [
      number(id, isWide ? 4 : 2),
      number(values.length, 1),
      ...values.map((value) => number(value, isLong ? 2 : 1)),
    ];
  });
  const head = Buffer.from([isWide ? 1 : 0, 0, 0, isLong ? 1 : 0]);
  return box('iprp', box('ipco', ...properties), box('ipma', head, number(associations.length, 4), ...entries));
}

function payloadThatStays(view: ByteView, property: Box, keepsProfile: boolean): Buffer | undefined {
  const { start, end } = property;
  if (!isProfile(view, property)) return neededOf(view, property);
  return keepsProfile ? neutralColour(view.slice(start, end - start)) : undefined;
}

/** The kind of profile stands before it. */
function neutralColour(payload: Buffer): Buffer | undefined {
  const profile = neutralIcc(payload.subarray(COLOUR_TYPE_BYTES));
  return profile && Buffer.concat([payload.subarray(0, COLOUR_TYPE_BYTES), profile]);
}

function writeData({ heif, exif, view }: Plan, { start, end }: Box): Buffer {
  const data = Buffer.from(view.slice(start, end - start));
  for (const { offset, length } of uncovered([{ offset: start, length: data.length }], heif.picture))
    data.fill(0, offset - start, offset - start + length);
  for (const { offset, by } of [...heif.messages, ...(exif === undefined ? [] : [exif])])
    if (offset >= start && offset < end) by.copy(data, offset - start);
  return box('idat', data);
}

function writeGroups({ view, heif }: Plan, { start, end }: Box): Buffer {
  const groups = [...boxesWithin(view, start, end)].flatMap((group) => {
    const listAt = group.start + FULL_BOX_BYTES + 8;
    const count = view.u32(listAt - 4);
    if (!ENTITY_GROUPS.includes(group.type) || listAt + 4 * count !== group.end) return [];
    const ids = Array.from({ length: count }, (_, index) => view.u32(listAt + 4 * index));
    const left = ids.filter((id) => heif.roles.picture.has(id) || heif.sequence?.trackIds.includes(id));
    if (left.length < 2) return [];
    const head = view.slice(group.start, FULL_BOX_BYTES + 4);
    return [box(group.type, head, number(left.length, 4), ...left.map((id) => number(id, 4)))];
  });
  return groups.length === 0 ? Buffer.alloc(0) : box('grpl', ...groups);
}

function fullHead(view: ByteView, start: number): Buffer {
  return Buffer.from([view.u8(start), 0, 0, 0]);
}

function box(type: string, ...parts: readonly Uint8Array[]): Buffer {
  const head = Buffer.alloc(BOX_HEADER_BYTES);
  head.writeUInt32BE(BOX_HEADER_BYTES + sum(parts.map((part) => part.length)), 0);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, ...parts]);
}

function number(value: number, bytes: number): Buffer {
  const buffer = Buffer.alloc(bytes);
  if (bytes === 8) buffer.writeBigUInt64BE(BigInt(value));
  else if (bytes > 0) buffer.writeUIntBE(value, 0, bytes);
  return buffer;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
