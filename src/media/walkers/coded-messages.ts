/**
 * Messages among the units of a coded picture: SEI and filler data of HEVC, metadata and padding of AV1, and types that are reserved.
 * Decoders skip them, so each can be overwritten by as many bytes that say nothing. Source: ITU-T H.265 sections 7.3 and D.2, AV1
 * section 5.3. Misses: what the samples of the picture themselves hold.
 */
import { type ByteRange, isZero } from './byte-ranges.ts';
import { type ByteView, MAX_PAYLOAD_BYTES } from './byte-view.ts';

export interface CodedPicture {
  readonly coding: 'hevc' | 'av1';
  /** Bytes of the size in front of each HEVC unit. */
  readonly sizeBytes: number;
  readonly ranges: readonly ByteRange[];
  /** Whether a reader shows one picture of it only; a second one would be hidden. */
  readonly isSingle: boolean;
}

/** A message that says something, and what stands in its place when it goes. */
export interface CodedMessage extends ByteRange {
  readonly by: Buffer;
}

interface Unit extends ByteRange {
  readonly isMessage: boolean;
  /** Whether a picture begins with it. */
  readonly isStart: boolean;
  /** The same unit, saying nothing. */
  readonly silent: (unit: Buffer) => Buffer;
}

/** Of one file; a picture has one or a few. */
const MAX_UNITS = 200_000;
const HEVC_HEADER_BYTES = 2;
const HEVC_LAST_PICTURE_TYPE = 31;
/** Parameter sets. */
const HEVC_NEEDED: readonly number[] = [32, 33, 34];
/** Delimiter, end of sequence and of stream: at most so many bytes, or there is more in them. */
const HEVC_MARKS: Readonly<Record<number, number>> = { 35: 3, 36: 2, 37: 2 };
const HEVC_SEI: readonly number[] = [39, 40];
const FILLER_PAYLOAD = 3;
/** Sequence header, frame header, tile group, frame. Repeated frame headers and tile lists no decoder of pictures reads. */
const AV1_NEEDED: readonly number[] = [1, 3, 4, 6];
const AV1_DELIMITER = 2;
/** Frame header, frame. */
const AV1_STARTS: readonly number[] = [3, 6];
const AV1_PADDING = 15;
const MAX_SIZE_BYTES = 8;

/** All messages of a file's pictures, each once; undefined when the bytes of one are no units. Throws `MalformedImageError`. */
export function messagesOf(view: ByteView, pictures: readonly CodedPicture[]): CodedMessage[] | undefined {
  const messages = new Map<number, CodedMessage>();
  let left = MAX_UNITS;
  for (const { coding, sizeBytes, ranges, isSingle } of pictures) {
    let starts = 0;
    for (const { offset, length } of joined(ranges)) {
      const end = offset + length;
      for (let at = offset; at < end; left--) {
        const unit = coding === 'av1' ? readObu(view, at, end) : readNal(view, at, end, sizeBytes);
        if (unit?.isStart === true && ++starts > 1 && isSingle) return undefined;
        if (unit === undefined || left === 0 || (unit.isMessage && unit.length > MAX_PAYLOAD_BYTES)) return undefined;
        if (unit.isMessage) {
          const bytes = view.slice(unit.offset, unit.length);
          const by = unit.silent(bytes);
          if (!by.equals(bytes)) messages.set(unit.offset, { offset: unit.offset, length: unit.length, by });
        }
        at = unit.offset + unit.length;
      }
    }
  }
  return apart([...messages.values()]);
}

/** Ranges that lie behind each other are one. */
function joined(ranges: readonly ByteRange[]): ByteRange[] {
  const result: ByteRange[] = [];
  for (const { offset, length } of ranges) {
    const last = result.at(-1);
    if (last !== undefined && last.offset + last.length === offset)
      result[result.length - 1] = { offset: last.offset, length: last.length + length };
    else result.push({ offset, length });
  }
  return result;
}

/** Undefined when messages overlap, as two readings of the same bytes would. */
function apart(messages: readonly CodedMessage[]): CodedMessage[] | undefined {
  const ordered = messages.toSorted((a, b) => a.offset - b.offset);
  const overlaps = ordered.some(
    ({ offset, length }, index) => offset + length > (ordered[index + 1]?.offset ?? Infinity),
  );
  return overlaps ? undefined : ordered;
}

