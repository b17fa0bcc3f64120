/**
 * Reads the directories of a TIFF block, whether a TIFF file or the EXIF of another container: tags and bytes, no values decoded.
 * Source: TIFF 6.0, Exif 3.0 (CIPA DC-008) section 4.6. Misses: BigTIFF, directories inside maker notes.
 */
import { asBuffer, type ByteView, byteView, MAX_PAYLOAD_BYTES, MalformedImageError } from './walkers/byte-view.ts';

export type DirectoryKind = 'main' | 'exif' | 'gps' | 'interop' | 'sub';

export interface TiffEntry {
  readonly tag: number;
  readonly type: number;
  readonly count: number;
  /** Where the value lies in the block, and its length in bytes; at most 4 bytes lie in the entry itself. */
  readonly offset: number;
  readonly length: number;
  /**
   * The value's bytes in the block's byte order; undefined when they lie outside the block, are over `MAX_PAYLOAD_BYTES`, or are
   * over the budget of all values together.
   */
  readonly value: Buffer | undefined;
}

export interface TiffDirectory {
  readonly kind: DirectoryKind;
  /** Place in the chain of main directories, from 0; subdirectories have that of their parent. */
  readonly index: number;
  /** Where it lies in the block, its count and the next directory's offset included. */
  readonly offset: number;
  readonly length: number;
  /** The offset of the directory that points to it; 0 for the first. */
  readonly parent: number;
  readonly entries: readonly TiffEntry[];
}

export interface Tiff {
  readonly littleEndian: boolean;
  readonly directories: readonly TiffDirectory[];
  /** False when a directory or a value lies outside the block, or the budget ended the walk. */
  readonly isComplete: boolean;
  /** False when two pointers lead to one directory, or a directory of the chain is empty: readers differ in what they show then. */
  readonly isTree: boolean;
}

/** Directories of one block; a scan of 200 pages has 200. */
const MAX_DIRECTORIES = 500;
/** Entries of one directory; cameras write under 100. */
const MAX_ENTRIES = 500;
/** Values of one block that are taken into memory together. */
const MAX_VALUE_BYTES = 32 * 2 ** 20;
/** A part of a long list of numbers. */
const PART_BYTES = 64 * 1024;
const ENTRY_BYTES = 12;
const INLINE_BYTES = 4;
const CLASSIC = 42;
const EXIF_MARKER = 'Exif\0\0';

/** Bytes per unit by TIFF type 1 to 13; other types are taken as bytes. */
const TYPE_BYTES: readonly number[] = [1, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4];

/** BYTE, SHORT, LONG and IFD. */
const NUMBER_TYPES: readonly number[] = [1, 3, 4, 13];

/** Tags whose value is the offset of another directory. */
const POINTERS: Readonly<Record<number, DirectoryKind>> = {
  330: 'sub',
  34665: 'exif',
  34853: 'gps',
  40965: 'interop',
};

interface Pending {
  readonly kind: DirectoryKind;
  readonly index: number;
  readonly offset: number;
  readonly parent: number;
}

/** What is left of `MAX_VALUE_BYTES`. */
interface Room {
  bytes: number;
}

/** Throws `MalformedImageError` when there is no TIFF header or no first directory; anything broken later is only skipped. */
export function readTiff(file: ByteView): Tiff {
  const order = file.latin1(0, 2);
  const littleEndian = order === 'II';
  const view = littleEndian ? file.littleEndian() : file;
  if ((order !== 'II' && order !== 'MM') || view.u16(2) !== CLASSIC) throw new MalformedImageError('TIFF header');
  const directories: TiffDirectory[] = [];
  const pending: Pending[] = [];
  const seen = new Set<number>();
  // Each offset is read once and the budget bounds how many are remembered, so that loops of directories end.
  let isTree = true;
  const remember = ({ offset, ...rest }: Pending): void => {
    isTree &&= !seen.has(offset);
    if (offset === 0 || seen.has(offset) || seen.size >= MAX_DIRECTORIES) return;
    seen.add(offset);
    pending.push({ ...rest, offset });
  };
  remember({ kind: 'main', index: 0, offset: view.u32(4), parent: 0 });
  const room: Room = { bytes: MAX_VALUE_BYTES };
  let isComplete = true;
  for (let at = pending.shift(); at !== undefined; at = pending.shift()) {
    const { list, next, isWhole, length } = readEntries(view, at.offset, room);
    isComplete &&= isWhole;
    isTree &&= list.length > 0 || at.kind !== 'main';
    if (list.length === 0) continue;
    directories.push({ ...at, length, entries: list });
    const { index, offset: parent } = at;
    for (const { kind, offset } of pointersOf(list, littleEndian)) remember({ kind, index, offset, parent });
    if (at.kind === 'main') remember({ kind: 'main', index: index + 1, offset: next, parent });
  }
  if (directories.length === 0) throw new MalformedImageError('TIFF directory');
  return { littleEndian, directories, isComplete: isComplete && seen.size < MAX_DIRECTORIES, isTree };
}

