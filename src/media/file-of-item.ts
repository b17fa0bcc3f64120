/** Takes one coded picture of an AVIF or HEIC out as a file of its own, for a decoder. Source: ISO/IEC 14496-12 section 8.11, ISO/IEC 23008-12, AVIF 1.1. */
import { type ByteView, MAX_PAYLOAD_BYTES } from './walkers/byte-view.ts';
import type { HeifMeta } from './walkers/heif-items.ts';

/** Which file a coded item can be the only picture of. */
const BRANDS: Readonly<Record<string, string>> = { av01: 'avif', hvc1: 'heic' };
/** An association has seven bits for the property's number, and one that says whether a reader must know it. */
const MAX_PROPERTIES = 127;
const ESSENTIAL = 0x80;

/** Undefined for what is no coded picture of its own. Throws `MalformedImageError` when its bytes lie outside the file. */
export function fileOfItem(view: ByteView, meta: HeifMeta, id: number): Buffer | undefined {
  const item = meta.items.find((candidate) => candidate.id === id);
  const ranges = meta.places.byItem.get(id)?.ranges ?? [];
  const associations = meta.associations.get(id) ?? [];
  const length = ranges.reduce((sum, range) => sum + range.length, 0);
  const { type = '' } = item ?? {};
  const brand = BRANDS[type];
  const isCoded = brand !== undefined && length > 0 && length <= MAX_PAYLOAD_BYTES;
  if (!isCoded || associations.length > MAX_PROPERTIES) return undefined;
  const data = Buffer.concat(ranges.map((range) => view.slice(range.offset, range.length)));
  const properties = associations.flatMap(({ property, isEssential }) => {
    const own = meta.properties[property - 1];
    return own === undefined ? [] : [{ bytes: view.slice(own.offset, own.end - own.offset), isEssential }];
  });
  const ftyp = box('ftyp', Buffer.from(`${brand}\0\0\0\0${brand}mif1miaf`, 'latin1'));
  const meaning = (offset: number): Buffer => metaBox(type, properties, offset, length);
  const offset = ftyp.length + meaning(0).length + box('mdat').length;
  return Buffer.concat([ftyp, meaning(offset), box('mdat', data)]);
}

interface Property {
  readonly bytes: Buffer;
  readonly isEssential: boolean;
}

/** With one item, whose number is 1. */
function metaBox(type: string, properties: readonly Property[], offset: number, length: number): Buffer {
  const handler = Buffer.concat([Buffer.alloc(4), Buffer.from('pict'), Buffer.alloc(13)]);
  const entry = fullBox('infe', 2, uint16(1, 0), Buffer.from(`${type}\0`));
  // Offsets and lengths of four bytes each, no base; one item in this file, in one piece.
  const location = Buffer.concat([Buffer.from([0x44, 0]), uint16(1, 1, 0, 1), uint32(offset), uint32(length)]);
  const numbers = properties.map(({ isEssential }, index) => (isEssential ? ESSENTIAL : 0) + index + 1);
  const association = Buffer.concat([uint32(1), uint16(1), Buffer.from([numbers.length, ...numbers])]);
  return fullBox(
    'meta',
    0,
    fullBox('hdlr', 0, handler),
    fullBox('pitm', 0, uint16(1)),
    fullBox('iinf', 0, uint16(1), entry),
    fullBox('iloc', 0, location),
    box('iprp', box('ipco', ...properties.map(({ bytes }) => bytes)), fullBox('ipma', 0, association)),
  );
}

function box(type: string, ...parts: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(parts);
  return Buffer.concat([uint32(body.length + 8), Buffer.from(type, 'latin1'), body]);
}

function fullBox(type: string, version: number, ...parts: readonly Uint8Array[]): Buffer {
  return box(type, Buffer.from([version, 0, 0, 0]), ...parts);
}

function uint16(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(2 * values.length);
  for (const [index, value] of values.entries()) bytes.writeUInt16BE(value, 2 * index);
  return bytes;
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}