function readNal(view: ByteView, at: number, end: number, sizeBytes: number): Unit | undefined {
  const rest = { offset: at, length: end - at };
  if (rest.length < sizeBytes + HEVC_HEADER_BYTES) return padding(view, rest);
  const length = readNumber(view, at, sizeBytes);
  const offset = at + sizeBytes;
  if (length < HEVC_HEADER_BYTES) return padding(view, rest);
  const type = (view.u8(offset) >> 1) & 0x3f;
  const isMessage = type > HEVC_LAST_PICTURE_TYPE && !HEVC_NEEDED.includes(type) && length > (HEVC_MARKS[type] ?? 0);
  // The first bit behind the header says whether a slice is the first of its picture.
  const isStart =
    type <= HEVC_LAST_PICTURE_TYPE && length > HEVC_HEADER_BYTES && view.u8(offset + HEVC_HEADER_BYTES) >= 0x80;
  // A picture that was cut off: what is left of it is picture.
  if (offset + length > end)
    return isMessage ? undefined : { offset, length: end - offset, isMessage, isStart, silent: silentNal };
  return { offset, length, isMessage, isStart, silent: HEVC_SEI.includes(type) ? silentSei : silentNal };
}

/** Some writers leave zeros behind the last unit. */
function padding(view: ByteView, rest: ByteRange): Unit | undefined {
  return isZero(view, rest) ? { ...rest, isMessage: false, isStart: false, silent: (unit) => unit } : undefined;
}

function readNumber(view: ByteView, at: number, bytes: number): number {
  let value = 0;
  for (let index = 0; index < bytes; index++) value = value * 256 + view.u8(at + index);
  return value;
}

/** Ones, and the bit that ends a unit. */
function silentNal(unit: Buffer): Buffer {
  const body = Buffer.alloc(unit.length - HEVC_HEADER_BYTES, 0xff);
  if (body.length > 0) body.writeUInt8(0x80, body.length - 1);
  return Buffer.concat([unit.subarray(0, HEVC_HEADER_BYTES), body]);
}

/** A message of filler: type 3, its size in bytes of 255 and a last one, ones. A few lengths need an empty one in front. */
function silentSei(unit: Buffer): Buffer {
  const body = unit.length - HEVC_HEADER_BYTES;
  for (const front of [[], [FILLER_PAYLOAD, 0]]) {
    const space = body - front.length - 2;
    const sizeBytes = Math.ceil(space / 256);
    const size = space - sizeBytes;
    if (sizeBytes < 1 || Math.floor(size / 255) + 1 !== sizeBytes) continue;
    const sizes = Buffer.alloc(sizeBytes, 0xff);
    sizes.writeUInt8(size % 255, sizeBytes - 1);
    const head = Buffer.from([...unit.subarray(0, HEVC_HEADER_BYTES), ...front, FILLER_PAYLOAD]);
    return Buffer.concat([head, sizes, Buffer.alloc(size, 0xff), Buffer.from([0x80])]);
  }
  return silentNal(unit);
}

function readObu(view: ByteView, at: number, end: number): Unit | undefined {
  const header = view.u8(at);
  const type = (header >> 3) & 0x0f;
  const headBytes = (header & 4) === 0 ? 1 : 2;
  const size = (header & 2) === 0 ? { bytes: 0, value: end - at - headBytes } : readSize(view, at + headBytes, end);
  if (size === undefined || header >= 0x80 || size.value < 0) return undefined;
  const head = headBytes + size.bytes;
  if (at + head + size.value > end) return undefined;
  return {
    offset: at,
    length: head + size.value,
    isMessage: type === AV1_DELIMITER ? size.value > 0 : !AV1_NEEDED.includes(type),
    isStart: AV1_STARTS.includes(type),
    silent: (unit) => silentObu(unit, head),
  };
}

/** Seven bits a byte, the lowest first. */
function readSize(view: ByteView, at: number, end: number): { bytes: number; value: number } | undefined {
  let value = 0;
  for (let index = 0; index < MAX_SIZE_BYTES && at + index < end; index++) {
    const byte = view.u8(at + index);
    value += (byte & 0x7f) * 2 ** (7 * index);
    if (byte < 0x80) return { bytes: index + 1, value };
  }
  return undefined;
}

/** Padding of zeros, and the bit that ends it. */
function silentObu(unit: Buffer, head: number): Buffer {
  const silent = Buffer.alloc(unit.length);
  unit.copy(silent, 0, 0, head);
  silent.writeUInt8((unit.readUInt8(0) & 0x86) | (AV1_PADDING << 3), 0);
  if (unit.length > head) silent.writeUInt8(0x80, unit.length - 1);
  return silent;
}