/** The entry's first number, or undefined when it is not a BYTE, SHORT or LONG (or IFD) within the block. */
export function firstNumber(entry: TiffEntry | undefined, littleEndian: boolean): number | undefined {
  return numbersOf(entry, littleEndian)[0];
}

/** The EXIF orientation 1 to 8 of the first directory, or 1. */
export function orientationOf({ directories, littleEndian }: Tiff): number {
  const entry = directories[0]?.entries.find(({ tag }) => tag === 0x0112);
  const orientation = firstNumber(entry, littleEndian) ?? 1;
  return orientation >= 1 && orientation <= 8 ? orientation : 1;
}

/** The EXIF block of another container. Throws as `readTiff`. */
export function readExif(block: Uint8Array): Tiff {
  return readTiff(exifView(block));
}

/** What its offsets count in: some containers keep the marker that a JPEG segment has before the TIFF header. */
export function exifView(block: Uint8Array): ByteView {
  const hasMarker = asBuffer(block).toString('latin1', 0, EXIF_MARKER.length) === EXIF_MARKER;
  return byteView(hasMarker ? block.subarray(EXIF_MARKER.length) : block);
}

/** All numbers of a BYTE, SHORT or LONG (or IFD) entry, read part by part however many they are. Throws `MalformedImageError`. */
export function* eachNumber(
  file: ByteView,
  { type, count, offset }: TiffEntry,
  littleEndian: boolean,
): Generator<number> {
  const unit = TYPE_BYTES[type] ?? 1;
  if (!NUMBER_TYPES.includes(type)) throw new MalformedImageError('TIFF number');
  const perPart = PART_BYTES / unit;
  for (let first = 0; first < count; first += perPart) {
    const numbers = Math.min(perPart, count - first);
    const part = file.slice(offset + first * unit, numbers * unit);
    for (let at = 0; at < part.length; at += unit)
      yield littleEndian ? part.readUIntLE(at, unit) : part.readUIntBE(at, unit);
  }
}

interface Entries {
  readonly list: TiffEntry[];
  readonly next: number;
  readonly isWhole: boolean;
  /** Bytes of the directory. */
  readonly length: number;
}

function readEntries(view: ByteView, offset: number, room: Room): Entries {
  if (offset + 2 > view.size) return { list: [], next: 0, isWhole: false, length: 0 };
  const count = view.u16(offset);
  const fitting = Math.floor((view.size - offset - 2) / ENTRY_BYTES);
  const readable = Math.min(count, fitting, MAX_ENTRIES);
  const list = Array.from({ length: readable }, (_, index) => readEntry(view, offset + 2 + index * ENTRY_BYTES, room));
  const nextAt = offset + 2 + count * ENTRY_BYTES;
  // Some writers leave the offset of the next directory out at the block's end.
  const next = readable === count && nextAt + 4 <= view.size ? view.u32(nextAt) : 0;
  const isRead = ({ tag, value, offset: at, length }: TiffEntry): boolean =>
    at + length <= view.size && (value !== undefined || POINTERS[tag] === undefined);
  const isWhole = readable === count && list.every(isRead);
  return { list, next, isWhole, length: Math.min(nextAt + 4, view.size) - offset };
}

function readEntry(view: ByteView, at: number, room: Room): TiffEntry {
  const type = view.u16(at + 2);
  const count = view.u32(at + 4);
  const length = count * (TYPE_BYTES[type] ?? 1);
  const offset = length <= INLINE_BYTES ? at + 8 : view.u32(at + 8);
  const isTaken = offset + length <= view.size && length <= Math.min(MAX_PAYLOAD_BYTES, room.bytes);
  if (isTaken) room.bytes -= length;
  return { tag: view.u16(at), type, count, offset, length, value: isTaken ? view.slice(offset, length) : undefined };
}

function* pointersOf(
  entries: readonly TiffEntry[],
  littleEndian: boolean,
): Generator<{ kind: DirectoryKind; offset: number }> {
  for (const entry of entries) {
    const kind = POINTERS[entry.tag];
    if (kind === undefined) continue;
    for (const offset of numbersOf(entry, littleEndian)) yield { kind, offset };
  }
}

/** At most as many as a budget of directories can use. */
function numbersOf(entry: TiffEntry | undefined, littleEndian: boolean): number[] {
  if (entry?.value === undefined || !NUMBER_TYPES.includes(entry.type)) return [];
  const value = byteView(entry.value);
  const view = littleEndian ? value.littleEndian() : value;
  const unit = TYPE_BYTES[entry.type] ?? 1;
  const count = Math.min(entry.count, MAX_DIRECTORIES);
  return Array.from({ length: count }, (_, index) => {
    if (unit === 1) return view.u8(index);
    return unit === 2 ? view.u16(index * 2) : view.u32(index * 4);
  });
}
